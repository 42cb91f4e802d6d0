"""One HTML page that holds several articles, cut into pages that hold one each.

Input: the text of a page. Output: HTML texts, one an article, with the lines where they stood, and the blocks around
them; or none where the page holds at most one. An article here is an element that says so (``<article>``,
``class="hentry"``) and has a heading and running text of its own: cards and comments have not. Where no element says
so, articles are neighbours of one kind, each with its own ``h1`` and a date or a byline by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from site_builder.clean.blocks import read_block
from site_builder.clean.dates import find_date
from site_builder.clean.names import byline
from site_builder.clean.tree import PageError, parse, prune, settle, shed
from site_builder.model.scrape import LedgerLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(
    r"<article\b|role=[\"']?article|class=[\"'][^\"']*\b(?:hentry|h-entry|post|entry|story)\b", re.IGNORECASE
)
_TOP = re.compile(r"<h1\b", re.IGNORECASE)
_HEAD = 8  # stretches of text after a title that may date or sign it
_LINE = 120  # characters of a line of names and dates
_UNIT = re.compile(r"(?:^|\s)(?:hentry|h-entry|post|entry|story|article)(?:\s|$)", re.IGNORECASE)
_CARD = re.compile(r"comment|teaser|card|related|promo|recommend|sidebar|widget|preview|excerpt", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3")
_LEAST = 60  # words of running text that make an article
_PARAGRAPHS = 2
_NESTED = 2  # <article> elements in one, itself included
_WORD = re.compile(r"[^\W\u3400-\u9fff]+|[\u3400-\u9fff]{2}")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|read more|continue reading|阅读全文|查看更多)\W*$", re.IGNORECASE)
_NAME = re.compile(r"[\w:.-]+")


@dataclass(frozen=True, slots=True)
class Pages:
    """A page in parts: each article's HTML with the line of the page it begins on, and the ledger of all around."""

    articles: tuple[tuple[str, int], ...] = ()
    around: tuple[LedgerLine, ...] = ()


def split_page(text: str) -> Pages:
    """Return the articles of a page, in order, and what stands around them; nothing where it holds fewer than two."""
    if len(_MARK.findall(text)) < 2 and len(_TOP.findall(text)) < 2:  # noqa: PLR2004 - two are several
        return Pages()
    try:
        root = parse(text, comments=True)
        for element in root.iter("*"):
            shed(element)
        units = [element for element in _outermost(root) if _is_article(element)]
        units = units if len(units) > 1 else [unit for unit in _neighbours(root) if _is_article(unit)]
        if len(units) < 2:  # noqa: PLR2004 - two are several
            return Pages()
        articles = tuple((_page(root, unit), unit.sourceline or 1) for unit in units)
        return Pages(articles, _around(root, units))
    except PageError:  # who reads the page whole says so
        return Pages()


def _around(root: HtmlElement, units: list[HtmlElement]) -> tuple[LedgerLine, ...]:
    """Return the ledger of what is in none of ``units``; they are taken out of ``root``."""
    for unit in units:
        unit.drop_tree()
    prune(root)
    blocks = [read_block(element) for element in settle(root)]
    return tuple(LedgerLine(one.line, one.text, rule="around the articles") for one in blocks if one.text)


def _outermost(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements that call themselves articles and are in no other such element."""
    found: dict[HtmlElement, None] = {}
    for element in root.iter("article", "div", "section", "li"):
        said = element.tag == "article" or element.get("role") == "article" or _UNIT.search(element.get("class") or "")
        if said and not any(above in found for above in element.iterancestors()):
            found[element] = None
    return list(found)


def _neighbours(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements of one kind, side by side, that hold an ``h1`` each with a date or a byline around it."""
    tops = list(root.iter("h1"))
    counts: dict[HtmlElement, int] = {}
    for top in tops:
        for above in top.iterancestors():
            counts[above] = counts.get(above, 0) + 1
    found: dict[tuple[HtmlElement | None, str, str], list[HtmlElement]] = {}
    for top in tops:
        unit = next(
            (above for above in top.iterancestors() if counts[above] == 1 < counts.get(above.getparent(), 1)), None
        )
        if unit is not None and _is_headed(unit, top):
            found.setdefault((unit.getparent(), unit.tag, unit.get("class") or ""), []).append(unit)
    return max(found.values(), key=len, default=[])


def _is_headed(unit: HtmlElement, top: HtmlElement) -> bool:
    """Tell whether a date or a byline stands among the lines around the heading of ``unit``."""
    lines = [
        line for one in unit.iter() if one.tag != "script" for line in (one.text, one.tail) if line and line.strip()
    ]
    title = (top.text_content() or "").strip()
    at = next((i for i, line in enumerate(lines) if line.strip() and line.strip() in title), 0)
    near = [" ".join(line.split()) for line in lines[max(0, at - 3) : at + _HEAD] if len(line) < _LINE]
    return any(find_date(line) or byline(line) for line in near)


def _is_article(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if sum(1 for _ in element.iter("article")) > _NESTED:  # a list of cards that calls itself an article
        return False
    around = any(above.tag in {"aside", "nav", "footer"} for above in element.iterancestors())
    if around or _CARD.search(names) or next(element.iter(*_HEADINGS), None) is None:
        return False
    paragraphs = [" ".join(one.text_content().split()) for one in element.iter("p")]
    said = [one for one in paragraphs if len(_WORD.findall(one)) > 5]  # noqa: PLR2004 - words of a byline
    words = sum(len(_WORD.findall(one)) for one in said)
    return len(said) >= _PARAGRAPHS and words >= _LEAST and not (len(said) < 3 and _CUT.search(said[-1]))  # noqa: PLR2004


def _page(root: HtmlElement, unit: HtmlElement) -> str:
    """Return a page with one article: its heading is the page's, and what the old head said of all is left out."""
    from lxml import html  # noqa: PLC0415 - lxml is only needed at ingest

    heading = next(unit.iter(*_HEADINGS))
    level, heading.tag = heading.tag, "h1"
    title = html.tostring(heading, method="text", encoding="unicode", with_tail=False).strip()
    body = html.tostring(unit, encoding="unicode", with_tail=False)
    heading.tag = level
    language = _NAME.match(root.get("lang") or "")
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    top = f"<html lang='{language[0] if language else ''}'><head><meta charset='utf-8'>"
    return f"{top}<title>{escaped}</title></head><body>{body}</body></html>"
