"""Sums up the Chinese of one article: its words by level, its names.

Input: the words and pairs of an article, and what makes a word's element. Output: small values for its page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.facts import AnnotatedArticle
from site_builder.model.mined import TermKind
from site_builder.model.word import Evidence, Word
from site_builder.render.cards import Cards


@dataclass(frozen=True, slots=True)
class Level:
    """One band of the profile: its HSK level ("" = beyond the lists), its distinct words as elements of HTML."""

    hsk: str
    count: int
    percent: float
    html: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The distinct words of an article, easy ones first; ``total`` is how many they are."""

    levels: tuple[Level, ...] = ()
    total: int = 0
    guesses: int = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A person, organisation, place or work of the article, as the author calls it; ``name`` names its page."""

    name: str
    term: str
    english: str
    kind: TermKind
    reading: str


def profile(words: Iterable[Word], cards: Cards) -> Profile:
    """Return the distinct words by level, in the order of the text inside a level."""
    distinct = {word.text: word for word in reversed(tuple(words))}
    bands: dict[str, list[Word]] = {}
    for word in reversed(distinct.values()):
        bands.setdefault(word.gloss.hsk, []).append(word)
    total = len(distinct)
    order = sorted(bands, key=lambda hsk: (not hsk, hsk))
    levels = tuple(_level(hsk, bands[hsk], total, cards) for hsk in order)
    return Profile(levels, total, sum(word.reading.evidence is Evidence.GUESS for word in distinct.values()))


def _level(hsk: str, words: list[Word], total: int, cards: Cards) -> Level:
    return Level(hsk, len(words), round(100 * len(words) / total, 2), " ".join(map(cards.link, words)))


_SPELLED = frozenset(("person", "place"))
"""Kinds whose English is, as a rule, the pinyin itself; for others pinyin is a reading, not a rendering."""


def names(annotated: AnnotatedArticle) -> tuple[Named, ...]:
    """Return who and what the article names in both languages, each once, in the order of the text."""
    starts = {(word.place.field, word.place.span.start): i for i, word in enumerate(annotated.words)}
    found: dict[str, Named] = {}
    for pair in annotated.mined.pairs:
        if pair.canonical not in found and (pair.relation != "romanisation" or pair.kind in _SPELLED):
            first = starts.get((pair.term.field, pair.term.span.start), len(annotated.words))
            found[pair.canonical] = Named(
                pair.canonical,
                pair.chinese,
                pair.english,
                pair.kind,
                _reading(annotated.words[first:], pair.term.span.end),
            )
    return tuple(found.values())


def _reading(words: tuple[Word, ...], end: int) -> str:
    """Return the reading of the words before ``end``, as they stand one after another."""
    inside: list[Word] = []
    for word in words:
        if word.place.span.end > end or (inside and word.place.span.start < inside[-1].place.span.end):
            break
        inside.append(word)
    return " ".join(word.reading.text for word in inside)
