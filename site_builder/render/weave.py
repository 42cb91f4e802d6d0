"""Weaves words, hashtags and notes into an article's HTML without touching a character of its text.

Input: an annotated article; its spans are in code points of the flat texts. Output: HTML of title, dek and body.
``strip(weave(x).body) == x.text.body.text``, always.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from site_builder.model.facts import AnnotatedArticle
from site_builder.model.text import Field
from site_builder.render.cards import Cards
from site_builder.render.groups import groups, shades
from site_builder.render.loom import Loom
from site_builder.render.notes import NumberedNote, aside, numbered
from site_builder.render.tokens import text_of


@dataclass(frozen=True, slots=True)
class Woven:
    """An article ready for its page, as HTML."""

    title: str
    dek: str
    body: str


def strip(html: str) -> str:
    """Return the text of woven HTML without its annotations: the article's flat text again."""
    return text_of(html)


def weave(annotated: AnnotatedArticle, cards: Cards | None = None, *, text: bool = True) -> Woven:
    """Return the article with every Chinese word marked, linked and explained.

    ``cards`` are the article's own, where the caller has them already. Without ``text`` the body is left out: for a
    public build of an article whose rights are reserved.
    """
    cards = cards or Cards(annotated.mined)
    said = annotated.text
    notes = numbered(annotated.notes)
    title = _field(escape(said.title, quote=False), "title", annotated, cards, notes)
    dek = _field(escape(said.dek, quote=False), "dek", annotated, cards, notes)
    body = _field(annotated.html, "body", annotated, cards, notes) if text else ""
    beside_title = aside(note for note in notes if note.field != "body")
    return Woven(title, dek, beside_title + body)


def _field(html: str, field: Field, annotated: AnnotatedArticle, cards: Cards, notes: tuple[NumberedNote, ...]) -> str:
    """Return one field woven; ``html`` is its markup, whose text is the field's flat text."""
    here = [note for note in notes if note.field == field]
    together = list(groups(annotated, field, cards))
    apart = shades(annotated, field, here)
    return Loom(together, apart, here).weave(html) if together or here or apart else html
