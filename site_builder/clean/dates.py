"""Dates as news pages print them, in English and Chinese.

Input: a short text (a line of a page's head). Output: a ``PartialDate`` cut at the precision that stands there.
Ambiguous numeric dates (03/04/2020) are read day first only where the first number cannot be a month.
"""

from __future__ import annotations

import re
from datetime import date

from site_builder.model.article import PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:[\sT,，|·•@-]*(?:at\s+)?(?P<hour>[012]?\d)[:：.时](?P<minute>[0-5]\d)(?:[:：.分][0-5]\d(?:\.\d+)?秒?)?分?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*(?:[+-]\d\d:?\d\d|Z|[A-Z]{2,4}T|GMT|UTC)(?:[+-]\d+)?\b)?|[\s,|·•@-]+(?:at\s+)?[01]?\d\s*[ap]\.?m\.?)?"
)
_YEAR = r"(?:19|20)\d\d"
_FORMS = tuple(
    re.compile(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<y>{_YEAR})\s*年\s*(?P<m>1[0-2]|0?[1-9])\s*月\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*[日号](?:\s*(?:星期|周)[一二三四五六日天])?",
        rf"(?<![\d/.-])(?P<y>{_YEAR})(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/-])",
        rf"\b{_WEEKDAY}{_MONTH.format('name')}\s+(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+(?P<y>{_YEAR})\b",
        rf"\b{_WEEKDAY}(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH.format('name')},?[\s-]+(?P<y>{_YEAR})\b",
        rf"(?<![\d/.-])(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[/.-])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<y>{_YEAR})(?![\d/-])",
        rf"(?<!\d)(?P<y>{_YEAR})(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})\s*年\s*(?P<m>1[0-2]|0?[1-9])\s*月(?!\s*\d)",
        rf"(?<!\d )\b{_MONTH.format('name')},?\s+(?P<y>{_YEAR})\b",
    )
)


def find_date(text: str) -> PartialDate | None:
    """Return the first date in ``text``, or None; impossible days (30 February) are no dates."""
    best: tuple[int, int, PartialDate] | None = None
    for rank, form in enumerate(_FORMS):
        for found in form.finditer(text):
            value = _value(found)
            if value and (best is None or (found.start(), rank) < best[:2]):
                best = (found.start(), rank, value)
                break
    return best[2] if best else None


def without_dates(text: str) -> str:
    """Return ``text`` with its dates and their times of day taken out."""
    for form in _FORMS:
        text = form.sub(" ", text)
    return text


def _value(found: re.Match[str]) -> PartialDate | None:
    parts = found.groupdict()
    year = int(parts["y"])
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        month, day = (second, first) if first > 12 else (first, second)  # noqa: PLR2004 - months of a year
    else:
        month = int(parts["m"]) if parts.get("m") else _MONTHS.index(parts["name"][:3].lower()) + 1
        day = int(parts["d"]) if parts.get("d") else 0
    if not day:
        return PartialDate(f"{year:04}-{month:02}", "month")
    try:
        return PartialDate(date(year, month, day).isoformat(), "day")
    except ValueError:
        return None
