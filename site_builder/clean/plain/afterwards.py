"""What follows the last article of a page, told by how the articles before it end.

Input: the lines of a text scrape and the heads of its articles. Output: the same lines, such lines as furniture. Where
every article but the last ends with a line of one kind (buttons to share it, where it is filed, who edited it) and only
the next head follows, nothing of the last article follows that line either: what does is the foot of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT

_RULES = frozenset(
    {
        "share buttons",
        "filing of the article",
        "ends each article",
        "end sign",
        "editor's line",
        "comes back on the page",
    }
)
_KEPT = frozenset({"rights", "label", "date", "byline", "note"})
_KEY = 6  # characters that such lines have in common
_LOOSE = 14.0  # words over a title that may be of its head: sections, facts
_PART = 0.5  # of the last article: more is no foot of a page
_RULE = "after the line that ends each article"


def mark_afterwards(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Line, ...]:
    """Return ``lines`` with what follows the last article as lines that stand alone."""
    if len(heads) < 2:  # noqa: PLR2004 - the last is told by others
        return tuple(lines)
    bounds = list(pairwise([*(head.first for head in heads), len(lines)]))
    told = [bound for bound in bounds[:-1] if any(line.kind == "prose" for line in lines[slice(*bound)])]  # no teasers
    enders = set.intersection(*(_enders(lines, start, end) for start, end in told)) if told else set()
    start, end = bounds[-1]
    at = max((i for i in range(start, end) if _key(lines[i]) in enders), default=end)
    text, after = (
        sum(line.weight for line in part if line.kind in CONTENT) for part in (lines[start:at], lines[at:end])
    )
    if after > _PART * text:
        return tuple(lines)
    return tuple(_dropped(line) if at < i < end else line for i, line in enumerate(lines))


def _key(line: Line) -> str:
    """Return what lines of one kind have in common, or ""."""
    if line.kind == "label" and line.rule == "tags":
        return "tags"
    return f"{line.rule}: {line.text[:_KEY].casefold()}" if line.kind == "line" and line.rule in _RULES else ""


def _enders(lines: Sequence[Line], start: int, end: int) -> set[str]:
    """Return the kinds of lines after which nothing of an article's text follows."""
    found: set[str] = set()
    loose = 0.0
    for line in reversed(lines[start:end]):
        loose += line.weight if line.kind in CONTENT else 0.0
        if line.kind == "prose" or loose > _LOOSE:
            break
        found.add(_key(line))
    return found - {""}


def _dropped(line: Line) -> Line:
    return line if line.kind in _KEPT else replace(line, kind="line", rule=line.rule or _RULE)
