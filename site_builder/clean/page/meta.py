"""The fields of an article from all that a page says of it, each with its evidence.

Input: the page's head, its judged blocks, its address. Output: ``Meta``. Sources are asked in the order of how often
they are right; where two good ones differ, the difference is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from site_builder.clean.lines.line import LABELLED, is_date_line, weigh
from site_builder.clean.lines.parts import rights_of
from site_builder.clean.page.authors import MARKED, Named, all_authors, over_text
from site_builder.clean.page.blocks import Block
from site_builder.clean.page.head import Head, strings
from site_builder.clean.page.published import find_dates, guess_date
from site_builder.clean.page.quarrels import dates as quarrels_of_dates
from site_builder.clean.page.quarrels import quarrel, same_address, same_name, same_people, same_title
from site_builder.clean.page.titles import find_title, stated_titles
from site_builder.clean.words.dates import find_date
from site_builder.clean.words.lexicon import SECTION, find_rule
from site_builder.clean.words.names import byline, find_publisher, is_person, is_publication
from site_builder.clean.words.people_words import OFFICE
from site_builder.clean.words.picture_words import credits_picture
from site_builder.clean.writing.markdown import safe_url, squeeze
from site_builder.model.article import PartialDate, Rights
from site_builder.model.han import hanzi, has_hanzi
from site_builder.model.scrape import Evidence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Found = tuple[str, str]
"""A value and where it came from."""

_DEK = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|subtitle|sub-?head\w*|sub-?headline|standfirst|summary|excerpt|lede?|lead|intro|abstract)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"(?:^|[\s_-])(?:dek|deck|subtitle|sub-?headline|standfirst|chapo)(?=$|[\s_-])", re.IGNORECASE)
"""What is called so is no text, even where no other block stands before it."""
_CLAIM = re.compile(r"\s*(?:版权所有|copyright|©|\(c\)|all rights reserved|(?:19|20)\d\d)[\s.,-]*", re.IGNORECASE)
_LINE = 120  # characters of a line of names and dates
_LONGEST = 300  # characters of a title
_TOLD = 6  # words of Chinese: a shorter line may be a name with an office
_PHRASE = 2.5  # words of a short line in Chinese: five characters
_NEAR = 12  # blocks between a title and the text
_NOTICE = 240  # characters of a rights notice
_STANDFIRST = 6  # words of the shortest sentence over a text
_TAG = 40  # characters of a tag
_RESERVED = re.compile(r"all rights reserved|版权所有|©|copyright|\(c\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meta:
    """Front matter as far as the page has it, where each field came from, and where sources differ."""

    title: str = ""
    dek: str = ""
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    publisher: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    date: PartialDate = PartialDate()
    url: str = ""
    lang: str = ""
    rights: Rights = Rights()
    evidence: tuple[Evidence, ...] = ()
    differences: tuple[str, ...] = ()


def read_meta(root: HtmlElement, head: Head, blocks: Sequence[Block], url: str) -> Meta:
    """Return the fields of the article that ``blocks`` hold, on a page whose head is ``head``."""
    blocks = _without_portraits(blocks)
    address = _address(head, url)
    publisher = _first(_publishers(head, blocks))
    names = (publisher[0], _host_name(address))
    headings = [block.text for block in blocks if block.element.tag == "h1" and 0 < len(block.text) < _LONGEST]
    title = find_title(head, headings, names, {block.text for block in blocks}, _lone_heading(blocks))
    writers = list(all_authors(root, head, blocks, (*names, _suffix(head.title, title[0]))))
    authors, by = writers[0] if writers else ((), "")
    dates = list(find_dates(root, head, blocks, address))
    guessed = None if dates else guess_date(root, blocks)
    dates += [guessed] if guessed else []
    dek = _dek(head, blocks, title[0])
    category = _first(_sections(head, blocks, title[0]))
    tags = _tags(head)
    rights = _rights(head, blocks, publisher[0])
    lang = _lang(head, blocks)
    found = {
        "title": title, "dek": dek, "publisher": publisher, "category": category,
        "authors": ("; ".join(authors), by), "date": (dates[0][0].text, dates[0][1]) if dates else ("", ""),
        "tags": ("; ".join(tags), "page"), "lang": lang,
        "url": (address, "canonical link" if address != url else "address"),
        "rights": (rights.notice, "rights line"),
    }  # fmt: skip
    return Meta(
        title=title[0],
        dek=dek[0],
        authors=authors,
        contributors=_contributors(blocks),
        publisher=publisher[0],
        category=category[0],
        tags=tags,
        date=dates[0][0] if dates else PartialDate(),
        url=address,
        lang=lang[0],
        rights=rights,
        evidence=tuple(Evidence(field, value, source) for field, (value, source) in found.items() if value),
        differences=(
            *quarrels_of_dates(dates),
            *quarrel("title", [title, *stated_titles(head, names)], same_title),
            *quarrel("authors", _said_of(writers), same_people),
            *quarrel("publisher", _publishers(head, blocks), same_name),
            *quarrel("url", _addresses(head, url), same_address),
        ),
    )


def _without_portraits(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks without the pictures right over a line of names and dates: these part no line from its title."""
    under = (*blocks[1:], None)
    return [one for one, after in zip(blocks, under, strict=True) if one.text or after is None or not _heads(after)]


