"""pypinyin's tables of readings, without the rest of pypinyin.

Input: none. Output: readings of characters and of phrases as pypinyin writes them. Imported late: only what mines
romanisations or compiles an index comes here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence


def characters() -> Mapping[int, str]:
    """Return the readings of characters by code point, likeliest first, between commas."""
    _alone()
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - lazy: a warm build never comes here

    return pinyin_dict


def phrases() -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the readings of phrases, a column a character."""
    _alone()
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 - lazy: for compiling an index only

    return phrases_dict


def _alone() -> None:
    """Tell pypinyin, before it loads, to load no phrases for its own segmenter: a fifth of a second and 45 MB."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
