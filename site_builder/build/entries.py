"""The second map, over terms and hashtags: which of them to do again, and the doing.

Input: the rows before and after, the state. Output: the state's entries in brief as they should be, and pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, TypeVar

from site_builder.build.bench import Bench, get, put
from site_builder.build.brief import cited
from site_builder.build.maps import Done
from site_builder.build.pool import Map
from site_builder.build.shelf import Shelf, part_of, shard_of
from site_builder.build.state import SHARDS, Plain, Row, State, Uses
from site_builder.build.terms import (
    Common,
    Shard,
    collect_tags,
    show_tags,
    show_terms,
    standing,
    write_tags,
    write_terms,
)
from site_builder.catalog.plan import file_of
from site_builder.model import address
from site_builder.model.editorial import Editorial, GlossaryEntry, HashtagEntry
from site_builder.model.index import TopicEntry
from site_builder.store.codec import pack
from site_builder.store.pack import plain_value

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
    return Stale(frozenset(terms), frozenset(tags), {**terms, **tags})


def _facts_of(row: Row | None) -> tuple[int, int] | None:
    return row.facts if row else None


def _differing(bench: Bench, state: State, rows: tuple[Row | None, Row | None], kind: int) -> Iterable[str]:
    """Return the terms (``kind`` 0) or hashtags (1) that an article uses otherwise than before."""
    before, after = rows
    if before is None or after is None or cited(before.ref) != cited(after.ref):
        used = [Uses(*get(bench, row.uses)) for row in rows if row]
        return sorted({name for one in used for name in (one.tags if kind else one.terms)})
    one, other = (_uses(bench, state, row, kind) for row in (before, after))
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _uses(bench: Bench, state: State, row: Row, kind: int) -> dict[str, Any]:
    """Return what one article says of each of its terms or hashtags, packed."""
    used, found = Uses(*get(bench, row.uses)), dict[str, Any]()
    block, slot = row.facts
    by_shard: dict[int, list[str]] = {}
    for name in used.tags if kind else used.terms:
        by_shard.setdefault(shard_of(name), []).append(name)
    for shard, names in by_shard.items():
        said = get(bench, state.blocks[block][kind * SHARDS + shard])
        for name in names:
            found[name] = next(use[1:] for use in plain_value(said[name]) if use[0] == slot)
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
        {row.slug: cited(row.ref) for row in rows},
        {one.topic.slug: pack(TopicEntry, one) for one in topics},
        {entry.term: pack(GlossaryEntry, entry) for entry in editorial.glossary},
        {entry.name: pack(HashtagEntry, entry) for entry in editorial.hashtags},
    )


@dataclass(frozen=True, slots=True)
class Round:
    """One round over terms and hashtags: the rows in the order of the site, what pages may show, the shelves."""

    bench: Bench
    run: Map
    rows: Sequence[Row]
    shared: Common
    ref: Plain
    terms: Shelf
    tags: Shelf

    @classmethod
    def of(cls, bench: Bench, run: Map, rows: Sequence[Row], shared: Common, state: State) -> Round:
        """Return a round; the shelves are those of ``state``."""
        ref = put(bench, tuple(shared))
        return cls(bench, run, rows, shared, ref, Shelf(bench, state.terms), Shelf(bench, state.tags))


def write(work: Round, todo: Stale, state: State, files: Files, *, again: bool) -> Names:
    """Do the ``todo``: pages into the tree and ``files``, entries in brief into ``state``.

    ``again`` says that the pages of all others look otherwise, too. Returns the hashtags that were done: those asked
    for, and those beside one that looks otherwise in brief.
    """
    slots: dict[int, dict[int, str]] = {}
    for row in work.rows:
        slots.setdefault(row.facts[0], {})[row.facts[1]] = row.slug
    todo = replace(todo, terms=_whole(work, todo.terms, 0), tags=_whole(work, todo.tags, 1))
    _terms(work, _shards(work, state, slots, todo.terms, files, 0), state, files, todo)
    done = _tags(work, slots, state, files, todo)
    state.terms, state.tags = work.terms.noted(), work.tags.noted()
    if again:
        _show(work, state, files, (todo.terms or frozenset(), done))
    return done


def _show(work: Round, state: State, files: Files, done: tuple[Names, Names]) -> None:
    """Write the pages of all entries but the terms and hashtags that are ``done``: nothing is merged for that."""
    stood = [_stood(files.old, kind) for kind in (0, 1)]
    tasks: list[list[Plain]] = [[], []]
    for number, refs in sorted(state.merged.items()):
        kind, shard = divmod(number, SHARDS)
        old = {page: files.old[page] for page in stood[kind].get(shard, [])}
        brief = (state.tags,) if kind else ()
        tasks[kind].append((work.bench, work.ref, refs, done[kind], old, *brief))
    for plain in chain(work.run(show_terms, tasks[0]), work.run(show_tags, tasks[1])):
        files.add(plain)


_RECORDS = 12
"""Records of a shard's entries from which on they are made one."""


def _keep(work: Round, state: State, number: int, ref: Plain, *, whole: bool) -> None:
    """Note a record of entries of a shard: all it has, or those that changed."""
    refs = (ref,) if whole else (*state.merged.get(number, ()), ref)
    if len(refs) > _RECORDS:
        refs = (put(work.bench, standing(work.bench, refs)),)
    state.merged[number] = refs


