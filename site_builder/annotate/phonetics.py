"""pypinyin's tables of readings, without the rest of pypinyin.

Input: its file of phrases as text, for compiling an index. Output: readings of characters and of phrases as pypinyin
writes them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping

_JSON = json.JSONDecoder()
_BETWEEN = "{},: \n\r\t"


def characters() -> Mapping[int, str]:
    """Return the readings of characters by code point, likeliest first, between commas."""
    # Read when pypinyin loads: its phrases, a fifth of a second and 45 MB, are for its own segmenter.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - lazy: a warm build never comes here

    return pinyin_dict


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
