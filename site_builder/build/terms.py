"""The second map, over the shards of the index: a page for each term and each hashtag.

Input: a ``Bench``, a ``Common`` and, for one shard, where the facts of all articles stand. Output: pages, and each
entry in brief for the pages that list them. An entry is made of its uses alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from site_builder.build.bench import Bench, env, get, put
from site_builder.build.brief import brief_term
from site_builder.build.maps import Done, keep, keep_made
from site_builder.build.shelf import Shelf
from site_builder.build.state import Plain
from site_builder.catalog.conflicts import two_readings
from site_builder.catalog.gather import GatheredTag, GatheredTerm, place_of
from site_builder.catalog.index import absent, edited, tag_entry
from site_builder.export import data
from site_builder.model.editorial import GlossaryEntry, HashtagEntry
from site_builder.model.facts import TagUse, TermUse
from site_builder.model.index import ArticleRef, Rendering, TagEntry, TermEntry, TopicEntry
from site_builder.model.issue import Issue
from site_builder.render import pages
from site_builder.render.quotes import Cited
from site_builder.store.codec import codec, pack, unpack
from site_builder.store.pack import plain_bytes, plain_value


class Common(NamedTuple):
    """What the pages of terms and hashtags may show beside their own entry, packed, by name.

    ``articles`` is in the order of the site and without what only lists show (``brief.cited``).
    """

    articles: dict[str, Plain]
    topics: dict[str, Plain]
    glossary: dict[str, Plain]
    hashtags: dict[str, Plain]


class Packed(Mapping[str, Any]):
    """Packed values by name, unpacked when asked for."""

    __slots__ = ("_kind", "_values")

    def __init__(self, kind: type, values: Mapping[str, Plain]) -> None:
        """Hold packed ``values`` of the type ``kind``."""
        self._kind = kind
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return unpack(self._kind, self._values[name])

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class _Refs(dict[int, ArticleRef]):
    """Articles by their number in the order of the site, unpacked when first asked for."""

    def __init__(self, articles: dict[str, Plain]) -> None:
        super().__init__()
        self._packed = list(articles.values())

    def __missing__(self, number: int) -> ArticleRef:
        ref: ArticleRef = unpack(ArticleRef, self._packed[number])
        self[number] = ref
        return ref


class Desk(NamedTuple):
    """A ``Common`` as one worker uses it: opened once a build."""

    common: Common
    position: dict[str, int]
    refs: _Refs
    lookup: pages.Lookup


@lru_cache(1)
def _desk(bench: Bench, ref: Plain) -> Desk:
    common = Common(*get(bench, ref))
    position = {slug: number for number, slug in enumerate(common.articles)}
    articles = Packed(ArticleRef, common.articles)
    topics = Packed(TopicEntry, common.topics)
    lookup = pages.Lookup(articles, {}, {}, topics, Cited(articles, topics))
    return Desk(common, position, _Refs(common.articles), lookup)


class Shard(NamedTuple):
    """The work on one shard. ``blocks`` are (ref, {slot: slug}); ``wanted`` the names to do, None = all.

    ``alone`` are names that no article uses and an editor explains; ``lines`` is the ref of the exported lines as
    they were, ``old`` has the digests of the pages as they are.
    """

    blocks: list[tuple[Plain, dict[int, str]]]
    wanted: frozenset[str] | None
    alone: list[str]
    lines: Plain
    old: dict[str, bytes]


class Made(NamedTuple):
    """What merging a shard's terms gives beside pages.

    Entries whole and in brief, doubts, lines of the exported glossary.
    """

    whole: dict[str, bytes]
    brief: dict[str, bytes]
    doubts: dict[str, Plain]
    lines: dict[str, Plain]


def write_terms(bench: Bench, common: Plain, shard: Plain) -> Plain:
    """Write the pages of a shard's terms.

    Returns a ``Done``, the entries in brief, doubts, the ref of the lines, that of the entries.
    """
    desk, work = _desk(bench, common), Shard(*shard)
    done = Done({}, [], {})
    made = Made({}, {}, {}, get(bench, work.lines) if work.lines and work.wanted is not None else {})
    for name in work.wanted or ():
        made.lines.pop(name, None)
    store = _store(bench)
    for page, html in pages.term_pages(env(bench), bench.site, desk.lookup, _merged(bench, desk, work, made)):
        store(bench, page, html.encode(), work.old, done)
    return tuple(done), made.brief, made.doubts, put(bench, made.lines), put(bench, _noted(made.whole, work))


def _noted(whole: dict[str, bytes], work: Shard) -> dict[str, bytes]:
    """Return a shard's entries as they are kept: none for a name that was looked for and is no more."""
    return {**dict.fromkeys(sorted(work.wanted or ()), b""), **whole}


def standing(bench: Bench, refs: Plain, without: frozenset[str] = frozenset()) -> dict[str, bytes]:
    """Return the entries that a shard keeps, by name; ``refs`` are the records of its entries, the oldest first."""
    found: dict[str, bytes] = {}
    for ref in refs:
        found.update(get(bench, ref))
    return {name: found[name] for name in sorted(found) if found[name] and name not in without}


def show_terms(bench: Bench, common: Plain, refs: Plain, without: frozenset[str], old: dict[str, bytes]) -> Plain:
    """Write the pages of a shard's terms as they are known, but for some. Returns a ``Done``."""
    desk, read, store = _desk(bench, common), codec(TermEntry).unpack, _store(bench)
    done = Done({}, [], {})
    entries = (read(plain_value(one)) for one in standing(bench, refs, without).values())  # type: ignore[misc]
    for page, html in pages.term_pages(env(bench), bench.site, desk.lookup, entries):
        store(bench, page, html.encode(), old, done)
    return tuple(done)


