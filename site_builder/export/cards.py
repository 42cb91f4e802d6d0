"""Study cards: one for each term, its front the sentence that it came from.

Input: terms of an article (``TermUse``) or of the index (``TermEntry``). Output: cards, in the order given, with
what authors put beside their Chinese before plain dictionary words. In a public build a sentence of an article
whose rights are reserved is cut to a short quotation around its term, and its link leads to the page, since the
paragraph is not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from site_builder.export.data import tsv_row
from site_builder.export.xml import absolute
from site_builder.model import address
from site_builder.model.facts import TermUse
from site_builder.model.index import Citation, TermEntry
from site_builder.model.site import Site

SHORT = 40
"""Code points on each side of a term that a public pack quotes of a reserved article: a phrase, not a text."""
_COLUMNS = ("sentence", "term", "pinyin", "english", "meanings", "traditional", "hsk", "link")


@dataclass(frozen=True, slots=True)
class Card:
    """One card: ``before`` + ``match`` + ``after`` is the sentence; ``link`` leads to its paragraph."""

    term: str
    before: str
    match: str
    after: str
    pinyin: str = ""
    english: str = ""
    meanings: str = ""
    traditional: str = ""
    hsk: str = ""
    link: str = ""


def cards(site: Site, terms: Iterable[TermUse | TermEntry], reserved: Collection[str]) -> tuple[Card, ...]:
    """Return a card for each term that has a sentence and a meaning.

    ``reserved`` are the slugs of the articles whose text may not be published; it counts in a public build only.
    """
    known = [term for term in terms if term.places and (term.renderings or term.gloss.senses)]
    hidden = reserved if site.public else ()
    return tuple(_card(site, term, hidden) for term in sorted(known, key=lambda term: not term.mined))


def cards_tsv(made: Iterable[Card]) -> str:
    """Return cards as tab-separated values with a head row, the sentence first."""
    return "".join(tsv_row(row) for row in (_COLUMNS, *map(_row, made)))


def _card(site: Site, term: TermUse | TermEntry, hidden: Collection[str]) -> Card:
    place = term.places[0]
    withheld = place.article in hidden
    before, after = _quoted(place) if withheld else (place.before, place.after)
    return Card(
        term=term.term,
        before=before,
        match=place.match,
        after=after,
        pinyin=term.reading.text,
        english="; ".join(_english(term)),
        meanings="; ".join(term.gloss.senses),
        traditional=term.gloss.traditional if term.gloss.traditional != term.term else "",
        hsk=term.gloss.hsk,
        link=_link(site, replace(place, block="") if withheld else place),
    )


_SPELLED = frozenset(("person", "place"))


def _english(term: TermUse | TermEntry) -> list[str]:
    """Return what authors call a term; pinyin only of a name that has no other English."""
    said = [one.english for one in term.renderings if one.relation != "romanisation"]
    return said or ([one.english for one in term.renderings] if term.kind in _SPELLED else [])


def _quoted(place: Citation) -> tuple[str, str]:
    before, after = place.before, place.after
    if len(before) > SHORT:
        before = "…" + before[-SHORT:].partition(" ")[2]
    if len(after) > SHORT:
        after = after[:SHORT].rpartition(" ")[0] + "…"
    return before, after


def _link(site: Site, place: Citation) -> str:
    if not site.base_url:
        return ""
    return absolute(site, f"{address.article_path(place.article)}{'#' if place.block else ''}{place.block}")


def _row(card: Card) -> tuple[str, ...]:
    sentence = card.before + card.match + card.after
    return sentence, card.term, card.pinyin, card.english, card.meanings, card.traditional, card.hsk, card.link
