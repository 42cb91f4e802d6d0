"""Where articles begin: the head blocks (category, title, dek, byline, date) of a text scrape.

Input: lines with their kinds. Output: heads, in order, each with the evidence it was found by.
A head is found by what stands *around* a title: a byline or a date below it, prose after that, and above it the
top of the page, furniture, a category or the end of another article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_builder.clean.lines import Line
from site_builder.clean.names import is_person

_META = frozenset({"date", "byline", "stamp"})
_BETWEEN = _META | {"line", "rule"}
_LOUD = ("?", "？", "!", "！")


@dataclass(frozen=True, slots=True)
class Head:
    """A head as indices into the lines: ``[first, end)`` is the block, ``names`` are lines that are a name alone."""

    title: int
    first: int
    end: int
    dek: int | None = None
    category: int | None = None
    meta: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()


def find_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the heads of all articles and teasers in ``lines``."""
    heads: list[Head] = []
    floor = position = 0
    while (meta := _next_meta(lines, position)) is not None:
        head = _head_at(lines, meta, floor)
        if head is None:
            position = _late_byline(lines, meta, heads) + 1
            continue
        heads.append(head)
        floor = position = head.end
    return tuple(heads)


def _next_meta(lines: Sequence[Line], start: int) -> int | None:
    return next((i for i in range(start, len(lines)) if lines[i].kind in _META), None)


def _late_byline(lines: Sequence[Line], meta: int, heads: list[Head]) -> int:
    """Give a byline that stands under the first paragraph to the head above it."""
    near = heads and lines[meta].kind == "byline" and heads[-1].end == meta - 1
    if near:
        heads[-1] = replace(heads[-1], meta=(*heads[-1].meta, meta))
    return meta


def _head_at(lines: Sequence[Line], meta: int, floor: int) -> Head | None:
    """Return the head whose first dating or naming line is ``meta``; nothing above ``floor`` may belong to it."""
    above, names = _above(lines, meta, floor)
    picked = _pick(lines, above, at_floor=bool(floor) and (above[0] if above else meta) == floor)
    if picked is None:
        return None
    title, dek, category, why = picked
    end, below, more = _below(lines, meta)
    if not _prose_follows(lines, end) and not why:
        return None
    first = min(i for i in (title, category) if i is not None)
    return Head(title, first, end, dek, category, below, (*names, *more), (*why, _describe(lines[meta])))


def _describe(line: Line) -> str:
    return f"{line.kind} in line {line.number}"


def _above(lines: Sequence[Line], meta: int, floor: int) -> tuple[list[int], list[int]]:
    """Return the lines over a head's meta line that may be category, title and dek, and those that are names."""
    found: list[int] = []
    names: list[int] = []
    for i in range(meta - 1, floor - 1, -1):
        line = lines[i]
        if line.kind == "short" and not found and is_person(line.text) and _worth_naming(lines, i, floor):
            names.append(i)
        elif line.kind in {"short", "prose"} and len(found) < 4:  # noqa: PLR2004 - category, title, dek and one over
            found.insert(0, i)
        elif line.kind == "line" and not found and meta - i <= 3:  # noqa: PLR2004 - share buttons under a title
            continue
        else:
            break
    return found, names


def _worth_naming(lines: Sequence[Line], i: int, floor: int) -> bool:
    """Tell whether a line that looks like a name has a better title above it."""
    return i - 1 >= floor and lines[i - 1].kind in {"short", "prose"} and lines[i - 1].weight > lines[i].weight


def _pick(
    lines: Sequence[Line], above: list[int], *, at_floor: bool
) -> tuple[int, int | None, int | None, tuple[str, ...]] | None:
    """Choose title, dek and category among the lines above; the last value is what speaks for a head here."""
    if not above:
        return None
    at = [lines[i] for i in above]
    tops = [i for i, line in zip(above, at, strict=True) if _is_category(line)]
    bounded = above[0] == 0 or lines[above[0] - 1].kind not in {"short", "prose"}
    nearest = above[-1]
    second = above[-2] if len(above) > 1 else None
    if at_floor and at[-1].kind == "prose" and second is None:
        return None
    if second is not None and _is_pair(lines, above, bounded=bounded and not at_floor):
        title, dek = second, nearest
    elif at[-1].kind == "prose" and not (bounded or second in tops):
        return None
    else:
        title, dek = nearest, None
    if not _is_title(lines[title]):
        return None
    over = above[: above.index(title)]
    category = over[-1] if over and over[-1] in tops else None
    why = ["a category above the title"] if category is not None else []
    if bounded and not at_floor and len(over) <= (category is not None):
        why.append("something else ends above it")
    return title, dek, category, tuple(why)


def _is_pair(lines: Sequence[Line], above: list[int], *, bounded: bool) -> bool:
    """Tell whether the two lines nearest to the meta line are a title and its dek."""
    title, dek = lines[above[-2]], lines[above[-1]]
    if _is_category(title) and not (len(above) > 2 and _is_category(lines[above[-3]])):  # noqa: PLR2004 - a third line
        return False
    third = lines[above[-3]] if len(above) > 2 else None  # noqa: PLR2004 - a third line
    framed = (third is None and bounded) or (third is not None and _is_category(third))
    if title.kind == "prose":
        return framed and title.weight <= 25 and dek.weight >= 4  # noqa: PLR2004 - words of a headline
    if dek.kind == "prose":
        return True
    return framed or (third is not None and third.kind == "prose") or dek.weight > 1.2 * title.weight


def _is_category(line: Line) -> bool:
    return line.kind == "short" and line.weight <= 3.5 and not line.ends  # noqa: PLR2004 - "Media Watch", "China & Asia"


def _is_title(line: Line) -> bool:
    return 1 < line.weight <= 40 and not line.text.endswith((":", "：", ",", "，", ";"))  # noqa: PLR2004 - words of a headline


def _below(lines: Sequence[Line], meta: int) -> tuple[int, tuple[int, ...], list[int]]:
    """Return where the head ends, its meta lines, and names that stand among them."""
    i, found, names = meta, [], []
    while i < len(lines):
        line = lines[i]
        if line.kind in _META:
            found.append(i)
        elif line.kind == "short" and is_person(line.text) and i + 1 < len(lines) and lines[i + 1].kind in _META:
            names.append(i)
        elif line.kind not in _BETWEEN:
            break
        i += 1
    return i, tuple(found), names


def _prose_follows(lines: Sequence[Line], start: int) -> bool:
    """Tell whether the article's prose begins within two lines; a caption or a heading may stand before it."""
    seen = [line for line in lines[start : start + 6] if line.kind in {"short", "prose"}][:3]
    return any(line.kind == "prose" for line in seen[:2])
