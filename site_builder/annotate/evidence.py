"""What an article and its editors say about readings: claims, each with its reason.

Input: flat text, mined pairs, outside knowledge. Output: claims on stretches of the text, to be laid over what
``analysis`` finds. The order of strength is that of ``Evidence``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.phonetics import characters
from site_builder.annotate.romanise import Fit, fit, latin_words
from site_builder.annotate.spelling import plain
from site_builder.annotate.stretches import Claim, Said
from site_builder.annotate.syllables import fewest, split
from site_builder.model.guide import Guide, Known
from site_builder.model.han import HANZI_ONLY, hanzi
from site_builder.model.issue import Issue, Where
from site_builder.model.mined import Pair, TermKind
from site_builder.model.text import Span
from site_builder.model.word import Evidence

Syllables = tuple[str, ...]

_SIMPLIFY = "Write `term` in simplified characters and the other form as `traditional`; both are found in articles."

_WINDOW = 80  # code points beside a run in which its romanisation may stand
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_OPENERS = _SPACES + "(（[“”\"'‘’«《#＃:：,，–—-"
_CLOSERS = re.compile(r"[\s)）\]“”\"'‘’»》#＃]*[(（\[,，:：–—-]?[\s“\"'‘]*")
_STOPS = rf"[.!?;。！？；()（）\n{chr(0x4E00)}-{chr(0x9FFF)}]"
_STOP = re.compile(_STOPS)
_LAST_STOP = re.compile(f".*{_STOPS}", re.DOTALL)
_BEFORE, _AFTER = 8, 6  # words of English that are looked at on either side


def claims(text: str, runs: Iterable[Span], pairs: Iterable[Pair], lexicon: Lexicon) -> Iterator[Claim]:
    """Yield what mined pairs of a text say of their terms, and the Latin text beside each run of Hanzi of it."""
    spelled = set[Span]()
    for pair in pairs:
        person = pair.kind == "person"
        if claim := _claim(pair.chinese, latin_words(pair.english), lexicon, person, True):
            yield claim.moved(pair.term.span.start)
            spelled |= {pair.term.span} if len(claim.said.options[0]) == len(pair.term.span) else set()
    for run in runs:
        if run not in spelled and (claim := _beside(text, run, lexicon)):
            yield claim.moved(run.start)


def _beside(text: str, run: Span, lexicon: Lexicon) -> Claim | None:
    """Read the words before a run, all of it or a part; else those after it, all of it. Offsets begin at the run."""
    characters = text[run.start : run.end]
    before = _before(text, run.start)
    claim = _claim(characters, before, lexicon, False, True) if before else None
    if claim is None or claim.end - claim.start < len(characters):
        after = _after(text, run.end)
        claim = (_claim(characters, after, lexicon, False, False) if after else None) or claim
    return claim


@functools.lru_cache(maxsize=8_000)
def _claim(characters: str, words: tuple[str, ...], lexicon: Lexicon, person: bool, part: bool) -> Claim | None:
    found = _fit(characters, words, lexicon, person, part)
    if found is None:
        return None
    evidence = Evidence.TONED if found.toned else Evidence.ROMANISED
    capitals = () if found.toned else _capitals(found)
    return Claim(found.start, found.end, Said(found.options, evidence, found.spelling, None, capitals))


def _capitals(found: Fit) -> tuple[int, ...]:
    """Return where the capitalised words of a spelling begin among the characters."""
    places, at, end = list[int](), 0, len(found.options[0])
    for word in found.spelling.split():
        if word[:1].isupper() and at < end:
            places.append(at)
        at += len(fewest(word, end)) or 1
    return tuple(places)


def _fit(characters: str, words: tuple[str, ...], lexicon: Lexicon, person: bool, part: bool) -> Fit | None:
    """Fit words to characters; a single character only to the word that stands next to it."""
    if not words or not HANZI_ONLY.fullmatch(characters):
        return None
    if len(characters) == 1:
        return fit(characters, words[-1:] if part else words[:1], lexicon.readings_of)
    names, simple = lexicon.names, lexicon.simplified(characters)
    surname = (names.surname(simple) if person else names.shaped(simple)) if part else ""
    return fit(characters, words, lexicon.readings_of, surname=surname, part=part)


def _before(text: str, end: int) -> tuple[str, ...]:
    """Return the English words that end where the run begins; a full stop or a bracket ends their reach."""
    low = max(0, end - _WINDOW)
    end = low + len(text[low:end].rstrip(_OPENERS))
    stop = _LAST_STOP.match(text, low, end)
    return latin_words(text[stop.end() if stop else low : end])[-_BEFORE:]


def _after(text: str, start: int) -> tuple[str, ...]:
    high = start + _WINDOW
    closed = _CLOSERS.match(text, start, high)
    start = closed.end() if closed else start
    stop = _STOP.search(text, start, high)
    return latin_words(text[start : stop.start() if stop else high])[:_AFTER]


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
    return _spelled(known.term, known.romanisation, known.kind, lexicon)


@functools.lru_cache(maxsize=8_000)
def _spelled(term: str, romanisation: str, kind: TermKind, lexicon: Lexicon) -> Said:
    found = _fit(term, latin_words(romanisation), lexicon, kind == "person", True)
    if found is None or len(found.options[0]) < len(term):
        return Said((), Evidence.GUESS, "", kind)
    return Said(found.options, Evidence.ELSEWHERE, found.spelling, kind)


def in_article(found: Iterable[Claim], text: str) -> Iterator[tuple[str, Said]]:
    """Yield what claims of an article say of the same words elsewhere in it; single characters stay where they are."""
    for start, end, said in found:
        if end - start > 1:
            yield text[start:end], Said(said.options, Evidence.ELSEWHERE, said.because)


@functools.lru_cache(maxsize=8_000)
def misfit(chinese: str, english: str, kind: TermKind, lexicon: Lexicon) -> bool:
    """Tell whether the English of a person or place is pinyin of as many syllables, yet spells none of the readings.

    One character must be read so, or the English must begin with a Chinese surname, that a Japanese or Cantonese name
    is not taken for pinyin.
    """
    if kind not in {"person", "place"} or not HANZI_ONLY.fullmatch(chinese) or not english.isascii():
        return False
    if kind == "place" and " " in english:
        return False
    syllables = [one for word in _PIECES.split(english) for one in fewest(word, len(chinese))]
    if len(syllables) != len(chinese) or _fit(chinese, latin_words(english), lexicon, False, False):
        return False
    if not all(one[:-1].lower() in _mandarin() for one in syllables):
        return False
    right = [_is_read(char, one[:-1].lower(), lexicon) for char, one in zip(chinese, syllables, strict=True)]
    return not all(right) and (any(right) or (kind == "person" and _is_surname(english.split(maxsplit=1)[0], lexicon)))


def two_ways(pairs: Iterable[Pair], lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Yield each term that an article spells in two ways that no reading of it unites, with both spellings."""
    known = dict[str, tuple[str, frozenset[Syllables]]]()
    for pair in pairs:
        if pair.relation != "romanisation":
            continue
        found = _fit(pair.chinese, latin_words(pair.english), lexicon, pair.kind == "person", False)
        if found is None:
            continue
        options = frozenset(tuple(one.lower() for one in option) for option in found.options)
        first, before = known.setdefault(pair.chinese, (pair.english, options))
        if before.isdisjoint(options):
            yield pair.chinese, first, pair.english


