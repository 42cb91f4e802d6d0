"""Notes at the foot of an article, tied to their marks in its text.

Input: texts and notes as they stand. Output: which mark belongs to which note, and what had to be repaired.
Scrapes lose and change marks (``**`` in the text, ``*`` at the foot): what does not match exactly is matched in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.clean.lines.line import note_mark, weigh

_MARK = re.compile(
    r"(?<=[^\s*(\[“‘（])(\*{1,4}|[†‡§]{1,3}|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]+|[①-⑳])(?=[\s,.;:!?)，。；：！？、）”’\"'—–]|$)"
)
_RUNNING = 6  # words: a mark stands in a sentence; shorter lines with stars are masked names ("Wang**")


@dataclass(frozen=True, slots=True)
class Tie:
    """A mark ``[start, end)`` in the text with index ``text`` that belongs to the note with index ``note``."""

    text: int
    start: int
    end: int
    note: int


def tie_notes(texts: Sequence[str], notes: Sequence[str]) -> tuple[tuple[Tie, ...], tuple[str, ...]]:
    """Return the ties between marks in ``texts`` and ``notes``, in the order of the marks, and the repairs made."""
    signs = [note_mark(note) for note in notes]
    families = {_family(sign) for sign in signs}
    marks = [
        (i, found.start(1), found.end(1), found[1])
        for i, text in enumerate(texts)
        if weigh(text) >= _RUNNING
        for found in _MARK.finditer(text)
        if _family(found[1]) in families
    ]
    pairs: list[tuple[int, int]] = []
    for sign in dict.fromkeys(signs):
        at, to = (
            [k for k, mark in enumerate(marks) if mark[3] == sign],
            [k for k, one in enumerate(signs) if one == sign],
        )
        if len(at) == len(to):
            pairs += zip(at, to, strict=True)
    loose_marks = [k for k in range(len(marks)) if k not in {pair[0] for pair in pairs}]
    loose_notes = [k for k in range(len(notes)) if k not in {pair[1] for pair in pairs}]
    mended = [
        (m, n) for m, n in zip(loose_marks, loose_notes, strict=False) if _family(marks[m][3]) == _family(signs[n])
    ]
    repairs = tuple(
        f"footnote mark {marks[m][3]} in the text tied to the note marked {signs[n]}"
        for m, n in mended
        if marks[m][3] != signs[n]
    )
    ties = (Tie(*marks[m][:3], n) for m, n in sorted(pairs + mended))
    return tuple(ties), repairs


def _family(sign: str) -> str:
    if sign[:1] == "[":
        return sign
    return "†" if sign[:1] in "†‡§" else "*" if sign[:1] == "*" else sign
