"""The blocks of a page with what the choice of the body rests on: size, links, names, votes.

Input: the settled tree and its blocks. Output: ``Block`` values and the hints that the names of elements give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from site_builder.clean.writing.markdown import squeeze
from site_builder.model.han import HANZI

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MEDIA = frozenset({"iframe", "video", "audio", "embed"})
PICTURES = frozenset({"img", "amp-img"})
_HAN = re.compile(f"[{HANZI}]")
_WORD = re.compile(rf"[^\W{HANZI}]+")
_END = re.compile(r"[.!?。！？…:：;；][\"'”’」』）)\]*\d]*$")
_PROSE = 10  # words: a shorter block is no running text
_LONG = 25  # words: a block of this length is running text even without a full stop
_LINKED = 0.5  # of the characters: more linked ones, and a block is made to lead away

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JUNK = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|respond|reply|replies|related\w*|recommend\w*|recirc\w*|resemble|similar"
    r"|outbrain|taboola|popular|trending|more-?stories|most-?read|read-?more|teaser|post-?member|article-?other"
    r"|share|sharing|sharebar|social|toolbar|linkback|text-?resizer"
    r"|nav|navbar|navigation|menu|sidebar|breadcrumbs?|pagination|pager|dropdown|skip|footer|nocontent|widget-?area"
    r"|promo\w*|advert\w*|ads?|adbox|sponsor\w*|newsletter\w*|subscri\w*|sign-?up|email-?signup|login|modal|popup|popover"
    r"|cookies?|consent|gdpr|copyright|tags?|tag-?list|tax-container|rollover|tooltip|video-?player|gallery-overlay"
    r"|author-?(?:bio|box|info|intro|card)|bio|byline\w*|dateline|timestamp|pub-?date|publish-?date|(?<!text-)(?<!content-)(?<!rich-)editor|editorial"
    r"|meta|metadata|credits?|ep-source|show_author|hide_word"
    r"|d-none|print-only|screen-reader-text|sr-only|visually-?hidden)(?=$|[\s_-])",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"(?:^|[\s_-])(?:caption\w*|wp-caption\w*|cutline|photo|image|img|figure|picture|media|storyimage|thumb\w*|slide"
    r"|gallery)(?=$|[\s_-])",
    re.IGNORECASE,
)
_APART = frozenset({"nav", "aside", "footer", "form", "iframe", "button", "menu"})


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page, and what became of it.

    ``words`` counts a Hanzi as half a word; ``links`` is the share of linked characters, ``anchors`` the number of
    links. ``line`` is 1-based. In the end exactly one of ``part`` and ``rule`` is set, as in a ledger's line.
    """

    element: HtmlElement
    text: str
    line: int
    words: float
    links: float
    anchors: int
    trafilatura: bool = False
    readability: bool = False
    part: str = ""
    rule: str = ""

    def judged(self, part: str = "", rule: str = "") -> Block:
        """Return the block with what became of it (as ``replace`` would, in a fifth of the time)."""
        return Block(
            self.element, self.text, self.line, self.words, self.links, self.anchors,
            self.trafilatura, self.readability, part, rule,
        )  # fmt: skip

    @property
    def is_heading(self) -> bool:
        """Tell whether it is a heading by its element."""
        return self.element.tag in HEADINGS

    @property
    def is_prose(self) -> bool:
        """Tell whether it reads like running text: sentences, few of them linked."""
        long_enough = self.words >= _LONG or (self.words >= _PROSE and self.ends_sentence)
        return long_enough and self.links < _LINKED and not self.is_heading

    @property
    def ends_sentence(self) -> bool:
        """Tell whether it ends as a sentence does."""
        return _END.search(self.text) is not None

    @property
    def votes(self) -> int:
        """Of trafilatura and readability-lxml, how many would keep it."""
        return self.trafilatura + self.readability


def read_block(element: HtmlElement) -> Block:
    """Return the block that ``element`` is, before any vote."""
    text = squeeze(element.text_content())
    anchors = list(element.iter("a")) if text else []
    linked = len(text) if text and _inside_link(element) else sum(len(squeeze(a.text_content())) for a in anchors)
    words = len(_HAN.findall(text)) / 2 + len(_WORD.findall(text))
    share = min(linked / len(text), 1.0) if text else 0.0
    return Block(element, text, _line(element), words, share, len(anchors))


