"""A page's text to a clean lxml tree whose leaves are blocks.

Input: decoded HTML. Output: an element tree without scripts, styles, comments and hidden parts, in which every
stretch of running text has a block element of its own (a bare stretch gets a ``p``; two line breaks end one).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from site_builder.clean.writing.writer import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIZE = re.compile(r"\+?([1-7])")
_NORMAL = 3  # the size of text that nobody set larger
_LONGEST = 200  # characters of a title
MOST_BYTES = 20_000_000
MOST_BLOCKS = 30_000
MOST_ATTRIBUTES = 100  # of one element: nobody writes more, and looking one up among thousands takes its time
MOST_DEPTH = 256  # where libxml2 stops of its own accord; pages made by people stay under 60
_MOST_ATTRIBUTES = 5_000  # libxml2 compares each with all before it
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
# Characters that no text of XML may hold, written as numbers: lxml reads them, and cannot write them again.
_CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127|6553[45])(?!\d)"
    r"|[xX]0*(?:[0-8bcefBCEF]|1[\da-fA-F]|7[fF]|[dD][89a-fA-F][\da-fA-F]{2}|[fF]{3}[eEfF])(?![\da-fA-F]));?"
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_UNSEEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "link",
        "meta",
        "base",
        "canvas",
        "map",
        "dialog",
        "frame",
    }
    | {
        "button",
        "input",
        "select",
        "textarea",
        "option",
        "datalist",
        "object",
        "applet",
        "param",
        "source",
        "track",
        "title",
    }
)
ASKS = "data-asks"
"""The attribute that ``prune`` gives to what holds a field for readers to type in."""
_TYPED = frozenset({"text", "email", "search"})
_SEEN = frozenset({"img", "amp-img", "iframe", "video", "audio", "embed"})
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-actualsrc",
    "data-croporisrc",
    "data-url",
    "data-hi-res-src",
)
_NOT_PICTURE = re.compile(
    r"(?:^data:|blank\.|spacer|pixel|placeholder|1x1|grey\.gif|loading\.gif|transparent)", re.IGNORECASE
)


class PageError(ValueError):
    """The page cannot be read; the message says why, for a person."""


def parse(text: str, *, comments: bool = False) -> HtmlElement:
    """Return the root of a page, as ``parse_page`` does."""
    return parse_page(text, comments=comments)[0]


def parse_page(text: str, *, comments: bool = False) -> tuple[HtmlElement, int]:
    """Return the root of a page as libxml2 reads it, and the line where it stopped, or 0 where it read all.

    It stops where elements lie deeper than ``MOST_DEPTH``. Raise ``PageError`` where the page is too large or holds
    nothing. With ``comments`` they stay in the tree: a page written out again has its lines where they were.
    """
    from lxml import etree  # noqa: PLC0415 - lxml is only needed at ingest
    from lxml.html import HtmlComment, HtmlElement, HTMLParser, document_fromstring  # noqa: PLC0415 - as above

    if len(text) > MOST_BYTES:
        message = f"the page is larger than {MOST_BYTES // 1_000_000} million characters"
        raise PageError(message)
    if any(len(_QUOTED.sub("", tag[0]).split()) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        message = f"an element of the page has more than {_MOST_ATTRIBUTES:,} attributes"
        raise PageError(message)
    # A declaration of an encoding is about the bytes; the text is decoded already.
    parser = HTMLParser(encoding="utf-8", remove_comments=not comments, remove_pis=True)
    # lxml's own lookup asks a function of Python for each element, only to give forms a class of their own.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment))
    try:
        root = document_fromstring(_CONTROL.sub(" ", text).encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as problem:
        message = "the page holds no HTML"
        raise PageError(message) from problem
    if 'role="heading"' in text:
        _name_headings(root)
    if next(root.iter("h1", "h2", "h3"), None) is None:
        _name_largest(root)
    return root, next((int(entry.line) for entry in parser.error_log if "depth" in entry.message), 0)


def _name_headings(root: HtmlElement) -> None:
    """Give headings that only their role calls so (``role="heading" aria-level="2"``) the element of one."""
    for element in root.xpath("//div[@role='heading']|//p[@role='heading']|//span[@role='heading']"):
        level = element.get("aria-level") or "2"
        if level in "123456" and not any(inner.tag in BLOCKS for inner in element.iterdescendants()):
            element.tag = f"h{level}"


def _name_largest(root: HtmlElement) -> None:
    """Make a heading of the one line that is set larger than all others, on a page without headings."""
    sizes = ((_SIZE.fullmatch(font.get("size") or ""), font) for font in root.iter("font"))
    large = [(int(size[1]), font) for size, font in sizes if size and font.text_content().strip()]
    most = max((size for size, _ in large), default=0)
    largest = [font for size, font in large if size == most]
    if most <= _NORMAL or len(largest) > 1 or len(largest[0].text_content()) > _LONGEST:
        return
    after = largest[0].getnext()
    if after is None or after.tag in {*BLOCKS, "br"}:
        largest[0].tag = "h1"
        for bold in largest[0].xpath(".//b|.//strong"):
            bold.drop_tag()


def prune(root: HtmlElement) -> None:
    """Take out of ``root`` what no reader sees, and give lazily loaded pictures their address."""
    body_text = max(1, sum(map(len, root.itertext())))
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        shed(element)
        if element.tag == "input" and (element.get("type") or "text").lower() in _TYPED:
            element.getparent().set(ASKS, "")
        if element.tag in _UNSEEN or (_is_hidden(element) and _share(element, body_text) < 0.5):  # noqa: PLR2004 - half
            element.drop_tree()
        elif element.tag == "img":
            _wake(element)
        elif element.tag == "br":
            element.tail = "\n" + (element.tail or "")


def shed(element: HtmlElement) -> None:
    """Take from ``element`` its attributes where they are more than anybody writes."""
    if len(element.attrib) > MOST_ATTRIBUTES:
        element.attrib.clear()


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in {"body", "html"}:
        return False
    return "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style") or ""))


def _share(element: HtmlElement, whole: int) -> float:
    return sum(map(len, element.itertext())) / whole


def _wake(picture: HtmlElement) -> None:
    """Put the address that a script would have put there into ``src``."""
    source = picture.get("src") or ""
    if source and not _NOT_PICTURE.search(source):
        return
    lazy = next((picture.get(key) for key in _LAZY if picture.get(key)), "") or _first(picture.get("data-srcset") or "")
    if lazy:
        picture.set("src", lazy)
    elif _NOT_PICTURE.search(source):
        picture.drop_tree()


def _first(srcset: str) -> str:
    return srcset[:2000].partition(",")[0].strip().partition(" ")[0]


def settle(root: HtmlElement) -> list[HtmlElement]:
    """Give every stretch of text in ``root`` a block of its own and return these blocks, in order.

    Raise ``PageError`` where there are more of them than any page that a person made.
    """
    holders = _holders(root)
    for element in holders:
        _wrap(element, holders)
    leaves = (element for element in root.iter() if element.tag in BLOCKS and element not in holders)
    blocks = [element for element in leaves if element.tag in _SEEN or _has_words(element)]
    if len(blocks) > MOST_BLOCKS:
        message = f"the page has {len(blocks):,} paragraphs and the like; at most {MOST_BLOCKS:,} are read"
        raise PageError(message)
    return blocks


def _holders(root: HtmlElement) -> dict[HtmlElement, None]:
    """Return the elements that hold a block or two line breaks in a row, ancestors first."""
    found: dict[HtmlElement, None] = {root: None}
    for element in root.iter():
        inner = element.tag in BLOCKS or _second_break(element)
        above = element.getparent() if inner else None
        while above is not None and above not in found:
            found[above] = None
            above = above.getparent()
    return {element: None for element in root.iter() if element in found}


def _second_break(element: HtmlElement) -> bool:
    """Tell whether a line break parts two blocks: another follows it, or links alone stand on one side of it."""
    if element.tag != "br":
        return False
    after = element.getnext()
    doubled = after is not None and after.tag == "br" and not (element.tail or "").strip()
    return doubled or _is_linked_line(element, after) != _is_linked_line(element, after, over=True)


def _is_linked_line(element: HtmlElement, after: HtmlElement | None, *, over: bool = False) -> bool:
    """Tell whether all that stands on a line beside a break is links: two at least."""
    texts: list[str] = [] if over else [element.tail or ""]
    links, one = 0, element.getprevious() if over else after
    while one is not None and one.tag not in {"br", *BLOCKS}:
        texts.append(one.tail or "")
        links += one.tag == "a"
        texts += [] if one.tag == "a" or not isinstance(one.tag, str) else [one.text_content()]
        one = one.getprevious() if over else one.getnext()
    return links > 1 and not any(text.strip(" |·•\n\t") for text in texts)


def _wrap(holder: HtmlElement, holders: dict[HtmlElement, None]) -> None:
    """Wrap each run of inline children of ``holder`` into a paragraph."""
    if holder.tag in {"table", "tbody", "thead", "tfoot", "tr", "ul", "ol", "dl", "html"}:
        return
    children = list(holder)
    current = None
    if (holder.text or "").strip():
        current = _new(holder, 0, holder.text)
        holder.text = None
    for child in children:
        if child.tag in BLOCKS or child in holders or _second_break(child):
            current = None
            if (child.tail or "").strip():
                current = _new(holder, holder.index(child) + 1, child.tail)
                child.tail = None
        elif current is None:
            current = _new(holder, holder.index(child), None)
            current.append(child)
        else:
            current.append(child)


def _new(holder: HtmlElement, at: int, text: str | None) -> HtmlElement:
    paragraph = holder.makeelement("p")
    paragraph.text = text
    holder.insert(at, paragraph)
    return paragraph


def _has_words(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext()) or element.find(".//img") is not None
