"""What trafilatura and readability-lxml would keep of a page: two witnesses for the choice of its body.

Input: the settled tree and its blocks. Output: the blocks with the vote of either. A witness that fails has no vote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from site_builder.clean.page.blocks import Block
from site_builder.clean.writing.markdown import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONG = 30  # characters: a text of this length stands in another by intent, not by chance
_MENU = 5  # links
_MARK = re.compile(r'data-b="(\d+)"')
_BLANKS = re.compile(r"\s+")
_KEPT = frozenset({"class", "id", "data-b"})


def vote(root: HtmlElement, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of ``root`` with the votes of trafilatura and of readability-lxml."""
    lean = _lean(root, [block.element for block in blocks])
    read = _readability(lean)
    text = _trafilatura(lean)
    lines = {squeeze(line.lstrip("-|# ").rstrip("|")) for line in text.split("\n")}
    whole = squeeze(text)
    found = []
    for at, block in enumerate(blocks):
        kept = bool(block.text) and (block.text in lines or (len(block.text) >= _LONG and block.text in whole))
        found.append(replace(block, trafilatura=kept, readability=at in read) if kept or at in read else block)
    return found


def _lean(root: HtmlElement, elements: Sequence[HtmlElement]) -> HtmlElement:
    """Return a copy of the page that has what the witnesses weigh and no more; blocks carry their number."""
    for at, element in enumerate(elements):
        element.set("data-b", str(at))
    lean = deepcopy(root)
    for element in elements:
        del element.attrib["data-b"]
    for menu in _menus(lean):
        menu.drop_tree()
    for element in lean.iter():
        kept = [(name, value) for name, value in element.attrib.items() if name in _KEPT]
        if len(kept) < len(element.attrib):  # one by one, a name such as "{x}" could not be taken away
            element.attrib.clear()
            element.attrib.update(kept)
        element.text = _BLANKS.sub(" ", element.text) if element.text else None
        element.tail = _BLANKS.sub(" ", element.tail) if element.tail else None
    return lean


def _menus(root: HtmlElement) -> list[HtmlElement]:
    """Return the outermost elements that are lists of links and little else: no witness would keep them."""
    letters: dict[HtmlElement, tuple[int, int, int]] = {}
    for element in reversed(list(root.iter())):
        every, linked, anchors = letters.get(element, (0, 0, 0))
        every += len((element.text or "").strip())
        if element.tag == "a":
            linked, anchors = every, anchors + 1
        letters[element] = every, linked, anchors
        above = element.getparent()
        if above is not None:
            a, b, c = letters.get(above, (0, 0, 0))
            letters[above] = a + every + len((element.tail or "").strip()), b + linked, c + anchors
    menus: dict[HtmlElement, None] = {}
    for element in root.iter("ul", "ol", "div", "nav", "section", "footer", "header", "table", "aside"):
        every, linked, anchors = letters[element]
        if anchors >= _MENU and linked > 0.8 * every:  # four fifths linked
            menus[element] = None
    return [menu for menu in menus if not any(above in menus for above in menu.iterancestors())]


def _trafilatura(page: HtmlElement) -> str:
    from trafilatura import bare_extraction  # noqa: PLC0415 - heavy, only needed at ingest

    try:
        found = bare_extraction(page, with_metadata=False, include_comments=False, fast=True)
    except Exception:  # whatever a third-party parser trips over, there are other witnesses
        return ""
    return str(getattr(found, "text", "") or "")


def _readability(page: HtmlElement) -> frozenset[int]:
    from readability import Document  # noqa: PLC0415 - heavy, only needed at ingest

    try:
        html = Document(page).summary(html_partial=True)
    except Exception:  # as above
        return frozenset()
    return frozenset(map(int, _MARK.findall(html)))
