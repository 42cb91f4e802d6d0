"""How far left the English of a Chinese term reaches.

Input: a text, where the Chinese (or its bracket) begins, the Chinese. Output: the span of the English that
renders it and how it was found, or None. Evidence, strongest first: quotation marks, letters that spell the
Chinese, capitals, the noun phrase of lower-case words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from site_builder.annotate import stopwords as lists
from site_builder.annotate.dictionary import Dictionary
from site_builder.annotate.kinds import is_name_long, surname
from site_builder.annotate.names import capitals
from site_builder.annotate.phrases import phrase
from site_builder.annotate.spelling import fits, plain, readings, signs_of
from site_builder.annotate.tokens import Token, tokens
from site_builder.model.han import hanzi
from site_builder.model.text import Span

_WINDOW = 160  # code points to the left: longer than any rendering seen
_MOST_NOUNS = 2  # between a quotation and the Chinese
_LONGEST_SYLLABLE = 7  # letters, an apostrophe or a hyphen included
_MOST_WORDS = 12  # of a quotation whose opening mark is lost
_TITLE = 90  # code points to the left in which a title and what it is stand
_WORK_NOUN = re.compile(rf"\b(?:{'|'.join(sorted(lists.WORKS))})s?,? (?=[A-Z])")
_SMALL = "|".join(sorted(lists.CONNECTORS | {"with", "from", "an", "or", "but", "not"}))
_CAPITAL = r"(?:[A-Z0-9][\w’'\-]*|&)"
_TITLE_AT = re.compile(rf"{_CAPITAL}(?:[,:]? (?:{_CAPITAL}|{_SMALL}))*[?!]?")
_TWO_NAMES = re.compile(r"[^\W\d_]+ [^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_JOINTS = re.compile("[和与與及]")
_FAMILY = re.compile(r"(?<!\w)([A-Z][a-zü]+), $")
_OPENS = {"”": "“", "“": "“", "’": "‘", "‘": "‘", '"': '"', "'": "'", "»": "«", "」": "「"}


class Reach(NamedTuple):
    """The English of a term: where it stands, how it was found (``quoted``, ``spelled`` …), how sure (0 to 1)."""

    span: Span
    how: str
    confidence: float


def reach(
    text: str, low: int, end: int, chinese: str, dictionary: Dictionary | None = None, *, phrases: bool = False
) -> Reach | None:
    """Return the English that ends at ``end`` (spaces before it aside) and renders ``chinese``, not left of ``low``.

    ``phrases`` says whether lower-case words will do: where a bracket claims that they render the Chinese.
    """
    while end > low and text[end - 1] in " \u00a0*_":
        end -= 1
    if end <= low:
        return None
    if text[end - 1] in _OPENS and (found := _quoted(text, low, end)):
        return found
    if text[end - 1] in "?!":
        return _titled(text, low, end, chinese)
    signs = signs_of(chinese)
    start = text.rfind(" ", low, max(low, text.rfind(" ", low, end))) + 1
    if start > low and _is_spelled(signs, text[start:end]):
        return Reach(Span(start, end), "spelled", 0.98)
    if not phrases and not _may_name(text, low, end, signs):
        return None
    words = tokens(text, max(low, end - _WINDOW), end)
    return _unquoted(text, low, end, chinese, words, dictionary, phrases) if words else None


@lru_cache(maxsize=8_000)
def _is_spelled(signs: str, words: str) -> bool:
    """Tell whether two words are the pinyin of a name, as most are: family name and given name."""
    return _TWO_NAMES.fullmatch(words) is not None and fits(signs, words)


def _may_name(text: str, low: int, end: int, signs: str) -> bool:
    """Tell whether the last word is written as a name is, or spells the last character, or what a place is."""
    word = text[max(low, text.rfind(" ", low, end) + 1) : end]
    if not word.isascii() or not word.isalpha() or word != word.lower():
        return True  # a capital, a tone, an apostrophe: to be looked at
    return word.endswith(readings(signs[-1:])) or signs[-1:] in lists.PLACE_HEADS


def _unquoted(
    text: str, low: int, end: int, chinese: str, words: list[Token], dictionary: Dictionary | None, phrases: bool
) -> Reach | None:
    signs = signs_of(chinese)
    if words[-1].named:
        titled = _titled(text, low, end, chinese)
        counts = not chinese.isalpha()
        return titled or _inverted(text, low, words, signs) or _name(words, signs, dictionary, counts=counts)
    found = _name(words, signs, dictionary)
    if found or not phrases:
        return found
    return _behind_quotation(text, low, words) or _phrase(words, signs, dictionary)


def _titled(text: str, low: int, end: int, chinese: str) -> Reach | None:
    """Return the title of a work that stands behind what it is: ``the show Where Are We Going, Dad?``."""
    nouns = list(_WORK_NOUN.finditer(text, max(low, end - _TITLE), end))
    found = _TITLE_AT.fullmatch(text, nouns[-1].end(), end) if nouns else None
    if not found:
        return None
    joined = text.rfind(" and ", found.start(), end)
    start = found.start() if joined < 0 or _JOINTS.search(chinese) else joined + len(" and ")
    return None if fits(chinese, text[start:end]) else Reach(Span(start, end), "titled", 0.9)


def _inverted(text: str, low: int, words: list[Token], signs: str) -> Reach | None:
    """Return a person's name as bibliographies write it: ``Lin, Anfeng``."""
    if len(words) > 1:
        return None
    family = surname(signs)
    found = _FAMILY.search(text, max(low, words[0].start - _LONGEST_SYLLABLE * 2), words[0].start) if family else None
    if not found or not fits(family, found[1]) or not fits(signs[len(family) :], words[0].text):
        return None
    return Reach(Span(found.start(), words[0].end), "spelled", 0.98)


