"""What parts articles though nobody knows its words, and what advertisements say.

Input: the lines of a text scrape with their kinds. Output: the same lines, such lines as furniture: those of one shape
under each text, numbers over each title, words between the signs of an advertisement. A sentence under each text that
says when it was filed is a date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.furniture.frames import shapes_of
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT, is_said, is_title
from site_builder.clean.words.dates import find_date
from site_builder.clean.words.lexicon import CHANGED
from site_builder.clean.words.names import closing_name, signed

_ENDS, _COUNTS = "ends each article", "counts the articles"
FILED = "says when the text over it was filed"
_OPENING, _FILING = 4, 45.0  # characters that such sentences have in common, and their words
_AD = "advertisement"
_SOON = 4  # lines under a title in which its date or byline stands
_DIGITS = 5  # characters of a number with its sign
_META = frozenset({"date", "byline"})


def mark_enders(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with those that end or count the articles as lines that stand alone."""
    filed = _filed(lines)
    lines = [replace(line, kind="date", rule=FILED) if i in filed else line for i, line in enumerate(lines)]
    ends, counts = _enders(lines), _counters(lines)
    ads = {i for i in range(1, len(lines) - 1) if lines[i].kind == "short" and _is_between_ads(lines, i)}
    rules = {**dict.fromkeys(ads, _AD), **dict.fromkeys(ends, _ENDS), **dict.fromkeys(counts, _COUNTS)}
    return tuple(replace(line, kind="line", rule=rules[i]) if i in rules else line for i, line in enumerate(lines))


def _is_between_ads(lines: Sequence[Line], i: int) -> bool:
    return lines[i - 1].rule == _AD == lines[i + 1].rule


def _enders(lines: Sequence[Line]) -> set[int]:
    """Return the lines of one shape that stand under a text each, and over the head of the next."""
    shapes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        loose = line.kind == "short" and not line.ends and i > 0 and is_said(lines[i - 1])
        if loose and not (signed(line.text) or closing_name(line.text)):
            for shape in shapes_of(line.text):
                shapes[shape].append(i)
    found = (places for places in shapes.values() if len(places) > 1)
    return {i for places in found if all(_is_over_head(lines, k + 1) for k in places[:-1]) for i in places}


def _filed(lines: Sequence[Line]) -> set[int]:
    """Return the dated sentences that begin alike, under a text each and over a title where anything follows."""
    opened: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        told = line.kind in {"prose", "line"} and line.weight <= _FILING and not CHANGED.search(line.text)
        if told and find_date(line.text):
            opened[line.text[:_OPENING].casefold()].append(i)
    return {i for places in opened.values() if _files_each(lines, places) for i in places}


def _files_each(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Tell whether text ends over each of ``places``, and a title stands under each, the last aside."""
    several = len({lines[i].text for i in places}) > 1
    under = [lines[i + 1] for i in places[:-1]]
    titled = all(line.kind == "short" and is_title(line) and not is_said(line) for line in under)
    between = all(any(line.kind == "prose" for line in lines[a + 1 : b]) for a, b in pairwise((-1, *places)))
    return several and titled and between


def _counters(lines: Sequence[Line]) -> set[int]:
    """Return the numbers that stand alone over a title each, and count them from one."""
    bare = {i: line.text.strip(" .、)）") for i, line in enumerate(lines) if len(line.text) <= _DIGITS}
    alone = [i for i, text in bare.items() if text.isdecimal() and _is_over_head(lines, i + 1)]
    numbers = [int(bare[i]) for i in alone]
    return set(alone) if len(alone) > 1 and numbers == list(range(1, len(alone) + 1)) else set()


def _is_over_head(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a title stands at ``i``, no sentence and no name, and a date or a byline soon under it."""
    line = lines[i] if i < len(lines) else None
    if line is None or line.kind not in CONTENT or not is_title(line) or is_said(line) or signed(line.text):
        return False
    for under in lines[i + 1 : i + _SOON]:
        if under.kind in _META:
            return True
        if under.kind == "prose" and under.weight > 45:  # noqa: PLR2004 - words of a dek
            return False
    return False
