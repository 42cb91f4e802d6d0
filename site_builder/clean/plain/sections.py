"""Sections of a page between rulers that hold no article: a sponsor's word, a question to readers.

Input: the lines of a scrape and the heads of its articles. Output: the same lines, such sections as furniture. Where
every article begins under a ruler of one kind, what stands under another such ruler is a section of its own; a short
one is no part of the article above it, but for its notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import Line, note_mark
from site_builder.clean.lines.roles import CONTENT

_LONGEST = 60.0  # words of such a section: a longer one may be a part of the text
_RULE = "between rulers, without an article"


def mark_sections(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Line, ...]:
    """Return ``lines`` with the sections that hold no article as lines that stand alone."""
    rulers = {lines[head.first - 1].text for head in heads[1:] if head.first}
    if len(heads) < 2 or len(rulers) > 1 or any(lines[head.first - 1].kind != "rule" for head in heads[1:]):  # noqa: PLR2004
        return tuple(lines)
    apart: set[int] = set()
    for head, end in zip(heads, [*(head.first for head in heads[1:]), len(lines)], strict=True):
        cuts = [i for i in range(head.end, end) if lines[i].kind == "rule" and lines[i].text in rulers]
        for start, stop in pairwise([*cuts, end]):
            brief = sum(line.weight for line in lines[start + 1 : stop] if line.kind in CONTENT) <= _LONGEST
            end_of = next((i for i in range(start + 1, stop) if lines[i].kind == "rule"), stop)  # of another kind
            section = lines[start + 1 : end_of]
            noted = any(line.kind == "label" for line in section) or _has_notes(section)
            if brief and not noted:  # who holds the rights is said of the articles
                apart.update(i for i in range(start + 1, end_of) if lines[i].kind != "rights")
    return tuple(_dropped(line) if i in apart else line for i, line in enumerate(lines))


def _has_notes(section: Sequence[Line]) -> bool:
    """Tell whether notes stand in a section: each has a mark of its own, as the items of a list have not."""
    marks = [note_mark(line.text) for line in section if line.kind == "note"]
    return bool(marks) and len({*marks}) == len(marks)


def _dropped(line: Line) -> Line:
    return replace(line, kind="line", rule=line.rule or _RULE)
