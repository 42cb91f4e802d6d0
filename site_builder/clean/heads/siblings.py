"""Heads that lack what the others have: an article without a date or a byline among articles with them.

Input: lines with their kinds, the heads that are found. Output: these heads and their siblings. Where the same line (a
ruler, the buttons under a text) stands over every head and in no other place, a title under such a line begins an
article too, if running text follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.clean.heads.agreeing import head_at, may_be_title
from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT

_TEXT, _SEVERAL = 60.0, 2  # words and paragraphs of an article
_FEWEST = 3  # heads under the same furniture; a ruler says more
_WHY = "what stands over the other heads stands over it"


def with_siblings(lines: Sequence[Line], heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """Add the titles that stand where heads do, though neither a date nor a byline is at them."""
    over = {_key(lines[head.first - 1]) for head in heads[1:]}
    levels = {lines[head.title].level for head in heads}
    weak = len(heads) < _FEWEST and any(kind != "rule" for kind, _ in over)
    if weak or len(heads) < 2 or len(over) > 1 or len(levels) > 1 or over & {("", "")}:  # noqa: PLR2004 - two agree
        return heads
    found: list[Head] = []
    starts = {head.first for head in heads}
    ends = [i for i in range(heads[0].first, len(lines) - 1) if _key(lines[i]) in over]
    for i in ends:
        if i + 1 in starts or _key(lines[i + 1]) in over:
            continue
        stop = next((k for k in range(i + 2, len(lines)) if k in starts or _key(lines[k]) in over), len(lines))
        told = [line.weight for line in lines[i + 2 : stop] if line.kind == "prose"]
        if not may_be_title(lines[i + 1]) or lines[i + 1].level not in levels:
            if told and i + 1 < len(lines) and max(starts) > i:
                return heads  # text goes on under such a line
            continue
        begins = i + 2 < stop and lines[i + 2].kind == "prose"  # at once: a list of links has no text
        if begins and len(told) >= _SEVERAL and sum(told) >= _TEXT:
            found.append(head_at(lines, i + 1, _WHY))
    return tuple(sorted((*heads, *found), key=lambda head: head.first))


def _key(line: Line) -> tuple[str, str]:
    """Return what such lines have in common: a ruler's text, the rule of another; of text nothing."""
    if line.kind in CONTENT or line.kind in {"date", "byline", "picture"}:
        return "", ""
    return line.kind, line.text if line.kind == "rule" else line.rule
