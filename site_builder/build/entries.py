"""The second map, over terms and hashtags: which of them to do again, and the doing.

Input: the rows before and after, the state. Output: the state's entries in brief as they should be, and pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from site_builder.build.bench import Bench, get, put
from site_builder.build.maps import Done, Plain, shard_of
from site_builder.build.pool import Map
from site_builder.build.state import SHARDS, Row, State
from site_builder.build.terms import Common, Shard, cited, collect_tags, write_tags, write_terms
from site_builder.catalog.plan import file_of
from site_builder.model import address
from site_builder.model.editorial import Editorial, GlossaryEntry, HashtagEntry
from site_builder.model.index import ArticleRef, TopicEntry
from site_builder.store.codec import pack, unpack

Names = frozenset[str]

MANY = 4
"""With more than one article in so many changed, looking for what did not change costs more than doing all."""


@dataclass(frozen=True, slots=True)
class Stale:
    """The terms and hashtags to do again; None = all. ``why`` gives the reason for some."""

    terms: Names | None
    tags: Names | None
    why: dict[str, str] = field(default_factory=dict)


def stale(bench: Bench, state: State, before: Mapping[str, Row], after: Mapping[str, Row], edited: Names) -> Stale:
    """Return what is to be done again: what the articles that changed say otherwise than before.

    ``before`` and ``after`` are the rows shown; ``edited`` are words of which editors say something else.
    """
    moved = [path for path in {*before, *after} if _facts_of(before.get(path)) != _facts_of(after.get(path))]
    if len(moved) * MANY > len(after):
        return Stale(None, None)
    terms: dict[str, str] = dict.fromkeys(edited, "an editor changed it")
    tags: dict[str, str] = {}
    for path in sorted(moved):
        for kind, found in ((0, terms), (1, tags)):
            for name in _differing(bench, state, (before.get(path), after.get(path)), kind):
                found.setdefault(name, f"{path} changed")
    near = {name for row in after.values() if tags and not tags.keys().isdisjoint(row.tags) for name in row.tags}
    return Stale(frozenset(terms), frozenset(tags.keys() | near), {**terms, **tags})


def _facts_of(row: Row | None) -> tuple[int, int] | None:
    return row.facts if row else None


def _differing(bench: Bench, state: State, rows: tuple[Row | None, Row | None], kind: int) -> Iterable[str]:
    """Return the terms (``kind`` 0) or hashtags (1) that an article uses otherwise than before."""
    before, after = rows
    if before is None or after is None or _shown(before) != _shown(after):
        return sorted({name for row in rows if row for name in (row.tags if kind else row.terms)})
    one, other = (_uses(bench, state, row, kind) for row in (before, after))
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _shown(row: Row) -> ArticleRef:
    ref: ArticleRef = unpack(ArticleRef, row.ref)
    return cited(ref)


def _uses(bench: Bench, state: State, row: Row, kind: int) -> dict[str, Any]:
    """Return what one article says of each of its terms or hashtags, packed."""
    found: dict[str, Any] = {}
    block, slot = row.facts
    for ref in state.blocks[block]:
        for name, uses in get(bench, ref)[kind].items():
            for use in uses:
                if use[0] == slot:
                    found[name] = use[1:]
    return found


@dataclass(slots=True)
class Files:
    """The files of the site as they come out: digests, what was written, links with the first page that has each.

    ``old`` are the digests of the last build: a page that is as it was is not written.
    """

    old: Mapping[str, bytes]
    digests: dict[str, bytes]
    written: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)

    def add(self, plain: Plain) -> Done:
        """Take in a ``Done`` and return it."""
        done = Done(*plain)
        self.digests.update(done.files)
        self.written += done.written
        for link, page in done.links.items():
            self.links.setdefault(link, page)
        return done

    def drop(self, path: str) -> None:
        """Let a file go."""
        self.digests.pop(path, None)


def common(rows: Iterable[Row], topics: Iterable[TopicEntry], editorial: Editorial) -> Common:
    """Return what pages of terms and hashtags may show; ``rows`` are in the order of the site."""
    return Common(
        {row.slug: pack(ArticleRef, _shown(row)) for row in rows},
        {one.topic.slug: pack(TopicEntry, one) for one in topics},
        {entry.term: pack(GlossaryEntry, entry) for entry in editorial.glossary},
        {entry.name: pack(HashtagEntry, entry) for entry in editorial.hashtags},
        {},
    )


def write(bench: Bench, run: Map, shared: Common, rows: Iterable[Row], todo: Stale, state: State, files: Files) -> None:
    """Do the ``todo``: pages into the tree and ``files``, entries in brief into ``state``."""
    if todo.terms is not None and todo.tags is not None and not todo.terms and not todo.tags:
        return
    ref = put(bench, tuple(shared))
    slots: dict[int, dict[int, str]] = {}
    for row in rows:
        slots.setdefault(row.facts[0], {})[row.facts[1]] = row.slug
    _terms(bench, run, ref, _shards(state, slots, todo.terms, shared.glossary, files, "glossary"), state, files, todo)
    tags = _shards(state, slots, todo.tags, {}, files, "hashtags")
    _tags(bench, run, (ref, shared), tags, state, files, todo)


def _shards(
    state: State,
    slots: Mapping[int, dict[int, str]],
    wanted: Names | None,
    edited: Mapping[str, Any],
    files: Files,
    kind: str,
) -> dict[int, Shard]:
    """Return the work on each shard that has any."""
    path = address.term_path if kind == "glossary" else address.hashtag_path
    by_shard: dict[int, list[str]] = {}
    for name in wanted or ():
        by_shard.setdefault(shard_of(name), []).append(name)
    alone: dict[int, list[str]] = {}
    for name in edited if wanted is None else wanted & edited.keys():
        alone.setdefault(shard_of(name), []).append(name)
    work = {}
    for shard in range(SHARDS) if wanted is None else sorted(by_shard):
        names = by_shard.get(shard, [])
        blocks = [(state.blocks[block][shard], of) for block, of in sorted(slots.items())]
        if wanted is None:
            known = state.terms if kind == "glossary" else state.tags
            names = [name for name in known if shard_of(name) == shard]
        pages = [file_of(path(name)) for name in names]
        old = {page: files.old[page] for page in pages if page in files.old}
        chosen = None if wanted is None else frozenset(by_shard[shard])
        work[shard] = Shard(blocks, chosen, sorted(alone.get(shard, [])), state.lines.get(shard, ()), old)
    return work


def _terms(bench: Bench, run: Map, ref: Plain, work: dict[int, Shard], state: State, files: Files, todo: Stale) -> None:
    brief: dict[str, Plain] = {}
    tasks = [(bench, ref, tuple(shard)) for shard in work.values()]
    for name in list(state.doubts) if todo.terms is None else todo.terms & state.doubts.keys():
        del state.doubts[name]
    for shard, (plain, some, doubts, lines) in zip(work, run(write_terms, tasks), strict=True):
        files.add(plain)
        state.doubts.update(doubts)
        brief.update(some)
        state.lines[shard] = lines
    _settle(state.terms, brief, todo.terms, files, address.term_path)


def _tags(
    bench: Bench,
    run: Map,
    shared: tuple[Plain, Common],
    work: dict[int, Shard],
    state: State,
    files: Files,
    todo: Stale,
) -> None:
    brief: dict[str, Plain] = {}
    made = []
    for shard, (entries, some) in zip(
        work.values(), run(collect_tags, [(bench, shared[0], tuple(one)) for one in work.values()]), strict=True
    ):
        brief.update(some)
        made.append((entries, shard.old))
    _settle(state.tags, brief, todo.tags, files, address.hashtag_path)
    if made:
        whole = put(bench, tuple(shared[1]._replace(tags=state.tags)))
        for plain in run(write_tags, [(bench, whole, entries, old) for entries, old in made]):
            files.add(plain)


def _settle(known: dict[str, Plain], made: dict[str, Plain], wanted: Names | None, files: Files, path: Any) -> None:
    """Put the entries ``made`` into ``known``; those wanted and not made are no more, nor are their pages."""
    gone = (known.keys() if wanted is None else wanted) - made.keys()
    for name in gone:
        known.pop(name, None)
        files.drop(file_of(path(name)))
    known.update(made)