def _suffix(said: str, title: str) -> str:
    """Return what the page's head writes behind the title: the name of the site."""
    return squeeze(said.partition(title)[2]).strip(" -–—|·»_") if title else ""


def _lone_heading(blocks: Sequence[Block]) -> str:
    """Return the page's only h1 where it stands right over the text; without an h1 what stands over its date; or ""."""
    at = [i for i, block in enumerate(blocks) if block.element.tag == "h1" and block.text]
    text = next((i for i, block in enumerate(blocks) if block.part == "body"), -1)
    if not at:
        near = blocks[max(0, text - _NEAR) : max(0, text)]
        over = [a for a, b in pairwise(near) if _heads(b) and not _heads(a) and not a.links and not a.ends_sentence]
        return next((block.text for block in (*over[:1], *(one for one in near if one.is_heading))), "")
    return blocks[at[0]].text if len(at) == 1 and 0 < text - at[0] <= _NEAR else ""


def _first(found: Iterator[Found]) -> Found:
    return next(((value, source) for value, source in found if value), ("", ""))


def _address(head: Head, url: str) -> str:
    stated = head.canonical or next((value for value, _ in head.meta("og:url", "parsely-link")), "")
    try:
        address = safe_url(urljoin(url or head.base, stated)) if stated else ""
        same = not url or not address or _host_name(address) == _host_name(url)
    except ValueError:
        return url
    return address if address and same else url


def _said_of(writers: Sequence[Named]) -> list[Found]:
    """Return what may speak against the first of ``writers``; elements are too often marked as an author's wrongly."""
    fair = [one for i, one in enumerate(writers) if i == 0 or one[1] != MARKED]
    return [("; ".join(people), source) for people, source in fair]


def _addresses(head: Head, url: str) -> Iterator[Found]:
    """Yield the addresses that are said to be the article's: the stated ones, whole, then the one it was read from."""
    stated = [(head.canonical, "canonical link"), *head.meta("og:url"), (url, "address")]
    yield from ((address, source) for address, source in stated if address.startswith(("http:", "https:")))


def _host_name(url: str) -> str:
    """Return the name in an address: ``https://www.example-post.org/a`` gives ``example-post``."""
    try:
        parts = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    except ValueError:
        return ""
    return max(parts[:-1], key=len, default="")


def _publishers(head: Head, blocks: Sequence[Block]) -> Iterator[Found]:
    yield from head.meta("og:site_name")
    for article in head.articles:
        yield from ((name, "JSON-LD publisher") for name in strings(article.get("publisher")))
    for block in over_text(blocks):
        fair = block.part != "body" and len(block.text) < _LINE
        yield find_publisher(block.text) if fair else "", f"line {block.line}"
    for value, source in head.meta("application-name", "dc.publisher", "publisher", "copyright"):
        yield _CLAIM.sub("", value).strip(), source


def _sections(head: Head, blocks: Sequence[Block], title: str) -> Iterator[Found]:
    yield from head.meta("article:section", "og:article:section", "parsely-section", "section")
    for article in head.articles:
        yield from ((name, "JSON-LD articleSection") for name in strings(article.get("articleSection")))
    for over, block in pairwise(blocks):
        label = block.text == title and len(over.text) <= _TAG and SECTION.fullmatch(over.text)
        yield over.text if label else "", f"over the title in line {over.line}"


def _tags(head: Head) -> tuple[str, ...]:
    said = [value for value, _ in head.meta("article:tag", "news_keywords", "parsely-tags")]
    said += [text for article in head.articles for text in strings(article.get("keywords"))]
    said = said or [value for value, _ in head.meta("keywords")]
    parts = (squeeze(part) for text in said for part in re.split(r"[,，;；、]", text))
    return tuple(dict.fromkeys(part for part in parts if 0 < len(part) <= _TAG))[:20]