_Some = TypeVar("_Some", Names, Names | None)


def _whole(work: Round, names: _Some, kind: int) -> _Some:
    """Return ``names`` and those that share a page with one of them; ``kind`` is 0 for terms, 1 for hashtags."""
    if not names or work.bench.site.entries == "pages":
        return names
    return (work.terms, work.tags)[kind].beside(names)


def _file(work: Round, name: str, kind: int) -> str:
    """Return the file in which a term or a hashtag stands."""
    page = (address.term_page, address.hashtag_page)[kind]
    return file_of(page(name, work.bench.site.entries))


def _shards(
    work: Round, state: State, slots: Mapping[int, dict[int, str]], wanted: Names | None, files: Files, kind: int
) -> dict[int, Shard]:
    """Return the work on each shard that has any; ``kind`` is 0 for terms, 1 for hashtags."""
    edited: Mapping[str, Any] = {} if kind else work.shared.glossary
    by_shard: dict[int, list[str]] = {}
    for name in wanted or ():
        by_shard.setdefault(shard_of(name), []).append(name)
    alone: dict[int, list[str]] = {}
    for name in edited if wanted is None else wanted & edited.keys():
        alone.setdefault(shard_of(name), []).append(name)
    stood = _stood(files.old, kind) if wanted is None else {}
    todo = {}
    for shard in range(SHARDS) if wanted is None else sorted(by_shard):
        names = by_shard.get(shard, [])
        blocks = [(state.blocks[block][kind * SHARDS + shard], of) for block, of in sorted(slots.items())]
        pages = stood.get(shard, []) if wanted is None else [_file(work, name, kind) for name in names]
        old = {page: files.old[page] for page in pages if page in files.old}
        chosen = None if wanted is None else frozenset(names)
        todo[shard] = Shard(blocks, chosen, sorted(alone.get(shard, [])), state.lines.get(shard, ()), old)
    return todo


def _stood(old: Iterable[str], kind: int) -> dict[int, list[str]]:
    """Return by shard the pages of entries that the last build left: their paths tell, where names are forgotten."""
    found: dict[int, list[str]] = {}
    for path in old:
        folder, _, rest = path.partition("/")
        if folder == ("glossary", "hashtags")[kind] and rest.count("/") == 1:
            found.setdefault(part_of(rest[0]), []).append(path)
    return found


def _terms(work: Round, shards: dict[int, Shard], state: State, files: Files, todo: Stale) -> None:
    brief: dict[str, bytes] = {}
    tasks = [(work.bench, work.ref, tuple(shard)) for shard in shards.values()]
    for name in list(state.doubts) if todo.terms is None else todo.terms & state.doubts.keys():
        del state.doubts[name]
    for shard, (plain, some, doubts, lines, merged) in zip(shards, work.run(write_terms, tasks), strict=True):
        files.add(plain)
        state.doubts.update(doubts)
        brief.update(some)
        state.lines[shard] = lines
        _keep(work, state, shard, merged, whole=todo.terms is None)
    _settle(work, brief, todo.terms, files, 0)


def _tags(work: Round, slots: Mapping[int, dict[int, str]], state: State, files: Files, todo: Stale) -> Names:
    shards = _shards(work, state, slots, todo.tags, files, 1)
    made, brief, near = _collected(work, shards)
    for shard, (ref, *_) in zip(shards, made, strict=True):
        _keep(work, state, SHARDS + shard, ref, whole=todo.tags is None)
    other = frozenset(name for name, packed in brief.items() if not work.tags.has(name, packed))
    _settle(work, brief, todo.tags, files, 1)
    done = frozenset(brief) | (todo.tags or frozenset())
    beside = _whole(work, frozenset(one for name in other for one in near[name]) - done, 1)
    if beside:
        more, _, nearer = _collected(work, _shards(work, state, slots, beside, files, 1))
        made, near = made + more, near | nearer
    tasks = []
    for ref, names, old in made:
        shown = {one for name in names for one in near[name]}
        tasks.append((work.bench, work.ref, (ref,), {name: work.tags[name] for name in sorted(shown)}, old))
    for plain in work.run(write_tags, tasks):
        files.add(plain)
    return done | beside


def _collected(work: Round, shards: dict[int, Shard]) -> tuple[list[Plain], dict[str, bytes], dict[str, Plain]]:
    """Merge hashtags. Returns (ref of entries, names, digests of pages) a shard; entries in brief; siblings by name."""
    made: list[Plain] = []
    brief: dict[str, bytes] = {}
    near: dict[str, Plain] = {}
    tasks = [(work.bench, work.ref, tuple(one)) for one in shards.values()]
    for shard, (entries, some, beside) in zip(shards.values(), work.run(collect_tags, tasks), strict=True):
        made.append((entries, tuple(some), shard.old))
        brief.update(some)
        near.update(beside)
    return made, brief, near


def _settle(work: Round, made: dict[str, bytes], wanted: Names | None, files: Files, kind: int) -> None:
    """Put the entries ``made`` into their shelf; those wanted and not made are no more, nor are their pages."""
    known = (work.terms, work.tags)[kind]
    gone = (known.keys() if wanted is None else wanted) - made.keys()
    if gone:
        kept = {_file(work, name, kind) for name in made}
        for name in gone:
            if (file := _file(work, name, kind)) not in kept:
                files.drop(file)
    known.drop(gone)
    known.add(made)
