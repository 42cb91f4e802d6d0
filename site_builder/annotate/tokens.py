"""English words that lead up to a Chinese term.

Input: a text and the offset where the words end. Output: tokens in the order of the text, joined by single
spaces only: any other mark between two words ends the stretch.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from site_builder.annotate.stopwords import AUXILIARIES, FINITE, SUBJECTS
from site_builder.model.han import HANZI

_MOST_WORDS = 12
_LETTERS = rf"[^\W_{HANZI}]+"
_TOKEN = re.compile(rf"(?:[A-Z]\.){{2,}}|{_LETTERS}(?:[’'‘&·.\-–/]{_LETTERS})*(?:(?<=s)[’'])?|&")
_LAST = re.compile(rf"{_LETTERS}(?:[’'&·.\-–]{_LETTERS})*$")
_TITLES = frozenset(("st", "dr", "mr", "ms", "mrs", "no"))
_LAST_BREAK = re.compile(r'[^\x00]*[,;:()”“"\n]')
_SENTENCE_END = re.compile(r"[.!?:;“\"\n•–—(]\s*$")


class Token(NamedTuple):
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
    bound = _LAST_BREAK.match(text, low, end)
    low = bound.end() if bound else low
    found: list[Token] = []
    stop = end
    for piece in reversed(text[low:end].replace("\u00a0", " ").split(" ")):
        if piece in FINITE:
            if len(found) > 1 and _is_verb(piece, found[-1].word):
                found.pop()
            break
        if piece.isalpha() and piece.isascii() and len(found) < _MOST_WORDS - 1:  # most words: no pattern is needed
            found.append(Token(piece, piece.lower(), stop - len(piece), stop))
            stop -= len(piece) + 1
            continue
        whole = piece[:-1] if piece[-1:] == "." and found and _abbreviated(piece[:-1]) else piece
        fits = _TOKEN.fullmatch(whole)
        last = fits or _LAST.search(whole)
        if not last:
            break
        start = stop - len(piece) + last.start()
        found.append(_token(last.group(), start))
        if not fits or len(found) == _MOST_WORDS:
            break
        stop = start - 1
    found.reverse()
    if found and _begins(text, found[0].start):
        found[0] = found[0]._replace(first=True)
    return found


def _is_verb(before: str, word: str) -> bool:
    """Tell whether ``word`` is the verb of the subject or the auxiliary before it: ``who sold``, ``had sold``."""
    return before in SUBJECTS or (before in AUXILIARIES and word.endswith("ed"))


def _token(words: str, start: int) -> Token:
    return Token(words, words.lower().replace("'", "’"), start, start + len(words))


def _abbreviated(bare: str) -> bool:
    """Tell whether a word may be written with a stop behind it: ``J.``, ``St.``."""
    return (len(bare) == 1 and bare.isalpha()) or bare.lower() in _TITLES


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at]
    return not before.strip(" \u00a0*“‘\"'") or _SENTENCE_END.search(before) is not None
