"""pypinyin's tables of readings, without the rest of pypinyin.

Input: the files of its package; that of phrases is handed in as text, for compiling an index. Output: readings of
characters and of phrases as pypinyin writes them.

To import pypinyin takes 35 ms and its tables of characters 5 MB; a build after an edit asks for a hundred of them.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_JSON = json.JSONDecoder()
_BETWEEN = "{},: \n\r\t"


def readings(character: str) -> list[str]:
    """Return the readings of a character, likeliest first; none where pypinyin knows none."""
    rows, code = _rows(), ord(character)
    at = bisect_left(rows, code, key=_code)
    return _row(rows[at])[1] if at < len(rows) and _code(rows[at]) == code else []


def characters() -> dict[str, list[str]]:
    """Return the readings of all characters, likeliest first."""
    return dict(map(_row, _rows()))


@cache
def _rows() -> list[str]:
    """Return the rows of ``pinyin_dict.json``, one a character, by code point: ``"30343": "bái,bó",``."""
    found = find_spec("pypinyin")  # does not import it
    places = found.submodule_search_locations if found is not None else None
    if not places:
        msg = "pypinyin is not installed"
        raise ModuleNotFoundError(msg)
    return Path(places[0], "pinyin_dict.json").read_text(encoding="utf-8").splitlines()[1:-1]


def _code(row: str) -> int:
    return int(row[1 : row.index('"', 1)])


def _row(row: str) -> tuple[str, list[str]]:
    _, code, _, spelled, *_ = row.split('"')
    return chr(int(code)), spelled.split(",")


def phrases(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each phrase of ``phrases_dict.json`` and the first reading of each character, one by one: they are many."""
    at = _next(table, 0)
    while at < len(table):
        phrase, at = _JSON.raw_decode(table, at)
        columns, at = _JSON.raw_decode(table, _next(table, at))
        yield phrase, [column[0] for column in columns]
        at = _next(table, at)


def _next(table: str, at: int) -> int:
    """Return where the next value begins."""
    while table[at : at + 1] and table[at] in _BETWEEN:
        at += 1
    return at
