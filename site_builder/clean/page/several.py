"""One HTML page that holds several articles, cut into pages that hold one each.

Input: a page, parsed and as text. Output: HTML texts, one an article, with their lines, and the blocks around
them; or none where the page holds at most one. An article here is an element that says so (``<article>``,
``class="hentry"``) and has a heading and running text of its own: cards and comments have not. Where no element says
so, ``cuts`` finds where one article ends and the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from site_builder.clean.lines.line import is_date_line, weigh
from site_builder.clean.page.blocks import read_block
from site_builder.clean.page.broken_lines import set_apart, titles_in_text
from site_builder.clean.page.cuts import Cut, find_cuts
from site_builder.clean.page.head import Head, strings
from site_builder.clean.page.tree import MOST_ATTRIBUTES, PageError, parse, prune, settle
from site_builder.model.scrape import LedgerLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNIT = re.compile(r"(?:^|\s)(?:hentry|h-entry|post|entry|story|article)(?:\s|$)", re.IGNORECASE)
_CARD = re.compile(
    r"comment|teaser|card|related|promo|recommend|sidebar|(?<![\w-])widget|preview|excerpt", re.IGNORECASE
)
_CALLED = re.compile("card", re.IGNORECASE)
_WHOLE = 100  # words of an article in a card
_SUBJECT = re.compile(r"(?<!\S)(?:category|tag|topic)-\S+")  # classes that say what an article is about
_HEADINGS = ("h1", "h2", "h3")
_LEAST = 60  # words of running text that make an article
_BRIEF = 25  # words of an article among others
_MOST = 0.6  # of the elements that call themselves articles: so many must be some
_PARAGRAPHS = 2
_BYLINE = 5  # words
_UP, _DAY = 4, 60  # elements above an article, and characters of a day over it
_NESTED = 2  # <article> elements in one, itself included
_WORD = re.compile(r"[^\W\u3400-\u9fff]+|[\u3400-\u9fff]{2}")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|read more|continue reading|阅读全文|查看更多)\W*$", re.IGNORECASE)
_NAME = re.compile(r"[\w:.-]+")


@dataclass(frozen=True, slots=True)
class Pages:
    """A page in parts: each article's HTML with the line of the page it begins on, and the ledger of all around."""

    articles: tuple[tuple[str, int], ...] = ()
    around: tuple[LedgerLine, ...] = ()


def split_page(root: HtmlElement, head: Head, text: str) -> Pages:
    """Return the articles of a page, in order, and what stands around them; nothing where it holds fewer than two.

    ``root`` is the page as it was parsed; it stays as it is. A page that is cut is parsed again, with its comments.
    """
    headlines = [said for one in head.articles for said in strings(one.get("headline"), "@value")]
    hidden = len(titles_in_text(root)) > 1
    if not hidden and not _find(root, headlines):
        return Pages()
    whole = parse(text, comments=True)
    if hidden:
        set_apart(titles_in_text(whole))
    cuts = _find(whole, headlines)
    articles = tuple((_page(whole, cut), cut.elements[0].sourceline or 1) for cut in cuts)
    return Pages(articles, _around(whole, cuts)) if articles else Pages()


def _find(root: HtmlElement, headlines: Sequence[str]) -> tuple[Cut, ...]:
    named = _outermost(root)
    units = [element for element in named if _is_article(element)]
    if not units and all(_CALLED.search(_names(element)) for element in named):  # such cards hold all there is
        units = [element for element in named if _is_article(element, least=_WHOLE, cards=True)]
    if len(units) > 1 and len(units) >= _MOST * len(named):  # among articles a brief one is an article too
        cards = all(_CALLED.search(_names(element)) for element in units)
        units = [element for element in named if _is_article(element, least=_BRIEF, paragraphs=1, cards=cards)]
    if len(units) > 1:
        return tuple(Cut(_title(unit), (*_day_over(unit), unit)) for unit in units)
    return find_cuts(root, headlines)


def _title(unit: HtmlElement) -> HtmlElement:
    """Return the heading of an article: of those over its text the first of the highest level; a section's is lower."""
    over: list[HtmlElement] = []
    for element in unit.iter("p", *_HEADINGS):
        if element.tag in _HEADINGS:
            over.append(element)
        elif over and len(_WORD.findall(element.text_content())) > _BYLINE:
            break
    return min(over, key=lambda heading: heading.tag)


