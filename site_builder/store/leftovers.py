"""Removes what builds leave behind: the pages that the builder wrote, and its cache; nothing that a person wrote.

Input: the output folder and the cache of a site. Output: how many files went.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from site_builder.store.output import MANIFEST, listed


def remove_built(output: Path, cache: Path) -> int:
    """Remove the files of the last build from ``output``, and the whole ``cache``; return how many files went.

    Only files that the builder noted as its own go, so that a mistaken ``--output`` costs nothing.
    """
    output = output.resolve()
    written = [*listed(output), MANIFEST]
    gone = sum(_removed(output, path) for path in written)
    if cache.is_dir():
        gone += sum(1 for path in cache.rglob("*") if path.is_file() and output not in path.parents)
        shutil.rmtree(cache)
    return gone


def _removed(root: Path, path: str) -> bool:
    """Remove a file and the folders that it leaves empty; tell whether it was there."""
    file = root / path
    if not file.is_file():
        return False
    file.unlink()
    for folder in file.parents:
        if folder == root or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
