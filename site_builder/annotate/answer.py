"""Answers requests to annotate sentences: the logic of the verb ``annotate``.

Input: texts, each with the context it stands in, if any. Output: for each text its words, a syllable for each Hanzi,
and tokens with pinyin, meaning and evidence, as values that JSON can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypedDict

from site_builder.annotate.analysis import Item, analyse
from site_builder.annotate.analysis import Token as AnalysedToken
from site_builder.annotate.gloss import gloss
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.annotate.readings import reading
from site_builder.annotate.words import words
from site_builder.model.guide import Guide
from site_builder.model.text import ArticleText, Block, FlatText, Span
from site_builder.model.word import Evidence, Reading, Word

_MOST_SENSES = 3
_CODED = re.compile(r"[\[(.]|\bsb\b|\bsth\b|^(?:CL:|surname )")
"""What CC-CEDICT writes for the initiated."""


@dataclass(frozen=True, slots=True)
class Request:
    """One text; ``context`` is what it stands in, and holds it."""

    id: str
    text: str
    context: str = ""


class Token(TypedDict):
    """One word of an answer; of what is not Chinese only ``text`` says something."""

    text: str
    pinyin: str
    gloss: str
    evidence: str


class Answer(TypedDict):
    """What is said of one text; ``pinyin`` has one syllable for each Hanzi, 5 = neutral."""

    id: str
    text: str
    words: list[str]
    pinyin: list[str]
    tokens: list[Token]


def answer(requests: Sequence[Request], lexicon: Lexicon) -> list[Answer]:
    """Return the answers in the order of the requests; the model is asked once for those without a context."""
    found = [_in_context(one, lexicon) if one.text and one.text in one.context else None for one in requests]
    plain = [request for request, pieces in zip(requests, found, strict=True) if pieces is None]
    analysed = iter(analyse([Item(request.text) for request in plain], lexicon))
    return [
        _answer(request, _alone(request.text, next(analysed), lexicon) if pieces is None else pieces)
        for request, pieces in zip(requests, found, strict=True)
    ]


class _Piece(NamedTuple):
    """A word of an answer: its text, and what is said of it; syllables where it is Chinese."""

    text: str
    syllables: tuple[str, ...]
    token: Token


def _alone(text: str, tokens: Iterable[AnalysedToken], lexicon: Lexicon) -> list[_Piece]:
    """Return the pieces of a text that was analysed by itself."""
    return [_analysed(text[start:end], syllables, evidence, lexicon) for start, end, syllables, evidence in tokens]


@lru_cache(maxsize=20_000)
def _analysed(text: str, syllables: tuple[str, ...], evidence: Evidence, lexicon: Lexicon) -> _Piece:
    return _piece(text, reading(syllables, evidence) if syllables else None, lexicon)


def _piece(text: str, read: Reading | None, lexicon: Lexicon) -> _Piece:
    if read is None:
        return _Piece(text, (), Token(text=text, pinyin="", gloss="", evidence=""))
    because = f": {read.because}" if read.because else ""
    senses = "; ".join(_senses(text, read.syllables, lexicon)[:_MOST_SENSES])
    token = Token(text=text, pinyin=read.text, gloss=senses, evidence=read.evidence.name.lower() + because)
    return _Piece(text, read.syllables, token)


def _senses(text: str, syllables: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Return what the dictionary says of a word; only senses that are not plain English are cleaned."""
    entries = lexicon.dictionary.entries(text)
    if not entries:
        return ()
    if len(entries) == 1 and all(sense.isascii() and _CODED.search(sense) is None for sense in entries[0].senses):
        return entries[0].senses
    return gloss(text, syllables, None, lexicon.dictionary).senses


def _in_context(request: Request, lexicon: Lexicon) -> list[_Piece] | None:
    """Return the pieces of a text as its context reads them, None where it begins or ends inside a word of it."""
    whole = ArticleText("", "", FlatText(request.context, (Block(Span(0, len(request.context)), "", "paragraph"),)))
    found, _ = words(whole, mine(whole, lexicon.dictionary, lexicon.simplified), Guide(), lexicon)
    for start in _places(request):
        span = Span(start, start + len(request.text))
        met = [word for word in found if word.place.span.meets(span)]
        if all(span.covers(word.place.span) for word in met):
            return _filled(request.text, start, met, lexicon)
    return None


def _places(request: Request) -> Iterator[int]:
    start = request.context.find(request.text)
    while start >= 0:
        yield start
        start = request.context.find(request.text, start + 1)


def _filled(text: str, start: int, found: Sequence[Word], lexicon: Lexicon) -> list[_Piece]:
    """Return words and what stands between them."""
    pieces, at = list[_Piece](), 0
    for word in found:
        begin, end = word.place.span.start - start, word.place.span.end - start
        pieces += [_piece(other, None, lexicon) for other in lexicon.cut(text[at:begin])]
        pieces.append(_piece(word.text, word.reading, lexicon))
        at = end
    return [*pieces, *(_piece(other, None, lexicon) for other in lexicon.cut(text[at:]))]


def _answer(request: Request, pieces: Sequence[_Piece]) -> Answer:
    shown = [piece for piece in pieces if not piece.text.isspace()]
    return Answer(
        id=request.id,
        text=request.text,
        words=[piece.text for piece in shown],
        pinyin=[syllable for piece in shown for syllable in piece.syllables],
        tokens=[piece.token for piece in shown],
    )