def _merged(bench: Bench, desk: Desk, work: Shard, made: Made) -> Iterator[TermEntry]:
    """Yield the entries of a shard's terms; what else is known of each goes into ``made``."""
    read = codec(TermEntry).unpack
    for term, same in _grouped(bench, desk, work):
        said = desk.common.glossary.get(term)
        gathered = _gathered(same, desk)
        packed = gathered.entry() if gathered else ()
        if said:
            packed = _edited(packed, unpack(GlossaryEntry, said))
        entry: TermEntry = read(packed)  # type: ignore[misc]
        made.whole[term] = plain_bytes(packed)
        made.brief[term] = plain_bytes(brief_term(packed))
        if gathered and (doubt := two_readings(term, gathered)):
            made.doubts[term] = pack(Issue, doubt)
        made.lines[term] = data.glossary_lines(bench.site, entry)
        yield entry


def _store(bench: Bench) -> Callable[[Bench, str, bytes, Mapping[str, bytes], Done], str]:
    """Return what keeps a page.

    A link on it leads to what an entry names, and that has a page, unless the site's own templates say otherwise: only
    then are the pages read through.
    """
    return keep if bench.own_entries else keep_made


def _gathered(same: list[Any], desk: Desk) -> GatheredTerm | None:
    """Return what articles say of one term, or None where none has it."""
    if not same:
        return None
    first = same[0][1]
    gathered = GatheredTerm(first, first[_READING])
    for number, use in same:
        gathered.add(use, desk.refs[number])
    return gathered


_READING = place_of(TermUse, "reading")


def _edited(packed: Plain, said: GlossaryEntry) -> Plain:
    """Return the packed entry of a term, or nothing, with what an editor said over it."""
    entry: TermEntry = edited(unpack(TermEntry, packed) if packed else absent(said), said)
    return pack(TermEntry, entry)  # type: ignore[no-any-return]


def _grouped(bench: Bench, desk: Desk, work: Shard) -> Iterator[tuple[str, list[Any]]]:
    """Yield each wanted name that is used, or explained by an editor, with its uses in the order of the site."""
    found: dict[str, list[tuple[dict[int, int], bytes]]] = {}
    for ref, slots in work.blocks:
        places = {slot: desk.position[slug] for slot, slug in slots.items()}
        said = get(bench, ref)
        for name in said if work.wanted is None else work.wanted & said.keys():
            found.setdefault(name, []).append((places, said[name]))
    alone = frozenset(work.alone)
    for name in sorted(found.keys() | alone):
        uses = [
            (places[use[0]], *use[1:])
            for places, kept in found.get(name, ())
            for use in plain_value(kept)
            if use[0] in places
        ]
        if uses or name in alone:
            uses.sort(key=_number)
            yield name, uses


def _number(use: Plain) -> int:
    return int(use[0])


def _brief(renderings: tuple[Rendering, ...]) -> tuple[Rendering, ...]:
    return tuple(replace(one, uses=()) for one in renderings)


def collect_tags(bench: Bench, common: Plain, shard: Plain) -> Plain:
    """Merge a shard's hashtags. Returns a ref to their entries, the entries in brief, the siblings of each by name."""
    desk, work = _desk(bench, common), Shard(*shard)
    entries: dict[str, bytes] = {}
    brief: dict[str, bytes] = {}
    near: dict[str, Plain] = {}
    for name, same in _grouped(bench, desk, work):
        said = desk.common.hashtags.get(name)
        alike: dict[str, float] = {}
        for _, _, others in same:
            alike.update(others)
        ordered = tuple(sorted(alike.items(), key=lambda pair: (-pair[1], pair[0])))
        gathered = GatheredTag(unpack(TagUse, same[0][1]))
        for number, packed, _ in same:
            gathered.add(unpack(TagUse, packed), desk.refs[number])
        entry = tag_entry(name, gathered, ordered, unpack(HashtagEntry, said) if said else None)
        entries[name] = plain_bytes(pack(TagEntry, entry))
        brief[name] = plain_bytes(pack(TagEntry, _brief_tag(entry)))
        near[name] = tuple(alike)
    return put(bench, _noted(entries, work)), brief, near


def _brief_tag(entry: TagEntry) -> TagEntry:
    return replace(
        entry,
        translations=_brief(entry.translations),
        uses=(),
        views=(),
        siblings=(),
        articles=entry.articles[:1],
        note="",
    )


def write_tags(bench: Bench, common: Plain, refs: Plain, near: dict[str, Plain], old: dict[str, bytes]) -> Plain:
    """Write the pages of the hashtags in records of ``collect_tags``; ``near`` are their siblings in brief.

    Returns a ``Done``.
    """
    return _tag_pages(bench, common, standing(bench, refs), near, old)


def show_tags(
    bench: Bench, common: Plain, refs: Plain, without: frozenset[str], old: dict[str, bytes], brief: dict[int, Plain]
) -> Plain:
    """Write the pages of a shard's hashtags as they are known, but for some; ``brief`` notes the shelf of all."""
    return _tag_pages(bench, common, standing(bench, refs, without), Shelf(bench, brief), old)


def _tag_pages(
    bench: Bench, common: Plain, entries: dict[str, bytes], near: Mapping[str, Plain], old: dict[str, bytes]
) -> Plain:
    lookup = replace(_desk(bench, common).lookup, hashtags=Packed(TagEntry, near))
    done = Done({}, [], {})
    read, store = codec(TagEntry).unpack, _store(bench)
    found = (read(plain_value(one)) for one in entries.values())  # type: ignore[misc]
    for page, html in pages.hashtag_pages(env(bench), bench.site, lookup, found):
        store(bench, page, html.encode(), old, done)
    return tuple(done)
