"""Fits a romanisation to the characters it stands beside.

Input: characters, their possible readings, Latin words. Output: the readings that spell the words, and of which
characters. Pinyin with or without tones; other systems and translations fit nothing, and so say nothing.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.annotate.syllables import NEUTRAL, marked

Readings = Callable[[str], tuple[str, ...]]
"""Gives the readings of a character, likeliest first."""

_TONES = "\u0304\u0301\u030c\u0306\u0300"
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘´`-][^\W\d_]+)*")
_JOINERS = re.compile(r"['’ʼ‘´`\s-]+")
_ALSO_WRITTEN = {"shan3": ("shaan",), "lv": ("lu", "lyu"), "nv": ("nu", "nyu"), "lve": ("lue",), "nve": ("nue",)}
_GENERIC = frozenset("县市区省州镇乡村旗盟河江湖山岛路街桥寺庙塔湾港沟湖海关朝代国族语话")
"""After one character, what an English text translates: Xun County (浚县), Wei River (渭河), Ming dynasty (明朝)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Readings of the characters from ``start`` to ``end`` that ``spelling`` spells, likelier first."""

    start: int
    end: int
    options: tuple[tuple[str, ...], ...]
    spelling: str
    toned: bool


def latin_words(text: str) -> tuple[str, ...]:
    """Return the Latin words of a text, with the apostrophes and hyphens inside them."""
    return tuple(_WORD.findall(text))


def fit(
    characters: str, words: Sequence[str], readings: Readings, *, surname: str = "", part: bool = True
) -> Fit | None:
    """Return the best fit of ``words``, English or pinyin, to ``characters``: of all, else (with ``part``) of some.

    ``surname`` is the surname that the characters begin with, where they look like a name: ``Roy Wang (王源)``
    tells how it is read and no more.
    """
    found = _fit_all(characters, words, readings)
    if found is None and part:
        found = _fit_part(characters, words, readings) or _fit_surname(surname, words, readings)
    return found


def _groups(words: Sequence[str], most: int, fitting: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield neighbouring words, at most ``most`` of them: those at the end first, they stand nearest.

    The first is one of ``fitting``, the places of words that can begin a spelling: a look that saves most of it.
    """
    for end in range(len(words), 0, -1) if fitting else ():
        for start in fitting:
            if end - most <= start < end:
                yield tuple(words[start:end])


@functools.lru_cache(maxsize=8_000)
def _starts(readings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the letters that a spelling of any of these readings begins with, in any way to write it."""
    return tuple(dict.fromkeys(form for one in readings for _, form in _forms(one, False)))


def _line(words: Iterable[str]) -> str:
    """Return the letters of words without tones, a space before each word."""
    return "".join(map(_spaced, words))


@functools.lru_cache(maxsize=8_000)
def _spaced(word: str) -> str:
    letters = _letters(word)[0]
    if not letters.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFD", letters) if char not in _TONES)
        letters = unicodedata.normalize("NFC", plain)
    return f" {letters}"


@functools.lru_cache(maxsize=8_000)
def _heads(starts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {one}" for one in starts)


def _fitting(words: Sequence[str], line: str, heads: tuple[str, ...]) -> list[int]:
    """Return the places of the words that begin with a whole syllable of ``heads``; ``line`` is that of the words."""
    for head in heads:
        if head in line:
            return [at for at, word in enumerate(words) if _spaced(word).startswith(heads)]
    return []


def _fit_all(characters: str, words: Sequence[str], readings: Readings) -> Fit | None:
    fitting = _fitting(words, _line(words), _heads(_starts(readings(characters[0]))))
    for group in _groups(words, len(characters), fitting):
        options, toned = spellings(characters, "".join(group), readings)
        if options:
            return Fit(0, len(characters), options, " ".join(group), toned)
    return None


def _fit_part(characters: str, words: Sequence[str], readings: Readings) -> Fit | None:
    """Fit capitalised words to two characters or more; to one where a generic word that English translates follows."""
    capitals = [word for word in words if word[:1].isupper()]
    if not capitals:
        return None
    heads = tuple(dict.fromkeys(head for char in characters for head in _heads(_starts(readings(char)))))
    fitting = _fitting(capitals, _line(capitals), heads)
    for size in range(len(characters) - 1, 0, -1) if fitting else ():
        for group in _groups(capitals, size, fitting):
            found = list(_places(characters, size, group, readings))
            if len(found) == 1:
                return found[0]
    return None


def _places(characters: str, size: int, group: Sequence[str], readings: Readings) -> Iterator[Fit]:
    for start in range(len(characters) - size + 1):
        if size == 1 and (start or characters[1:] not in _GENERIC):
            continue
        if not _spaced(group[0]).startswith(_heads(_starts(readings(characters[start])))):
            continue
        options, toned = spellings(characters[start : start + size], "".join(group), readings)
        if options:
            yield Fit(start, start + size, options, " ".join(group), toned)


def _fit_surname(surname: str, words: Sequence[str], readings: Readings) -> Fit | None:
    for word in (words[-1], words[0]) if surname and len(words) > 1 else ():
        options, toned = spellings(surname, word, readings) if word[:1].isupper() else ((), False)
        if options:
            return Fit(0, len(surname), options, word, toned)
    return None


def spellings(characters: str, text: str, readings: Readings) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return every series of readings, one a character, that spells exactly ``text``; and whether it bears tones."""
    plain, toned = _letters(text)
    return tuple(dict.fromkeys(_spell(characters, plain, toned, readings))), toned


def _spell(characters: str, letters: str, toned: bool, readings: Readings) -> Iterator[tuple[str, ...]]:
    if not characters:
        if not letters:
            yield ()
        return
    for reading in readings(characters[0]):
        for syllable, form in _forms(reading, toned):
            if letters.startswith(form):
                for rest in _spell(characters[1:], letters[len(form) :], toned, readings):
                    yield (syllable, *rest)


@functools.cache
def _forms(reading: str, toned: bool) -> tuple[tuple[str, str], ...]:
    """Return the ways to write one reading, each with what it then is.

    ``ü`` is written ü, v, u or yu. Where tones are written, a syllable without a mark is neutral.
    """
    if toned:
        neutral = reading[:-1] + NEUTRAL
        return ((reading, marked(reading)), (neutral, marked(neutral)))
    base = reading[:-1]
    others = (*_ALSO_WRITTEN.get(base, ()), *_ALSO_WRITTEN.get(reading, ()))
    return tuple((reading, form) for form in dict.fromkeys((base, base.replace("v", "ü"), *others)))


@functools.lru_cache(maxsize=8_000)
def _letters(text: str) -> tuple[str, bool]:
    """Return the letters of a spelling in lower case without joiners, and whether tone marks are among them."""
    split = unicodedata.normalize("NFD", _JOINERS.sub("", text).lower()).replace("\u0306", "\u030c")
    return unicodedata.normalize("NFC", split), any(char in _TONES for char in split)
