"""One HTML page that holds several articles, cut into pages that hold one each.

Input: the text of a page. Output: HTML texts, one an article, with every element on the line where it stood; or none
where the page holds at most one. An article here is an element that says so (``<article>``, ``class="hentry"``) and
has a heading and running text of its own: cards and comments have not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARK = re.compile(
    r"<article\b|role=[\"']?article|class=[\"'][^\"']*\b(?:hentry|h-entry|post|entry|story)\b", re.IGNORECASE
)
_UNIT = re.compile(r"(?:^|\s)(?:hentry|h-entry|post|entry|story|article)(?:\s|$)", re.IGNORECASE)
_CARD = re.compile(r"comment|teaser|card|related|promo|recommend|sidebar|widget|preview|excerpt", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3")
_LEAST = 60  # words of running text that make an article
_PARAGRAPHS = 2
_NESTED = 2  # <article> elements in one, itself included
_WORD = re.compile(r"[^\W\u3400-\u9fff]+|[\u3400-\u9fff]{2}")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|read more|continue reading|阅读全文|查看更多)\W*$", re.IGNORECASE)
_NAME = re.compile(r"[\w:.-]+")


def split_page(text: str) -> list[str]:
    """Return a page for each article of ``text``, in order; [] where it holds fewer than two."""
    if len(_MARK.findall(text)) < 2:  # noqa: PLR2004 - two are several
        return []
    from lxml import html  # noqa: PLC0415 - only pages that may hold several pay for it

    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (ValueError, html.etree.ParserError):
        return []
    units = [element for element in _outermost(root) if _is_article(element)]
    return [_page(root, unit) for unit in units] if len(units) > 1 else []


def _outermost(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements that call themselves articles and are in no other such element."""
    found: list[HtmlElement] = []
    for element in root.iter("article", "div", "section", "li"):
        said = element.tag == "article" or element.get("role") == "article" or _UNIT.search(element.get("class") or "")
        if said and not any(above in found for above in element.iterancestors()):
            found.append(element)
    return found


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
    from lxml import html  # noqa: PLC0415 - as above

    heading = next(unit.iter(*_HEADINGS))
    level, heading.tag = heading.tag, "h1"
    title = html.tostring(heading, method="text", encoding="unicode", with_tail=False).strip()
    body = html.tostring(unit, encoding="unicode", with_tail=False)
    heading.tag = level
    language = _NAME.match(root.get("lang") or "")
    escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    top = f"<html lang='{language[0] if language else ''}'><head><meta charset='utf-8'>"
    blank = "\n" * max(0, (unit.sourceline or 1) - 1)
    return f"{top}<title>{escaped}</title></head><body>{blank}{body}</body></html>"
