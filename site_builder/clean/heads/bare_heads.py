"""Heads with nothing but a title: neither a date nor a byline stands at them.

Input: lines with their kinds, the heads that are found. Output: these heads and those of titles where an article has
ended or none has begun; of a page on which nothing tells where its one article begins, the longest line over it.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from site_builder.clean.lines.head_block import META, Head, read_block
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT, FULL_STOP, TITLE, is_said, is_title

_ARTICLE = 100.0  # words of running text
_FAR = 200  # lines looked ahead
_LISTED = 20  # lines looked at to tell a listing
_TEASER = 45.0  # words of the longest teaser
_MOST = 0.6  # of the lines of a listing are titles with a sentence each
_CLOCK = 2.0  # words: between entries stand times of day and names of sections
_SEVERAL = 3  # paragraphs on end of a text that no list of teasers has
_CUT = ("…", "...", "…]", "...]")
_FACTS = 12  # lines over a text that may be of its head: a title, facts, buttons
_BESIDE = frozenset({"line", "stamp", "date", "byline", "picture"})  # what may stand among them
_WITHIN = frozenset({"line", "picture"})  # what may stand between paragraphs
_POINTER = "pointer to another article"
_CLOSING = frozenset({"comments", "list", "footer", "next"})  # what no text goes over
_NEAR = 5  # lines over and under a title


def with_bare(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Head, ...]:
    """Add titles that have neither date nor byline, where an article has ended or none has begun."""
    split = not heads and _rulers_part_articles(lines)
    bounds = [0, *(head.first for head in heads), len(lines)]
    bare = [
        head
        for start, end in zip([0, *(head.end for head in heads)], bounds[1:], strict=True)
        for head in _bare_in(lines, start, end, fresh=not heads and start == 0, rulers=split)
    ]
    return tuple(sorted((*heads, *bare), key=lambda head: head.first)) or _lone(lines)


def _lone(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the head of the one article of a page on which nothing tells where it begins: the longest line over it."""
    told = [i for i, line in enumerate(lines) if line.kind == "prose"]
    if sum(lines[i].weight for i in told) < _ARTICLE or _is_listing(lines):
        return ()
    return _longest_over(lines, told[0])


def unclaimed_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the head over the first long text of a page whose other heads have no article.

    Several paragraphs on end are such a text; those that are cut short are teasers.
    """
    run: list[int] = []
    for i, line in enumerate(lines):
        if line.kind == "comments":
            return ()
        if line.kind == "prose" and not line.text.endswith(_CUT):
            run.append(i)
        elif line.kind not in _WITHIN and not (line.kind == "short" and line.ends):
            run = []
        if len(run) >= _SEVERAL and sum(lines[k].weight for k in run) >= _ARTICLE:
            return _longest_over(lines, run[0], _BESIDE)
    return ()


def _longest_over(lines: Sequence[Line], text: int, beside: Set[str] = frozenset()) -> tuple[Head, ...]:
    """Return the head that is the longest line over the first one of a text; lines ``beside`` it are passed over."""
    over = []
    for i in range(text - 1, max(-1, text - 1 - (_FACTS if beside else _NEAR)), -1):
        if lines[i].kind == "short":
            over.append(i)
        elif lines[i].kind not in beside:
            break
    titles = [i for i in over if is_title(lines[i]) and not is_said(lines[i])]
    best = max(titles, key=lambda i: lines[i].weight, default=-1)
    block = read_block(lines, best + 1)
    meta, end = (block.meta, block.end) if beside else ((), best + 1)
    names = block.names if beside else ()
    why = ("the longest line over the text",)
    first = best
    while beside and first > 0 and lines[first - 1].kind in META:  # what dates and signs it stands over it
        first -= 1
    meta = (*range(first, best), *meta)
    return (Head(best, first, end, meta=meta, names=names, evidence=why),) if titles else ()


def with_unclaimed(lines: Sequence[Line], heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """Add the head of the long text over all others, where it is dated or signed as they are."""
    over = unclaimed_heads(lines[: heads[0].first]) if heads and heads[0].stop is None else ()
    kinds = {lines[i].kind for head in over for i in head.meta} & {"date", "byline"}
    alike = all(kinds <= {lines[i].kind for i in head.meta} for head in heads)
    return (*over, *heads) if kinds and alike and len(heads) > 1 else heads


def _bare_in(lines: Sequence[Line], start: int, end: int, *, fresh: bool, rulers: bool) -> list[Head]:
    found: list[Head] = []
    fresh = fresh and not _is_listing(lines[start:end])
    for i in range(start, end):
        over = lines[i - 1] if i else None
        opened = (fresh and not found) or (
            over is not None and (over.kind == "next" or (rulers and over.kind == "rule"))
        )
        if opened and _is_bare_title(lines, i, end):
            found.append(Head(i, i, i + 1, evidence=("a title with prose under it",)))
    return found


def _is_bare_title(lines: Sequence[Line], i: int, end: int) -> bool:
    line = lines[i]
    if line.kind not in CONTENT or not is_title(line) or line.text.endswith((*FULL_STOP, ".”", '."', "。”")):
        return False
    under = lines[i + 1 : min(end, i + _FAR)]
    if under and under[0].rule == _POINTER and i and lines[i - 1].kind == "next":  # the first of a list
        return False
    under = under[: next((k for k, other in enumerate(under) if other.kind in _CLOSING), len(under))]
    after = [other for other in under if other.kind in CONTENT][:_NEAR]
    said = [other for other in after if other.kind == "prose" or other.ends]
    begins = bool(after) and after[0] in said
    return begins and len(said) > 1 and sum(other.weight for other in said) >= TITLE


def _is_listing(lines: Sequence[Line]) -> bool:
    """Tell whether titles with a sentence each stand one after the other, as on the front of a newspaper."""
    content = [line for line in lines if line.kind in CONTENT and line.weight > _CLOCK][:_LISTED]
    said = [line.kind == "prose" or line.ends for line in content]
    pairs = sum(not a and b for a, b in pairwise(said))
    brief = all(line.weight <= _TEASER for line, told in zip(content, said, strict=True) if told)
    return brief and pairs > 2 and 2 * pairs >= _MOST * len(content)  # noqa: PLR2004 - two are an article's headings


def _rulers_part_articles(lines: Sequence[Line]) -> bool:
    """Tell whether every ruler has a title under it: then rulers stand between articles, not inside them."""
    at = [i for i, line in enumerate(lines) if line.kind == "rule" and 0 < i < len(lines) - 1]
    return bool(at) and all(_is_bare_title(lines, i + 1, len(lines)) for i in at)
