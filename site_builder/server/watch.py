"""Sees that files changed.

Input: folders. Output: what stands in them, as a value to compare with the next one. A thousand files
take about two milliseconds, so looking ten times a second costs little and misses nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Snapshot = dict[str, tuple[int, int, int]]
"""Path to time of change, size and inode number."""


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """Return all files below ``folders``, but for those that text editors keep for themselves."""
    return {path: stamp for folder in folders for path, stamp in _files(str(folder))}


def _files(folder: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                yield from _entry(entry)
    except OSError:  # gone since it was listed, or not readable: as if it were empty
        return


def _entry(entry: os.DirEntry[str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    if entry.name.startswith((".", "#")) or entry.name.endswith(("~", ".swp", ".swx", ".tmp")):
        return
    if entry.is_dir(follow_symlinks=False):
        yield from _files(entry.path)
        return
    try:
        status = entry.stat()
    except OSError:
        return
    yield entry.path, (status.st_mtime_ns, status.st_size, status.st_ino)


def changed(old: Snapshot, new: Snapshot) -> tuple[str, ...]:
    """Return the paths that were added, changed or removed, in order."""
    if old == new:
        return ()
    return tuple(sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path)))
