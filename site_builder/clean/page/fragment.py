"""The chosen blocks of a page to one fragment of HTML that the Markdown writer reads.

Input: judged blocks of the settled tree (their elements are changed here) and the address that links are relative to.
Output: the fragment as an HTML string, without anything that was dropped, links absolute, notes tied to their marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from site_builder.clean.page.blocks import Block
from site_builder.clean.page.written_notes import link_written_notes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

KEPT = frozenset({"body", "heading", "caption", "picture", "embed"})
_MARK = re.compile(r"[\[(（]?\s*(?:\d{1,3}|[*†‡§a-z]{1,3}|注\d{0,3})\s*[\])）]?")
_BACK = re.compile(r"[\s↑↩⤴^\[\]()\d*†‡\ufe0e\ufe0f]*|back|jump up|返回")
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HOLDERS = frozenset({"li", "p", "div", "dd", "aside", "td", "section"})


def fragment(blocks: Sequence[Block], base: str) -> str:
    """Return the HTML of what the blocks keep, or "" where they keep nothing."""
    from lxml import etree  # noqa: PLC0415 - lxml is only needed at ingest

    kept = [block for block in blocks if block.part in KEPT]
    if not kept:
        return ""
    top = _common([block.element for block in kept])
    inside = set(top.iter())
    for block in blocks:
        if block.part not in KEPT and block.element in inside and block.element is not top:
            block.element.drop_tree()
    _mark(kept)
    link_written_notes(top)
    _tie_notes(top)
    _link(top, base)
    return str(etree.tostring(top, encoding="unicode", method="html", with_tail=False))


def _common(elements: Sequence[HtmlElement]) -> HtmlElement:
    """Return the lowest element that holds all ``elements`` (one that is not itself a block)."""
    chain = list(elements[0].iterancestors())
    for element in elements[1:]:
        above = set(element.iterancestors())
        chain = [one for one in chain if one in above]
    return chain[0]


def _mark(kept: Iterable[Block]) -> None:
    """Write on each element what it is, for the writer; headings become 2, 3 … in the order of their ranks."""
    blocks = list(kept)
    ranks = sorted({block.element.tag for block in blocks if block.part == "heading"})
    for block in blocks:
        block.element.set("data-part", block.part)
        if block.part == "heading":
            block.element.set("data-level", str(min(2 + ranks.index(block.element.tag), 6)))


def _tie_notes(top: HtmlElement) -> None:
    """Make a mark that leads to a note below it a footnote reference, and move the note to the end."""
    order = {element: i for i, element in enumerate(top.iter())}
    targets = {name: element for element in order for name in (element.get("id"), element.get("name")) if name}
    notes: dict[HtmlElement, int] = {}
    for anchor in top.findall(".//a[@href]"):
        _, name = urldefrag(anchor.get("href"))
        note = _holder(targets.get(name)) if name and _MARK.fullmatch(anchor.text_content().strip()) else None
        if note is None or note is top or order[note] < order[anchor] or anchor in set(note.iter()):
            continue
        number = notes.setdefault(note, len(notes) + 1)
        _replace_by_mark(anchor, number)
    for note, number in notes.items():
        _move_note(top, note, number)


def _holder(target: HtmlElement | None) -> HtmlElement | None:
    while target is not None and target.tag not in _HOLDERS:
        target = target.getparent()
    return target


def _replace_by_mark(anchor: HtmlElement, number: int) -> None:
    for child in list(anchor):
        child.drop_tree()
    anchor.text = None
    anchor.tag = "sup"
    anchor.attrib.clear()
    anchor.set("data-note", str(number))


def _move_note(top: HtmlElement, note: HtmlElement, number: int) -> None:
    for back in note.findall(".//a[@href]"):
        if "#" in back.get("href") and _BACK.fullmatch(back.text_content().strip().lower()):
            back.drop_tree()
    moved = top.makeelement("div", {"data-part": "footnote", "data-number": str(number)})
    moved.text = re.sub(r"^\s*[\[(]?\d{1,3}[\]).、]\s*", "", note.text or "")
    moved.extend(list(note))
    note.drop_tree()
    top.append(moved)


def _link(top: HtmlElement, base: str) -> None:
    """Make links and the addresses of pictures absolute, or take them away where they lead nowhere."""
    for element in top.iter("a", "img", "amp-img", "iframe", "video", "audio", "embed"):
        key = "href" if element.tag == "a" else "src"
        value = (element.get(key) or "").strip()
        if not value and element.tag in {"video", "audio"}:
            value = next((source.get("src") or "" for source in element.iter("source")), "")
        try:
            joined = urljoin(base, value) if value and not value.startswith("#") else ""
        except ValueError:
            joined = ""
        address = _CONTROL.sub("", joined)  # the page's own address may hold what no attribute can
        if address:
            element.set(key, address)
        else:
            element.attrib.pop(key, None)
