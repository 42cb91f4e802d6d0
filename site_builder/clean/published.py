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

from site_builder.clean.blocks import Block
from site_builder.clean.dates import find_date
from site_builder.clean.head import Head, strings
from site_builder.clean.markdown import squeeze
from site_builder.model.article import PartialDate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Found = tuple[str, str]
_LINE = 120  # characters of a line of names and dates
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
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "og:article:published_time",
    "cxenseparse:recs:publishtime",
    "ptime",
    "bt:pubdate",
    "date",
]
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_UTC = re.compile(r"(?:Z|[+]00:?00)$")
_NUMERIC = re.compile(r"(?<!\d)(\d\d?)[./](\d\d?)[./]((?:19|20)\d\d)(?!\d)")
_URL_DATE = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def find_dates(root: HtmlElement, head: Head, blocks: Sequence[Block], url: str) -> Iterator[tuple[PartialDate, str]]:
    """Yield the dates of publication that the page states, the most trusted first."""
    found = _URL_DATE.search(urlsplit(url).path if url else "")
    in_url = parse_date("-".join(found.groups())) if found else PartialDate()
    for text, source in _stated_dates(root, head):
        date = parse_date(text)
        if date.text and in_url.text and _UTC.search(text) and _one_day_apart(date.text, in_url.text):
            yield in_url, "address (the stamp is in universal time)"
        if date.text:
            yield date, source
    if in_url.text:
        yield in_url, "address"
    for block in _around_title(blocks):
        shown = day_first(block.text) if _is_day_first(head.lang) else None
        shown = shown or find_date(block.text)
        if shown:
            yield shown, f"line {block.line}"


def _one_day_apart(one: str, other: str) -> bool:
    """Tell whether two days are neighbours: one moment seen from two time zones."""
    try:
        return abs((day.fromisoformat(one) - day.fromisoformat(other)).days) == 1
    except ValueError:
        return False


def guess_date(root: HtmlElement) -> tuple[PartialDate, str] | None:
    """Return the date that htmldate finds where nothing else did (other languages, odd places)."""
    from htmldate import find_date as guess  # noqa: PLC0415 - heavy, only needed at ingest

    try:
        found = guess(root, original_date=True, extensive_search=False)
    except Exception:  # whatever a third-party parser trips over, a date may stay unknown
        return None
    return (parse_date(found), "htmldate") if found else None


def _is_day_first(lang: str) -> bool:
    return not lang.lower().startswith(("en-us", "zh", "ja", "ko")) and lang.lower() != "en" and lang != ""


def day_first(text: str) -> PartialDate | None:
    """Return the date in ``text`` where it is written ``02/10/2020``, read day first, else None."""
    found = _NUMERIC.search(text)
    return find_date(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}") if found else None


def _stated_dates(root: HtmlElement, head: Head) -> Iterator[Found]:
    for article in head.articles:
        yield from ((text, "JSON-LD datePublished") for text in strings(article.get("datePublished"), "@value"))
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


def _around_title(blocks: Sequence[Block]) -> list[Block]:
    """Return the short blocks in which a page shows its date: the marked ones, then those around the title."""
    first = next((i for i, block in enumerate(blocks) if block.part == "body"), 0)
    near = [block for block in blocks[max(0, first - 12) : first + 1] if 0 < len(block.text) < _LINE]
    return [block for block in blocks if block.part == "date"][:1] + near[::-1]


def parse_date(text: str) -> PartialDate:
    """Return the day that a machine-made date names (ISO 8601, RFC 2822, or in words), to the precision it has."""
    found = _ISO.match(text.strip())
    if found and find_date(found[0]):
        return PartialDate(found[0], "day" if found[3] else "month")
    return find_date(text[:80]) or PartialDate()


def differences(dates: Sequence[tuple[PartialDate, str]]) -> Iterator[str]:
    """Yield, for a person, where two days that the page states differ."""
    for other, source in dates[1:]:
        if other.precision == "day" and dates[0][0].precision == "day" and other.text != dates[0][0].text:
            yield f"date: {dates[0][0].text} ({dates[0][1]}), but {other.text} ({source})"
            return
