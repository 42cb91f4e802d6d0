"""Readers who answer, told by the shape of their posts: short texts in turn with lines that say who wrote and when.

Input: the lines of a text scrape with their kinds. Output: the same lines, the first of such posts as one that opens
readers' comments. No word need say so: such a line has one shape each time, a day or an hour in it, and little text
between it and the next; or a letter answers another one of the page. The keys of a live page have nothing between them,
its entries have text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.furniture.frames import shapes_of
from site_builder.clean.lines.line import Line, unlabelled
from site_builder.clean.lines.roles import is_said
from site_builder.clean.words.dates import find_date, without_dates

_CLOCK = r"\d{1,2}[:：]\d\d"
_WHEN = re.compile(
    rf"\d{{1,2}}月\d{{1,2}}日|{_CLOCK}|\d+\s*(?:秒|分钟|小时|天|周|个月|年)前|(?:昨|今|前)天"
    r"|\b(?:\d+|an?|one)\s?(?:s|min|h|hr|d|w|mo|y|yr|second|minute|hour|day|week|month|year)s?\.?(?: ago\b|$)",
    re.IGNORECASE,
)
_RE = re.compile(r"(?:(?:re|aw|回复|回覆)\s*[:：]\s*)+", re.IGNORECASE)
_HEADER = re.compile(r"[\w-]{2,20}\s*[:：]\s*\S")
_SAYS = re.compile(r"[^:：]{2,24}[:：]\s*\S")
_BUTTONS = frozenset({"share buttons", "options of the page", "site navigation", "comes back on the page"})
_ENDED = frozenset({"rule", "footer", "next", "list", "rights"})
_FEWEST = 3  # posts
_CLOSE = 4  # lines from one post to the next
_LONGEST = 40.0  # words of a post
_TEXT = 60.0  # words of the article over them
_CLOSING = frozenset({"prose", "comments", "list", "footer", "next", "rights"})
_FACTS = frozenset({"date", "byline", "stamp", "label", "line"})
_HEAD = 8  # lines between a title and such a button
_SOON = 12  # lines from a title's button to its text
_PARAGRAPH = 12.0  # words


def mark_replies(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with the first line of each run of posts as one that opens comments."""
    lines = [_button(line) if _is_button(lines, i) else line for i, line in enumerate(lines)]
    first = {min(run) for run in _runs(lines)}
    opened = {_opening(lines, i) for i in first} | {*_answers(lines)} | _under_buttons(lines)
    return tuple(_opener(line) if i in opened else line for i, line in enumerate(lines))


def _under_buttons(lines: Sequence[Line]) -> set[int]:
    """Return where readers' lines begin, each with a name, under a text's buttons and over what ends it."""
    found: dict[int, int] = {}
    begun = _begun(lines)
    for i, line in enumerate(lines):
        if i < begun or line.kind != "line" or line.rule not in _BUTTONS:
            continue
        end = i + 1
        while end < len(lines) and end - i <= _SOON and _is_named(lines[end]):
            end += 1
        ended = end == len(lines) or lines[end].kind in _ENDED
        if end > i + 1 and ended:
            found[i + 1] = end - i - 1
    return {*found} if sum(found.values()) >= _FEWEST else set()


def _is_named(line: Line) -> bool:
    """Tell whether a line is what somebody says, with the name before it."""
    said = line.kind in {"short", "prose"} and not line.level and line.weight <= _LONGEST
    return said and _SAYS.match(line.text) is not None


def _answers(lines: Sequence[Line]) -> Iterator[int]:
    """Yield where letters begin that answer one on the page: their subject is its subject with ``Re:`` before it."""
    subjects: set[str] = set()
    for i, line in enumerate(lines):
        if line.kind != "label" or line.rule != "title":
            continue
        said = unlabelled(line.text)
        answer = _RE.match(said)
        if answer and said[answer.end() :] in subjects:
            start = i
            while start and lines[start - 1].kind != "prose" and _HEADER.match(lines[start - 1].text):
                start -= 1
            yield from (start, i)
        subjects.add(said)


def _is_button(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line about comments only leads to them: a head is over it, its text comes soon and at length."""
    if lines[i].kind != "comments" or not i:
        return False
    over = next((line for line in reversed(lines[max(0, i - _HEAD) : i]) if line.kind not in _FACTS), None)
    if over is None or over.kind != "short" or is_said(over):
        return False
    first = next((k for k in range(i + 1, min(len(lines), i + _SOON)) if lines[k].kind in _CLOSING), None)
    if first is None or lines[first].kind != "prose":
        return False
    pair = [line for line in lines[first : first + 2] if line.kind == "prose" and line.weight >= _PARAGRAPH]
    return len(pair) > 1


def _button(line: Line) -> Line:
    return replace(line, kind="line", rule="leads to the comments")


def _opener(line: Line) -> Line:
    return replace(line, kind="comments", rule="readers' comments")


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of lines of one shape, at least three close together with short texts between, under a text."""
    shapes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    begun = _begun(lines)
    for i, line in enumerate(lines):
        if line.kind in {"short", "date", "line", "stamp", "byline"} and says_when(line.text):
            for shape in shapes_of(line.text):
                shapes[shape].append(i)
    for places in shapes.values():
        run: list[int] = places[:1]
        for a, b in pairwise(places):
            if not _is_post(lines, a, b):
                yield from [run] if len(run) >= _FEWEST and run[0] >= begun else []
                run = []
            run.append(b)
        yield from [run] if len(run) >= _FEWEST and run[0] >= begun else []


def says_when(text: str) -> bool:
    """Tell whether a line says when, and something else too."""
    found = _WHEN.search(text) is not None or find_date(text) is not None
    return found and any(char.isalpha() for char in _WHEN.sub("", without_dates(text)))


def _is_post(lines: Sequence[Line], a: int, b: int) -> bool:
    between = lines[a + 1 : b]
    return 0 < len(between) < _CLOSE and sum(line.weight for line in between) <= _LONGEST


def _begun(lines: Sequence[Line]) -> int:
    """Return the first line over which an article's text stands, or the end."""
    told = 0.0
    for i, line in enumerate(lines):
        if told >= _TEXT:
            return i
        told += line.weight if line.kind == "prose" else 0.0
    return len(lines)


def _opening(lines: Sequence[Line], i: int) -> int:
    """Return where the first post begins: at its line of who and when, or at the short text over that."""
    return i - 1 if i and lines[i - 1].kind in {"short", "prose"} and lines[i - 1].weight <= _LONGEST else i
