"""Reads scrapes: files, folders, globs, archives, standard input and, when asked, addresses; as bytes.

Input: the site and the paths given. Output: scrapes in order, and an issue for each that could not be read.
"""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from site_builder.model.issue import Issue, Where
from site_builder.model.scrape import Scrape
from site_builder.store.containers import LARGEST, SUFFIXES, is_archive, unpack
from site_builder.store.fetch import addresses
from site_builder.store.pictures import Fetch

_FOREIGN = "profiles"  # a folder among scrapes that holds none
_ARCHIVE = 500_000_000  # bytes of an archive


def read_scrapes(root: Path, paths: Sequence[str], *, fetch: Fetch | None = None) -> Iterator[Scrape | Issue]:
    """Yield each scrape under ``paths`` (default: ``seeds/`` of the site), or why it could not be read.

    With ``fetch``, which gets a page, the addresses in ``.url`` files are fetched.
    """
    for path in paths or [str(root / "seeds")]:
        if path == "-":
            yield Scrape("stdin", sys.stdin.buffer.read())
            continue
        for one in _matching(path):
            yield from _read(root, one, asked=bool(paths), fetch=fetch)


def _matching(path: str) -> list[Path]:
    """Return the path, or what it matches where it is a pattern that no file is called."""
    if Path(path).exists() or not glob.has_magic(path):
        return [Path(path)]
    return [Path(one) for one in sorted(glob.glob(path, recursive=True))] or [Path(path)]  # noqa: PTH207 - any pattern


def _read(root: Path, path: Path, *, asked: bool, fetch: Fetch | None) -> Iterator[Scrape | Issue]:
    if path.is_dir():
        every = (one for one in sorted(path.rglob("*")) if one.is_file() and _is_scrape(one))
        found = [one for one in every if _FOREIGN not in one.relative_to(path).parts]
        for inner in found:
            yield from _one(root, inner, fetch=fetch)
        if asked and not found:
            yield Issue(Where(shown_path(root, path)), "E001", "is a folder without scrapes")
    elif path.is_file():
        yield from _one(root, path, fetch=fetch)
    elif asked:
        what = "is no file that can be read" if path.exists() else "no such file or folder"
        yield Issue(Where(str(path)), "E001", what)


def _is_scrape(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES | {".url"} or is_archive(path.name)


def _one(root: Path, path: Path, *, fetch: Fetch | None) -> Iterator[Scrape | Issue]:
    shown = shown_path(root, path)
    packed = is_archive(path.name)
    limit = _ARCHIVE if packed else LARGEST
    try:
        if path.stat().st_size > limit:
            yield Issue(Where(shown), "E001", f"is too large: at most {limit:,} bytes are read")
            return
        data = path.read_bytes()
    except OSError as problem:
        yield Issue(Where(shown), "E001", f"cannot be read: {problem.strerror}")
        return
    if path.suffix.lower() == ".url":
        yield from _fetched(shown, data, fetch=fetch)
    elif packed:
        yield from unpack(shown, data)
    else:
        yield Scrape(shown, data)


def _fetched(shown: str, data: bytes, *, fetch: Fetch | None) -> Iterator[Scrape | Issue]:
    found = addresses(data.decode("utf-8", "replace"))
    if not found:
        yield Issue(Where(shown), "E003", "names no address (https://…)")
    elif fetch:
        yield from (fetch(url, shown) for url in found)
    else:
        hint = "add --fetch to fetch it"
        yield Issue(Where(shown), "W041", f"names {len(found)} address(es), which were not fetched", "warning", hint)


def shown_path(root: Path, path: Path) -> str:
    """Return ``path`` as people know it, on one line: relative to the site where it lies in it.

    It goes into front matter, so what a line of text cannot hold (line ends, bytes that are no UTF-8) becomes ``?``.
    """
    try:
        shown = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        shown = path.as_posix()
    return "".join(char if char.isprintable() else "?" for char in shown)
