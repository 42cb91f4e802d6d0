"""Dates as news pages print them, in English and Chinese.

Input: a short text (a line of a page's head). Output: a ``PartialDate`` cut at the precision that stands there, with
the time of day where one is printed and the zone where it is given as an offset, ``Z``, UTC or GMT (other names of
zones are not unique: CST is Chicago's time and China's). Midnight is what software writes that knows only the day.
Numeric dates with points (03.04.2020) are read day first, as Europe writes them; with strokes (03/04/2020) only
where the first number cannot be a month.
"""

from __future__ import annotations

import re
from datetime import date

from site_builder.clean.words.lexicon import CHANGED
from site_builder.model.article import PartialDate

_ADDRESS = re.compile(r"https?://\S+")
_FOREIGN = {
    "janvier|enero|januar|gennaio|janeiro|januari": 1,
    "février|fevrier|febrero|februar|febbraio|fevereiro|februari": 2,
    "mars|marzo|märz|março|maart": 3,
    "avril|abril|aprile": 4,
    "mai|mayo|maggio|maio|mei": 5,
    "juin|junio|juni|giugno|junho": 6,
    "juillet|julio|juli|luglio|julho": 7,
    "août|aout|agosto|augustus": 8,
    "septembre|septiembre|settembre|setembro": 9,
    "octobre|octubre|oktober|ottobre|outubro": 10,
    "novembre|noviembre|novembro": 11,
    "décembre|decembre|diciembre|dezember|dicembre|dezembro": 12,
}
"""Months of the languages that neighbouring newspapers are written in, where they are not as in English."""
_ABROAD = {name: month for names, month in _FOREIGN.items() for name in names.split("|")}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTH_ABROAD = "|".join(sorted(_ABROAD, key=len, reverse=True))
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:[\sT,，|·•@-]*(?:(?:at|à|um)\s+)?(?:(?P<part>上午|下午|凌晨|早上|中午|晚上)\s*)?(?P<hour>[012]?\d)(?P<colon>[:：.时h時点點])(?P<minute>[0-5]\d)(?:[:：.分][0-5]\d(?:\.\d+)?秒?)?分?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*(?:(?P<zone>(?:GMT|UTC)[+-]\d\d?(?::?\d\d)?|[+-]\d\d:?\d\d|Z|GMT|UTC)|[A-Z]{2,4}T(?:[+-]\d+)?)\b)?|[\s,|·•@-]+(?:at\s+)?[01]?\d\s*[ap]\.?m\.?)?"
)
_YEAR = r"(?:19|20)\d\d"
_OFFSET = re.compile(r"(?:GMT|UTC)?(?P<sign>[+-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?")
_DIGITS = "〇一二三四五六七八九"
_NUMERALS = re.compile(
    r"(?P<y>[一二][〇○零九][〇○零一二三四五六七八九]{2})年(?P<m>十?[一二三四五六七八九十])月(?P<d>[二三]?十?[一二三四五六七八九十])[日号]"
)
_ANY_YEAR = re.compile(_YEAR)
_FORMS = tuple(
    re.compile(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<y>{_YEAR})\s*年\s*(?P<m>1[0-2]|0?[1-9])\s*月\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*[日号](?:\s*(?:星期|周)[一二三四五六日天])?",
        rf"(?<![\d/.-])(?P<y>{_YEAR})(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d/-])",
        rf"\b{_WEEKDAY}{_MONTH.format('name')}\s+(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+(?P<y>{_YEAR})(?:\b|(?=\d\d?:\d\d))",
        rf"(?<!\d){_WEEKDAY}(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]+{_MONTH.format('name')},?[\s-]+(?P<y>{_YEAR})\b",
        rf"(?<!\d)(?P<d>3[01]|[12]\d|0?[1-9])(?:er|\.|º)?\s+(?:de\s+)?(?P<name>{_MONTH_ABROAD})\b\.?,?\s+(?:del?\s+)?(?P<y>{_YEAR})\b",
        rf"(?<![\d/.-])(?P<a>3[01]|[12]\d|0?[1-9])(?P<sep>[/.-])(?P<b>3[01]|[12]\d|0?[1-9])(?P=sep)(?P<y>{_YEAR})(?![\d/-])",
        rf"(?<![\da-z])(?P<y>{_YEAR})(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})\s*年\s*(?P<m>1[0-2]|0?[1-9])\s*月(?!\s*\d)",
        rf"(?<!\d )\b{_MONTH.format('name')},?\s+(?P<y>{_YEAR})\b",
        rf"(?P<hanzi>十?[一二三四五六七八九十])月\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*[日号,，]\s*,?\s*(?P<y>{_YEAR})(?!\d)",
    )
)


