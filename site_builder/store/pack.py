"""Plain values on disk, checked: what was torn or damaged reads as absent, never as something else.

Input and output: nested tuples, lists, dicts, strings, bytes and numbers. The format is Python's own
(``marshal``), the fastest there is; it changes with the Python minor version, so the header names it.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from pathlib import Path
from typing import Any

_HEADER = b"site-builder %d.%d\n" % sys.version_info[:2]
_CHECK = 16  # bytes of SHA-256, for which processors have instructions


def digest(data: bytes) -> bytes:
    """Return the 16 bytes by which this program knows some content."""
    return hashlib.sha256(data).digest()[:_CHECK]


def plain_bytes(value: Any) -> bytes:
    """Return the bytes of a plain value: equal values give equal bytes.

    Version 2 of the format: later ones write a back reference where an object happens to be held twice
    (``w_ref`` in CPython's marshal.c), so that equal values may differ, and a key made of them would lie.
    """
    return marshal.dumps(value, 2)


def plain_value(data: bytes) -> Any:
    """Return the value of which ``plain_bytes`` made ``data``; only for bytes whose source is checked."""
    return marshal.loads(data)  # noqa: S302 - they come out of a record or a file with a check sum


def dump(path: Path, value: Any) -> None:
    """Write ``value`` to ``path`` in one step."""
    data = plain_bytes(value)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.write_bytes(_HEADER + digest(data) + data)
    fresh.replace(path)


def load(path: Path) -> Any:
    """Return the value in ``path``, or None where there is none that can be trusted."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_HEADER) + _CHECK
    if data[: len(_HEADER)] != _HEADER or data[len(_HEADER) : start] != digest(data[start:]):
        return None
    return marshal.loads(data[start:])  # noqa: S302 - the check sum says that this program wrote it
