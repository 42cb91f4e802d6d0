"""The whole-site index, merged from the facts of all articles.

Input: facts of articles in the order of the site, topics, what editors said. Output: Index, and what in the
collection contradicts itself, as issues.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_builder.catalog.conflicts import conflicts, two_readings
from site_builder.catalog.facts import facts
from site_builder.catalog.gather import Gathered, GatheredTag, GatheredTerm, renderings
from site_builder.catalog.siblings import siblings
from site_builder.catalog.topics import topic_entries
from site_builder.model.editorial import Editorial, GlossaryEntry, HashtagEntry, Topic
from site_builder.model.facts import AnnotatedArticle, Facts
from site_builder.model.index import ArticleRef, Citation, Index, Rendering, TagEntry, TermEntry
from site_builder.model.issue import Issue
from site_builder.model.word import Evidence, Gloss, Reading

__all__ = ["build", "facts", "merge", "newest", "tag_entry", "tag_order", "term_entry", "term_order"]

_NOTHING_SAID = Editorial()


def build(
    articles: Iterable[AnnotatedArticle], topics: Sequence[Topic] = (), editorial: Editorial = _NOTHING_SAID
) -> tuple[Index, tuple[Issue, ...]]:
    """Return the index of ``articles`` and the contradictions found; see ``merge``."""
    return merge(map(facts, articles), topics, editorial)


def merge(
    given: Iterable[Facts], topics: Sequence[Topic] = (), editorial: Editorial = _NOTHING_SAID
) -> tuple[Index, tuple[Issue, ...]]:
    """Return the index of the facts given: articles newest first, terms and hashtags by their pinyin.

    ``given`` is read once and not kept; quotations stand in its order.
    """
    gathered = Gathered()
    for one in given:
        gathered.add(one)
    refs = tuple(sorted(gathered.refs, key=newest))
    terms = _terms(gathered.terms, editorial.glossary)
    kinds = {term.term: term.kind for term in terms}
    spread = {term: len(one.articles) for term, one in gathered.terms.items()}
    found = topic_entries(topics, refs, gathered.topics, spread, kinds)
    index = Index(refs, terms, _tags(gathered, editorial.hashtags), found)
    doubts = (two_readings(term, one) for term, one in gathered.terms.items())
    return index, tuple(sorted([*conflicts(terms), *(doubt for doubt in doubts if doubt)]))


def newest(ref: ArticleRef) -> tuple[tuple[int, ...], str]:
    """Return the place of an article in the order of the site: the newest first, then by slug."""
    return date_order(ref.date.text), ref.slug


def date_order(text: str) -> tuple[int, ...]:
    """Return the place of a date, given as ISO 8601 cut at its precision: the newest first."""
    digits = [int(part) for part in text[:10].split("-") if part.isdigit()]
    return tuple(-one for one in (*digits, 0, 0, 0)[:3])


def _terms(gathered: dict[str, GatheredTerm], glossary: Sequence[GlossaryEntry]) -> tuple[TermEntry, ...]:
    edited = {entry.term: entry for entry in glossary}
    entries = [term_entry(term, one, edited.get(term)) for term, one in gathered.items()]
    entries += [term_entry(term, None, entry) for term, entry in edited.items() if term not in gathered]
    return tuple(sorted(entries, key=term_order))


def term_entry(term: str, one: GatheredTerm | None, said: GlossaryEntry | None = None) -> TermEntry:
    """Return the entry of one term: what articles say of it, with what an editor said over that.

    ``one`` may be None, no article having the term, where ``said`` is given.
    """
    if said is None:
        if one is None:
            raise KeyError(term)
        return _term(term, one)
    return _edited(_term(term, one) if one else _absent(said), said)


def term_order(entry: TermEntry) -> tuple[tuple[str, ...], str]:
    """Return the place of a term in lists: by its pinyin, then by its characters."""
    return entry.reading.syllables or (entry.reading.text,), entry.term


def _term(term: str, one: GatheredTerm) -> TermEntry:
    return TermEntry(
        term=term,
        kind=one.kind,
        reading=one.reading,
        gloss=one.first.gloss,
        renderings=renderings(one.renderings),
        places=tuple(one.places),
        count=one.count,
        articles=tuple(one.articles),
        topics=tuple(one.topics),
        mined=one.mined,
        forms=_forms(term, one),
    )


def _forms(term: str, one: GatheredTerm) -> tuple[str, ...]:
    """Return the forms that articles use, the one that most use first; none where all use the name."""
    ordered = tuple(form for form, _ in sorted(one.forms.items(), key=lambda form: (-form[1], form[0])))
    return () if ordered == (term,) else ordered


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


def _tags(gathered: Gathered, edited: Sequence[HashtagEntry]) -> tuple[TagEntry, ...]:
    said = {entry.name: entry for entry in edited}
    alike = siblings(gathered.together)
    entries = [tag_entry(name, one, alike.get(name, ()), said.get(name)) for name, one in gathered.tags.items()]
    return tuple(sorted(entries, key=tag_order))


def tag_order(entry: TagEntry) -> tuple[str, str]:
    """Return the place of a hashtag in lists: by its pinyin, then by its name."""
    return entry.reading, entry.name


def tag_entry(
    name: str, one: GatheredTag, alike: tuple[tuple[str, float], ...], said: HashtagEntry | None = None
) -> TagEntry:
    """Return the entry of one hashtag: what articles say of it, its siblings, what an editor said over that."""
    own = said.english if said else ()
    given = tuple(found for found in renderings(one.translations) if found.english not in own)
    return TagEntry(
        name=name,
        reading=one.first.reading,
        words=one.first.words,
        translations=(*(Rendering(english, "translation", ()) for english in own), *given),
        uses=tuple(one.uses),
        views=tuple(one.views),
        hosts=tuple(one.hosts),
        siblings=alike,
        articles=tuple(one.articles),
        topics=tuple(dict.fromkeys((*(said.topics if said else ()), *one.topics))),
        note=said.note if said else "",
        count=one.count,
    )
