"""Where templates and static files stand: the site's own first, then those that come with the program.

Input: the folder of the site. Output: folders, and the static files in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
STATIC = "static"


def packaged() -> Path | None:
    """Return the templates that come with the program: inside it in the wheel, beside it in a checkout."""
    return next((p for p in (_PACKAGE / "_templates", _PACKAGE.parent / "templates") if p.is_dir()), None)


def folders(root: Path) -> tuple[Path, ...]:
    """Return the folders in which a template is looked for, in order."""
    places = (root / "templates", packaged())
    return tuple(dict.fromkeys(p.resolve() for p in places if p is not None and p.is_dir()))


def own(root: Path, names: Iterable[str]) -> bool:
    """Tell whether the site at ``root`` has one of these templates of its own, and not those of the program itself."""
    folder = root / "templates"
    return folder.resolve() != packaged() and any((folder / name).is_file() for name in names)


def static_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the site path of each static file and where it stands; of two with one path the site's own wins."""
    seen: set[str] = set()
    for folder in folders(root):
        for path in sorted((folder / STATIC).rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name not in seen and not path.name.startswith("."):
                seen.add(name)
                yield name, path
