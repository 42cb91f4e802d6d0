"""The bench at which a worker works: where things stand, and what is opened once a process.

Input: a ``Bench``, small enough to go along with every task. Output: the lexicon, the templates, the pack to write to.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from site_builder.annotate.lexicon import Lexicon
from site_builder.knowledge import open_lexicon
from site_builder.model.issue import SiteError
from site_builder.model.site import Site
from site_builder.render.templates import Templates, environment
from site_builder.store import packs, templates
from site_builder.store.compiled import Compiled
from site_builder.store.lexicon import machine_cache
from site_builder.store.packs import Ref


class DamagedError(Exception):
    """A value of an earlier build does not read back: the state that names it cannot be trusted."""


@dataclass(frozen=True, slots=True)
class Bench:
    """``root`` is the site, ``cache`` the builder's own folder, ``packs`` the folder of its values.

    ``tree`` is the output tree being written, ``tag`` names the build; ``look`` is the key of the templates,
    ``program`` that of the program; ``shared`` says that other processes write too; ``own_articles`` and
    ``own_entries``, that the site itself has some of the templates of articles, or of terms and hashtags.
    """

    root: str
    cache: str
    packs: str
    tree: str
    site: Site
    tag: str
    look: bytes = b""
    program: bytes = b""
    shared: bool = False
    own_articles: bool = False
    own_entries: bool = False


def put(bench: Bench, value: Any) -> tuple[Any, ...]:
    """Keep a plain value for other processes and later builds, and return its ref as a plain tuple."""
    return tuple(_writer(bench.packs, bench.tag, shared=bench.shared).put(value))


def get(bench: Bench, ref: tuple[Any, ...]) -> Any:
    """Return a value that was ``put``. Raises ``DamagedError`` where it cannot be read back as it was."""
    value = packs.get(bench.packs, Ref(*ref))
    if value is None:
        raise DamagedError(ref)
    return value


@lru_cache(1)
def _writer(folder: str, tag: str, *, shared: bool) -> packs.Writer:
    name = f"{tag}-{os.uname().nodename}-{os.getpid()}" if shared else tag
    return packs.Writer(Path(folder), name)


@lru_cache(1)
def lexicon(cache: str, root: str, dictionary: str) -> Lexicon:
    """Return this process's lexicon."""
    path = Path(root, dictionary) if dictionary else None
    if path is not None and not path.is_file():
        msg = f"the dictionary that site.toml names is not there: {path}"
        raise SiteError(msg)
    return open_lexicon(machine_cache(Path(cache)), path)


def env(bench: Bench) -> Templates:
    """Return this process's templates; those that changed are read again."""
    return _env(bench.root, bench.packs, bench.program, bench.look)


@lru_cache(1)
def _env(root: str, packs_: str, program: bytes, look: bytes) -> Templates:
    del look
    keeper = Compiled(Path(packs_).with_name("templates"), program)
    return environment([str(folder) for folder in templates.folders(Path(root))], keeper)


def forget() -> None:
    """Close the packs that this process has opened: since the last build someone may have removed the cache."""
    _writer.cache_clear()
    packs.close()
