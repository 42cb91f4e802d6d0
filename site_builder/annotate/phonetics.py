"""pypinyin's tables of readings, without the rest of pypinyin.

Input: the files of its package; that of phrases is handed in as text, for compiling an index. Output: readings of
characters and of phrases as pypinyin writes them.

To import pypinyin takes 35 ms and its tables of characters 5 MB; a build after an edit asks for a hundred of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec

_JSON = json.JSONDecoder()
_BETWEEN = "{},: \n\r\t"


def readings(character: str) -> list[str]:
    """Return the readings of a character, likeliest first; none where pypinyin knows none."""
    table, code = _table(), ord(character)
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", start)
        found, read = _row(table[start:end])
        if found == code:
            return read
        low, high = (end + 1, high) if found < code else (low, start)
    return []


def characters() -> dict[str, list[str]]:
    """Return the readings of all characters, likeliest first."""
    return {chr(code): read for code, read in map(_row, _table().splitlines())}


@cache
def _table() -> bytes:
    """Return the lines of ``pinyin_dict.json`` for characters, one each, by code point: ``"30343": "bái,bó",``.

    They are looked for among the bytes: in a list they would take 4 MB of each worker.
    """
    found = find_spec("pypinyin")  # does not import it; its loader reads the data of the package as it reads modules
    if found is None or not isinstance(found.loader, SourceFileLoader) or not found.submodule_search_locations:
        msg = "pypinyin is not installed"
        raise ModuleNotFoundError(msg)
    data = found.loader.get_data(f"{found.submodule_search_locations[0]}/pinyin_dict.json")
    return data[data.index(b'"') : data.rindex(b"}")]


def _row(line: bytes) -> tuple[int, list[str]]:
    _, code, _, spelled, *_ = line.decode().split('"')
    return int(code), spelled.split(",")


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
