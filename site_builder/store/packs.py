"""Values of earlier builds, kept in a few append-only files: the cache of the stages.

Input: plain values (see ``codec``). Output: a ``Ref`` for each, by which any process reads it back. A record carries
a check sum: what is damaged reads as absent. Records never change, so readers need no lock.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from site_builder.store.pack import plain_bytes


class Ref(NamedTuple):
    """Where a record stands: a file in the folder of packs, first byte, length, and the CRC-32 of its bytes."""

    file: str
    start: int
    length: int
    check: int


class Writer:
    """Appends records to one file of its own; one writer a process and a build."""

    __slots__ = ("_descriptor", "_name")

    def __init__(self, folder: Path, name: str) -> None:
        """Open the file ``name`` in ``folder`` for appending; it is made when missing."""
        folder.mkdir(parents=True, exist_ok=True)
        self._name = name
        self._descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)

    def put(self, value: Any) -> Ref:
        """Append a plain value and return where it stands. Raises ``OSError`` when the disk refuses."""
        return self._append(plain_bytes(value))

    def copy(self, folder: Path, ref: Ref) -> Ref:
        """Append the value at ``ref`` of a pack in ``folder``, as it is. Raises ``OSError`` where it cannot be read."""
        data = _read(str(folder), ref)
        if data is None:
            raise FileNotFoundError(ref.file)
        return self._append(data)

    def _append(self, data: bytes) -> Ref:
        start = os.lseek(self._descriptor, 0, os.SEEK_END)
        done = 0
        while done < len(data):
            done += os.write(self._descriptor, data[done:])
        return Ref(self._name, start, len(data), zlib.crc32(data))

    def __del__(self) -> None:
        os.close(self._descriptor)


def get(folder: str, ref: Ref) -> Any:
    """Return the value at ``ref``, or None where it is damaged or gone."""
    data = _read(folder, ref)
    return None if data is None else marshal.loads(data)  # noqa: S302 - the check sum says that this program wrote it


def whole(folder: str, ref: Ref) -> bool:
    """Tell whether the value at ``ref`` can be read back as it was."""
    return _read(folder, ref) is not None


def _read(folder: str, ref: Ref) -> bytes | None:
    """Return the bytes of a record, or None where they are not what was written."""
    try:
        data = os.pread(_opened(folder, ref.file).fileno(), ref.length, ref.start)
    except OSError:
        return None
    return data if len(data) == ref.length and zlib.crc32(data) == ref.check else None


def size(folder: Path) -> int:
    """Return how many bytes the packs in ``folder`` take."""
    return sum(entry.stat().st_size for entry in os.scandir(folder)) if folder.is_dir() else 0


def keep_only(folder: Path, names: Collection[str]) -> None:
    """Remove the packs in ``folder`` but those of the ``names`` given."""
    for entry in list(os.scandir(folder)) if folder.is_dir() else ():
        if entry.name not in names:
            Path(entry.path).unlink()


@lru_cache(None)
def _opened(folder: str, name: str) -> BinaryIO:
    """Return a file for reading; it stays open until ``close``."""
    return Path(folder, name).open("rb", buffering=0)


def close() -> None:
    """Close all files opened for reading."""
    _opened.cache_clear()