def _is_surname(written: str, lexicon: Lexicon) -> bool:
    """Tell whether letters spell a common Chinese surname."""
    return written.lower() in _spelled_surnames(lexicon)


@functools.lru_cache(maxsize=2)
def _spelled_surnames(lexicon: Lexicon) -> frozenset[str]:
    surnames = lexicon.names.surnames
    return frozenset(surnames[one].readings[0][0][:-1].lower() for one in lexicon.names.sure if len(one) == 1)


_PIECES = re.compile("[ -]")


@functools.cache
def _mandarin() -> frozenset[str]:
    """Return every syllable that some character has, without tones: Ching and Ber are none."""
    return frozenset(plain(one) for row in characters().values() for one in row)


_WADE = {"ch": ("zh", "j"), "t": ("d",), "p": ("b",), "k": ("g",), "ts": ("z",)}
"""Initials that Wade-Giles, its aspirates left out, writes otherwise: Chang is Zhang."""


def _is_read(char: str, letters: str, lexicon: Lexicon) -> bool:
    """Tell whether a character has a reading that pinyin or Wade-Giles writes so."""
    known = {reading[:-1] for reading in lexicon.readings_of(char)}
    initial = letters[:2] if letters[:2] in _WADE else letters[:1]
    return letters in known or any(other + letters[len(initial) :] in known for other in _WADE.get(initial, ()))
