"""When an article was published, from stamps in the head, marked elements, the address and visible dates.

Input: the page's head, its tree, its judged blocks, its address. Output: dates with their precision and source, the
most trusted first; htmldate is asked only where the page states none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as day
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_builder.clean.page.blocks import Block, lines_of, spaced
from site_builder.clean.page.head import Head, strings
from site_builder.clean.words.dates import find_date
from site_builder.clean.words.lexicon import CHANGED, RIGHTS
from site_builder.clean.words.names import byline
from site_builder.clean.writing.markdown import squeeze
from site_builder.model.article import PartialDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Found = tuple[str, str]
Dated = tuple[PartialDate, str]
_LINE = 120  # characters of a line of names and dates
_NEAR, _OVER_TITLE = 12, 4  # blocks in which a date is looked for: under the title and over the text, over the title
_FOOT = 3  # blocks under the text in which a signed line may have the date
_UNDER_TITLE = 6  # blocks under the title in which a date may stand though a dek stands over it
_DATE_METAS = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publishdate",
    "pubdate",
    "publish_date",
    "publish-date",
    "article_date_original",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "og:article:published_time",
    "cxenseparse:recs:publishtime",
    "ptime",
    "bt:pubdate",
]
_VAGUE_METAS = ["dcterms.created", "dc.date", "dcterms.date", "date"]
"""Tags that do not say which date they mean: of the manuscript, of the file, of the page."""
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_UTC = re.compile(r"(?:Z|[+]00:?00)$")
_NUMERIC = re.compile(r"(?<!\d)(\d\d?)[./](\d\d?)[./]((?:19|20)\d\d)(?!\d)")
_URL_DATE = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_SAID = re.compile(
    r"publi[sc]|posted|erschienen|erstellt|veröffentlicht|发布|发表|發布|發表|刊发|时间|時間", re.IGNORECASE
)


def find_dates(root: HtmlElement, head: Head, blocks: Sequence[Block], url: str) -> Iterator[Dated]:
    """Yield the dates of publication that the page states, the most trusted first.

    What a stamp says of publication goes before the address, the address before what readers see near the title, and
    that before tags that do not say which date they mean. A date of change is told only where nothing else is.
    """
    found = _URL_DATE.search(urlsplit(url).path if url else "")
    in_url = parse_date("-".join(found.groups())) if found else PartialDate()
    shown, changed = _shown(blocks, head.lang)
    local = [(in_url, "address"), *shown[:1]]
    for text, source in _stated_dates(root, head):
        date = parse_date(text)
        near = next((one for one in local if _UTC.search(text) and _one_day_apart(date.text, one[0].text)), None)
        if near:
            yield near[0], f"{near[1]} (the stamp is in universal time)"
        if date.text:
            yield date, source
    if in_url.text:
        yield in_url, "address"
    yield from shown
    yield from ((date, source) for text, source in head.meta(*_VAGUE_METAS) if (date := parse_date(text)).text)
    yield from changed
    states = {parse_date(text).day for text in head.states} - {""}
    if len(states) == 1:  # more are of other articles, or of none
        yield PartialDate(states.pop(), "day"), "data for the page's scripts"


def _one_day_apart(one: str, other: str) -> bool:
    """Tell whether two days are neighbours: one moment seen from two time zones."""
    try:
        return abs((day.fromisoformat(one[:10]) - day.fromisoformat(other[:10])).days) == 1
    except ValueError:
        return False


def guess_date(root: HtmlElement, blocks: Sequence[Block]) -> Dated | None:
    """Return the date that htmldate finds where nothing else did (other languages, odd places) and readers can see."""
    from htmldate import find_date as guess  # noqa: PLC0415 - heavy, only needed at ingest

    try:
        found = guess(root, original_date=True, extensive_search=False)
    except Exception:  # whatever a third-party parser trips over, a date may stay unknown
        return None
    return (parse_date(found), "htmldate") if found and _is_seen(found, blocks) else None


def _is_seen(date: str, blocks: Sequence[Block]) -> bool:
    """Tell whether a short line, not one about changes or rights, shows the year and the day of ``date``."""
    year, _, number = date.split("-")
    numbers = re.compile(rf"(?<!\d)(?:{year}\D.*(?<!\d)0?{int(number)}|0?{int(number)}\D.*{year})(?!\d)")
    lines = (block.text for block in blocks if len(block.text) < _LINE and not RIGHTS.fullmatch(block.text))
    return any(numbers.search(line) and not CHANGED.search(line) for line in lines)


def _is_day_first(lang: str) -> bool:
    return not lang.lower().startswith(("en-us", "zh", "ja", "ko")) and lang.lower() != "en" and lang != ""


def day_first(text: str) -> PartialDate | None:
    """Return the date in ``text`` where it is written ``02/10/2020``, read day first, else None."""
    found = _NUMERIC.search(text)
    return find_date(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}") if found else None


def _stated_dates(root: HtmlElement, head: Head) -> Iterator[Found]:
    for article in head.articles:
        yield from ((text, "JSON-LD datePublished") for text in strings(article.get("datePublished"), "@value"))
        yield from ((text, "JSON-LD pubDate") for text in strings(article.get("pubDate")))
    yield from head.meta(*_DATE_METAS)
    marked = [element for element in root.iter("time", "abbr", "span", "div", "p") if _states_date(element)]
    for element in sorted(marked, key=lambda one: "publi" not in f"{one.get('itemprop')} {one.get('class')}".lower())[
        :2
    ]:
        yield (
            element.get("datetime")
            or element.get("content")
            or element.get("title")
            or squeeze(element.text_content()),
            "time element",
        )


def _states_date(element: HtmlElement) -> bool:
    said = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    if "modif" in said or "updat" in said:
        return False
    return (element.tag == "time" and bool(element.get("datetime"))) or "datepublished" in said or "entry-date" in said


def _shown(blocks: Sequence[Block], lang: str) -> tuple[list[Dated], list[Dated]]:
    """Return the dates that readers see around the title: of publication, and those that are of changes only."""
    shown: list[tuple[bool, Dated]] = []
    changed: list[Dated] = []
    for block in _around_title(blocks):
        text = block.text if _read_shown(block.text, lang) else spaced(block)
        said = _SAID.search(text)
        before = CHANGED.split(text[said.start() :] if said else text)[0]
        first = _read_shown(before, lang)
        if first:
            shown.append((said is None and block.part not in {"date", "byline"}, (first, f"line {block.line}")))
        elif date := _read_shown(text, lang):
            changed.append((date, f"line {block.line}"))
    return [dated for _, dated in sorted(shown, key=lambda one: one[0])], changed


def _read_shown(text: str, lang: str) -> PartialDate | None:
    return (day_first(text) if _is_day_first(lang) else None) or find_date(text)


def _around_title(blocks: Sequence[Block]) -> list[Block]:
    """Return the short blocks in which a page shows its date: the marked ones, then those around the title."""
    first = next((i for i, block in enumerate(blocks) if block.part == "body"), 0)
    title = next((i for i in range(min(first, len(blocks) - 1), -1, -1) if blocks[i].element.tag == "h1"), first)
    # A dek may stand between the title and the date, and look like the text's first paragraph.
    second = next(
        (i for i in range(first + 1, title + _UNDER_TITLE) if blocks[i : i + 1] and blocks[i].part == "body"), 0
    )
    under = range(first + 1, second) if first > title else ()
    at = sorted({*range(title - _OVER_TITLE, min(title + _NEAR, first)), *range(first - _NEAR, first + 1), *under})
    around = [blocks[i] for i in at if 0 <= i < len(blocks)]
    near = [block for block in around if 0 < len(block.text) < _LINE and not _is_text(block)]
    return [block for block in blocks if block.part == "date"][:1] + near[::-1] + _signed_below(blocks, first)


def _signed_below(blocks: Sequence[Block], first: int) -> list[Block]:
    """Return the signed lines among the text and right under it, in which a date may stand too."""
    last = max((i for i, block in enumerate(blocks) if block.part == "body"), default=0)
    near = (one for i, one in enumerate(blocks) if i >= first and (one.part == "byline" or last < i <= last + _FOOT))
    return [block for block in near if len(spaced(block)) < _LINE and any(map(byline, lines_of(block)))]


def _is_text(block: Block) -> bool:
    return RIGHTS.fullmatch(block.text) is not None or (block.part == "body" and block.is_prose)


def parse_date(text: str) -> PartialDate:
    """Return the day that a machine-made date names (ISO 8601, RFC 2822, or in words), to the precision it has."""
    found = _ISO.match(text.strip())
    if found and not found[3] and find_date(found[0]):
        return PartialDate(found[0], "month")
    return find_date(text[:80]) or PartialDate()
