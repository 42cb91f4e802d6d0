"""Titles without the numbers that a digest gives its articles (``1. …``, ``2) …``, ``三、…``), or a list's name.

Input: the titles of one scrape, in order. Output: the titles; numbers are taken off where they count the articles from
one, with none left out, for a title of its own may begin with any number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = re.compile(
    r"[#(（\[【]?(?:(?P<digits>\d{1,2})|(?P<hanzi>十?[一二三四五六七八九十]))"
    r"\s*(?:[.)）\]】、．:：]|\s[-–—]\s)\s*(?=\S)"
)
_LIST = re.compile(r"\[[\w-]{2,30}\]\s+(?=\S)")  # of letters: its name stands over each of them
_HANZI = "一二三四五六七八九十"


def without_numbers(titles: Sequence[str]) -> tuple[str, ...]:
    """Return ``titles`` without the numbers that count them."""
    titles = _without_name(titles)
    found = [_NUMBER.match(title) for title in titles]
    numbers = [_value(one) if one else 0 for one in found]
    if len(titles) < 2 or numbers != list(range(1, len(titles) + 1)):  # noqa: PLR2004 - one number counts nothing
        return tuple(titles)
    return tuple(title[one.end() :] for title, one in zip(titles, found, strict=True) if one)


def _without_name(titles: Sequence[str]) -> Sequence[str]:
    names = {name[0] if (name := _LIST.match(title)) else "" for title in titles}
    return [title[len(*names) :] for title in titles] if len(titles) > 1 and len(names) == 1 else titles


def _value(found: re.Match[str]) -> int:
    if found["digits"]:
        return int(found["digits"])
    tens, ones = found["hanzi"][:-1], found["hanzi"][-1]
    return 10 * bool(tens) + _HANZI.index(ones) + 1
