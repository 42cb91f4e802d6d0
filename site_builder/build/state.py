"""What a build remembers for the next one: for each article its keys, its facts in brief, where its values stand.

Input and output: values, and one file. A state that is missing, damaged or of another program is an empty one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.store import pack

SHARDS = 16
"""Terms and hashtags are spread over so many parts, so that a worker needs to hold only one of them."""


class Row(NamedTuple):
    """One file of ``content/articles``. Refs and packed values are plain tuples, ready for ``marshal``.

    ``text_key`` says what the article's own file came to; ``mark_key`` adds notes and outside knowledge.
    ``han`` is the Chinese of the article; ``claims`` tells how it spells names; ``facts`` is (block, slot).
    ``mined`` holds (term, kind, count), ``tagged`` (hashtag, count); ``links`` are those of its
    author inside the site, ``anchors`` the ids of its paragraphs, one a line.
    """

    path: str
    text_key: bytes
    slug: str = ""
    status: str = ""
    text: tuple[Any, ...] = ()
    han: str = ""
    claims: tuple[Any, ...] = ()
    links: tuple[str, ...] = ()
    text_issues: tuple[Any, ...] = ()
    mark_key: bytes = b""
    mark: tuple[Any, ...] = ()
    full: tuple[Any, ...] = ()
    facts: tuple[int, int] = (-1, -1)
    ref: tuple[Any, ...] = ()
    terms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    mined: tuple[tuple[str, str, int], ...] = ()
    tagged: tuple[tuple[str, int], ...] = ()
    mark_issues: tuple[Any, ...] = ()
    anchors: str = ""
    page_key: bytes = b""


@dataclass(slots=True)
class State:
    """All that is remembered.

    ``number`` is that of the output's build whose pages this describes, ``pack`` the file to which values are added.
    ``common`` holds the named parts of the key that all pages share; ``guide`` what was known from outside
    for annotating, by word; ``terms``, ``tags`` the entries in brief, ``doubts`` issues; ``lines`` refs to
    each shard's lines of the exported glossary; ``topics``, ``related``, ``conflicts``, ``frame`` have their keys;
    ``lists`` the keys of what is made of many articles, ``owners`` its files; ``own`` the files of each article;
    ``why`` the reason for which each page was last made.
    """

    number: int = -1
    pack: str = "main"
    common: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, tuple[int, int, bytes]] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    blocks: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    guide: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    terms: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    doubts: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    tags: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    lines: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    topics: tuple[Any, ...] = ()
    related: tuple[Any, ...] = ()
    conflicts: tuple[Any, ...] = ()
    frame: bytes = b""
    lists: dict[str, bytes] = field(default_factory=dict)
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    own: dict[str, tuple[str, ...]] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)


def load(path: Path) -> State:
    """Return the state in ``path``, or an empty one."""
    value = pack.load(path)
    names = tuple(one.name for one in fields(State))
    if not isinstance(value, dict) or tuple(value) != names:
        return State()
    rows = {name: Row(*row) for name, row in value.pop("rows").items()}
    return State(**value, rows=rows)


def save(path: Path, state: State) -> None:
    """Write the state to ``path`` in one step."""
    value = {one.name: getattr(state, one.name) for one in fields(State)}
    value["rows"] = {name: tuple(row) for name, row in state.rows.items()}
    pack.dump(path, value)


def tidy(state: State) -> State:
    """Return the state without blocks that no row needs."""
    used = {row.facts[0] for row in state.rows.values()}
    return replace(state, blocks={number: block for number, block in state.blocks.items() if number in used})