def _day_over(unit: HtmlElement) -> tuple[HtmlElement, ...]:
    """Return the element that dates an article from above it, in no other article: a blog's heading of the day."""
    for one in (unit, *islice(unit.iterancestors(), _UP)):
        over = one.getprevious()
        while over is not None and not isinstance(over.tag, str):
            over = over.getprevious()
        if over is not None:
            text = " ".join(over.text_content().split())
            dated = len(text) <= _DAY and is_date_line(text, weigh(text))
            return (over,) if dated else ()
    return ()


def _around(root: HtmlElement, cuts: Sequence[Cut]) -> tuple[LedgerLine, ...]:
    """Return the ledger of what is in none of ``cuts``; they are taken out of ``root``."""
    for cut in cuts:
        for element in cut.elements:
            element.tail = None if len(cut.elements) > 1 else element.tail
            element.drop_tree()
    prune(root)
    try:
        blocks = [read_block(element) for element in settle(root)]
    except PageError:
        return ()
    return tuple(LedgerLine(one.line, one.text, rule="around the articles") for one in blocks if one.text)


def _outermost(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements that call themselves articles and are in no other such element."""
    found: dict[HtmlElement, None] = {}
    for element in root.iter("article", "div", "section", "li"):
        if len(element.attrib) > MOST_ATTRIBUTES:  # nobody wrote that: looking among them takes its time
            continue
        said = element.tag == "article" or element.get("role") == "article" or _UNIT.search(element.get("class") or "")
        if said and not any(above in found for above in element.iterancestors()):
            found[element] = None
    return list(found)


def _names(element: HtmlElement) -> str:
    """Return what an element is called, without what an article in it is about."""
    return f"{_SUBJECT.sub('', element.get('class') or '')} {element.get('id') or ''}"


def _is_article(
    element: HtmlElement, least: int = _LEAST, paragraphs: int = _PARAGRAPHS, *, cards: bool = False
) -> bool:
    """Tell whether an element holds an article; of a page on which all are called ``cards`` each may."""
    names = _CALLED.sub("", _names(element)) if cards else _names(element)
    if sum(1 for _ in element.iter("article")) > _NESTED:  # a list of cards that calls itself an article
        return False
    around = any(above.tag in {"aside", "nav", "footer"} for above in element.iterancestors())
    if around or _CARD.search(names) or next(element.iter(*_HEADINGS), None) is None:
        return False
    texts = [" ".join(one.text_content().split()) for one in element.iter("p")] + _broken(element)
    said = [one for one in texts if len(_WORD.findall(one)) > _BYLINE]
    words = sum(len(_WORD.findall(one)) for one in said)
    return len(said) >= paragraphs and words >= least and not (len(said) < 3 and _CUT.search(said[-1]))  # noqa: PLR2004


def _broken(element: HtmlElement) -> list[str]:
    """Return the paragraphs of an article that has line breaks between them in place of elements."""
    breaks = list(element.iter("br"))
    return [" ".join((one.tail or "").split()) for one in breaks] if len(breaks) > _PARAGRAPHS else []


def _page(root: HtmlElement, cut: Cut) -> str:
    """Return a page with one article: its heading is the page's, and what the old head said of all is left out."""
    from lxml import html  # noqa: PLC0415 - lxml is only needed at ingest

    title = " ".join(cut.heading.text_content().split())
    escaped = title.replace("&", "&amp;").replace("<", "&lt;")
    heading = _renamed(cut.heading)
    level, heading.tag = heading.tag, "h1"
    body = "".join(html.tostring(one, encoding="unicode", with_tail=len(cut.elements) > 1) for one in cut.elements)
    heading.tag = level
    language = _NAME.match(root.get("lang") or "")
    top = f"<html lang='{language[0] if language else ''}'><head><meta charset='utf-8'>"
    return f"{top}<title>{escaped}</title></head><body>{body}</body></html>"


def _renamed(heading: HtmlElement) -> HtmlElement:
    """Return the element that can be called a heading: in a cell or an item, the one that holds all its text."""
    return heading[0] if heading.tag in {"td", "th", "li", "dt", "dd"} and len(heading) else heading
