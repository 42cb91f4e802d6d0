"""Who wrote a page: from meta tags, JSON-LD, bylines, marked elements and links to an author's own page.

Input: the page's tree, its head, its judged blocks, the names of its site. Output: names and where they came from.
Sources are asked in the order of how often they are right; the first that names somebody is to be believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from site_builder.clean.lines.opening import reporters
from site_builder.clean.page.blocks import Block, lines_of, spaced
from site_builder.clean.page.head import Head, strings
from site_builder.clean.page.people import clean_names
from site_builder.clean.page.titles import is_site
from site_builder.clean.words.dates import find_date
from site_builder.clean.words.lexicon import STAMP_LABELS
from site_builder.clean.words.names import are_people, bare_names, byline, closing_name, find_byline, is_person, signed
from site_builder.clean.words.people_words import OFFICE
from site_builder.clean.writing.markdown import squeeze
from site_builder.model.han import has_hanzi

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Named = tuple[tuple[str, ...], str]
MARKED = "element of an author"
"""Where a name came from that only the attributes of an element call an author's."""
_CATALOGUED = ("dc.creator", "dcterms.creator")
"""Tags of libraries, which may write the family name first, as ``citation_author`` does."""
_METAS = ("author", "parsely-author", "sailthru.author", *_CATALOGUED, "byl", "article:author", "og:author")
_NAME = re.compile(
    r"(?:^|[\s_-])(?:authors?(?:-?names?)?|byline(?:-?name)?|by-?author|writer|vcard)(?=$|[\s_-])", re.IGNORECASE
)
_PAGE = re.compile(r"/(?:authors?|by|writers?|contributors?|journalists?|reporters?|columnists?|newsteam)/[^/?#]+/?$")
_WRITTEN = frozenset({"written by", "verfasst von", "escrito por", "écrit par", "geschreven door", "作者"})
_EXPLICIT = frozenset({"JSON-LD author", "meta author"})
_BY = re.compile(
    r"(?:(?:^|[|·•–—])[\W_]*|\b(?:posted|written|published|words|story|report(?:ed)?|article)\b.{0,40}?\s)"
    r"(?:by[:\s]+|(?-i:By(?=[A-Z])))(?P<who>.{3,60}?)(?:\s+(?:edited|photographs?|translated) by\b.*)?$",
    re.IGNORECASE,
)
_OWN_BLOG = re.compile(r"(?P<who>.{3,40}?)['’]s? (?:blog|weblog|website|journal|notebook|home ?page)", re.IGNORECASE)
_INVERTED = re.compile(r"(?P<family>[^\s,]+),\s+(?P<given>[^,]+)")
_SEVERAL = re.compile(r"[,;&、]|\band\b")
_LINE = 120  # characters of a line of names and dates
_ABOVE, _BELOW = 12, 3  # blocks over the text and under it in which an author is named


def all_authors(root: HtmlElement, head: Head, blocks: Sequence[Block], names: tuple[str, ...]) -> Iterator[Named]:
    """Yield what each source says of the authors, the most trusted first; a source that names nobody is left out.

    ``names`` are the site's own: they are no person's, but where a tag or JSON-LD says so.
    """
    late: list[Named] = []
    for texts, source in _texts(root, head, blocks):
        found = clean_names(texts, () if source in _EXPLICIT else names)
        whole = tuple(_whole(name, blocks) for name in found), source
        if found and source in _EXPLICIT and all(is_site(name, names) for name in found):
            late.append(whole)  # a blog's is its author's; but whom readers see comes before it
        elif found:
            yield whole
    yield from late


def _texts(root: HtmlElement, head: Head, blocks: Sequence[Block]) -> Iterator[tuple[list[str], str]]:
    yield [_upright(value) for value, _ in head.meta("citation_author")], "meta citation_author"
    for article in head.articles:
        yield strings(article.get("author")) or strings(article.get("creator")), "JSON-LD author"
    for name in _METAS:
        said = [value for value, _ in head.meta(name) if "/" not in value]
        yield [_upright(value) for value in said] if name in _CATALOGUED else said, f"meta {name}"
    if any(value.casefold() in _WRITTEN for value, _ in head.meta("twitter:label1")):
        yield [value for value, _ in head.meta("twitter:data1")], "meta twitter:data1"
    yield list(head.persons) if len(head.persons) == 1 else [], "JSON-LD person"
    yield from _seen(root, blocks)
    for block in [block for block in blocks if block.part == "body"][:2]:
        yield list(reporters(block.text)), f"opening in line {block.line}"
    for value, _ in head.meta("og:site_name"):
        own = _OWN_BLOG.fullmatch(value)
        yield [own["who"]] if own and is_person(own["who"]) else [], "the name of a blog"


