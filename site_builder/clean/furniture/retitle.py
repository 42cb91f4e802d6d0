"""Titles that read like furniture ("Explainer: …", "Trending on Weibo: …") told from it by what stands below them.

Input: the lines of a text scrape with their kinds. Output: the same lines, such titles as plain short ones.
Nobody signs or dates a link: a line over a byline or a date, with prose under that, is a title whatever its words are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import is_statement
from site_builder.clean.words.names import signed

_RULES = frozenset({"pointer to another article", "list of other articles", "newsletter and support"})
_HEAD = frozenset({"date", "byline", "stamp", "line", "label"})
_COLON = re.compile(r"[:：]\s*\w")
_LEADS = re.compile(
    r"(?:延伸|相[关關]|推[荐薦]|更多|另[见見]|往期|related|read (?:more|also|next)|see also|also (?:read|see))"
    r"[^:：]{0,12}[:：]",
    re.IGNORECASE,
)  # what such a line begins with is no word of a title
_LEAST = 4.0  # words of a title that is taken for furniture: shorter lines are headings of lists and buttons
_MOST = 30.0  # words of a title
_DEK = 40.0  # words of a line between a title and its byline
_SOON = 3  # lines after a head within which prose begins


def retitle(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with mistaken titles as short lines."""
    return tuple(
        replace(line, kind="short", rule="") if line.rule in _RULES and _is_title(lines, i) else line
        for i, line in enumerate(lines)
    )


def _is_title(lines: Sequence[Line], i: int) -> bool:
    if not _LEAST <= lines[i].weight <= _MOST or _LEADS.match(lines[i].text):
        return False
    at = i + 1
    if at < len(lines) and _COLON.search(lines[i].text) and lines[at].kind in {"short", "prose"}:  # a dek
        at += _LEAST <= lines[at].weight <= _DEK or bool(signed(lines[at].text))
    named = at > i + 1 and bool(signed(lines[i + 1].text))
    end = at
    while end < len(lines) and lines[end].kind in _HEAD:
        end += 1
    named = named or any(lines[k].kind in {"date", "byline"} for k in range(at, end))
    below = lines[end] if end < len(lines) else None
    other = below is not None and below.kind == "short" and below.weight >= _LEAST and not is_statement(below)
    return named and not other and any(line.kind == "prose" for line in lines[end : end + _SOON])
