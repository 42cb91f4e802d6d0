"""English words that lead up to a Chinese term.

Input: a text and the offset where the words end. Output: tokens in the order of the text, joined by single
spaces only: any other mark between two words ends the stretch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.model.han import HANZI

_MOST_WORDS = 14
_TOKEN = re.compile(rf"(?:[A-Z]\.){{2,}}|[^\W_{HANZI}]+(?:[’'‘&·.\-–/][^\W_{HANZI}]+)*(?:(?<=s)[’'](?=\s))?|&")
_BREAKS = ',;:()”“"\n'
_TITLES = frozenset(("st", "dr", "mr", "ms", "mrs"))
_SENTENCE_END = re.compile(r"[.!?:;“\"\n•–—(]\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """One English word with its place.

    ``word`` is in lower case with curly apostrophes, as word lists have it; ``first`` tells whether the word
    begins a sentence or a block.
    """

    text: str
    word: str
    start: int
    end: int
    first: bool = False

    @property
    def named(self) -> bool:
        """Tell whether the word is written as names are: a capital anywhere, or a digit in front."""
        return self.text[0].isdigit() or self.text != self.text.lower()

    @property
    def owner(self) -> str:
        """The owner that a possessive names (``Alibaba’s``: ``alibaba``), or ``""``."""
        word = self.word
        return word[:-2] if word.endswith("’s") else word[:-1] if word.endswith("s’") else ""


def tokens(text: str, low: int, end: int) -> list[Token]:
    """Return the words between ``low`` and ``end`` that lead up to ``end`` without a break."""
    low = max(low, 1 + max(text.rfind(mark, low, end) for mark in _BREAKS))
    found = [(one.group(), one.start(), one.end()) for one in _TOKEN.finditer(text, low, end)]
    if not found or found[-1][2] != end:
        return []
    first = len(found) - 1
    while first > 0 and len(found) - first < _MOST_WORDS and _joined(text, found[first - 1], found[first]):
        first -= 1
    if first == 0 and found[0][1] == low and low and text[low - 1].isalnum():
        first = 1  # the window cut through a word
    return [
        Token(words, words.lower().replace("'", "’"), start, stop, not number and _begins(text, start))
        for number, (words, start, stop) in enumerate(found[first:])
    ]


def _joined(text: str, left: tuple[str, int, int], right: tuple[str, int, int]) -> bool:
    gap = text[left[2] : right[1]]
    if gap == ". ":
        return (len(left[0]) == 1 and left[0].isalpha()) or left[0].lower() in _TITLES
    return gap in {" ", "\u00a0"}


def _begins(text: str, at: int) -> bool:
    return (
        not text[max(0, at - 4) : at].strip(" \u00a0*“‘\"'")
        or _SENTENCE_END.search(text, max(0, at - 4), at) is not None
    )
