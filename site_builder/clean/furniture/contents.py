"""Tables of contents: lines over the articles of a page that say the titles which stand over them again.

Input: the lines of a text scrape. Output: the same lines, such entries as furniture, and what they say. An entry has a
bullet or a number before the title, or dots and the number of its page behind; in a live page it has an hour that a
text begins with.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import TITLE

_BEFORE = re.compile(r"^\s*(?:[•●○◦▪■◆▶►*+·-]|\(?\d{1,2}(?:[.)、]|\s{2})|[一二三四五六七八九十]{1,3}、)\s*")
_BEHIND = re.compile(r"[\s.．…·⋯—–-]{2,}(?:p\.?|第)?\s*\d{1,4}\s*页?\s*$|[\s.．…·⋯]{2,}$", re.IGNORECASE)
_HOUR = re.compile(r"\d{1,2}[:：]\d\d(?!\d)")
_POINTER = re.compile(r"^[^:：]{2,30}[:：]\s*")
_LEAST = 2.0  # words of a title
_CLOSE = 3  # lines from one entry to the next
RULE = "table of contents"


def mark_contents(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with the entries of a table of contents as furniture: several close together."""
    last = {line.text: i for i, line in enumerate(lines)}
    hours = {hour[0]: i for i, line in enumerate(lines) if line.kind == "prose" and (hour := _HOUR.match(line.text))}
    entries = [i for i, line in enumerate(lines) if _is_entry(line) and last.get(said_in(line.text), -1) > i]
    entries += [i for i, line in enumerate(lines) if line.kind == "short" and _leads_on(line.text, hours) > i]
    pointers = {i for i, (one, other) in enumerate(pairwise(lines)) if pointed(one.text) == other.text != one.text}
    apart = pointers | {i for pair in pairwise(sorted(entries)) if pair[1] - pair[0] <= _CLOSE for i in pair}
    return tuple(replace(line, kind="line", rule=RULE) if i in apart else line for i, line in enumerate(lines))


def _leads_on(text: str, hours: Mapping[str, int]) -> int:
    """Return where the text stands that begins with the hour at the head of ``text``, or -1: a live page's key."""
    hour = _HOUR.match(text)
    return hours.get(hour[0], -1) if hour else -1


def said_in(text: str) -> str:
    """Return the title that an entry says."""
    return _BEHIND.sub("", _BEFORE.sub("", text)).strip()


def pointed(text: str) -> str:
    """Return the title that a line points to (``Up next: …``), or all it says."""
    return _POINTER.sub("", text)


def _is_entry(line: Line) -> bool:
    fair = line.kind in {"short", "note", "prose"} and not line.level and _LEAST <= line.weight <= TITLE
    return fair and said_in(line.text) != line.text
