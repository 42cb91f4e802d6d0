"""What a page lets its readers skip: a box in the text that says where it begins and where it ends.

Input: the lines of a text scrape with their kinds. Output: the same lines, the box as lines that stand alone. Both ends
name it: ``Skip Most read and continue reading`` … ``End of Most read``; ``跳过热读`` … ``End of 热读``. So do those of
an advertisement: ``A word from our sponsor`` … ``End of sponsored message``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.clean.lines.line import Line

_OPENS = re.compile(
    r"(?:skip|跳过|跳過)\s*(?P<name>.{2,60}?)\s*(?:and continue(?: reading)?|continue reading|继续阅读|繼續閱讀)?\s*",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"end of\s*(?P<name>.{2,60})|(?P<zh>.{2,40})(?:结束|結束|完|结尾|結尾)", re.IGNORECASE)
_FAR = 40  # lines of a box
_AD, _AD_FAR = "advertisement", 12  # the rule that names one, and the lines it may have
_AD_ENDS = re.compile(r"\bend\b|结束|結束", re.IGNORECASE)
_RULE = "a box that readers may skip"


def mark_skipped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with the boxes that readers may skip as lines that stand alone."""
    inside = {i for start, end in _boxes(lines) for i in range(start, end + 1)}
    return tuple(replace(line, kind="line", rule=_RULE) if i in inside else line for i, line in enumerate(lines))


def _boxes(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for i, line in enumerate(lines):
        if line.rule == _AD and not _AD_ENDS.search(line.text) and (end := _ad_end(lines, i)):
            yield i + 1, end - 1
        opened = _OPENS.fullmatch(line.text) if line.kind in {"short", "line"} else None
        if opened is None:
            continue
        for k in range(i + 1, min(len(lines), i + _FAR)):
            closed = _CLOSES.fullmatch(lines[k].text) if lines[k].kind in {"short", "line"} else None
            if closed and (closed["name"] or closed["zh"]).strip().casefold() == opened["name"].casefold():
                yield i, k
                break


def _ad_end(lines: Sequence[Line], i: int) -> int:
    """Return where the advertisement that is announced at ``i`` is said to end, or 0 where nothing says so."""
    marks = (k for k in range(i + 1, min(len(lines), i + _AD_FAR)) if lines[k].rule == _AD)
    end = next(marks, 0)
    return end if end and _AD_ENDS.search(lines[end].text) else 0
