"""How far left the English of a Chinese term reaches.

Input: a text, where the Chinese (or its bracket) begins, the Chinese. Output: the span of the English that
renders it and how it was found, or None. Evidence, strongest first: quotation marks, letters that spell the
Chinese, capitals, the noun phrase of lower-case words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.annotate import stopwords as lists
from site_builder.annotate.kinds import is_name_long, surname
from site_builder.annotate.spelling import fits, spells_head
from site_builder.model.han import HANZI, hanzi
from site_builder.model.text import Span

_WINDOW = 160  # code points to the left: longer than any rendering seen
_MOST_WORDS = 12
_TOKEN = re.compile(rf"(?:[A-Z]\.){{2,}}|[^\W_{HANZI}]+(?:[’'‘&·.\-–][^\W_{HANZI}]+)*(?:(?<=s)[’'](?=\s))?|&")
_OPENS = {"”": "“", "“": "“", "’": "‘", "‘": "‘", '"': '"', "'": "'", "»": "«", "」": "「"}
_LEADERS = lists.CLOSED | lists.MODIFIERS | lists.VERBS | lists.CONNECTORS
_NAME_LIKE = re.compile(r"[A-Z0-9]|[a-z][A-Z]")
_GAP = re.compile(r"[ \u00a0]|\. ")


@dataclass(frozen=True, slots=True)
class Reach:
    """The English of a term: where it stands, how it was found (``quoted``, ``spelled`` …), how sure (0 to 1)."""

    span: Span
    how: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        return self.text.lower().replace("'", "’")

    @property
    def named(self) -> bool:
        return bool(_NAME_LIKE.match(self.text)) or any(sign.isupper() for sign in self.text)


def reach(text: str, low: int, end: int, chinese: str) -> Reach | None:
    """Return the English that ends at ``end`` (spaces before it aside) and renders ``chinese``, not left of ``low``."""
    while end > low and text[end - 1] in " \u00a0*_":
        end -= 1
    if end <= low:
        return None
    if text[end - 1] in _OPENS and (found := _quoted(text, low, end)):
        return found
    return _unquoted(text, max(low, end - _WINDOW), end, chinese)


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
    if not re.search(r"[A-Za-z]", inside) or hanzi(inside):
        return None
    return Reach(Span(start, end), how, confidence)


def _tokens(text: str, low: int, end: int) -> list[_Token]:
    """Return the words that lead up to ``end``, joined by single spaces only, in the order of the text."""
    found = [_Token(one.group(), one.start(), one.end()) for one in _TOKEN.finditer(text, low, end)]
    if not found or found[-1].end != end:
        return []
    first = len(found) - 1
    while first > 0 and len(found) - first < _MOST_WORDS and _joined(text, found[first - 1], found[first]):
        first -= 1
    if first and found[first].start == found[first - 1].end:
        first += 1  # cut through a token
    return found[first:]


def _joined(text: str, left: _Token, right: _Token) -> bool:
    gap = text[left.end : right.start]
    if gap == ". ":
        return len(left.text) == 1 or left.word in {"st", "dr", "mr", "ms", "mrs"}
    return gap in {" ", "\u00a0"}


def _unquoted(text: str, low: int, end: int, chinese: str) -> Reach | None:
    tokens = _tokens(text, low, end)
    if not tokens or tokens[-1].word in lists.LABELS:
        return None
    signs = "".join(hanzi(chinese))
    if count := _spelled(tokens, signs):
        return _take(tokens[-count:], "spelled", 0.98)
    if count := _western(tokens, signs):
        return _take(tokens[-count:], "surname", 0.95)
    if tokens[-1].named:
        kept = _capitals(tokens, signs)
        return _take(kept, "capitals", 0.88) if kept else None
    kept = _phrase(tokens, signs)
    return _take(kept, "phrase", 0.7) if kept else None


def _take(tokens: list[_Token], how: str, confidence: float) -> Reach:
    return Reach(Span(tokens[0].start, tokens[-1].end), how, confidence)


def _spelled(tokens: list[_Token], signs: str) -> int:
    """Return how many of the last words spell the Chinese, a translated last noun (``She County``) included, or 0."""
    for count in range(1, min(6, len(tokens)) + 1):
        if fits(signs, "".join(one.text for one in tokens[-count:])):
            return count
    heads = lists.PLACE_HEADS.get(signs[-1:], frozenset())
    if not heads or not signs[:-1]:
        return 0
    translated = tokens[-1].word in heads
    rest = tokens[:-1] if translated else tokens
    for count in range(1, min(5, len(rest)) + 1):
        letters = "".join(one.text for one in rest[-count:])
        if fits(signs[:-1], letters) or (translated and fits(signs, letters)):
            return count + translated
    return 0


def _western(tokens: list[_Token], signs: str) -> int:
    """Return how many words make a name such as Crystal Zhang: given names, then the surname spelled."""
    family = surname(signs)
    if not family or not is_name_long(signs) or not tokens[:-1] or not tokens[-1].named:
        return 0
    if not fits(family, tokens[-1].text):
        return 0
    count = 1
    while count < min(3, len(tokens)) and _given(tokens[-count - 1]):
        count += 1
    return count if count > 1 else 0


def _given(token: _Token) -> bool:
    word = token.word
    return (
        token.named
        and not word.endswith(("’s", "s’"))
        and word not in lists.TITLES
        and word not in lists.PEOPLES
        and word not in lists.CLOSED
    )


def _capitals(tokens: list[_Token], signs: str) -> list[_Token]:
    """Return the run of capitalised words, joined by the small words of names, that ends the tokens."""
    first = len(tokens) - 1
    at = first
    while at > 0:
        at -= 1
        if tokens[at].named:
            first = at
        elif tokens[at].word not in lists.CONNECTORS:
            break
    kept = _after_conjunction(tokens[first:], signs)
    kept = _after_owner(kept, signs)
    return _without_head(kept, signs)


def _after_conjunction(tokens: list[_Token], signs: str) -> list[_Token]:
    """Cut at ``and`` and the like where two names are joined, not one name continued."""
    for at in range(len(tokens) - 1, 0, -1):
        word = tokens[at].word
        if word in {"and", "&"} and not _one_name(tokens, at, signs):
            return tokens[at + 1 :]
        if word in {"in", "at", "with", "to", "on"} and len(tokens[at + 1 :]) * 2 >= len(signs):
            return tokens[at + 1 :]
    return tokens


def _one_name(tokens: list[_Token], at: int, signs: str) -> bool:
    if any(sign in "和与及暨與" for sign in signs):
        return True
    left = {one.word for one in tokens[:at]}
    right = tokens[at + 1 :]
    heads = lists.ORGANISATION_HEADS
    if tokens[at - 1].word in heads or right[0].word in heads:
        return False
    return right[-1].word in heads or (bool(left & heads) and "of" in left)


def _after_owner(tokens: list[_Token], signs: str) -> list[_Token]:
    """Cut behind ``Alibaba’s``, unless the Chinese begins with the owner or the owner belongs to the name."""
    for at in range(len(tokens) - 2, -1, -1):
        word = tokens[at].word
        if not word.endswith(("’s", "s’")) or word in lists.OWNERS:
            continue
        owner = word[:-2] if word.endswith("’s") else word[:-1]
        if spells_head(signs, owner) or (owner == "china" and signs.startswith(("中", "我国"))):
            continue
        return tokens[at + 1 :]
    return tokens


def _without_head(tokens: list[_Token], signs: str) -> list[_Token]:
    """Drop what leads a name and is none of it: ``The``, ``President``, ``Chinese``, ``In``."""
    words = list(tokens)
    while len(words) > 1:
        word = words[0].word
        abroad = word in lists.PEOPLES and not signs.startswith(("中", "华", "華"))
        if not (word in _LEADERS or abroad or (word in lists.TITLES and _person(signs, words))):
            break
        words = words[1:]
    return [] if len(words) == 1 and words[0].word in lists.CLOSED | lists.LABELS else words


def _person(signs: str, words: list[_Token]) -> bool:
    return is_name_long(signs) and bool(surname(signs)) and bool(words[2:])


def _phrase(tokens: list[_Token], signs: str) -> list[_Token]:
    """Return the lower-case noun phrase that ends the tokens, no longer than the Chinese warrants."""
    first = len(tokens)
    while first > 0 and tokens[first - 1].word not in lists.CLOSED and tokens[first - 1].word not in lists.VERBS:
        first -= 1
    kept = tokens[first:]
    while len(kept) > 1 and (kept[0].word in lists.MODIFIERS or kept[0].word.endswith(("’s", "s’", "ly"))):
        kept = kept[1:]
    most = max(1, (len(signs) + 1) // 2 + 1)
    return kept[-most:] if kept else []
