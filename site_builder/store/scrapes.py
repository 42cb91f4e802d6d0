"""Reads scrapes: files and folders named on the command line, as bytes.

Input: the site and the paths given. Output: scrapes in order, and an issue for each that could not be read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.model.issue import Issue, Where

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml"})
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Scrape:
    """One file as it came: ``name`` is its path for people, ``data`` its bytes."""

    name: str
    data: bytes


def read_scrapes(root: Path, paths: Sequence[str]) -> Iterator[Scrape | Issue]:
    """Yield each scrape under ``paths`` (default: ``seeds/`` of the site), or why it could not be read."""
    for path in paths or [str(root / "seeds")]:
        if path == "-":
            yield Scrape("stdin", sys.stdin.buffer.read())
            continue
        yield from _read(root, Path(path), asked=bool(paths))


def _read(root: Path, path: Path, *, asked: bool) -> Iterator[Scrape | Issue]:
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file() and inner.suffix.lower() in SUFFIXES and "profiles" not in inner.parts:
                yield _one(root, inner)
    elif path.exists():
        yield _one(root, path)
    elif asked:
        yield Issue(Where(str(path)), "E001", "no such file or folder")


def _one(root: Path, path: Path) -> Scrape | Issue:
    shown = shown_path(root, path)
    try:
        if path.stat().st_size > _LARGEST:
            return Issue(Where(shown), "E001", f"is too large: at most {_LARGEST:,} bytes are read")
        return Scrape(shown, path.read_bytes())
    except OSError as problem:
        return Issue(Where(shown), "E001", f"cannot be read: {problem.strerror}")


def shown_path(root: Path, path: Path) -> str:
    """Return ``path`` as people know it: relative to the site where it lies in it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
