"""Front matter of Markdown: over a file, and over each article of a file that holds several.

Input: the lines of a file. Output: where front matter stands, and its keys as labelled lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.clean.lines.line import Line, make_line

FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_KEY = re.compile(r"([A-Za-z_-]+)\s*:(?:\s+|$)(.*)")
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*")
_TITLE_KEYS = frozenset({"title", "headline"})
_LONGEST = 80  # lines


def fronts(text: str, physical: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where front matter stands: over the file, and over each article of a file that holds several."""
    front = FRONT.match(text)
    at = text.count("\n", 0, front.end()) if front else 0
    if front:
        yield 0, at
    while at < len(physical):
        end = _end(physical, at) if at and not physical[at - 1].strip() else 0
        if end:
            yield at, end
        at = end or at + 1


def _end(physical: Sequence[str], start: int) -> int:
    """Return the line after the front matter that opens at ``start``, or 0 where none does: it has a title."""
    if physical[start].rstrip() != "---":
        return 0
    keys: set[str] = set()
    for i, raw in enumerate(physical[start + 1 : start + _LONGEST], start + 1):
        if _FENCE.fullmatch(raw):
            return i + 1 if keys & _TITLE_KEYS else 0
        pair = _KEY.match(raw)
        if pair is None and not (keys and raw[:1] in {" ", "-"}):
            return 0
        keys |= {pair[1].lower()} if pair else set()
    return 0


def front_lines(physical: Sequence[str], start: int, end: int) -> Iterator[Line]:
    """Yield the keys of front matter as labelled lines; the items of a list join the line of their key."""
    key, number = "", 0
    items: list[str] = []
    for i, raw in enumerate(physical[start:end], start + 1):
        pair = re.match(r"([A-Za-z_-]+)\s*:\s*(.*)", raw)
        if pair or raw.startswith("---"):
            if key:
                yield _label(make_line(number, f"{key}: {', '.join(items)}", 0))
            key, number, items = (pair[1], i, [_unquoted(pair[2])] if pair[2] else []) if pair else ("", 0, [])
        elif raw.strip().startswith("- ") or (key and raw.strip()):
            items.append(_unquoted(raw.strip().removeprefix("- ")))


def _label(line: Line) -> Line:
    """Return a key as a label of the head, also where nobody knows it."""
    known = line.kind in {"label", "date", "byline", "stamp"}
    return line if known else replace(line, kind="label", rule="filing")


def _unquoted(value: str) -> str:
    value = value.strip()
    value = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
    value = value.strip("[]")
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
