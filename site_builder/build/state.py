"""What a build remembers for the next one: for each article its keys and where its values stand.

Input and output: values, and one file. A state that is missing, damaged or of another program is an empty one.
It is read and written whole, so it holds keys and refs; what is large stands in the packs and is read when asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.store import pack

SHARDS = 16
"""Terms and hashtags are spread over so many parts, so that a worker needs to hold only one of them."""

Plain = tuple[Any, ...]


class Row(NamedTuple):
    """One file of ``content/articles``. Refs and packed values are plain tuples, ready for ``marshal``.

    ``text_key`` says what the article's own file came to; ``mark_key`` adds notes and outside knowledge.
    ``text``, ``said``, ``mark``, ``worked``, ``leaf``, ``uses`` are refs: to the article as read, a ``Said``, the
    annotated article, what came of its Chinese and by what, what its page shows of it, a ``Uses``. ``claims`` and
    ``near`` are the keys of what ``said`` and ``uses`` mean for other articles; ``page_key`` is that of all that the
    page shows, ``own_key`` of what the files beside it do; ``facts`` is (block, slot); ``links``
    are those of its author inside the site.
    """

    path: str
    text_key: bytes
    slug: str = ""
    status: str = ""
    text: Plain = ()
    said: Plain = ()
    claims: bytes = b""
    links: tuple[str, ...] = ()
    text_issues: Plain = ()
    mark_key: bytes = b""
    mark: Plain = ()
    worked: Plain = ()
    leaf: Plain = ()
    uses: Plain = ()
    near: bytes = b""
    facts: tuple[int, int] = (-1, -1)
    ref: Plain = ()
    mark_issues: Plain = ()
    page_key: bytes = b""
    own_key: bytes = b""
    files: tuple[str, ...] = ()


class Said(NamedTuple):
    """What an article says that others may need: its Chinese, and how it spells names (see ``catalog.evidence``)."""

    han: str
    claims: Plain


class Uses(NamedTuple):
    """The names that an article uses, and the places in its page.

    ``mined`` holds (term, kind, count), ``tagged`` (hashtag, count); ``anchors`` the ids of its paragraphs, one a line.
    """

    terms: tuple[str, ...]
    mined: tuple[tuple[str, str, int], ...]
    tagged: tuple[tuple[str, int], ...]
    anchors: str

    @property
    def tags(self) -> tuple[str, ...]:
        """The hashtags of the article."""
        return tuple(name for name, _ in self.tagged)


@dataclass(slots=True)
class State:
    """All that is remembered.

    ``blocks`` are the facts of the articles annotated in one task: for each shard of terms, then of hashtags, a ref to
    what they say of each name, in bytes of its own, so that who asks for one name reads no other.
    ``number`` is that of the output's build whose pages this describes, ``pack`` the file to which values are added.
    ``common`` holds the named parts of the key that all pages share; ``guide`` is (key, ref) of what was known from
    outside for annotating; ``terms``, ``tags`` note the shelves of entries in brief, ``doubts`` issues; ``lines`` are
    refs to each shard's lines of the exported glossary; ``merged`` are, for each shard of terms, then of hashtags, refs
    to its entries whole, of which the last that has a name holds; ``topics``, ``related``, ``conflicts`` are (key,
    ref);
    ``ground`` is the key of what all entries stand on, ``frame`` that and the look of their pages, ``shown`` the key of
    what all lists are made of;
    ``lists`` the keys of what is made of many articles, ``owners`` its files; ``why`` the reason for which each page
    was last made.
    """

    number: int = -1
    pack: str = "main"
    common: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, tuple[int, int, bytes]] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    blocks: dict[int, Plain] = field(default_factory=dict)
    guide: Plain = ()
    terms: dict[int, Plain] = field(default_factory=dict)
    doubts: dict[str, Plain] = field(default_factory=dict)
    tags: dict[int, Plain] = field(default_factory=dict)
    lines: dict[int, Plain] = field(default_factory=dict)
    merged: dict[int, Plain] = field(default_factory=dict)
    topics: Plain = ()
    related: Plain = ()
    conflicts: Plain = ()
    ground: bytes = b""
    frame: bytes = b""
    shown: bytes = b""
    lists: dict[str, bytes] = field(default_factory=dict)
    owners: dict[str, tuple[str, ...]] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)


_SHAPE = (*(one.name for one in fields(State)), *Row._fields)


def load(path: Path) -> State | None:
    """Return the state in ``path``, or None where it is damaged.

    An empty state where there is none yet, and where a program with other fields wrote it.
    """
    value = pack.load(path)
    if value is None:
        return None if path.exists() else State()
    if value.pop("shape", ()) != _SHAPE:
        return State()
    rows = {name: Row(*row) for name, row in value.pop("rows").items()}
    return State(**value, rows=rows)


def save(path: Path, state: State) -> None:
    """Write the state to ``path`` in one step."""
    value = {one.name: getattr(state, one.name) for one in fields(State)}
    value["rows"] = {name: tuple(row) for name, row in state.rows.items()}
    value["shape"] = _SHAPE
    pack.dump(path, value)


def without(state: State, lost: Collection[Plain]) -> State:
    """Return the state as it would be had the values at the refs ``lost`` never been made, nor what rests on them."""
    gone = {number for number, refs in state.blocks.items() if any(ref in lost for ref in refs)}
    lists = [part[0] for shelf in (state.terms, state.tags) for part in shelf.values()]
    lists += [*state.lines.values(), *chain.from_iterable(state.merged.values())]
    clean = replace(state, rows={path: _without(row, lost, gone) for path, row in state.rows.items()})
    if any(ref in lost for ref in lists):
        clean = replace(clean, number=-1)  # which pages there were is not known any more: all are made again
    guide, topics, related = (
        () if noted and noted[1] in lost else noted for noted in (state.guide, state.topics, state.related)
    )
    return tidy(replace(clean, guide=guide, topics=topics, related=related))


def _without(row: Row, lost: Collection[Plain], blocks: Collection[int]) -> Row:
    """Return a row to be read again, or marked again, where a value of its own or its block is lost."""
    if any(ref in lost for ref in row if isinstance(ref, tuple)):
        return row._replace(text_key=b"", mark=(), worked=(), facts=(-1, -1))
    return row._replace(mark=(), facts=(-1, -1)) if row.facts[0] in blocks else row


def tidy(state: State) -> State:
    """Return the state without blocks that no row needs."""
    used = {row.facts[0] for row in state.rows.values()}
    return replace(state, blocks={number: block for number, block in state.blocks.items() if number in used})
