"""Annotated articles made by hand, for tests of ``render``: no dictionary, no cleaning."""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.model.article import Article
from site_builder.model.editorial import AnchoredNote, Note
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.han import HANZI
from site_builder.model.mined import HashtagUse, Mined
from site_builder.model.text import ArticleText, Field, Place, Quote, Span
from site_builder.model.word import Evidence, Gloss, Reading, Word
from site_builder.render.body import to_html
from site_builder.render.flat import flatten

FIELDS: tuple[Field, ...] = ("title", "dek", "body")


def annotated(
    body: str,
    *,
    title: str = "Title",
    dek: str = "",
    notes: Iterable[tuple[str, str]] = (),
    word: str = f"[{HANZI}]{{1,2}}",
) -> AnnotatedArticle:
    """Return an article whose words are each one or two Hanzi; ``notes`` are (quote, note)."""
    html, _ = to_html(body)
    text = ArticleText(title, dek, flatten(html))
    words = tuple(_words(text, word))
    tags = tuple(_tags(text))
    anchored = tuple(_note(text, i, quote, note) for i, (quote, note) in enumerate(notes))
    return AnnotatedArticle(Article("a", title, body, dek=dek), html, text, Mined((), tags), words, anchored)


def _words(text: ArticleText, pattern: str) -> Iterable[Word]:
    for field in FIELDS:
        for found in re.finditer(pattern, text.of(field)):
            syllables = ("ma1",) * len(found[0])
            reading = Reading(syllables, "mā" * len(found[0]), Evidence.DICTIONARY)
            yield Word(Place(field, Span(*found.span())), found[0], "zh-Hans", reading, Gloss(("a & b",)), found[0])


def _tags(text: ArticleText) -> Iterable[HashtagUse]:
    for field in FIELDS:
        for found in re.finditer(r"#([^#\s]+)#", text.of(field)):
            place = Place(field, Span(*found.span()))
            yield HashtagUse(found[1], found[0], place, place)


def _note(text: ArticleText, number: int, quote: str, words: str) -> AnchoredNote:
    for field in FIELDS:
        at = text.of(field).find(quote)
        if at >= 0:
            place = Place(field, Span(at, at + len(quote)))
            return AnchoredNote(Note(f"n{number}", Quote(quote), note=words, by="An Editor"), place)
    raise AssertionError(quote)
