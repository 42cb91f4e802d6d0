"""Rules that name what a block of a page is when it is no part of an article's text.

Input: a block and the elements that hold it, up to the article's container. Output: (part, rule), of which one is set,
or None where no rule speaks. The rules stand in their order of precedence; their names show in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from site_builder.clean.page.blocks import HEADINGS, MEDIA, PICTURES, Block, Hints
from site_builder.clean.page.tree import ASKS
from site_builder.clean.words.dates import find_date, without_dates
from site_builder.clean.words.lexicon import RIGHTS, STAMP_LABELS, find_rule
from site_builder.clean.words.names import bare_names, byline, find_byline
from site_builder.clean.words.picture_words import credits_picture
from site_builder.clean.writing.markdown import squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Verdict = tuple[str, str]
_SHORT = 60  # words: longer blocks are text, whatever a line's pattern says
_LONG_LINE = 1000  # characters: patterns are for lines
_STAMP = 30  # words: longer than a line of names and dates
_CREDIT = 60  # characters of a credit that is a paragraph of its own
_CREDITED = re.compile(r"[（(][^（）()]{2,40}[)）]|资料图[^。]{0,30}。?|图为.{2,50}")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CREDITS, _SEEN = 5, 40  # words of a caption that has a credit too: of the shortest, and of the longest
_BOX, _BRIEF = 5, 300  # elements and characters of a box that asks for an address
_AWAY = 0.4  # of a line: so much of it is linked, where its first words lead on
_ON = frozenset({"pointer to the next article", "pointer to another article", "list of other articles"})
_SECTIONS = re.compile(
    r"(?:topics?|tags?|filed (?:under|in)|posted in|categor(?:y|ies)|标签|话题|分类)\W*", re.IGNORECASE
)
_LETTERS = 6  # that may stand beside a date in a line that says nothing else
_ROW, _ITEM = 5, 5  # things in a row that leads on, and words of each
_NEAR = 120  # characters that may stand around a caption and its picture
_NETWORK = re.compile(
    r"facebook|twitter|whatsapp|linkedin|pinterest|pint\b|reddit|telegram|weibo|wechat|e-?mail|print|tweet|share|\bline\b"
    r"|微信|微博|分享|qq",
    re.IGNORECASE,
)
_CONTRIBUTED = (
    r".{0,160}\bcontributed to this (?:report|story|article|post).{0,20}"
    r"|\(?(?:additional |with )?(?:reporting|writing|editing) by .{3,240}"
    r"|.{0,40}\b(?:press|staff|news) writers? .{5,240}\bcontributed\b.{0,60}"
)
_POSTED = r"(?:posted|published) by .{3,60}\b(?:comments?|permalink|trackbacks?)\b.{0,40}"
_CONTACT = (
    r"(?:write|e-?mail|contact|reach|follow)\b.{0,60}\b(?:at|on|@|via)\b.{0,120}(?:@|twitter|facebook|instagram).{0,160}"
    r"|\S+@\S+\.\w+|(?:https?://)?(?:www\.)?twitter\.com/\S+"
)
_LETTER = (
    r".{0,120}\b(?:sign ?up|subscribe|get|delivered)\b.{0,200}"
    r"\b(?:newsletters?|inbox|letterbox|subscription)\b.{0,160}"
)
_BUTTON = (
    r"adverts?|videos?|caption|close|text size|this slideshow requires javascript\.?|like loading\W*"
    r"|(?:.{0,140}\b)?click to tweet"
)
_OWN = tuple(
    (part, rule, re.compile(pattern, re.IGNORECASE))
    for part, rule, pattern in (
        ("byline", "", _CONTRIBUTED),
        ("byline", "", _POSTED),
        ("", "how to reach the author", _CONTACT),
        ("", "newsletter and support", _LETTER),
        ("", "advertisement", _BUTTON),
    )
)


def name_it(block: Block, path: Sequence[HtmlElement], hints: Hints) -> Verdict | None:
    """Return (part, rule) of a block that is not running text; ``path`` holds its element and those around it."""
    return next((verdict for rule in _RULES if (verdict := rule(block, path, hints))), None)


def _medium(block: Block, _path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    if block.element.tag in PICTURES or (not block.text and block.element.tag not in MEDIA):
        return "", "picture"
    return ("", "embed") if block.element.tag in MEDIA else None


def _caption(block: Block, path: Sequence[HtmlElement], hints: Hints) -> Verdict | None:
    if any(element.tag in {"figure", "figcaption"} for element in path):
        return "caption", ""
    if block.words >= _SHORT:
        return None
    if _under_centred(block) or (_under_picture(block) and credits_picture(block.text)):
        return "caption", ""
    named = any("caption" in (element.get("class") or "").lower() for element in path[:2])
    if named or (any(hints.of(element).picture for element in path[:4]) and _near_picture(block)):
        return "caption", ""
    return None


def _under_centred(block: Block) -> bool:
    """Tell whether a centred line with a credit stands under a picture that is centred and alone.

    Without a credit, and with nothing else, pages of pictures tell what they tell in such lines.
    """
    one = block.element
    over = one.getprevious()
    if over is None or not (_is_centred(one) and _is_centred(over)) or not _CREDITS <= block.words < _SEEN:
        return False
    if block.is_heading or not credits_picture(block.text):
        return False
    return _is_picture(over) and not squeeze(over.text_content())


def _is_centred(element: HtmlElement) -> bool:
    return element.get("align") == "center" or _CENTRED.search(element.get("style") or "") is not None


def _under_picture(block: Block) -> bool:
    """Tell whether a picture stands in a block, or right before it; a paragraph of its own is text."""
    one = block.element
    if one.tag == "p" and one.sourceline and not _is_credit(block.text):  # a paragraph that the page has
        return False
    while one.getprevious() is None and one.getparent() is not None and len(one.getparent()) == 1:
        one = one.getparent()
    over = one.getprevious()
    return _is_picture(block.element) or (over is not None and _is_picture(over))


def _is_credit(text: str) -> bool:
    """Tell whether a line only says what is seen, or by whom: in brackets, or in words that only captions have."""
    return len(text) <= _CREDIT and _CREDITED.fullmatch(text) is not None


def _is_picture(element: HtmlElement) -> bool:
    """Tell whether an element is a picture, or holds one."""
    return next(element.iter("picture", *PICTURES), None) is not None


def _near_picture(block: Block) -> bool:
    """Tell whether a picture stands close, with little else around it than this block."""
    above = block.element.getparent()
    for _ in range(4):
        if above is None:
            return False
        if next(above.iter("img", "picture", "amp-img", "video"), None) is not None:
            return len(squeeze(above.text_content())) < len(block.text) + _NEAR
        above = above.getparent()
    return False


def _by_name(_block: Block, path: Sequence[HtmlElement], hints: Hints) -> Verdict | None:
    for element in path:
        hint = hints.of(element)
        if hint.junk or hint.apart:
            return "", "furniture by its name"
    return None


def _line(block: Block, _path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    """Name a block by its words, as a line of a text scrape is named."""
    if block.words > _SHORT or len(block.text) > _LONG_LINE:
        return None
    rule = find_rule(block.text)
    if rule:
        return "", f"{rule.kind}: {rule.name}" if rule.kind in _OPENERS else rule.name
    if RIGHTS.fullmatch(block.text):
        return "rights", ""
    return None


def _in_box(block: Block, path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    """Name a brief line in a small box that has a field to type in, or whose first line offers a letter."""
    asks = next((one for one in path[:2] if one.get(ASKS) is not None), None)
    if asks is not None and block.words <= _STAMP and len(squeeze(asks.text_content())) <= _BRIEF:
        return "", "newsletter and support"
    box = block.element.getparent()
    if block.words > _STAMP or box is None or box.tag in {"body", "article", "main"} or not 1 < len(box) <= _BOX:
        return None
    if not isinstance(box[0].tag, str) or box[0] is block.element:
        return None
    rule = find_rule(squeeze(box[0].text_content())[:_LONG_LINE])
    offers = rule is not None and rule.name == "newsletter and support"
    return ("", "newsletter and support") if offers and len(squeeze(box.text_content())) <= _BRIEF else None


def _leads_on(block: Block, _path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    """Name a line that begins with the name of a list of links, in an element of its own: nothing stands between."""
    if not block.anchors or block.links < _AWAY or block.words > _STAMP or block.is_heading or block.ends_sentence:
        return None
    first = next((said for text in block.element.itertext() if (said := squeeze(text))), "")
    if first == block.text:
        return None
    rule = find_rule(first)
    if rule is not None and rule.name in _ON:
        return "", rule.name
    return ("", "filing of the article") if _SECTIONS.fullmatch(first) else None


_OPENERS = frozenset({"list", "comments", "footer"})


def _stamp(block: Block, _path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    if block.words >= _STAMP:
        return None
    if byline(block.text):
        return "byline", ""
    if find_date(block.text):
        signed = find_byline(block.text)
        names = (*signed.authors, "by", "By") if signed else bare_names(block.text)
        rest = STAMP_LABELS.sub(
            " ", reduce(lambda text, name: text.replace(name, " "), names, without_dates(block.text))
        )
        if sum(letter.isalnum() for letter in rest) <= _LETTERS:
            return "date", ""
    return None


def _phrase(block: Block, _path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    if block.words >= _SHORT or len(block.text) > _LONG_LINE:
        return None
    found = next(((part, rule) for part, rule, pattern in _OWN if pattern.fullmatch(block.text)), None)
    if found:
        return found
    few = block.words <= 8  # noqa: PLR2004 - a row of buttons
    return ("", "share buttons") if few and len(_NETWORK.findall(block.text)) * 2 >= block.words else None


def _teaser(_block: Block, path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    """Name what stands in one of several small articles inside the article; entries of a live blog lead nowhere."""
    for element in path:
        if element.tag == "article" and sum(child.tag == "article" for child in element.getparent()) > 2:  # noqa: PLR2004
            heading = next(element.iter(*HEADINGS), None)
            plain = heading is not None and heading.getparent().tag != "a" and heading.find(".//a") is None
            return None if plain else ("", "teaser of another article")
    return None


def _links(block: Block, path: Sequence[HtmlElement], _hints: Hints) -> Verdict | None:
    """Name what leads away and says nothing itself."""
    if not block.votes and not any(element.tag == "blockquote" for element in path):
        return "", "kept by neither witness"
    whole = block.links > 0.95  # noqa: PLR2004 - but for a bracket or a full stop
    if whole and block.words >= 4 and not block.ends_sentence and block.element.tag != "li":  # noqa: PLR2004 - a name is shorter
        return "", "pointer to another article"
    if block.links > 0.8 and block.anchors > (1 if "|" in block.text else 2):  # noqa: PLR2004 - several links
        return "", "list of links"
    items = block.text.split("|")
    if len(items) >= _ROW and all(len(item.split()) <= _ITEM for item in items) and not block.ends_sentence:
        return "", "list of links"
    if block.links > 0.6 and block.votes < 2 and (block.element.tag == "li" or block.is_heading):  # noqa: PLR2004
        return "", "list of links"
    return None


_RULES: tuple[Callable[[Block, Sequence[HtmlElement], Hints], Verdict | None], ...] = (
    _medium,
    _caption,
    _by_name,
    _line,
    _leads_on,
    _in_box,
    _stamp,
    _phrase,
    _teaser,
    _links,
)
