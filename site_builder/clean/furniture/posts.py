"""Posts of readers who answer, told by what no article has: who wrote it and at what minute, with no title over it.

Input: the lines of a text scrape with their kinds. Output: the same lines, those that name or date posts as readers'
comments, for no article has its head there. Over such a line the post before ends, and text begins under it; or each
post has a button to answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from site_builder.clean.furniture.replies import says_when
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT
from site_builder.clean.words.dates import find_date
from site_builder.clean.words.names import find_publisher, signed

_FEWEST = 3  # posts
_MOST = 0.5  # of the lines that are dated to the minute: so many stand over posts
_TEXT = 60.0  # words of the article over them, and of a post that is no article
_NEAR = 15  # lines from one post to the next
_CLOSE = 3  # lines from the date of a post to its button
_HANDLE = 4.0  # words of a reader's name
_BUTTON = 40  # characters
_SAYS = re.compile(r"(?:says|said|wrote|writes|说|說|写道|寫道)\s*[:：]?$")
_ANSWER = re.compile(
    r"(?:回[复覆]|举报)(?=$|[\s⋅·|(（\d])|(?:^|[\s⋅·|])(?:回[复覆]|举报|(?<!a )reply)$|^reply(?=$|[\s⋅·|(\d])",
    re.IGNORECASE,
)
_GREETS = (",", "，")
_DATED = frozenset({"date", "byline", "stamp"})


def mark_posts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with those that name or date readers' posts as readers' comments."""
    start = _under_text(lines)
    found = {*_timed_posts(lines, start), *_answered_posts(lines, start)}
    return tuple(
        replace(line, kind="comments", rule="readers' comments") if i in found else line for i, line in enumerate(lines)
    )


def _under_text(lines: Sequence[Line]) -> int:
    """Return where so much text stands over a line that readers may answer it."""
    told = 0.0
    for i, line in enumerate(lines):
        told += line.weight if line.kind == "prose" else 0.0
        if told >= _TEXT:
            return i + 1
    return len(lines)


def _timed_posts(lines: Sequence[Line], start: int) -> Iterator[int]:
    """Yield the lines dated to the minute that stand between the text of one post and that of the next."""
    timed = [i for i in range(start, len(lines)) if _is_timed(lines[i])]
    sure = [i for i in timed if _is_between_posts(lines, i)]
    if len(sure) < _FEWEST or len(sure) < _MOST * len(timed):
        return
    before, after = ({i + k for i in sure for k in range(_NEAR + 1)}, {i - k for i in sure for k in range(_NEAR + 1)})
    opened = next((i for i in range(start, len(lines)) if lines[i].kind == "comments"), len(lines))
    loose = {i for i in before | after if i > opened or (i > 0 and _ends(lines[i - 1]))}
    yield from (i for i in timed if i in loose or i in before & after)


def _is_timed(line: Line) -> bool:
    date = find_date(line.text) if line.kind in {"date", "short", "byline", "line"} else None
    return date is not None and date.precision == "time"


def _is_between_posts(lines: Sequence[Line], i: int) -> bool:
    """Tell whether text begins right under a dated line and ends right over it, or over the name of a reader there.

    What ends there is no dek: no title stands over it.
    """
    under = lines[i + 1 : i + 3]
    under = under[1:] if under and under[0].text.endswith(_GREETS) else under
    if not under or under[0].kind not in CONTENT or not _ends(under[0]):
        return False
    named = _is_handle(lines[i - 1])
    over, top = lines[i - 1 - named], lines[i - 2 - named]
    if over.kind == "prose":
        return not (top.kind == "short" and not top.ends)
    return over.kind in CONTENT and over.ends and (_is_timed(top) or (top.kind in CONTENT and _ends(top)))


def _is_handle(line: Line) -> bool:
    """Tell whether a line may be a reader's name."""
    brief = line.kind == "short" and line.weight <= _HANDLE
    return brief and (bool(signed(line.text)) or len(line.text.split()) == 1 or _SAYS.search(line.text) is not None)


def _ends(line: Line) -> bool:
    return line.kind == "prose" or line.ends


def _answered_posts(lines: Sequence[Line], start: int) -> Iterator[int]:
    """Yield what names and dates posts that have a button to answer each, with little text between these."""
    buttons = [i for i in range(start, len(lines)) if _answers(lines[i])]
    if len(buttons) < _FEWEST:
        return
    told = [0.0]
    for line in lines:
        told.append(told[-1] + (line.weight if line.kind == "prose" else 0.0))
    between = [told[b] - told[a] for a, b in pairwise(buttons)]
    if median(between) > _TEXT:
        return
    for before, i in pairwise((max(start, buttons[0] - _CLOSE), *buttons)):
        yield i
        yield from (k for k in range(max(before, i - _NEAR), i) if _is_of_post(lines[k]))


def _is_of_post(line: Line) -> bool:
    """Tell whether a line says who wrote and when; what names its publisher is an article's."""
    return (line.kind in _DATED or _is_stamped(line)) and not find_publisher(line.text)


def _is_stamped(line: Line) -> bool:
    """Tell whether a short line says who wrote and when."""
    return line.kind == "short" and not line.ends and says_when(line.text)


def _answers(line: Line) -> bool:
    """Tell whether a line is a button to answer a post, or a row of such."""
    brief = line.kind not in {"prose", "note"} and len(line.text) <= _BUTTON and not line.ends
    return brief and _ANSWER.search(line.text) is not None
