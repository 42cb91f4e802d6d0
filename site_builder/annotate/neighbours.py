"""Tells the readings of a character apart by what stands right beside it.

Input: the rows of a character from ``data/neighbours.tsv``, what stands before and behind it. Output: its reading, or
None where nothing tells: 藏 is cáng before what becomes of the thing hidden (藏在), Zàng behind what one does to or
with Tibet (驻藏, 汉藏).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

NUMERALS = frozenset("一二三四五六七八九十百千万亿两几数半〇零0123456789０１２３４５６７８９")
_NUMBER, _OF_DEGREE = "#", "+++"
_DEGREE = ("很", "太", "更", "最", "极", "较", "够", "么", "越", "又", "真", "挺", "不", "非常", "十分", "特别", "有多")


class Side(NamedTuple):
    """What may stand on one side: one of ``words``, or a numeral; nothing is asked for where there is neither."""

    words: tuple[str, ...]
    number: bool


class Row(NamedTuple):
    """A reading, and what must stand on both sides of it."""

    reading: str
    before: Side
    behind: Side


def rows(text: str) -> tuple[Row, ...]:
    """Return rows from ``zhong4/# 双/`` and the like, between bars."""
    return tuple(Row(one, _side(before), _side(behind)) for one, before, behind in map(_columns, text.split("|")))


def _columns(row: str) -> tuple[str, str, str]:
    reading, before, behind = row.split("/")
    return reading, before, behind


def _side(asked: str) -> Side:
    words = asked.split()
    plain = tuple(one for one in words if one not in {_NUMBER, _OF_DEGREE})
    return Side(plain + (_DEGREE if _OF_DEGREE in words else ()), _NUMBER in words)


def reading(known: Iterable[Row], before: str, behind: str) -> str | None:
    """Return the reading by the first row that holds between these texts, None where none does."""
    return next(
        (row.reading for row in known if _meets(row.before, before, -1) and _meets(row.behind, behind, 0)), None
    )


def _meets(side: Side, text: str, nearest: int) -> bool:
    if not side.words and not side.number:
        return True
    if side.number and text and text[nearest] in NUMERALS:
        return True
    return text.startswith(side.words) if nearest == 0 else text.endswith(side.words)
