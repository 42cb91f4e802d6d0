"""What counts as a Chinese character here, and where runs of them stand.

Input: text. Output: spans in code points. One definition for all rooms: the ideographs of
Unicode's CJK blocks and U+3007 (〇), as pypinyin and the Unihan database take them.
"""

from __future__ import annotations

import re

from site_builder.model.text import Span

HANZI = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The inside of a regular-expression character class: one Hanzi is one code point matched by it."""

_HANZI = re.compile(f"[{HANZI}]")
HANZI_ONLY = re.compile(f"[{HANZI}]+")
"""Matches a run of Chinese characters; its ``fullmatch`` tells text that is nothing else."""


def has_hanzi(text: str) -> bool:
    """Tell whether ``text`` has at least one Chinese character."""
    return _HANZI.search(text) is not None


def hanzi(text: str) -> list[str]:
    """Return the Chinese characters of ``text``, in order."""
    return _HANZI.findall(text)


def runs(text: str) -> list[Span]:
    """Return the unbroken runs of Chinese characters in ``text``, in order."""
    return [Span(*found.span()) for found in HANZI_ONLY.finditer(text)]
