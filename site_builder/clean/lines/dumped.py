"""What a text browser (lynx, links, w3m) writes around the words of a page: numbers of links, and where they lead.

Input: the lines of a scrape. Output: where its list of addresses begins, and lines without the signs of such a browser
(``early-voting [14]states``, ``(BUTTON) Share``, ``[photo.jpg]``). That is a page's markup in another form, known by
what it is made of: the numbers in the text count up, and each has an address at the foot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ADDRESS = re.compile(r"\s*\[?(?P<number>\d{1,4})[.\]:]+\s+(?:https?|ftp|file|mailto|javascript|tel):\S*\s*")
_TITLE = re.compile(r"\s*(?:references|visible links|hidden links|links)\s*:?\s*", re.IGNORECASE)
_MARK = re.compile(r"\[(\d{1,4})\]")
_FEWEST = 3  # addresses
_MOST = 0.8  # of the addresses: so many have their mark in the text, in order
_SIGN = re.compile(r"#?\[\d{1,4}\]|\((?:BUTTON|SUBMIT|IMAGE)\) ?")
_HIDDEN = re.compile(r"\s*(?:#\[\d{1,4}\].*|\[(?:INLINE|IMAGE|LINK|EMBED|[\w.-]+\.(?:jpe?g|png|gif|webp|svg))\])\s*")


def addresses_from(physical: Sequence[str]) -> int:
    """Return the index of the first line of the list of addresses at the foot, or the number of lines where none is."""
    end = len(physical)
    while end and not physical[end - 1].strip():
        end -= 1
    start, numbers = end, []
    while start and (found := _ADDRESS.fullmatch(physical[start - 1])):
        start -= 1
        numbers.append(int(found["number"]))
    if len(numbers) < _FEWEST or numbers != sorted(numbers, reverse=True) or not _lead_there(physical[:start], numbers):
        return len(physical)
    while start and (not physical[start - 1].strip() or _TITLE.fullmatch(physical[start - 1])):
        start -= 1
    return start


def _lead_there(text: Sequence[str], numbers: Sequence[int]) -> bool:
    """Tell whether the marks in a text count up, and most addresses have one."""
    marks = [int(found[1]) for line in text for found in _MARK.finditer(line)]
    return marks == sorted(marks) and len({*marks} & {*numbers}) >= _MOST * len(numbers)


def without_signs(line: str) -> str:
    """Return a line of such a page as a reader of the page sees it, or "" where it shows nothing."""
    return "" if _HIDDEN.fullmatch(line) else _SIGN.sub("", line)