def _behind_quotation(text: str, low: int, words: list[Token]) -> Reach | None:
    """Return what is quoted before a noun or two that say what it is: ``“dual circulation” strategy``."""
    if len(words) > _MOST_NOUNS or any(one.word in lists.CLOSED or one.word in lists.VERBS for one in words):
        return None
    at = words[0].start - 1
    if at <= low or text[at] != " " or text[at - 1] not in "”’\"'":
        return None
    return _quoted(text, low, at)


def _quoted(text: str, low: int, end: int) -> Reach | None:
    """Return what stands between the quotation marks that close at ``end``."""
    mark = text[end - 1]
    start = _opening(text, low, end - 1, mark)
    if start is None:
        if mark not in '”"':
            return None
        start = _headless(text, low, end - 1)
        if start is None:
            return None
    return _trimmed(text, start, end - 1, "quoted", 0.97)


def _opening(text: str, low: int, close: int, mark: str) -> int | None:
    """Return where the quotation begins: behind the nearest opening mark that does not stand inside a word."""
    at = text.rfind(_OPENS[mark], low, close)
    while at > low and mark in "'‘’" and text[at - 1].isalpha():
        at = text.rfind(_OPENS[mark], low, at)
    if at < 0 or (mark in "'‘’" and at > low and text[at - 1].isalpha()):
        return None
    return at + 1 if text.find("\n", at, close) < 0 else None


def _headless(text: str, low: int, close: int) -> int | None:
    """Return where a quotation begins that lost its opening mark: at the head of the block, if it is short."""
    at = max(low, text.rfind("\n", low, close) + 1)
    words = text[at:close].split()
    return at if 0 < len(words) <= _MOST_WORDS and text[at].isupper() else None


def _trimmed(text: str, start: int, end: int, how: str, confidence: float) -> Reach | None:
    """Return the reach without spaces and stops at its edges; None when nothing English is left."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    inside = text[start:end]
    if not re.search(r"[A-Za-z0-9]", inside) or hanzi(inside):
        return None
    return Reach(Span(start, end), how, confidence)


def _name(words: list[Token], signs: str, dictionary: Dictionary | None, *, counts: bool = False) -> Reach | None:
    if count := _spelled(words, signs):
        return _take(words[-count:], "spelled", 0.98)
    if count := _western(words, signs):
        return _take(words[-count:], "surname", 0.95)
    kept = capitals(words, signs, dictionary, counts=counts) if words[-1].named else None
    return _take(kept, "capitals", 0.88) if kept else None


def _phrase(words: list[Token], signs: str, dictionary: Dictionary | None) -> Reach | None:
    kept = phrase(words, signs, dictionary)
    return _take(kept, "phrase", 0.7) if kept else None


def _take(words: list[Token], how: str, confidence: float) -> Reach:
    return Reach(Span(words[0].start, words[-1].end), how, confidence)


def _spelled(words: list[Token], signs: str) -> int:
    """Return how many of the last words spell the Chinese, a translated last noun (``She County``) included, or 0."""
    if count := _fitting(words, signs):
        return count
    heads = lists.PLACE_HEADS.get(signs[-1:])
    if not heads or not signs[:-1]:
        return 0
    if words[-1].word not in heads:
        return _fitting(words, signs[:-1])
    count = _fitting(words[:-1], signs[:-1]) or _fitting(words[:-1], signs)
    return count + 1 if count else 0


def _fitting(words: list[Token], signs: str) -> int:
    """Return how many of the last words spell ``signs`` wholly, or 0."""
    if not words or not plain(words[-1].text).endswith(readings(signs[-1:])):
        return 0
    letters = ""
    for count in range(1, len(words) + 1):
        letters = words[-count].text + letters
        if len(letters) > _LONGEST_SYLLABLE * len(signs):
            return 0
        if len(letters) >= len(signs) and fits(signs, letters):
            return count
    return 0


def _western(words: list[Token], signs: str) -> int:
    """Return how many words make a name such as Crystal Zhang: given names, then the surname spelled."""
    family = surname(signs)
    if not family or not is_name_long(signs) or not words[:-1] or not words[-1].named:
        return 0
    if not fits(family, words[-1].text):
        return 0
    count = 1
    while count < min(3, len(words)) and _given(words[-count - 1]):
        count += 1
    return count if count > 1 else 0


def _given(token: Token) -> bool:
    word = token.word
    return (
        token.named
        and not token.owner
        and word not in lists.TITLES
        and word not in lists.PEOPLES
        and not (token.first and word in lists.CLOSED)
    )
