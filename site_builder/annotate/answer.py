"""Answers requests to annotate sentences: the logic of the verb ``annotate``.

Input: texts, each with the context it stands in, if any. Output: for each text its words, a syllable for each Hanzi,
and tokens with pinyin, meaning and evidence, as values that JSON can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from site_builder.annotate.analysis import Item, analyse
from site_builder.annotate.gloss import gloss
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.annotate.readings import reading
from site_builder.annotate.words import words
from site_builder.model.guide import Guide
from site_builder.model.han import HANZI_ONLY, hanzi
from site_builder.model.text import ArticleText, Block, FlatText, Span
from site_builder.model.word import Evidence, Reading


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
        _in_context(request, lexicon)
        if request.text in request.context
        else _answer(request, _read(request.text, next(analysed), lexicon))
        for request in requests
    ]
