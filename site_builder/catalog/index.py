"""The entries of the site's index, and the order in which lists have them.

Input: what was gathered of one term or hashtag, what editors said. Output: its entry.
"""

from __future__ import annotations

from dataclasses import replace

from site_builder.catalog.gather import GatheredTag, ordered
from site_builder.model.editorial import GlossaryEntry, HashtagEntry
from site_builder.model.index import ArticleRef, Citation, Rendering, TagEntry, TermEntry
from site_builder.model.word import Evidence, Gloss, Reading


def newest(ref: ArticleRef) -> tuple[tuple[int, ...], str]:
    """Return the place of an article in the order of the site: the newest first, then by slug."""
    return date_order(ref.date.text), ref.slug


def date_order(text: str) -> tuple[int, ...]:
    """Return the place of a date, given as ISO 8601 cut at its precision: the newest first."""
    digits = [int(part) for part in text[:10].split("-") if part.isdigit()]
    return tuple(-one for one in (*digits, 0, 0, 0)[:3])


def term_order(entry: TermEntry) -> tuple[tuple[str, ...], str]:
    """Return the place of a term in lists: by its pinyin, then by its characters."""
    return entry.reading.syllables or (entry.reading.text,), entry.term


def absent(entry: GlossaryEntry) -> TermEntry:
    """Return the entry of a term that an editor explains and no article uses."""
    return TermEntry(entry.term, entry.kind or "term", Reading((), entry.reading, Evidence.EDITOR), Gloss())


def edited(term: TermEntry, entry: GlossaryEntry) -> TermEntry:
    """Return the entry with what the editor said over what the program thinks."""
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


def tag_order(entry: TagEntry) -> tuple[str, str]:
    """Return the place of a hashtag in lists: by its pinyin, then by its name."""
    return entry.reading, entry.name


def tag_entry(
    name: str, one: GatheredTag, alike: tuple[tuple[str, float], ...], said: HashtagEntry | None = None
) -> TagEntry:
    """Return the entry of one hashtag: what articles say of it, its siblings, what an editor said over that."""
    own = said.english if said else ()
    given = [found for found in ordered(one.translations) if found.english not in own]
    return TagEntry(
        name=name,
        reading=one.first.reading,
        words=one.first.words,
        translations=(
            *(Rendering(english, "translation", ()) for english in own),
            *(Rendering(found.english, found.relation, tuple(found.uses)) for found in given),
        ),
        uses=tuple(one.uses),
        views=tuple(one.views),
        hosts=tuple(one.hosts),
        siblings=alike,
        articles=tuple(one.articles),
        topics=tuple(dict.fromkeys((*(said.topics if said else ()), *one.topics))),
        note=said.note if said else "",
        count=one.count,
    )
