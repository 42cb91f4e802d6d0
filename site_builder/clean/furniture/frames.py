"""Heads told by what comes back: a page of several articles sets each of them into the same frame.

Input: lines with their kinds. Output: heads, in order; none where nothing comes back. A line of the frame has the same
shape over every article, whatever the words are that change in it: ``Canal Ledger by Ada Quill / 2d // hide`` over one,
``Canal Ledger by Bo Lindqvist / 3d // hide`` over the next. Text runs from each to the next, something else than text
ends over each, and a title stands at the same place beside each, another one every time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from site_builder.clean.lines.head_block import META, Head, read_block
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT, is_category, is_said, is_title
from site_builder.clean.words.dates import without_dates
from site_builder.clean.words.names import signed
from site_builder.clean.words.picture_words import credits_picture

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_ENDS, _SHARE = 2, 0.6  # tokens at an end of a line that make its shape, and the share of all that comes back
_LONGEST = 120  # characters of such a line
_FEWEST = 3  # tokens of a line that has a shape
_TEXT = 60.0  # words of running text between a line of the frame and the next
_UP, _DOWN = 4, 3  # lines over and under the frame's line where the title may stand
_NEAR = 8  # lines from the frame's line to the text
_DEK = 45.0  # words
_FRAME = frozenset({"short", "line", "stamp", "label"})


def framed_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the heads beside the lines of the page's frame: of the frame that holds most articles."""
    best: tuple[Head, ...] = ()
    again = {text for text, count in Counter(line.text for line in lines).items() if count > 1}
    for places in _recurring(lines):
        heads = _heads(lines, places, again) if len(places) > len(best) else ()
        best = heads if len(heads) > len(best) else best
    return best


def _recurring(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of lines of one shape that have text between them, and after the last."""
    told = [0.0]
    for line in lines:
        told.append(told[-1] + (line.weight if line.kind == "prose" else 0.0))
    shapes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if line.kind in _FRAME and not line.ends and not line.level and not credits_picture(line.text):
            for shape in shapes_of(line.text):
                shapes[shape].append(i)
            if i + 1 < len(lines) and lines[i + 1].kind == "prose" and signed(line.text):
                shapes["name",].append(i)
    for places in shapes.values():
        bounds = pairwise((*places, len(lines)))
        varied = len({lines[i].text for i in places}) > 1
        if len(places) > 1 and varied and all(told[b] - told[a] >= _TEXT for a, b in bounds):
            yield places


@lru_cache(4096)
def shapes_of(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what a short line may have in common with others: its first or its last words, if they are most of it."""
    return tuple(_shapes(text)) if len(text) <= _LONGEST else ()


def _shapes(text: str) -> Iterator[tuple[str, ...]]:
    """Yield what a line may have in common with others: its first or its last words, if they are most of it."""
    tokens = ["0" if token.isdigit() else token for token in _TOKEN.findall(without_dates(text).casefold())]
    if len(tokens) < _FEWEST:
        return
    yield "=", *tokens
    for size in range(_ENDS, len(tokens)):
        if size >= _SHARE * len(tokens):
            yield "^", str(len(tokens)), *tokens[:size]
            yield "$", str(len(tokens)), *tokens[-size:]
    if len(tokens) > 2 * _ENDS:
        yield "^$", *tokens[:_ENDS], *tokens[-_ENDS:]


def come_back(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Tell whether the lines at ``places`` have one shape, as no titles of several articles have."""
    shapes = [{*shapes_of(lines[i].text)} for i in places]
    return len(shapes) > 1 and bool(set.intersection(*shapes))


def _heads(lines: Sequence[Line], places: Sequence[int], again: Set[str]) -> tuple[Head, ...]:
    """Return the heads beside ``places``, where a title stands at the same place beside each."""
    if not all(_text_begins(lines, i) for i in places):
        return ()
    texts = {lines[i].text for i in places}
    up, down = range(-1, -_UP - 1, -1), range(1, _DOWN + 1)
    fits = [at for at in (*up, *down) if _are_titles(lines, [i + at for i in places])]
    over = [at for at, fit in zip(up, fits, strict=False) if at == fit]
    at = over[-1] if over else next(iter(fits), 0)
    apart = all(_is_apart(lines, min(i, i + at), again) or signed(lines[i].text) for i in places[1:])
    if not at or not apart or len(texts) < len(places) - 1:
        return ()
    return tuple(_head(lines, i + at, i, dek=i + at + 1 if len(over) > 1 else None) for i in places)


def _text_begins(lines: Sequence[Line], i: int) -> bool:
    """Tell whether running text begins soon after a line."""
    return any(line.kind == "prose" for line in lines[i + 1 : i + _NEAR])


def _is_apart(lines: Sequence[Line], i: int, again: Set[str]) -> bool:
    """Tell whether something else than text ends over a head: furniture, or a line that comes back word for word."""
    over = lines[i - 1]
    return over.kind not in CONTENT or over.text in again


def _are_titles(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Tell whether a title stands at each of ``places``, another one each time."""
    if places[0] < 0 or places[-1] >= len(lines):
        return False
    found = [lines[i] for i in places]
    return all(map(_may_be_title, found)) and len({line.text for line in found}) == len(found)


def _may_be_title(line: Line) -> bool:
    other = is_said(line) or is_category(line) or bool(signed(line.text))
    return line.kind in CONTENT and is_title(line) and not other


def _head(lines: Sequence[Line], title: int, frame: int, dek: int | None) -> Head:
    """Return the head of a title beside a line of the frame; dates and names stand under both."""
    start = max(title, frame, dek or 0) + 1
    block = read_block(lines, start)
    meta = (*(i for i in range(min(title, frame), start) if lines[i].kind in META), *block.meta)
    names = (frame, *block.names) if signed(lines[frame].text) else block.names
    evidence = (f"a line like line {lines[frame].number} stands beside each title",)
    meta = meta if frame in (*meta, *names) else (frame, *meta)
    return Head(title, min(title, frame), block.end, dek, None, (), meta, names, evidence)
