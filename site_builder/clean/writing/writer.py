"""An HTML fragment to Markdown of the dialect of ``content/``.

Input: a BeautifulSoup tag whose links are absolute. Output: Markdown; ``data-part`` on an element says what
it is where its name does not: ``caption``, ``note``, ``reference``, ``embed``; ``data-note`` is a note's mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from site_builder.clean.writing.inline import inline
from site_builder.clean.writing.markdown import caption, cell, escape, heading, image, link, paragraph, squeeze

if TYPE_CHECKING:
    from bs4 import Tag
    from bs4.element import PageElement

_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html iframe img li main nav ol p picture pre section summary table tbody td "
    "tfoot th thead tr ul video audio embed object amp-img"
)
BLOCKS = frozenset(_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MEDIA = frozenset({"iframe", "video", "audio", "embed", "object"})
_LEAST = 2  # rows and columns of a table that holds data
_WIDEST = 50  # columns or rows that one cell may span
_DEEPEST = 100


def write(root: Tag) -> str:
    """Return the Markdown of what is inside ``root``, ending with one line feed, or ""."""
    text = "\n\n".join(blocks(root.children, 0))
    return text + "\n" if text else ""


def blocks(nodes: Iterable[PageElement], depth: int) -> list[str]:
    """Return the Markdown blocks of ``nodes``, in order; what is not in a block becomes a paragraph."""
    from bs4 import Tag  # noqa: PLC0415 - bs4 is only needed at ingest

    out: list[str] = []
    loose: list[PageElement] = []
    for node in nodes:
        if isinstance(node, Tag) and depth < _DEEPEST and (node.name in BLOCKS or _holds_block(node)):
            out += [*_paragraph(loose), *_block(node, depth + 1)]
            loose = []
        else:
            loose.append(node)
    return [*out, *_paragraph(loose)]


def _holds_block(tag: Tag) -> bool:
    return any(getattr(inner, "name", None) in BLOCKS for inner in tag.descendants)


def _paragraph(nodes: list[PageElement]) -> list[str]:
    words = inline(nodes)
    return [paragraph(words)] if words else []


def _block(tag: Tag, depth: int) -> list[str]:
    part = str(tag.get("data-part") or "")
    if part == "caption":
        return _caption(tag, depth)
    if part == "footnote":
        words = inline(tag.children)
        return [f"[^{tag['data-number']}]: {words}"] if words else []
    if part == "embed" or tag.name in _MEDIA:
        return _embed(tag)
    if tag.name in _HEADINGS:
        return _heading(tag)
    writers = {"ul": _list, "ol": _list, "blockquote": _quotation, "table": _table, "pre": _code, "img": _picture}
    writers |= {"figcaption": _caption, "caption": _caption, "amp-img": _picture}
    return writers.get(tag.name, _inside)(tag, depth)


def _inside(tag: Tag, depth: int) -> list[str]:
    return blocks(tag.children, depth)


def _picture(tag: Tag, _depth: int) -> list[str]:
    found = image(str(tag.get("alt") or ""), str(tag.get("src") or ""))
    return [found] if found else []


def _caption(tag: Tag, _depth: int) -> list[str]:
    words = inline(tag.children)
    return [caption(words)] if words else []


def _heading(tag: Tag) -> list[str]:
    words = inline(tag.children)
    level = int(str(tag.get("data-level") or _HEADINGS[tag.name]))
    return [heading(words, level)] if words else []


def _embed(tag: Tag) -> list[str]:
    url = next((str(tag[key]) for key in ("src", "data-src", "data", "href") if tag.get(key)), "")
    name = squeeze(str(tag.get("title") or "")) or re.sub(r"^(?:www|player|embed)\.", "", _host(url))
    words = escape(f"video: {name}" if name else "video")
    linked = link(words, url)
    return [linked] if linked != words else []


def _host(url: str) -> str:
    found = re.match(r"https?://([^/?#]+)", url)
    return found[1] if found else ""


def _quotation(tag: Tag, depth: int) -> list[str]:
    inner = "\n\n".join(blocks(tag.children, depth))
    return ["\n".join(f"> {line}" if line else ">" for line in inner.split("\n"))] if inner else []


def _code(tag: Tag, _depth: int) -> list[str]:
    text = tag.get_text().expandtabs(4).strip("\n").rstrip()
    return ["\n".join("    " + line if line.strip() else "" for line in text.split("\n"))] if text.strip() else []


def _list(tag: Tag, depth: int) -> list[str]:
    items = [item for item in (_item(child, depth) for child in tag.find_all(True, recursive=False)) if item]
    first = str(tag.get("start") or "1")
    number = int(first) if re.fullmatch(r"\d{1,5}", first) else 1
    marks = [f"{number + i}." if tag.name == "ol" else "-" for i in range(len(items))]
    loose = "\n\n" if any("\n\n" in item for item in items) else "\n"
    return [loose.join(f"{mark} {item}" for mark, item in zip(marks, items, strict=True))] if items else []


def _item(tag: Tag, depth: int) -> str:
    parts = blocks(tag.children, depth)
    first, rest = (parts[0] if parts else ""), parts[1:]
    text = first
    for part in rest:
        tight = part.startswith(("- ", "1. ")) and "\n\n" not in part
        indented = "\n".join("    " + line if line else "" for line in part.split("\n"))
        text += ("\n" if tight else "\n\n") + indented
    return text


def _table(tag: Tag, depth: int) -> list[str]:
    rows = [
        row.find_all(["td", "th"], recursive=False) for row in tag.find_all("tr") if row.find_parent("table") is tag
    ]
    rows = [row for row in rows if row]
    most = max((len(row) for row in rows), default=0)
    if most < _LEAST or len(rows) < _LEAST or tag.find("table"):  # laid out, not data
        return [part for row in rows for c in row for part in blocks([c], depth)]
    grid = _grid(rows)
    width = max(map(len, grid))
    lines = [_row(cells, width) for cells in grid]
    head = [text for title in tag.find_all("caption", limit=1) for text in _caption(title, depth)]
    return [*head, "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]


def _grid(rows: list[list[Tag]]) -> list[list[str]]:
    """Return the cells of each row in their columns: one that spans several is written once, the others are empty."""
    grid: list[list[str]] = []
    below: dict[int, int] = {}  # columns that a cell further up still fills, and for how many rows
    for row in rows:
        cells: list[str] = []
        for one in row:
            _fill(cells, below)
            across, down = _span(one, "colspan"), _span(one, "rowspan")
            below |= {len(cells) + k: down - 1 for k in range(across)}
            cells += [cell(inline(one.children)), *[""] * (across - 1)]
        _fill(cells, below)
        grid.append(cells)
    return grid


def _fill(cells: list[str], below: dict[int, int]) -> None:
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _span(one: Tag, name: str) -> int:
    found = re.fullmatch(r"\s*(\d{1,4})\s*", str(one.get(name) or ""))
    return min(max(int(found[1]), 1), _WIDEST) if found else 1


def _row(cells: list[str], width: int) -> str:
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"