def spaced(block: Block) -> str:
    """Return the text of a block with blanks between its elements: buttons and dates may follow each other without."""
    inner = block.element
    while len(inner) == 1 and squeeze(inner.text_content()) == squeeze(inner[0].text_content()):
        inner = inner[0]
    return squeeze(" ".join(inner.itertext())) if len(inner) > 1 else block.text


def lines_of(block: Block) -> list[str]:
    """Return the lines of a block that line breaks part."""
    lines = (squeeze(line) for line in block.element.text_content().split("\n"))
    return [line for line in lines if line]


def _inside_link(element: HtmlElement) -> bool:
    """Tell whether the whole of ``element`` stands in a link (a card, a teaser)."""
    above = element.getparent()
    while above is not None and above.tag not in {"div", "section", "article", "td", "li", "body"}:
        if above.tag == "a":
            return True
        above = above.getparent()
    return False


def _line(element: HtmlElement) -> int:
    while element is not None:
        if element.sourceline:
            return int(element.sourceline)
        element = element.getparent()
    return 1


@dataclass(frozen=True, slots=True)
class Hint:
    """What the name, class and id of one element say: furniture, a picture's surroundings, a place apart."""

    junk: bool
    picture: bool
    apart: bool


class Hints:
    """The hints of all elements of a page, each read once."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[HtmlElement, Hint] = {}

    def of(self, element: HtmlElement) -> Hint:
        """Return the hint of ``element``."""
        hint = self._known.get(element)
        if hint is None:
            hint = self._known[element] = _hint(element)
        return hint

    def path(self, element: HtmlElement, box: HtmlElement) -> list[HtmlElement] | None:
        """Return ``element`` and what holds it below ``box``, inside out; None where it is not in ``box``."""
        found: list[HtmlElement] = []
        for one in _upwards(element):
            if one is box:
                return found
            found.append(one)
        return None


def _hint(element: HtmlElement) -> Hint:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(names) == 1:
        return Hint(junk=False, picture=element.tag in {"figure", "figcaption"}, apart=element.tag in _APART)
    names = _CAMEL.sub("-", names)
    picture = element.tag in {"figure", "figcaption"} or bool(_PICTURE.search(names))
    return Hint(bool(_JUNK.search(names)), picture, element.tag in _APART)


def _upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    above: HtmlElement | None = element
    while above is not None:
        yield above
        above = above.getparent()


def container(root: HtmlElement, blocks: Sequence[Block], hints: Hints, share: float = 0.8) -> HtmlElement:
    """Return the smallest element that holds ``share`` of the running text, above all what the witnesses would keep.

    Four fifths is the rule: the rest is comments, teasers and the like, which lie outside.
    """
    mass: dict[HtmlElement, float] = {}
    for block in blocks:
        fair = block.words >= _PROSE - 2 and block.links <= _LINKED
        own = block.words * (0.2 + block.votes) * (0.25 if _is_named(block, hints, within=9) else 1.0) if fair else 0.0
        for above in _upwards(block.element) if own else ():
            mass[above] = mass.get(above, 0.0) + own
    leaves = {block.element for block in blocks}
    box, whole = root, mass.get(root, 0.0)
    while True:
        inner = max((child for child in box if child in mass), key=lambda child: mass[child], default=None)
        if inner is None or inner in leaves or mass[inner] < share * whole:
            return box
        box = inner


def heard(blocks: Sequence[Block], hints: Hints) -> list[Block]:
    """Return the blocks as they are; where both witnesses passed over the prose of the page, prose votes for itself."""
    fair = [block for block in blocks if block.is_prose and not _is_named(block, hints, within=4)]
    if sum(block.words for block in fair if block.votes) >= sum(block.words for block in fair) / 5:
        return list(blocks)
    own = {block.element for block in fair}
    return [replace(block, readability=True) if block.element in own else block for block in blocks]


def _is_named(block: Block, hints: Hints, *, within: int) -> bool:
    """Tell whether a name ``within`` so many elements around ``block`` says that it is furniture."""
    near = zip(_upwards(block.element), range(within), strict=False)
    return any(hints.of(element).junk or hints.of(element).apart for element, _ in near)
