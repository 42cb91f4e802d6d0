"""Values of earlier builds, kept in a few append-only files: the cache of the stages.

Input: plain values (see ``codec``). Output: a ``Ref`` for each, by which any process reads it back. A record carries
a check sum: what is damaged reads as absent. Records never change, so readers need no lock.
"""

from __future__ import annotations

import marshal
import os
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple


class Ref(NamedTuple):
    """Where a record stands, and the CRC-32 of its bytes."""

    file: str
    start: int
    length: int
    check: int


class Writer:
    """Appends records to one file of its own; one writer a process and a build."""

    __slots__ = ("_at", "_descriptor", "path")

    def __init__(self, path: Path) -> None:
        """Open ``path`` for appending; it is made when missing."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = str(path)
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        self._at = os.fstat(self._descriptor).st_size

    def put(self, value: Any) -> Ref:
        """Append a plain value and return where it stands. Raises ``OSError`` when the disk refuses."""
        return self.put_bytes(marshal.dumps(value))

    def put_bytes(self, data: bytes) -> Ref:
        """Append bytes and return where they stand."""
        start = self._at
        done = 0
        while done < len(data):
            done += os.write(self._descriptor, data[done:])
        self._at += len(data)
        return Ref(self.path, start, len(data), zlib.crc32(data))

    def close(self) -> None:
        """Close the file; what was put stays."""
        os.close(self._descriptor)


def get(ref: Ref) -> Any:
    """Return the value at ``ref``, or None where it is damaged or gone."""
    data = get_bytes(ref)
    return None if data is None else marshal.loads(data)  # noqa: S302 - the check sum says that this program wrote it


def get_bytes(ref: Ref) -> bytes | None:
    """Return the bytes at ``ref``, or None where they are damaged or gone."""
    try:
        data = os.pread(_opened(ref.file), ref.length, ref.start)
    except OSError:
        return None
    return data if len(data) == ref.length and zlib.crc32(data) == ref.check else None


@lru_cache(64)
def _opened(path: str) -> int:
    """Return a descriptor for reading; it lives as long as the process, and a file's name is never used twice."""
    return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
