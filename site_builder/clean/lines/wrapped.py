"""Undoes hard line breaks: text that was set to a width, as e-mail and terminals do.

Input: physical lines. Output: runs of lines that are one paragraph, where the text shows that it was wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from unicodedata import east_asian_width

Measure = Callable[[str], int]
_NARROWEST, _WIDEST = 40, 110  # columns that people wrap text to
_FEWEST = 6  # pairs of lines from which a habit can be told
_HABIT = 0.5  # share of pairs of lines that must look wrapped
_INDENT = re.compile(r"(?: {2,}|\t|　)\S")
_WORD = re.compile(r"\s*(\S+)")
_RULER = re.compile(r"[\W_]{3,}")
_ADDRESS = re.compile(r"https?://\S+$")
_OPEN = re.compile(r"[.!?。！？:：]['\"”’」』）)]*$")


def join_wrapped(physical: Sequence[str]) -> list[tuple[int, str]]:
    """Return paragraphs with the 1-based number of their first line; blank lines stay, as empty texts."""
    indented = _indents(physical)
    measure, width = _habit(physical, indented)
    found: list[tuple[int, str]] = []
    before = ""
    for number, raw in enumerate(physical, 1):
        begins = indented and _INDENT.match(raw) is not None
        runs_on = width and not begins and before.strip() and raw.strip() and not _is_apart(before, raw)
        if runs_on and _is_broken(before, raw, width, measure):
            first, text = found[-1]
            found[-1] = first, _glue(text, raw.strip())
        else:
            found.append((number, raw))
        before = raw
    return found


def _indents(physical: Sequence[str]) -> bool:
    """Tell whether paragraphs are indented: some lines are, most are not."""
    lines = [line for line in physical if line.strip()]
    count = sum(_INDENT.match(line) is not None for line in lines)
    return _FEWEST <= count <= _HABIT * len(lines)


def _habit(physical: Sequence[str], indented: bool) -> tuple[Measure, int]:
    """Return how the width of a text was measured, and that width, or 0 where the text was not wrapped.

    Programs count columns, where a wide character takes two, or characters: the one is told by more broken lines.
    Lines with addresses do not tell: nobody breaks one.
    """
    pairs = [(one, two) for one, two in pairwise(physical) if one.strip() and two.strip()]
    pairs = [(one, two) for one, two in pairs if not (indented and _INDENT.match(two))]
    told = [raw.rstrip() for raw in physical if any(map(str.isalpha, raw)) and "://" not in raw]  # no rulers
    found: list[tuple[int, Measure, int]] = []
    for measure in _MEASURES:
        lengths = sorted(map(measure, told))
        width = lengths[-1 - len(lengths) // 50] if lengths else 0
        broken = sum(_is_broken(one, two, width, measure) and not _OPEN.search(one.strip()) for one, two in pairs)
        if _NARROWEST <= width <= _WIDEST and len(pairs) >= _FEWEST and broken >= _HABIT * len(pairs):
            found.append((broken, measure, width))
    _, measure, width = max(found, key=lambda one: one[0], default=(0, columns, 0))
    return measure, width


def _is_apart(line: str, following: str) -> bool:
    """Tell whether a ruler parts two lines, or an address: what leads to it has ended, or what follows it begins."""
    if _RULER.fullmatch(line) or _RULER.fullmatch(following):
        return True
    led = _ADDRESS.fullmatch(following.strip()) is not None and _OPEN.search(line.strip()) is not None
    return led or (_ADDRESS.search(line.rstrip()) is not None and not following.strip()[0].islower())


def _is_broken(line: str, following: str, width: int, measure: Measure) -> bool:
    """Tell whether a line was broken for its length: the next word would not have fitted."""
    word = _WORD.match(following)
    first = word[1] if word else ""
    wide = east_asian_width(first[:1] or " ") in "WF"
    return measure(line.rstrip()) + (measure(first[:1]) if wide else 1 + measure(first)) > width


def _glue(text: str, more: str) -> str:
    wide = east_asian_width(text[-1:] or " ") in "WF" and east_asian_width(more[:1] or " ") in "WF"
    return text + more if wide else f"{text} {more}"


def _characters(text: str) -> int:
    return len(text)


def columns(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes: wide characters take two."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


_MEASURES: tuple[Measure, ...] = (columns, _characters)
