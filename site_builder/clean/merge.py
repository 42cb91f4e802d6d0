"""Three-way merge of an article: what was ingested, what a person made of it, what the scrape says now.

Input: three texts. Output: one text in which nobody's change is lost; where both changed a place, both stand, marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from difflib import SequenceMatcher
from typing import Any

from site_builder.model.article import Article

MINE, MIDDLE, THEIRS = "<<<<<<< edited here", "=======", ">>>>>>> the scrape now"
_PEOPLES = ("slug", "status", "path", "body_line")
_SCRAPES = ("source", "ingested", "body")


def merge_text(base: str, mine: str, theirs: str) -> tuple[str, int]:
    """Return the merged text and the number of places where both sides changed the same lines."""
    old, ours, new = (text.split("\n") for text in (base, mine, theirs))
    merged: list[str] = []
    conflicts = 0
    for chunk_old, chunk_ours, chunk_new in _chunks(old, ours, new):
        if chunk_ours in (chunk_old, chunk_new):
            merged += chunk_new
        elif chunk_new == chunk_old:
            merged += chunk_ours
        else:
            conflicts += 1
            merged += [MINE, "", *chunk_ours, "", MIDDLE, "", *chunk_new, "", THEIRS]
    return "\n".join(merged), conflicts


def _chunks(
    old: Sequence[str], ours: Sequence[str], new: Sequence[str]
) -> list[tuple[list[str], list[str], list[str]]]:
    """Cut the three at the lines all of them share, in order."""
    in_ours, in_new = _kept(old, ours), _kept(old, new)
    found, at = [], (0, 0, 0)
    for i in range(len(old)):
        if i in in_ours and i in in_new:
            here = (i, in_ours[i], in_new[i])
            found.append(_cut(old, ours, new, at, here))
            found.append(([old[i]], [old[i]], [old[i]]))
            at = (here[0] + 1, here[1] + 1, here[2] + 1)
    found.append(_cut(old, ours, new, at, (len(old), len(ours), len(new))))
    return found


def _kept(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + k: block.b + k for block in blocks for k in range(block.size)}


def _cut(
    old: Sequence[str], ours: Sequence[str], new: Sequence[str], start: tuple[int, int, int], end: tuple[int, int, int]
) -> tuple[list[str], list[str], list[str]]:
    return list(old[start[0] : end[0]]), list(ours[start[1] : end[1]]), list(new[start[2] : end[2]])


def merge_article(base: Article, mine: Article, theirs: Article) -> tuple[Article, int]:
    """Merge field by field: a field that a person changed stays, the body is merged line by line."""
    changes: dict[str, Any] = {}
    for field in fields(Article):
        name = field.name
        if name not in _PEOPLES and (name in _SCRAPES or getattr(mine, name) == getattr(base, name)):
            changes[name] = getattr(theirs, name)
    body, conflicts = merge_text(base.body, mine.body, theirs.body)
    return replace(mine, **{**changes, "body": body}), conflicts
