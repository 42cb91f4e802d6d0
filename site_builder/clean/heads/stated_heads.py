"""Heads that say what they are: by labels, by the level of a heading, by what closes each text.

Input: lines with their kinds. Output: heads, in order; none where the scrape has no such heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.heads.head_points import prose_follows
from site_builder.clean.heads.order import closings
from site_builder.clean.lines.head_block import META, Head, read_block
from site_builder.clean.lines.line import Line, unlabelled
from site_builder.clean.lines.roles import CONTENT, is_bracketed, is_category, is_said, is_statement, is_title
from site_builder.clean.words.dates import find_date
from site_builder.clean.words.names import closing_name, signed

_TEASER = 45.0  # words of the longest dek
_SALUTATION = re.compile(r"[,，:：–—-]$")
_COUNTS = re.compile(r"(?:1|一|（一）|\(1\))\s*[.、．)）:：]")
_SOON = 4  # lines
_FACT = re.compile(r"[^\W\d_]{3,20}[:：] ?\S")
_WRAPPED = 25  # lines between a label and the title again
_FACTS = frozenset({"date", "byline"})
_NEAR = 5  # lines over a labelled title that can be its newspaper, its day and its edition


def labelled_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return heads whose title has a label (``标题：…``); the lines around it that carry labels or dates are theirs."""
    found: list[Head] = []
    for i, line in enumerate(lines):
        if line.kind == "label" and line.rule == "title":
            floor = found[-1].end if found else 0
            first = _first_fact(lines, i, floor)
            if (inner := _inner(lines, i)) is not None:
                found.append(replace(inner, first=first))
                continue
            block = read_block(lines, i + 1)
            meta = (*(k for k in range(first, i) if lines[k].kind in META), *block.meta)
            title = _posted(lines, first, i, floor)
            found.append(
                Head(
                    title,
                    min(first, title),
                    block.end,
                    meta=meta,
                    names=block.names,
                    evidence=(f"label in line {line.number}",),
                )
            )
    return tuple(found)


def _posted(lines: Sequence[Line], first: int, label: int, floor: int) -> int:
    """Return the title over a labelled one that says it and more: the article is posted with its column's name."""
    said = unlabelled(lines[label].text)
    over = range(max(floor, min(first, label - _NEAR)), label)
    return next((i for i in over if lines[i].kind in CONTENT and lines[i].text.endswith(said)), label)


def _inner(lines: Sequence[Line], label: int) -> Head | None:
    """Return the head of an article that a letter or a reader's program wraps: its title again, dated or signed."""
    said = unlabelled(lines[label].text)
    for i in range(label + 1, min(len(lines), label + _WRAPPED)):
        if lines[i].kind == "label" and lines[i].rule == "title":
            return None
        text = lines[i].text
        same = said.startswith(text) or said.endswith(text)
        if lines[i].kind in CONTENT and same and 2 * len(text) >= len(said) and _is_dated(lines, i):
            head = _head_of_level(lines, i)
            return replace(head, meta=(*head.meta, *_outer_facts(lines, label, i, head)))
    return None


def _outer_facts(lines: Sequence[Line], label: int, title: int, head: Head) -> list[int]:
    """Return what the wrapping says that the article does not: its address, and a day or a name where it has none."""
    kinds = {lines[i].kind for i in head.meta}
    near = range(max(0, label - _NEAR), title)
    return [
        i for i in near if i != label and lines[i].kind in META and (lines[i].kind == "label" or not kinds & _FACTS)
    ]


def _first_fact(lines: Sequence[Line], title: int, floor: int) -> int:
    """Return where the head of a labelled title begins: facts stand over it, or its newspaper and its day."""
    first = title
    while first > floor and lines[first - 1].kind in META:
        first -= 1
    top = first
    while top > max(floor, first - _NEAR) and (lines[top - 1].kind == "date" or _is_bare(lines[top - 1])):
        top -= 1
    days = [i for i in range(top, first) if lines[i].kind == "date"]
    return (top if top == floor or lines[top - 1].kind not in CONTENT else days[0]) if days else first


def _is_bare(line: Line) -> bool:
    return line.kind == "short" and not line.ends


