"""What an article and its editors say about readings: claims, each with its reason.

Input: flat text, mined pairs, outside knowledge. Output: claims on stretches of the text, to be laid over what
``analysis`` finds. The order of strength is that of ``Evidence``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.romanise import Fit, fit, latin_words
from site_builder.annotate.syllables import fewest, split
from site_builder.model.guide import Guide, Known
from site_builder.model.han import HANZI_ONLY, hanzi
from site_builder.model.issue import Issue, Where
from site_builder.model.mined import Mined, Pair, TermKind
from site_builder.model.text import Field, Span
from site_builder.model.word import Evidence

Syllables = tuple[str, ...]

_SIMPLIFY = "Write `term` in simplified characters and the other form as `traditional`; both are found in articles."

_WINDOW = 80  # code points beside a run in which its romanisation may stand
_OPENERS = re.compile(r"[\s(（\[“”\"'‘’«《#＃:：,，–—-]*$")
_CLOSERS = re.compile(r"[\s)）\]“”\"'‘’»》#＃]*[(（\[,，:：–—-]?[\s“\"'‘]*")
_STOP = re.compile(rf"[.!?;。！？；()（）\n]|[{chr(0x4E00)}-{chr(0x9FFF)}]")
_BEFORE, _AFTER = 8, 6  # words of English that are looked at on either side


@dataclass(frozen=True, slots=True)
class Claim:
    """Readings of the characters of a span, likelier first, and why.

    ``capitals`` are the places where a word of a name begins: those of ``Xun Qiu`` beside 郇秋.
    """

    span: Span
    options: tuple[Syllables, ...]
    evidence: Evidence
    because: str
    capitals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of a term wherever it stands: its readings and why, what kind of thing it is."""

    options: tuple[Syllables, ...]
    evidence: Evidence
    because: str
    kind: TermKind | None = None


def claims(text: str, field: Field, mined: Mined, lexicon: Lexicon) -> list[Claim]:
    """Return what the Latin text beside each run of Hanzi says of it, and what mined pairs say of their terms."""
    found = [_of_pair(pair, lexicon) for pair in mined.pairs if pair.term.field == field]
    found += [_beside(text, Span(*run.span()), lexicon) for run in HANZI_ONLY.finditer(text)]
    return [claim for claim in found if claim is not None]


def _of_pair(pair: Pair, lexicon: Lexicon) -> Claim | None:
    person = pair.kind == "person"
    return _claim(pair.chinese, latin_words(pair.english), pair.term.span.start, lexicon, person=person, part=True)


def _beside(text: str, run: Span, lexicon: Lexicon) -> Claim | None:
    """Read the words before a run, all of it or a part; else those after it, all of it."""
    characters = text[run.start : run.end]
    before = _before(text[max(0, run.start - _WINDOW) : run.start])
    claim = _claim(characters, before, run.start, lexicon, person=False, part=True) if before else None
    if claim is None or len(claim.span) < len(run):
        after = _after(text[run.end : run.end + _WINDOW])
        claim = (_claim(characters, after, run.start, lexicon, person=False, part=False) if after else None) or claim
    return claim


def _claim(
    characters: str, words: tuple[str, ...], start: int, lexicon: Lexicon, *, person: bool, part: bool
) -> Claim | None:
    found = _fit(characters, words, lexicon, person, part)
    if found is None:
        return None
    evidence = Evidence.TONED if found.toned else Evidence.ROMANISED
    span = Span(start + found.start, start + found.end)
    return Claim(span, found.options, evidence, found.spelling, () if found.toned else _capitals(found, span.start))


def _capitals(found: Fit, start: int) -> tuple[int, ...]:
    """Return where the capitalised words of a spelling begin among the characters."""
    places, at, end = list[int](), start, start + len(found.options[0])
    for word in found.spelling.split():
        if word[:1].isupper() and at < end:
            places.append(at)
        at += len(fewest(word, end - start)) or 1
    return tuple(places)


@functools.lru_cache(maxsize=20_000)
def _fit(characters: str, words: tuple[str, ...], lexicon: Lexicon, person: bool, part: bool) -> Fit | None:
    """Fit words to characters; a single character only to the word that stands next to it."""
    if not HANZI_ONLY.fullmatch(characters) or not words:
        return None
    if len(characters) == 1:
        return fit(characters, words[-1:] if part else words[:1], lexicon.readings_of)
    names, simple = lexicon.names, lexicon.simplified(characters)
    surname = (names.surname(simple) if person else names.shaped(simple)) if part else ""
    return fit(characters, words, lexicon.readings_of, surname=surname, part=part)


