"""Answers requests to annotate sentences: the logic of the verb ``annotate``.

Input: texts, each with the context it stands in, if any. Output: for each text its words, a syllable for each Hanzi,
and tokens with pinyin, meaning and evidence, as values that JSON can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from site_builder.annotate.analysis import Item, analyse
from site_builder.annotate.analysis import Token as AnalysedToken
from site_builder.annotate.gloss import gloss
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.annotate.readings import reading
from site_builder.annotate.words import words
from site_builder.model.guide import Guide
from site_builder.model.text import ArticleText, Block, FlatText, Span
from site_builder.model.word import Reading

_MOST_SENSES = 3


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
    plain = [request for request in requests if request.text not in request.context]
    analysed = iter(analyse([Item(request.text) for request in plain], lexicon))
    return [
        _answer(
            request,
            _in_context(request, lexicon) if request.text in request.context else _alone(next(analysed)),
            lexicon,
        )
        for request in requests
    ]


_Piece = tuple[Span, Reading | None]
"""A word of an answer in the text's own offsets; no reading where it is not Chinese."""


def _alone(tokens: Iterable[AnalysedToken]) -> list[_Piece]:
    """Return the pieces of a text that was analysed by itself."""
    return [
        (Span(token.start, token.end), reading(token.syllables, token.evidence) if token.syllables else None)
        for token in tokens
    ]


def _in_context(request: Request, lexicon: Lexicon) -> list[_Piece]:
    """Return the pieces of a text as the words of its context say; the rest of it is cut by the segmenter."""
    start = request.context.rindex(request.text)
    whole = ArticleText("", "", FlatText(request.context, (Block(Span(0, len(request.context)), "", "paragraph"),)))
    found, _ = words(whole, mine(whole), Guide(), lexicon)
    pieces, at = list[_Piece](), 0
    for word in found:
        span = Span(word.place.span.start - start, word.place.span.end - start)
        if span.start < 0 or span.end > len(request.text):
            continue
        pieces += _other(at, request.text[at : span.start], lexicon)
        pieces.append((span, word.reading))
        at = span.end
    return [*pieces, *_other(at, request.text[at:], lexicon)]


def _other(at: int, text: str, lexicon: Lexicon) -> list[_Piece]:
    """Cut what stands between words."""
    pieces = list[_Piece]()
    for word in lexicon.cut(text) if text else ():
        pieces.append((Span(at, at + len(word)), None))
        at += len(word)
    return pieces


def _answer(request: Request, pieces: Sequence[_Piece], lexicon: Lexicon) -> Answer:
    shown = [(request.text[span.start : span.end], read) for span, read in pieces]
    shown = [(text, read) for text, read in shown if not text.isspace()]
    return Answer(
        id=request.id,
        text=request.text,
        words=[text for text, _ in shown],
        pinyin=[syllable for _, read in shown if read is not None for syllable in read.syllables],
        tokens=[_token(text, read, lexicon) for text, read in shown],
    )


def _token(text: str, read: Reading | None, lexicon: Lexicon) -> Token:
    if read is None:
        return Token(text=text, pinyin="", gloss="", evidence="")
    meaning = gloss(text, read.syllables, None, lexicon.dictionary)
    because = f": {read.because}" if read.because else ""
    return Token(
        text=text,
        pinyin=read.text,
        gloss="; ".join(meaning.senses[:_MOST_SENSES]),
        evidence=read.evidence.name.lower() + because,
    )
