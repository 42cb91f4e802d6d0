"""Cuts texts into words and reads each by what tables, words, grammar and the model say.

Input: texts, with spans that must stay whole. Output: tokens that tile each text. What stands beside a word in the
article, and what editors say, comes later and is stronger (``evidence.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_builder.annotate import grammar
from site_builder.annotate.lexicon import Known, Lexicon, Parts
from site_builder.annotate.segment import pieces
from site_builder.model.text import Span
from site_builder.model.word import Evidence

Syllables = tuple[str, ...]
Odds = Mapping[int, Mapping[str, float]]
"""What the model says of each place it was asked about: log odds of readings."""

_CLEAR = 3.0
"""Log odds by which the model must prefer a word's second reading: a word's first is the common one."""
_RARE = 2.0
"""Log odds that a reading must be ahead which the character has in no word of its own today."""
_SURE = 8.0
"""Log odds by which it must reject what one dictionary alone says of a word."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text to analyse; words end at ``edges``, ``wholes`` are words, ``people`` those of them that are names."""

    text: str
    edges: frozenset[int] = frozenset()
    wholes: frozenset[Span] = frozenset()
    people: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands, its syllables (none where it has no Hanzi; a capital begins a name), and why."""

    start: int
    end: int
    syllables: Syllables
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Draft:
    """A word with the readings of its stretches, each with the place where it begins in the text."""

    start: int
    end: int
    parts: Parts


def analyse(items: Sequence[Item], lexicon: Lexicon) -> list[tuple[Token, ...]]:
    """Return the tokens of each item; the model is asked once for all of them."""
    drafts = [_draft(item, lexicon) for item in items]
    odds = _ask([item.text for item in items], [_places(draft) for draft in drafts], lexicon)
    return [tuple(_token(word, found) for word in draft) for draft, found in zip(drafts, odds, strict=True)]


def _ask(texts: Sequence[str], places: Sequence[Sequence[int]], lexicon: Lexicon) -> list[Odds]:
    """Ask the model about the open places of all texts at once; without a model nothing is known of any."""
    odds: list[Odds] = [{} for _ in texts]
    asked = [at for at, found in enumerate(places) if found]
    model = lexicon.model if asked else None
    if model is None:
        return odds
    simplified = [lexicon.simplified(texts[at]) for at in asked]
    known = [
        [place for place in places[at] if text[place] in model.readings]
        for at, text in zip(asked, simplified, strict=True)
    ]
    for at, found, scores in zip(asked, known, model.score(simplified, known), strict=True):
        odds[at] = dict(zip(found, scores, strict=True))
    return odds


def _places(draft: Sequence[_Draft]) -> list[int]:
    """Return the places of the characters whose reading the model may be asked for."""
    return [
        at + offset
        for word in draft
        for at, known in word.parts
        if not known.firm or len(known.options) > 1
        for offset in range(len(known.options[0]))
    ]


def _token(word: _Draft, odds: Odds) -> Token:
    syllables, weakest = list[str](), Evidence.EDITOR
    for at, known in word.parts:
        chosen, evidence = _choose(known, at, odds)
        syllables += chosen
        weakest = max(weakest, evidence)
    return Token(word.start, word.end, tuple(syllables), weakest)


def _choose(known: Known, at: int, odds: Odds) -> tuple[Syllables, Evidence]:
    """Choose among the readings of a stretch: a character by the model, words by the model where they leave it open."""
    first = known.options[0]
    if len(first) == 1 and known.evidence != Evidence.TABLE:
        return _choose_character(known, odds.get(at))
    if len(known.options) > 1:
        return _choose_word(known, at, odds)
    if known.firm:
        return first, known.evidence
    corrected = tuple(_corrected(one, odds.get(at + offset)) for offset, one in enumerate(first))
    return corrected, known.evidence if corrected == first else Evidence.MODEL


def _choose_character(known: Known, row: Mapping[str, float] | None) -> tuple[Syllables, Evidence]:
    first = known.options[0]
    if known.firm or not row:
        return first, known.evidence
    living = {option[0].lower() for option in known.options}
    best = max(row, key=lambda one: row[one] - (0 if one in living else _RARE))
    if first[0][:1].isupper():
        best = best.capitalize()
    return (best,), Evidence.MODEL


def _choose_word(known: Known, at: int, odds: Odds) -> tuple[Syllables, Evidence]:
    """Take the first reading of a word, unless the model clearly prefers another of its readings."""
    scores = [_score(option, at, odds) for option in known.options]
    first = scores[0]
    likely = [score for score in scores if score is not None]
    if first is None or not likely:
        return known.options[0], Evidence.GUESS
    best = max(likely)
    chosen = known.options[scores.index(best)] if best > first + _CLEAR else known.options[0]
    return chosen, Evidence.MODEL


def _score(option: Syllables, at: int, odds: Odds) -> float | None:
    """Return the model's odds of a word's reading, None where it has no opinion on one of its syllables."""
    total, asked = 0.0, False
    for offset, syllable in enumerate(option):
        row = odds.get(at + offset)
        if row:
            found = row.get(syllable.lower())
            if found is None:
                return None
            total, asked = total + found, True
    return total if asked else None


def _corrected(syllable: str, row: Mapping[str, float] | None) -> str:
    """Return what the model reads where it is sure that one dictionary alone errs; neutral tones it cannot judge."""
    plain = syllable.lower()
    if not row or plain.endswith("5") or plain not in row:
        return syllable
    best = max(row, key=row.__getitem__)
    if best.endswith("5") or row[best] <= row[plain] + _SURE:
        return syllable
    return best.capitalize() if syllable[:1].isupper() else best


def _draft(item: Item, lexicon: Lexicon) -> list[_Draft]:
    words = list(_cut(item, lexicon))
    texts = [lexicon.simplified(item.text[span.start : span.end]) for span in words]
    return [_draft_word(texts, at, span, item, lexicon) for at, span in enumerate(words)]


def _cut(item: Item, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the words of an item: between its edges those of the segmenter, and the words inside them."""
    for piece in pieces(item.text, item.edges):
        if piece in item.wholes:
            yield piece
            continue
        at = piece.start
        for cut in lexicon.cut(item.text[piece.start : piece.end]):
            for word in lexicon.refined(cut):
                yield Span(at, at + len(word))
                at += len(word)


def _draft_word(texts: Sequence[str], at: int, span: Span, item: Item, lexicon: Lexicon) -> _Draft:
    """Read one word; in a word of mixed characters each run of Hanzi is read by itself."""
    word = texts[at]
    if len(word) == 1:
        settled = grammar.reading(texts, at)
        if settled is not None:
            return _Draft(span.start, span.end, ((span.start, Known(((settled,),), Evidence.GRAMMAR)),))
    parts = lexicon.parts(word, span in item.people)
    return _Draft(span.start, span.end, tuple((span.start + offset, known) for offset, known in parts))
