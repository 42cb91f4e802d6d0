"""The whole-site index, merged from the facts of all articles.

Input: facts of articles in the order of the site, topics, what editors said. Output: Index, and what in the
collection contradicts itself, as issues. Merging keeps a bounded number of quotations and the true counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_builder.catalog.conflicts import conflicts
from site_builder.catalog.facts import facts
from site_builder.catalog.siblings import siblings
from site_builder.catalog.topics import topic_entries
from site_builder.model.editorial import Editorial, GlossaryEntry, HashtagEntry, Topic
from site_builder.model.facts import AnnotatedArticle, Facts, TagUse, TermUse
from site_builder.model.index import ArticleRef, Citation, Index, Rendering, TagEntry, TermEntry
from site_builder.model.issue import Issue
from site_builder.model.mined import TermKind
from site_builder.model.word import Evidence, Gloss, Reading

__all__ = ["build", "facts", "merge"]

_NOTHING_SAID = Editorial()

PLACES = 40
"""Quotations in the concordance of one term, and for one rendering of it; ``count`` stays true."""


def build(
    articles: Iterable[AnnotatedArticle], topics: Sequence[Topic] = (), editorial: Editorial = _NOTHING_SAID
) -> tuple[Index, tuple[Issue, ...]]:
    """Return the index of ``articles`` and the contradictions found; see ``merge``."""
    return merge(map(facts, articles), topics, editorial)


def merge(
    given: Iterable[Facts], topics: Sequence[Topic] = (), editorial: Editorial = _NOTHING_SAID
) -> tuple[Index, tuple[Issue, ...]]:
    """Return the index of the facts given, newest article first, terms and hashtags by their pinyin.

    ``given`` is read once; quotations stand in its order.
    """
    everything = list(given)
    refs = tuple(sorted((one.ref for one in everything), key=_newest))
    terms = _terms(everything, editorial.glossary)
    tags = _tags(everything, editorial.hashtags)
    index = Index(refs, terms, tags, topic_entries(topics, refs, everything))
    return index, conflicts(terms)


def _newest(ref: ArticleRef) -> tuple[tuple[int, ...], str]:
    digits = [int(part) for part in ref.date.text[:10].split("-") if part.isdigit()]
    return tuple(-one for one in (*digits, 0, 0, 0)[:3]), ref.slug


def _terms(given: list[Facts], glossary: Sequence[GlossaryEntry]) -> tuple[TermEntry, ...]:
    uses: dict[str, list[tuple[TermUse, ArticleRef]]] = {}
    for one in given:
        for use in one.terms:
            uses.setdefault(use.term, []).append((use, one.ref))
    edited = {entry.term: entry for entry in glossary}
    entries = [_edited(_term(same), edited.get(term)) for term, same in uses.items()]
    entries += [_edited(_absent(entry), entry) for term, entry in edited.items() if term not in uses]
    return tuple(sorted(entries, key=_by_pinyin))


def _by_pinyin(entry: TermEntry) -> tuple[tuple[str, ...], str]:
    return entry.reading.syllables or (entry.reading.text,), entry.term


def _term(same: list[tuple[TermUse, ArticleRef]]) -> TermEntry:
    first, ref = same[0]
    if len(same) == 1:
        return TermEntry(
            first.term,
            first.kind,
            first.reading,
            first.gloss,
            first.renderings,
            first.places,
            first.count,
            (ref.slug,),
            ref.topics,
            mined=first.mined,
        )
    uses = [use for use, _ in same]
    return TermEntry(
        term=first.term,
        kind=_kind(uses),
        reading=min((use.reading for use in uses), key=lambda reading: reading.evidence),
        gloss=next((use.gloss for use in uses if use.gloss.senses), first.gloss),
        renderings=_renderings(one for use in uses for one in use.renderings),
        places=_some(place for use in uses for place in use.places),
        count=sum(use.count for use in uses),
        articles=tuple(one.slug for _, one in same),
        topics=tuple(dict.fromkeys(topic for _, one in same for topic in one.topics)),
        mined=any(use.mined for use in uses),
    )


def _kind(uses: list[TermUse]) -> TermKind:
    kinds = Counter(use.kind for use in uses if use.mined)
    return max(kinds, key=lambda kind: (kinds[kind], kind != "term", kind)) if kinds else uses[0].kind


def _some(places: Iterable[Citation]) -> tuple[Citation, ...]:
    kept: list[Citation] = []
    for place in places:
        if len(kept) == PLACES:
            break
        kept.append(place)
    return tuple(kept)


def _renderings(given: Iterable[Rendering]) -> tuple[Rendering, ...]:
    """Return one rendering for each English, the most used first; capitals and quotes do not part them."""
    found: dict[str, list[Rendering]] = {}
    for one in given:
        found.setdefault(one.english.casefold(), []).append(one)
    merged = [
        Rendering(same[0].english, same[0].relation, _some(use for one in same for use in one.uses))
        for same in found.values()
    ]
    return tuple(sorted(merged, key=lambda one: (one.relation == "romanisation", -len(one.uses))))


def _absent(entry: GlossaryEntry) -> TermEntry:
    """Return the entry of a term that an editor explains and no article uses."""
    return TermEntry(entry.term, entry.kind or "term", Reading((), entry.reading, Evidence.EDITOR), Gloss())


def _edited(term: TermEntry, entry: GlossaryEntry | None) -> TermEntry:
    """Return the entry with what the editor said over what the program thinks."""
    if entry is None:
        return term
    said = {one.casefold() for one in entry.english}
    own = tuple(Rendering(one, "translation", _uses_of(term, one)) for one in entry.english)
    return replace(
        term,
        kind=entry.kind or term.kind,
        reading=_said(term.reading, entry.reading),
        gloss=replace(term.gloss, traditional=entry.traditional or term.gloss.traditional),
        renderings=own + tuple(one for one in term.renderings if one.english.casefold() not in said),
        note=entry.note,
        mined=True,
    )


def _uses_of(term: TermEntry, english: str) -> tuple[Citation, ...]:
    return next((one.uses for one in term.renderings if one.english.casefold() == english.casefold()), ())


def _said(reading: Reading, written: str) -> Reading:
    if not written or reading.evidence == Evidence.EDITOR:
        return reading
    return Reading(reading.syllables, written, Evidence.EDITOR, "glossary.yaml")


def _tags(given: list[Facts], edited: Sequence[HashtagEntry]) -> tuple[TagEntry, ...]:
    uses: dict[str, list[tuple[TagUse, ArticleRef]]] = {}
    for one in given:
        for use in one.tags:
            uses.setdefault(use.name, []).append((use, one.ref))
    said = {entry.name: entry for entry in edited}
    alike = siblings(tuple(use.name for use in one.tags) for one in given)
    entries = [_tag(name, same, alike.get(name, ()), said.get(name)) for name, same in uses.items()]
    return tuple(sorted(entries, key=lambda tag: (tag.reading, tag.name)))


def _tag(
    name: str,
    same: list[tuple[TagUse, ArticleRef]],
    alike: tuple[tuple[str, float], ...],
    said: HashtagEntry | None,
) -> TagEntry:
    uses = [use for use, _ in same]
    given = _renderings(one for use in uses for one in use.translations)
    own = tuple(Rendering(one, "translation", ()) for one in said.english) if said else ()
    topics = dict.fromkeys((*(said.topics if said else ()), *(topic for _, ref in same for topic in ref.topics)))
    return TagEntry(
        name=name,
        reading=uses[0].reading,
        words=uses[0].words,
        translations=own + tuple(one for one in given if one.english not in {mine.english for mine in own}),
        uses=_some(place for use in uses for place in use.uses),
        views=tuple(view for use in uses for view in use.views)[:PLACES],
        hosts=tuple(dict.fromkeys(host for use in uses for host in use.hosts)),
        siblings=alike,
        articles=tuple(ref.slug for _, ref in same),
        topics=tuple(topics),
        note=said.note if said else "",
        count=sum(use.count for use in uses),
    )
