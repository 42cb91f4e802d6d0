"""Article texts for tests: paragraphs joined as a page joins them."""

from __future__ import annotations

from site_builder.model.text import ArticleText, Block, FlatText, Span


def article(*paragraphs: str, title: str = "", dek: str = "") -> ArticleText:
    """Return an article whose body is ``paragraphs``, a block each, joined by line breaks."""
    blocks, at = list[Block](), 0
    for number, words in enumerate(paragraphs):
        blocks.append(Block(Span(at, at + len(words)), f"p{number}", "paragraph"))
        at += len(words) + 1
    return ArticleText(title, dek, FlatText("\n".join(paragraphs), tuple(blocks)))
