"""Ranked lists of other articles ("1", a headline, "2", a headline, …), told by their numbers.

Input: the lines of a text scrape. Output: the same lines, such lists as furniture. Numbered sections of an article have
prose under their numbers, so they are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_builder.clean.lines.line import Line

_RULE = "ranked list of other articles"


def mark_ranked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with the numbers and headlines of ranked lists as furniture."""
    ranked: set[int] = set()
    for i in range(len(lines)):
        count = 0
        while _is_rank(lines, i + 2 * count, count + 1):
            count += 1
        if count > 1:
            ranked.update(range(i, i + 2 * count))
    return tuple(replace(line, kind="line", rule=_RULE) if i in ranked else line for i, line in enumerate(lines))


def _is_rank(lines: Sequence[Line], i: int, number: int) -> bool:
    """Tell whether ``number`` stands alone at ``i``, with one short line under it."""
    pair = lines[i : i + 2]
    bare = len(pair) == 2 and pair[0].text.strip(" .#、") == str(number)  # noqa: PLR2004 - number and headline
    return bare and pair[1].kind == "short" and not pair[1].text.isdigit()