def _contributors(blocks: Sequence[Block]) -> tuple[str, ...]:
    said = [byline(block.text) for block in blocks if block.part == "byline"]
    return tuple(dict.fromkeys(name for one in said if one for name in one.contributors))


def _dek(head: Head, blocks: Sequence[Block], title: str) -> Found:
    """Return the line under the title.

    It is known by its class, as the description that the head gives, or by its place: between the title and a line
    that dates or signs the article.
    """
    first = next((i for i, block in enumerate(blocks) if block.part == "body" and block.is_prose), 0)
    described = {
        value.rstrip(".… ")[:60] for value, _ in head.meta("og:description", "description") if len(value) > _TAG
    }
    for i in range(max(0, first - 8), first + 1):
        block = blocks[i]
        if block.text != title and _least(block) < block.words < 70 and block.links < 0.5 and block.part != "caption":  # noqa: PLR2004
            name = f"{block.element.get('class') or ''} {block.element.get('itemprop') or ''}"
            if i <= first and _SUBTITLE.search(name):
                return block.text, f"class in line {block.line}"
            if i < first and _DEK.search(name):
                return block.text, f"class in line {block.line}"
            if i < first and block.text.rstrip(".… ")[:60] in described:
                return block.text, f"description and line {block.line}"
            if 0 < i < len(blocks) - 1 and blocks[i - 1].text == title and _signs(blocks[i + 1]) and _tells(block):
                return block.text, f"between title and date in line {block.line}"
    return _lone_dek(blocks, title, first)


def _lone_dek(blocks: Sequence[Block], title: str, first: int) -> Found:
    """Return the one sentence that stands between a title and its text, outside of that; two may be anything."""
    at = next((i for i in range(first, max(-1, first - _NEAR), -1) if blocks[i].text == title), first)
    told = [
        block
        for block in blocks[at + 1 : first]
        if block.part in {"", "dek"} and _STANDFIRST <= block.words < 70 and not block.links and _tells(block)  # noqa: PLR2004
        if not is_date_line(block.text, weigh(block.text))
    ]
    apart = len(told) == 1 and told[0].rule in {"outside", "head of the page"}
    return (told[0].text, f"alone over the text in line {told[0].line}") if apart else ("", "")


def _tells(block: Block) -> bool:
    """Tell whether a block tells of the article, as a name, a section or a caption with its credit does not."""
    words = block.text.split()
    told = (
        block.words >= _TOLD or _is_phrase(block.text)
        if has_hanzi(block.text)
        else sum(word.islower() for word in words) > len(words) / 3
    )
    return told and not _heads(block) and not credits_picture(block.text)


def _least(block: Block) -> float:
    """Return what a dek must have more words than: a Chinese one says much in six characters."""
    return _PHRASE if has_hanzi(block.text) else 3


def _is_phrase(text: str) -> bool:
    """Tell whether a short line in Chinese is none of a name, an office, a newspaper, a section, a button."""
    named = is_person(text) or is_publication(text) or bool(OFFICE.search(text)) or bool(SECTION.fullmatch(text))
    return not (named or LABELLED.search(text) or find_rule(text))


def _heads(block: Block) -> bool:
    """Tell whether a block dates or signs an article."""
    if len(block.text) >= _LINE or block.is_prose:
        return False
    return block.part in {"date", "byline"} or byline(block.text) is not None or find_date(block.text) is not None


def _signs(block: Block) -> bool:
    """Tell whether a block dates or signs an article, be it with a name alone."""
    return _heads(block) or is_person(block.text)


def _rights(head: Head, blocks: Sequence[Block], publisher: str) -> Rights:
    if "creativecommons.org" in head.licence:
        return Rights("licensed", publisher, None, head.licence)
    lines = [block.text for block in blocks if block.part == "rights"]
    shown = [block.text for block in reversed(blocks) if block.part != "caption"]
    lines += [text for text in shown if len(text) < _NOTICE and _RESERVED.search(text)]
    if not lines:
        return Rights()
    year, holder, notice = rights_of(lines[0])
    return Rights("reserved", holder or publisher, year, notice)


def _lang(head: Head, blocks: Sequence[Block]) -> Found:
    text = " ".join(block.text for block in blocks if block.part == "body")
    if 3 * len(hanzi(text)) > len(text) > 0:
        said = head.lang.lower()
        return ("zh-Hant" if "hant" in said or said[:5] in {"zh-tw", "zh-hk"} else "zh-Hans"), "text"
    stated = re.match(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*", head.lang)
    return (
        (stated[0].replace("_", "-"), "lang of the page")
        if stated and not head.lang.lower().startswith("zh")
        else ("en", "default")
    )