def levelled_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return heads marked as headings: several of the first level, or one alone, or several that have bylines.

    Headings of the first level over them, with hardly a text of their own, are the names of the site and of its page.
    """
    tops = [i for i, line in enumerate(lines) if line.level == 1]
    headings = [i for i, line in enumerate(lines) if line.level > 1 and i + 1 < len(lines)]
    dated = [i for i in headings if _is_dated(lines, i)]
    dated = _over_deks(lines, [i for i in dated if lines[i].level == lines[dated[0]].level])
    named = len(dated) > 1 and not any(_is_dated(lines, i) for i in tops)
    over = lines[min([*tops, *dated]) : dated[0]] if dated else ()
    named = named and sum(line.weight for line in over if line.kind == "prose") <= _TEASER
    titles = tops if tops and not named else dated if len(dated) > 1 else []
    return _with_sections(lines, tuple(_head_of_level(lines, i) for i in titles))


def _over_deks(lines: Sequence[Line], dated: list[int]) -> list[int]:
    """Return the dated headings, or the higher ones right over each of them: then these are their deks."""
    over = [i - 1 for i in dated if i and 0 < lines[i - 1].level < lines[i].level and not is_category(lines[i - 1])]
    titles = {lines[i].text for i in over}
    return over if len(dated) > 1 and len(titles) == len(over) == len(dated) else dated


def _with_sections(lines: Sequence[Line], heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """Return heads with the names of sections over them, where each but perhaps the first has one."""
    over = [head.title - 1 if _has_section(lines, head) else None for head in heads]
    if len(heads) < 2 or None in over[1:]:  # noqa: PLR2004 - one alone may be the last line of something else
        return heads
    return tuple(
        head if i is None else replace(head, first=min(i, head.first), category=i)
        for head, i in zip(heads, over, strict=True)
    )


def _has_section(lines: Sequence[Line], head: Head) -> bool:
    """Tell whether the name of a section stands over a heading, and no text over that."""
    i = head.title - 1
    named = i >= 0 and is_category(lines[i]) and not (lines[i].level or signed(lines[i].text))
    return named and (i == 0 or lines[i - 1].kind not in CONTENT or bool(lines[i - 1].level))


def _is_dated(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a date or a byline stands right under a heading, or under the line of a dek there."""
    i += i + 1 < len(lines) and lines[i + 1].kind == "rule"  # which underlines it
    below = lines[i + 1 : i + 3]
    dek = len(below) > 1 and below[0].kind in CONTENT and not below[0].level and below[0].weight <= _TEASER
    return any(line.kind in {"date", "byline"} for line in below[: 1 + dek])


def closed_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return heads that are a title each, where dates and names stand under the texts."""
    ends = closings(lines)
    found: list[Head] = []
    for (_, start), (stop, end) in pairwise(((0, 0), *ends)):
        at = next((i for i in range(start, end) if _heads_letter(lines, i, end, first=start == 0)), end)
        top = at - 1 if at > start and is_bracketed(lines[at - 1]) else at
        if at == end or (start and top != next(i for i in range(start, end) if lines[i].kind in CONTENT)):
            return ()
        at, dek = _with_dek(lines, at) if start == 0 and top == at else (at, None)
        named = dek is None and bool(signed(lines[at + 1].text)) and lines[at + 1].kind == "short"
        names = (at + 1,) if named else _closing_names(lines, at + 1, end)
        why = ("signed or dated under its text",)
        section = top if top < at else None
        found.append(
            Head(at, min(at, top), (dek or at) + 1 + named, dek, section, names=names, evidence=why, stop=stop)
        )
    return tuple(found)


def _heads_letter(lines: Sequence[Line], i: int, end: int, *, first: bool) -> bool:
    """Tell whether a line is the title of a text that is signed or dated at its end; over the ``first``, others are."""
    fair = lines[i].kind in CONTENT and is_title(lines[i]) and not is_statement(lines[i])
    fair = fair and not (first and signed(lines[i].text)) and not is_bracketed(lines[i])
    below = [line for line in lines[i + 1 : min(end, i + _SOON)] if line.kind in CONTENT]
    under = [line for line in below if not (_SALUTATION.search(line.text) or signed(line.text) or _is_fact(line))]
    told = bool(under) and (under[0].kind == "prose" or under[0].ends)
    return fair and prose_follows(lines, i + 1) and (told or not first)


def _is_fact(line: Line) -> bool:
    """Tell whether a line between a title and its text is a fact with its label (``Docket: …``)."""
    return line.kind == "short" and not line.ends and _FACT.match(line.text) is not None


def _with_dek(lines: Sequence[Line], at: int) -> tuple[int, int | None]:
    """Return the title and the dek of the first of such texts: of two lines over it neither is a section's name.

    A line that counts (``1. …``) is the title: what stands over it names the whole.
    """
    if _COUNTS.match(lines[at].text):
        return at, None
    over = lines[at - 1] if at else None
    if (
        over is None
        or over.kind != "short"
        or find_date(over.text)
        or is_category(over)
        or is_said(over)
        or not is_title(over)
    ):
        return at, None
    return (at, None) if at > 1 and lines[at - 2].kind == "prose" else (at - 1, at)


def _is_dek(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line under a heading is its dek: what stands under that is dated, or named and dated."""
    below = lines[i + 1 : i + 3]
    if not below or lines[i].kind not in CONTENT or len(signed(lines[i].text)) > 1:  # several names are no dek
        return False
    named = len(below) > 1 and bool(signed(below[0].text)) and not signed(lines[i].text)
    return below[0].kind in META or (named and below[0].kind == "short" and below[1].kind in META)


def _closing_names(lines: Sequence[Line], start: int, end: int) -> tuple[int, ...]:
    """Return the line of the name under a text, if one has no word beside it that says so."""
    text = max((i for i in range(start, end) if is_said(lines[i])), default=start)
    return tuple(i for i in range(text + 1, end) if lines[i].kind == "short" and closing_name(lines[i].text))[:1]


def _head_of_level(lines: Sequence[Line], i: int) -> Head:
    start = i + 1
    while start < len(lines) and lines[start].kind == "rule":
        start += 1
    dek = start if _is_dek(lines, start) else None
    block = read_block(lines, start if dek is None else start + 1)
    front = range(i) if all(lines[k].kind in META for k in range(i)) else ()  # front matter without a title
    evidence = (f"heading in line {lines[i].number}",)
    return Head(i, 0 if front else i, block.end, dek, None, (), (*front, *block.meta), block.names, evidence)
