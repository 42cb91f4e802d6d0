"""Titles that are underlined, as letters of plain text set them: a short line over a ruler of its own length.

Input: the lines of a text scrape with their kinds. Output: the same lines, such titles with the level of a heading.
Programs that send letters set two stars before each heading too, and underline all of them alike (``** A title``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.lines.line import Line, make_line
from site_builder.clean.lines.wrapped import columns

_LEVEL = 2  # the first is the name of the whole
_NEAR = 2  # columns by which a ruler may miss the end of its title
_STARS = "** "  # before the headings of a letter
_LONGEST = 200  # characters of such a heading


def mark_underlined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with the level of a heading at those that are underlined."""
    under = {i for i, (line, ruler) in enumerate(pairwise(lines)) if _is_underlined(line, ruler)}
    stars = {i for i, (line, ruler) in enumerate(pairwise(lines)) if _is_starred(line, ruler)}
    return tuple(
        _bare(line) if i in stars else replace(line, level=_LEVEL) if i in under else line
        for i, line in enumerate(lines)
    )


def _is_starred(line: Line, ruler: Line) -> bool:
    """Tell whether a line is a heading with stars before it and a ruler of any length under it."""
    starred = line.text.startswith(_STARS) and len(line.text) <= _LONGEST
    return starred and ruler.kind == "rule" and not ruler.gap and ruler.text[0] in "-="


def _bare(line: Line) -> Line:
    """Return a heading without its stars."""
    bare = make_line(line.number, line.text.removeprefix(_STARS).strip(), line.gap)
    return replace(bare, kind="short", rule="", level=_LEVEL)


def _is_underlined(line: Line, ruler: Line) -> bool:
    """Tell whether a ruler stands right under a line and is as long."""
    right = ruler.kind == "rule" and not ruler.gap and line.kind == "short" and not line.level
    one = right and len({*ruler.text}) == 1 and not ruler.text[0].isalnum()
    return one and abs(columns(ruler.text) - columns(line.text)) <= _NEAR
