"""Deks that stand under the date or the byline of a head, between it and the text.

Input: lines with their kinds, heads. Output: the same heads, with such deks. A short line there that is no sentence
could be the heading of the text's first section as well: a dek has a picture, a button or an address between it and
the text; where a scrape marks its headings (``marked``), it is one that is not marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.clean.lines.head_block import META, Head
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import ADDRESS, DASHES, is_category, is_said, is_title
from site_builder.clean.words.names import signed
from site_builder.clean.words.people_words import OFFICE
from site_builder.clean.words.picture_words import credits_picture

_ITALIC = re.compile(r"([*_])(?![*_\s])[^*_]+(?<!\s)\1")  # the whole line: no item, and no heading in bold
_SOON = 8  # lines between a dek and the text
_LEAST = 4.0  # words of a dek
_LONGEST = 45.0  # words of a dek
_OFFICE = 16.0  # words of what somebody is
_FURNITURE = frozenset({"picture", "line"})
_BETWEEN = META | _FURNITURE


def with_deks(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads with the deks that stand under their dates and bylines."""
    marked = any(line.level for line in lines)
    return tuple(_with_dek(lines, _with_people(lines, head), marked=marked) for head in heads)


def _with_people(lines: Sequence[Line], head: Head) -> Head:
    """Return a head that names nobody with the authors under it, who say what they are, and the dek over these."""
    named = head.names or head.stop is not None or any(lines[i].kind == "byline" for i in head.meta)
    dek = None if named or head.dek is not None or not _is_said_over_people(lines, head.end) else head.end
    people, end = ((), 0) if named else _people_at(lines, head.end if dek is None else dek + 1)
    if not people or not any(line.kind == "prose" for line in lines[end : end + _SOON]):
        return head
    while end < len(lines) and lines[end].kind in _FURNITURE:
        end += 1
    return replace(head, dek=head.dek if dek is None else dek, names=people, end=end)


def _with_dek(lines: Sequence[Line], head: Head, *, marked: bool) -> Head:
    under = head.title + 1
    if head.dek is None and under < head.end and lines[under].kind == "short" and lines[under].text.startswith(DASHES):
        return head if under in {*head.meta, *head.names} else replace(head, dek=under)
    told = head.dek is None and head.stop is None and any(lines[i].kind in META for i in head.meta)
    at = head.end
    inner = (
        [i for i in range(head.title + 1, at) if i not in {*head.meta, *head.names, head.category}] if marked else []
    )
    if told and (found := [i for i in inner if _may_be_dek(lines[i], marked=True)]):
        return replace(head, dek=found[0])
    if not told or at >= len(lines) or not _may_be_dek(lines[at], marked=marked):
        return head
    below = lines[at + 1 : at + 1 + _SOON]
    first = next((k for k, line in enumerate(below) if not _is_between(line)), len(below))
    if first == len(below) or below[first].kind != "prose" or not (marked or first):
        return head
    start = at + 1 + next((k for k, line in enumerate(below[:first]) if not ADDRESS.match(line.text)), first)
    return replace(head, dek=at, end=start)


def _is_said_over_people(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a sentence stands over the names of authors who say what they are: it is a dek."""
    said = lines[i] if i < len(lines) else None
    return said is not None and is_said(said) and said.weight <= _LONGEST and bool(_people_at(lines, i + 1)[0])


def _people_at(lines: Sequence[Line], start: int) -> tuple[tuple[int, ...], int]:
    """Return the names alone from ``start`` on, each with an office under it, and where what follows begins."""
    names: list[int] = []
    i = start
    while i + 1 < len(lines) and lines[i].kind == "short" and signed(lines[i].text) and _says_office(lines[i + 1]):
        names.append(i)
        i += 2
    return tuple(names), i


def _says_office(line: Line) -> bool:
    return line.kind == "short" and not line.ends and line.weight <= _OFFICE and bool(OFFICE.search(line.text))


def _may_be_dek(line: Line, *, marked: bool) -> bool:
    plain = line.kind == "short" and not (line.level or line.part or line.ends)
    aside = line.markup.startswith(("*", "_", ">", "-", "1")) and not _ITALIC.fullmatch(line.markup)
    plain = plain and not (marked and aside)
    other = is_said(line) or is_category(line) or bool(signed(line.text)) or credits_picture(line.text)
    return plain and not other and is_title(line) and line.weight >= _LEAST


def _is_between(line: Line) -> bool:
    return line.kind in _BETWEEN or ADDRESS.match(line.text) is not None or credits_picture(line.text)
