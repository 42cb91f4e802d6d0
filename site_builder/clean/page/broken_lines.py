"""Titles in bold that share an element with their text by single line breaks, as old pages write them.

Input: the tree of a page. Output: the same tree, in which each such title is an element of its own, and so are the line
of its date and names and its text. Only a bold line with a dated or signed line under it is a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from site_builder.clean.words.dates import find_date
from site_builder.clean.words.names import byline
from site_builder.clean.writing.markdown import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINE = 120  # characters of a line of names and dates


def titles_in_text(root: HtmlElement) -> list[HtmlElement]:
    """Return the bold elements that are a line of their own, with a dated or signed line under them."""
    return [bold for bold in root.iter("b", "strong") if _is_line(bold) and _is_stamp(_next_line(bold))]


def set_apart(titles: Sequence[HtmlElement]) -> None:
    """Put each of ``titles``, the line under it and the text after that into elements of their own."""
    for parent, bolds in groupby(titles, key=lambda bold: bold.getparent()):
        _divide(parent, set(bolds))


def _is_line(bold: HtmlElement) -> bool:
    before, after = bold.getprevious(), bold.getnext()
    text = (bold.getparent().text if before is None else before.tail) or ""
    begins = not text.strip() and (before is None or before.tag == "br")
    return begins and after is not None and after.tag == "br" and not (bold.tail or "").strip()


def _next_line(bold: HtmlElement) -> str:
    parts: list[str] = []
    node = bold.getnext()
    while node is not None and not (parts and node.tag == "br"):
        parts += ["" if node.tag == "br" else node.text_content(), node.tail or ""]
        node = node.getnext()
    return squeeze("".join(parts))


def _is_stamp(text: str) -> bool:
    return len(text) < _LINE and (find_date(text) is not None or byline(text) is not None)


def _divide(parent: HtmlElement, bolds: set[HtmlElement]) -> None:
    made = [_element(parent, items) for items in _chunks(parent, bolds) if any(_says(item) for item in items)]
    if parent.tag != "p":
        parent.text = None
        parent[:] = made
        return
    box, at, tail = parent.getparent(), parent.getparent().index(parent), parent.tail
    parent.tail = None
    box[at : at + 1] = made
    made[-1].tail = tail


def _chunks(parent: HtmlElement, bolds: set[HtmlElement]) -> Iterator[list[HtmlElement | str]]:
    """Yield what stands before the first title, then each title, the line under it, and the rest."""
    chunk: list[HtmlElement | str] = [parent.text or ""]
    lines_left = 0  # line breaks that still end a chunk
    for child in list(parent):
        tail, child.tail = child.tail or "", None
        if child in bolds:
            yield chunk
            chunk, lines_left = [child], 2
        elif child.tag == "br" and lines_left:
            yield chunk
            chunk, lines_left = [], lines_left - 1
        else:
            chunk.append(child)
        chunk.append(tail)
    yield chunk


def _says(item: HtmlElement | str) -> bool:
    return bool(
        item.strip() if isinstance(item, str) else item.text_content().strip() or item.find(".//img") is not None
    )


def _element(parent: HtmlElement, items: Sequence[HtmlElement | str]) -> HtmlElement:
    made = parent.makeelement("div")
    made.sourceline = parent.sourceline
    for item in items:
        if not isinstance(item, str):
            made.append(item)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + item
        else:
            made.text = (made.text or "") + item
    return made
