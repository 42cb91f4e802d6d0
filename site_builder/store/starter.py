"""The first files of a new site.

Input: a folder. Output: the paths that were written. The files stand in ``starter/`` of the templates.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.model.issue import SiteError
from site_builder.store.files import write_atomic
from site_builder.store.templates import packaged

_NAMES = {"gitignore": ".gitignore"}
"""Files that may not have their real name in the folder of the templates."""


def make(folder: Path) -> tuple[str, ...]:
    """Write a small site that builds into ``folder``. Raises ``SiteError`` where one stands already."""
    templates = packaged()
    if templates is None:
        message = "the program was installed without its templates; install it again"
        raise SiteError(message)
    if (folder / "content").exists():
        message = f"{folder / 'content'} is there already; init makes new sites only"
        raise SiteError(message)
    start = templates / "starter"
    files = {path.relative_to(start).as_posix(): path for path in sorted(start.rglob("*")) if path.is_file()}
    written = {_NAMES.get(name, name): path.read_bytes() for name, path in files.items()}
    kept = {name: data for name, data in written.items() if not (folder / name).exists()}
    for name, data in (*kept.items(), *_empty(folder)):
        write_atomic(folder / name, data)
    return tuple(kept)


def _empty(folder: Path) -> tuple[tuple[str, bytes], ...]:
    """Return what keeps the folders that begin empty."""
    folders = (("seeds/.gitkeep", b""), ("output/.gitignore", b"*\n!.gitignore\n"))
    return tuple((name, data) for name, data in folders if not (folder / name).exists())
