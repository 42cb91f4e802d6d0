"""Boxes that ask for an address: "Our week in one letter", a field, a button, a promise.

Input: the lines of a text scrape with their kinds. Output: the same lines, the box as lines that stand alone. The field
names itself; what leads to it stands right over it, and what the button and the promise say right under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.clean.lines.line import Line
from site_builder.clean.words.names import signed

_FIELD = re.compile(
    r"\[?(?:(?:enter|type|add) )?your e-?mail(?: address)?\W*|e-?mail(?: address\W*|\s*\*)"
    r"|(?:请?(?:输入|填写))?(?:您的|你的)?(?:电子邮[箱件]|邮箱)(?:地址)?\W*",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:we|us|our|you|your|spam|privacy|unsubscribe)\b|我们|您|隐私|退订", re.IGNORECASE)
_OFFER = re.compile(r"(?:get|receive|sign up|subscribe|join|let our)\b", re.IGNORECASE)
_PRESS = re.compile(r"subscribe|sign ?up|join(?: now)?|订阅", re.IGNORECASE)
_NEAR = 4  # lines from a field to the end of its box
_LONGEST, _BUTTON = 20.0, 1.0  # words of what stands beside a field, and of a button alone
_RULE = "box of a newsletter"


def mark_forms(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with the boxes that ask for an address as lines that stand alone."""
    loose = [i for i, line in enumerate(lines) if line.kind in {"short", "line"}]
    fields = [i for i in loose if _FIELD.fullmatch(lines[i].text)]
    fields += [i for i in loose if i and _PRESS.fullmatch(lines[i].text) and _offers(lines[i - 1])]
    inside = {k for i in fields for k in (i, *_over(lines, i), *_under(lines, i))}
    return tuple(
        replace(line, kind="line", rule=line.rule or _RULE) if i in inside else line for i, line in enumerate(lines)
    )


def _over(lines: Sequence[Line], i: int) -> Iterator[int]:
    """Yield what leads to a field: a short line over it, or a brief sentence to the reader under a heading."""
    over = lines[max(0, i - 2) : i]
    if not over:
        return
    if over[-1].kind == "short" and not over[-1].ends and not signed(over[-1].text):
        yield i - 1
    elif _is_to_reader(over[-1]):
        yield i - 1
        if over[0].kind == "short" and not over[0].ends:
            yield i - 2


def _under(lines: Sequence[Line], i: int) -> Iterator[int]:
    """Yield the buttons and the promise under a field; neither a title nor a text that follows is one of these."""
    for k in range(i + 1, min(len(lines), i + _NEAR)):
        line = lines[k]
        if line.kind == "line" or (line.kind == "short" and line.weight <= _BUTTON) or _is_to_reader(line):
            yield k
        else:
            return


def _offers(line: Line) -> bool:
    """Tell whether a line offers a letter, as the one over a button does."""
    return line.ends and line.weight <= _LONGEST and _OFFER.match(line.text) is not None


def _is_to_reader(line: Line) -> bool:
    """Tell whether a line is a brief sentence that speaks of the site to its reader, and is no quotation."""
    said = line.kind in {"short", "prose"} and line.ends and line.weight <= _LONGEST
    return said and (_OFFER.match(line.text) or _READER.search(line.text)) is not None and line.text[0] not in "“‘\"'「"