def find_date(text: str) -> PartialDate | None:
    """Return the first date in ``text``, or None; impossible days (30 February) and parts of addresses are none."""
    text = _with_digits(_ADDRESS.sub(" ", text) if "://" in text else text)
    if not _ANY_YEAR.search(text):
        return None
    best: tuple[int, int, PartialDate] | None = None
    for rank, form in enumerate(_FORMS):
        for found in form.finditer(text):
            value = _value(found)
            if value and (best is None or (found.start(), rank) < best[:2]):
                best = (found.start(), rank, value)
                break
    return best[2] if best else None


def only_changed(text: str) -> bool:
    """Tell whether a dated text says when something was changed, and not when it was published as well.

    >>> only_changed("Updated 4 May 2019"), only_changed("4 May 2019 / 4:12 PM / Updated 2 hours ago")
    (True, False)
    """
    found = CHANGED.search(text)
    if found is None:
        return False
    when = any(char.isdigit() for char in text[found.end() :])
    return not when or find_date(text[: found.start()]) is None


def without_dates(text: str) -> str:
    """Return ``text`` with its dates and their times of day taken out."""
    text = _with_digits(text)
    for form in _FORMS if _ANY_YEAR.search(text) else ():
        text = form.sub(" ", text)
    return text


def _with_digits(text: str) -> str:
    """Return ``text`` with the dates that are written in Chinese numerals (``二〇一九年五月四日``) in digits."""
    return _NUMERALS.sub(_in_digits, text) if "年" in text else text


def _in_digits(found: re.Match[str]) -> str:
    year = "".join(str(_DIGITS.index(char) % 10) for char in found["y"].replace("零", "〇").replace("○", "〇"))
    return f"{year}年{_number(found['m'])}月{_number(found['d'])}日"


def _number(hanzi: str) -> int:
    """Return the number that ``hanzi`` is, up to 99: 三十一 is 31."""
    tens, ten, ones = hanzi.rpartition("十")
    return (_DIGITS.index(tens) if tens else len(ten)) * 10 + (_DIGITS.index(ones) if ones else 0)


def _value(found: re.Match[str]) -> PartialDate | None:
    parts = found.groupdict()
    year = int(parts["y"])
    if parts.get("a"):
        first, second = int(parts["a"]), int(parts["b"])
        month, day = (second, first) if first > 12 or (parts["sep"] == "." and second <= 12) else (first, second)  # noqa: PLR2004 - months
    else:
        month = int(parts["m"]) if parts.get("m") else _month(parts)
        day = int(parts["d"]) if parts.get("d") else 0
    if not day:
        return PartialDate(f"{year:04}-{month:02}", "month")
    try:
        known = date(year, month, day).isoformat()
    except ValueError:
        return None
    clock = _clock(parts)
    return PartialDate(f"{known}T{clock}", "time") if clock else PartialDate(known, "day")


def _month(parts: dict[str, str | None]) -> int:
    if parts.get("hanzi"):
        return _number(parts["hanzi"] or "")
    name = (parts["name"] or "").lower()
    return _ABROAD.get(name) or _MONTHS.index(name[:3]) + 1


def _clock(parts: dict[str, str | None]) -> str:
    """Return the time of day with its zone (``10:36+08:00``), or "" for midnight and for what no clock shows."""
    hour, minute, half = int(parts["hour"] or 0), parts["minute"] or "00", (parts["half"] or "").lower()
    if half and 1 <= hour <= 12:  # noqa: PLR2004 - hours of half a day
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if (parts["part"] or "") in {"下午", "晚上"} and hour < 12:  # noqa: PLR2004 - as above
        hour += 12
    zone = (parts["zone"] or "").upper()
    price = parts["colon"] == "." and not (half or zone)
    if price or hour > 23 or (hour == 0 and minute == "00"):  # noqa: PLR2004 - the last hour of a day
        return ""
    if offset := _OFFSET.fullmatch(zone):
        zone = f"{offset['sign']}{int(offset['hours']):02}:{offset['minutes'] or '00'}"
    return f"{hour:02}:{minute}{'Z' if zone in {'GMT', 'UTC', '+00:00', '-00:00'} else zone}"
