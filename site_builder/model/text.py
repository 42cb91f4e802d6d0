"""Flat text and places in it.

A flat text is what a reader reads: the text nodes of a rendered article, joined, without its
annotations. All offsets are half-open and count code points (JavaScript counts UTF-16 units,
so the browser never sends offsets, only quotes).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal["title", "dek", "body"]
"""The three flat texts of an article. Captions, notes and references are blocks of the body."""

BlockKind = Literal["paragraph", "heading", "caption", "item", "quote", "note", "reference", "cell", "code"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` in code points of one flat text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of the body that can be linked to.

    ``id`` is the fragment of the element in the page: made of the block's own text, so it stays
    when other blocks come and go. ``level`` is 2 to 6 for a heading, else 0.
    """

    span: Span
    id: str
    kind: BlockKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class FlatText:
    """The text of a rendered body with its blocks, in order and without overlaps."""

    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleText:
    """Everything of one article that annotators read."""

    title: str
    dek: str
    body: FlatText

    def of(self, field: Field) -> str:
        """Return the flat text of ``field``."""
        return self.body.text if field == "body" else self.title if field == "title" else self.dek


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in one of the flat texts of an article."""

    field: Field
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """How a person's note names a place: by its words (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    before: str = ""
    after: str = ""
