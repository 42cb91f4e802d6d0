"""Reads the flat text of a rendered body, and where its blocks stand in it.

Input: HTML as ``body.to_html`` writes it. Output: the text a reader reads, and its paragraphs,
headings, captions, items, notes and references as spans in code points, in order, never overlapping.
"""

from __future__ import annotations

import re

from site_builder.model.text import Block, BlockKind, FlatText, Span
from site_builder.render.tokens import cut, plain

_OPEN = re.compile(r'<(p|h[2-6]|li|figcaption|t[dh]|pre|blockquote|div|[uo]l)\b(?=([^>]*))(?:[^>]*? id="([^"]*)")?')
_KINDS: dict[str, BlockKind] = {
    "figcaption": "caption",
    "td": "cell",
    "th": "cell",
    "pre": "code",
    "li": "item",
    "p": "paragraph",
}
_ENDS = ("</p>", "</h", "</li", "</fi", "</td", "</th>", "</pr", "</ul", "</ol")


def flatten(html: str) -> FlatText:
    """Return the flat text of ``html`` and its blocks."""
    pieces = cut(html)
    texts = [plain(piece) for piece in pieces[::2]]
    text = "".join(texts)
    blocks = _blocks(pieces[1::2], texts)
    return FlatText(text, tuple(block for block in blocks if not text[block.span.start : block.span.end].isspace()))


def _blocks(tags: list[str], texts: list[str]) -> list[Block]:
    """Return the blocks; ``tags[i]`` stands after ``texts[i]``."""
    blocks: list[Block] = []
    around: list[str] = []  # the open lists, quotations and parts that colour what is inside them
    references = False
    start, name, kind, level = 0, "", "paragraph", 0
    offset = 0
    kinds = _KINDS
    for i, tag in enumerate(tags):
        offset += len(texts[i])
        opened = _OPEN.match(tag)
        if opened is None and not tag.startswith(_ENDS) and not tag.startswith(("</blockquote", "</div")):
            continue
        if name and offset > start:
            blocks.append(Block(Span(start, offset), name, kind, level))  # type: ignore[arg-type]
        name = ""
        if opened is None:
            if around and tag[2:-1] == around[-1].partition(" ")[0]:
                around.pop()
            continue
        element, attributes, found = opened.groups()
        if element in {"blockquote", "div", "ul", "ol", "li"}:
            around.append(f"{element} {attributes}")
        start, name, level = offset, found or "", 0
        if element[0] == "h":
            level = int(element[1])
            references = 'class="references"' in attributes
            kind = "heading"
        else:
            kind = _kind(kinds.get(element, "paragraph"), attributes, around, references=references)
    return blocks


def _kind(kind: BlockKind, attributes: str, around: list[str], *, references: bool) -> BlockKind:
    """Return what a block is, given what it stands in."""
    if 'class="note"' in attributes:
        return "note"
    for outer in reversed(around):
        if "footnotes" in outer:
            return "note"
        if outer[0] == "b":
            return "quote"
    if any(outer.startswith("li") for outer in around):
        listed = references or any('class="references"' in outer for outer in around)
        return "reference" if listed else "item"
    return kind