def _seen(root: HtmlElement, blocks: Sequence[Block]) -> Iterator[tuple[list[str], str]]:
    """Yield what readers see of the authors."""
    yield from _bylines(blocks)
    for text in _marked(root):
        yield [text], MARKED
    for block in _around_text(blocks):
        found = _BY.search(block.text) if len(block.text) < _LINE else None
        if found:
            yield [found["who"]], f"byline in line {block.line}"
    for block in over_text(blocks):
        fair = len(block.text) < _LINE and (has_hanzi(block.text) or find_date(block.text))
        said = [one for text in (block.text, spaced(block)) if fair and (one := find_byline(text))]
        if said:  # where no blank parts the facts of a line, the last name may be glued to what follows
            yield list(max(said, key=lambda one: len(one.authors)).authors), f"byline in line {block.line}"
    for block in _around_text(blocks):
        linked = [squeeze(a.text_content()) for a in block.element.iter("a") if _PAGE.search(a.get("href") or "")]
        yield [text for text in linked if is_person(text)], "link to an author's page"
    for block in over_text(blocks):
        dated = len(block.text) < _LINE and not block.is_prose and find_date(block.text)
        yield (
            list(bare_names(STAMP_LABELS.sub("|", block.text))) if dated else [],
            f"name beside the date in line {block.line}",
        )
    yield _alone(_near_text(blocks)), "name alone under the title"


def _bylines(blocks: Sequence[Block]) -> Iterator[tuple[list[str], str]]:
    """Yield whom bylines name: blocks that are one, and lines of such as have several."""
    for block in blocks:
        said = byline(block.text) or closing_name(block.text) if block.part == "byline" else None
        if said:
            yield list(said.authors), f"byline in line {block.line}"
    for block in filter(_is_broken, _around_text(blocks)):
        said = next((one for line in lines_of(block) if (one := byline(line))), None)
        if said:
            yield list(said.authors), f"byline in line {block.line}"


def _is_broken(block: Block) -> bool:
    """Tell whether a block is two or three lines of names and dates, parted by line breaks."""
    return len(block.text) < _LINE and block.element.find(".//br") is not None and not block.is_prose


def _alone(blocks: Sequence[Block]) -> list[str]:
    """Return the name that stands alone between a title and the text, beside a date."""
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        dated = any(len(one.text) < _LINE and find_date(one.text) for one in (before, after))
        words = block.text.split()
        if dated and block.part != "body" and len({*words}) == len(words) and (named := _named(block)):
            return named
    return []


def _named(block: Block) -> list[str]:
    """Return whom a block names that says nothing else but, of one person, the office."""
    if is_person(block.text):
        return [block.text]
    told = len(block.text) < _LINE and not block.is_prose and (are_people(block.text) or OFFICE.search(block.text))
    return list(signed(block.text)) if told else []


def _upright(name: str) -> str:
    """Return a name as people say it: ``de la Cruz, Ana`` and ``Lee, Ann`` have the family name first."""
    found = _INVERTED.fullmatch(name.strip())
    return f"{found['given']} {found['family']}" if found else name


def _whole(name: str, blocks: Sequence[Block]) -> str:
    """Return a given name that stands alone in the head as the page itself writes it out, or as it is."""
    if " " in name or not name.isascii():
        return name
    longer = (block.text for block in blocks if block.text.startswith(f"{name} ") and is_person(block.text))
    return next(longer, name)


def _marked(root: HtmlElement) -> list[str]:
    """Return what elements say that are marked as an author by their attributes, the surest first."""
    sure: list[str] = []
    likely: list[str] = []
    for element in root.iter("a", "span", "div", "p", "address", "strong", "cite", "li", "h4", "h5", "h6"):
        said = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
        name = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if "author" not in said and not _NAME.search(name):
            continue
        text = _name_in(element)
        if 0 < len(text) < _LINE and not _in_comments(element):
            (sure if "author" in said else likely).append(text)
    return sure[:1] + likely[:4]


def _name_in(element: HtmlElement) -> str:
    """Return the text of an element; of a name with a line about the person behind it, the name that is linked."""
    text = squeeze(element.text_content())
    links = [squeeze(a.text_content()) for a in element.iter("a")]
    alone = len(links) == 1 and links[0] and text.startswith(f"{links[0]} ") and not _SEVERAL.search(text)
    return links[0] if alone else text


def _in_comments(element: HtmlElement) -> bool:
    return any("comment" in f"{one.get('class')} {one.get('id')}".lower() for one in element.iterancestors())


def over_text(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks that stand over the text of the article, and its first two: what a head may be made of."""
    first = next((i for i, block in enumerate(blocks) if block.part == "body"), None)
    return blocks[max(0, first - _ABOVE) : first + 2] if first is not None else ()


def _near_text(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks over the text and beside its first paragraph, which may be a dek."""
    first = next((i for i, block in enumerate(blocks) if block.part == "body"), None)
    return blocks[max(0, first - _ABOVE) : first + 4] if first is not None else ()


def _around_text(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks in which a page names its author: those above the text, then those right below it."""
    last = max((i for i, block in enumerate(blocks) if block.part == "body"), default=len(blocks))
    return [*over_text(blocks), *blocks[last : last + _BELOW]]
