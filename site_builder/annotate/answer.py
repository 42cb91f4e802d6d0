"""Answers requests to annotate sentences: the logic of the verb ``annotate``.

Input: texts, each with the context it stands in, if any. Output: for each text its words, a syllable for each Hanzi,
and tokens with pinyin, meaning and evidence; as lines of JSON too.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.annotate.analysis import analyse
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.meaning import told_meaning
from site_builder.annotate.parts import Item
from site_builder.annotate.parts import Token as AnalysedToken
from site_builder.annotate.readings import as_divided, reading
from site_builder.model.text import ArticleText, Block, FlatText, Span
from site_builder.model.word import Evidence, Reading, Word

_MOST_SENSES = 3


@dataclass(frozen=True, slots=True)
class Request:
    """One text; ``context`` is what it stands in, and holds it."""

    id: str
    text: str
    context: str = ""


class Token(NamedTuple):
    """One word of an answer; of what is not Chinese only ``text`` says something."""

    text: str
    pinyin: str = ""
    gloss: str = ""
    evidence: str = ""


class Piece(NamedTuple):
    """A word of an answer: what is said of it, its syllables where it is Chinese, and both as JSON.

    A word comes again and again; what is made once for all of its places is most of an answer.
    """

    token: Token
    syllables: tuple[str, ...]
    json_text: str
    json_syllables: str
    json_token: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one text, word by word; white space is no word."""

    id: str
    text: str
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> list[str]:
        """The words in the order of the text."""
        return [piece.token.text for piece in self.pieces]

    @property
    def pinyin(self) -> list[str]:
        """One syllable for each Hanzi, 5 = neutral."""
        return [syllable for piece in self.pieces for syllable in piece.syllables]

    @property
    def tokens(self) -> list[Token]:
        """What is said of each word."""
        return [piece.token for piece in self.pieces]

    @property
    def json(self) -> str:
        """The answer as one line of JSON, ``{"id", "text", "words", "pinyin", "tokens"}``."""
        words = ", ".join([piece.json_text for piece in self.pieces])
        pinyin = ", ".join([piece.json_syllables for piece in self.pieces if piece.syllables])
        tokens = ", ".join([piece.json_token for piece in self.pieces])
        head = f'{{"id": {_json(self.id)}, "text": {_json(self.text)}'
        return f'{head}, "words": [{words}], "pinyin": [{pinyin}], "tokens": [{tokens}]}}'


_json = functools.lru_cache(maxsize=1_000)(json.JSONEncoder(ensure_ascii=False).encode)


def answer(requests: Sequence[Request], lexicon: Lexicon) -> list[Answer]:
    """Return the answers in the order of the requests; the model is asked once for those without a context."""
    found = [_in_context(one, lexicon) if one.text and one.text in one.context else None for one in requests]
    plain = [request for request, pieces in zip(requests, found, strict=True) if pieces is None]
    analysed = iter(analyse([Item(request.text) for request in plain], lexicon))
    return [
        _answer(request, _alone(request.text, next(analysed), lexicon) if pieces is None else pieces)
        for request, pieces in zip(requests, found, strict=True)
    ]


def _alone(text: str, tokens: Iterable[AnalysedToken], lexicon: Lexicon) -> list[Piece]:
    """Return the pieces of a text that was analysed by itself."""
    return [_analysed(text[start:end], syllables, evidence, lexicon) for start, end, syllables, evidence in tokens]


@functools.lru_cache(maxsize=8_000)
def _analysed(text: str, syllables: tuple[str, ...], evidence: Evidence, lexicon: Lexicon) -> Piece:
    read = as_divided(reading(syllables, evidence), lexicon.breaks(text)) if syllables else None
    return _piece(text, read, lexicon)


def _piece(text: str, read: Reading | None, lexicon: Lexicon) -> Piece:
    if read is None:
        return _as_json(Token(text), ())
    because = f": {read.because}" if read.because else ""
    senses = "; ".join(_senses(text, read, lexicon)[:_MOST_SENSES])
    return _as_json(Token(text, read.text, senses, read.evidence.name.lower() + because), read.syllables)


def _as_json(token: Token, syllables: tuple[str, ...]) -> Piece:
    text, pinyin, senses, evidence = map(_json, token)
    whole = f'{{"text": {text}, "pinyin": {pinyin}, "gloss": {senses}, "evidence": {evidence}}}'
    return Piece(token, syllables, text, ", ".join(map(_json, syllables)), whole)


def _senses(text: str, read: Reading, lexicon: Lexicon) -> tuple[str, ...]:
    """Return what the dictionary says of a word."""
    entries = lexicon.dictionary.entries(text)
    if len(entries) == 1 and entries[0].plain:
        return entries[0].senses
    return told_meaning(text, read, None, lexicon).senses if entries or lexicon.simplified(text) != text else ()


def _in_context(request: Request, lexicon: Lexicon) -> list[Piece] | None:
    """Return the pieces of a text as its context reads them, None where it begins or ends inside a word of it."""
    from site_builder.annotate.mine import mine  # noqa: PLC0415 - a tenth of a second, for texts with a context only
    from site_builder.annotate.words import words  # noqa: PLC0415
    from site_builder.model.guide import Guide  # noqa: PLC0415

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


def _filled(text: str, start: int, found: Sequence[Word], lexicon: Lexicon) -> list[Piece]:
    """Return words and what stands between them."""
    pieces, at = list[Piece](), 0
    for word in found:
        begin, end = word.place.span.start - start, word.place.span.end - start
        pieces += [_piece(other, None, lexicon) for other in lexicon.cut(text[at:begin])]
        pieces.append(_piece(word.text, word.reading, lexicon))
        at = end
    return [*pieces, *(_piece(other, None, lexicon) for other in lexicon.cut(text[at:]))]


def _answer(request: Request, pieces: Iterable[Piece]) -> Answer:
    return Answer(request.id, request.text, tuple([piece for piece in pieces if not piece.token.text.isspace()]))
