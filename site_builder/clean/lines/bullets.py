"""Lists in plain text: lines in a row that begin with a bullet, or with numbers that count up.

Input: the lines of an article that are body text, in order. Output: which of them are items, and how long their marks
are. One line alone is no list: a dash may open a remark, a number a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BULLET = re.compile(r"([•●○◦▪■◆◇►➤‣⁃·])\s*(?=\S)|([-*+])\s+(?=\S)")
_NUMBER = re.compile(r"([1-9]\d{0,2})\.\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Item:
    """The item of a list: how Markdown marks it, how many characters of the line are its mark, whether it is first."""

    mark: str
    cut: int
    first: bool


def find_items(texts: Sequence[str]) -> dict[int, Item]:
    """Return the lines that are items, by their index; "" stands for a line that can be none, and ends a list."""
    found: dict[int, Item] = {}
    for run in _runs(texts):
        if len(run) > 1:
            found |= {i: Item(mark, cut, i == run[0][0]) for i, mark, cut in run}
    return found


def _runs(texts: Sequence[str]) -> Iterator[list[tuple[int, str, int]]]:
    """Yield the runs of lines whose marks go on from one to the next: (index, mark in Markdown, length of the mark)."""
    run: list[tuple[int, str, int]] = []
    expected = ""
    for i, text in enumerate(texts):
        kind, following, mark, cut = _read(text)
        if kind != expected or not kind:
            yield run
            run = []
        if kind:
            run.append((i, mark, cut))
        expected = following
    yield run


def _read(text: str) -> tuple[str, str, str, int]:
    """Return what a line's mark is, what the next line's must be, the mark in Markdown, and its length."""
    if bullet := _BULLET.match(text):
        sign = bullet[1] or bullet[2]
        return sign, sign, "-", bullet.end()
    if number := _NUMBER.match(text):
        return f"{number[1]}.", f"{int(number[1]) + 1}.", f"{number[1]}.", number.end()
    return "", "", "", 0