def _before(window: str) -> tuple[str, ...]:
    """Return the English words that end where the run begins; a full stop or a bracket ends their reach."""
    window = _OPENERS.sub("", window)
    stops = [found.end() for found in _STOP.finditer(window)]
    return latin_words(window[stops[-1] if stops else 0 :])[-_BEFORE:]


def _after(window: str) -> tuple[str, ...]:
    start = _CLOSERS.match(window)
    window = window[start.end() if start else 0 :]
    stop = _STOP.search(window)
    return latin_words(window[: stop.start() if stop else None])[:_AFTER]


def terms(guide: Guide, lexicon: Lexicon) -> tuple[dict[str, Said], tuple[Issue, ...]]:
    """Return what editors and the rest of the collection say of terms, editors first; and readings that fit no term."""
    said, issues = dict[str, Said](), list[Issue]()
    for entry in guide.readings:
        _editor(entry.word, entry.reading, entry.why or "readings.yaml", None, entry.where, said, issues)
    for gloss in guide.glossary:
        if gloss.reading:
            _editor(gloss.term, gloss.reading, "glossary.yaml", gloss.kind, gloss.where, said, issues)
        known_as = said.setdefault(gloss.term, Said((), Evidence.GUESS, "", gloss.kind))
        if gloss.traditional:
            said.setdefault(gloss.traditional, known_as)
        if (name := lexicon.simplified(gloss.term)) != gloss.term:
            message = f"the page of {gloss.term} is that of {name}, its form in simplified characters"
            issues.append(Issue(gloss.where, "W202", message, "warning", hint=_SIMPLIFY))
    for known in guide.known:
        if known.term not in said:
            said[known.term] = _elsewhere(known, lexicon)
    return said, tuple(issues)


def _editor(
    word: str, reading: str, why: str, kind: TermKind | None, where: Where, said: dict[str, Said], issues: list[Issue]
) -> None:
    syllables = editorial(word, reading)
    if syllables is not None:
        said.setdefault(word, Said((syllables,), Evidence.EDITOR, why, kind))
        return
    message = f'the reading "{reading}" does not spell {word}: it needs {len(hanzi(word))} syllables'
    issues.append(Issue(where, "E061", message, hint="Write pinyin with tone marks, a syllable a character."))


def editorial(word: str, reading: str) -> Syllables | None:
    """Return an editor's pinyin as syllables, one a Hanzi of ``word``; a capital in it begins a name."""
    count = len(hanzi(word))
    cut = [fewest(piece, count) for piece in reading.split()]
    if sum(map(len, cut)) == count and all(cut):
        return tuple(syllable for piece in cut for syllable in piece)
    return split(reading, count)


def _elsewhere(known: Known, lexicon: Lexicon) -> Said:
    if known.reading is not None:
        return Said((known.reading.syllables,), Evidence.ELSEWHERE, known.reading.because, known.kind)
    found = _fit(known.term, latin_words(known.romanisation), lexicon, known.kind == "person", True)
    if found is None or len(found.options[0]) < len(known.term):
        return Said((), Evidence.GUESS, "", known.kind)
    return Said(found.options, Evidence.ELSEWHERE, found.spelling, known.kind)


def in_article(found: Iterable[Claim], text: str) -> Iterator[tuple[str, Said]]:
    """Yield what claims of an article say of the same words elsewhere in it; single characters stay where they are."""
    for claim in found:
        word = text[claim.span.start : claim.span.end]
        if len(word) > 1:
            yield word, Said(claim.options, Evidence.ELSEWHERE, claim.because)


def misfit(pair: Pair, lexicon: Lexicon) -> bool:
    """Tell whether the English of a person or place is pinyin of as many syllables, yet spells none of the readings.

    One character must be read so, that a Japanese or Cantonese name is not taken for pinyin.
    """
    if pair.kind not in {"person", "place"} or not HANZI_ONLY.fullmatch(pair.chinese) or not pair.english.isascii():
        return False
    syllables = split(pair.english, len(pair.chinese))
    if syllables is None or _fit(pair.chinese, latin_words(pair.english), lexicon, False, False):
        return False
    right = [_is_read(char, one[:-1], lexicon) for char, one in zip(pair.chinese, syllables, strict=True)]
    return any(right) and not all(right)


_WADE = {"ch": ("zh", "j"), "t": ("d",), "p": ("b",), "k": ("g",), "ts": ("z",)}
"""Initials that Wade-Giles, its aspirates left out, writes otherwise: Chang is Zhang."""


def _is_read(char: str, letters: str, lexicon: Lexicon) -> bool:
    """Tell whether a character has a reading that pinyin or Wade-Giles writes so."""
    known = {reading[:-1] for reading in lexicon.readings_of(char)}
    initial = letters[:2] if letters[:2] in _WADE else letters[:1]
    return letters in known or any(other + letters[len(initial) :] in known for other in _WADE.get(initial, ()))
