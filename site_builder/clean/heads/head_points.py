"""How much speaks for a head: evidence around it, weighed.

Input: lines, a head, the heads before it. Output: points, and the reasons that ``--explain`` shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.clean.lines.head_block import SOON, Head
from site_builder.clean.lines.line import LABELLED, Line
from site_builder.clean.lines.roles import CONTENT, FULL_STOP
from site_builder.clean.words.names import bare_names, byline, find_byline, signed

ENOUGH = 5  # points that make a head
_OPENERS = frozenset({"comments", "list", "footer", "next", "rights", "rule"})
_FAR = 200  # lines looked back
_AROUND = 3  # lines before a head and in its text
_MANY = 3  # lines of a head that is not built like another by chance


def weigh_head(lines: Sequence[Line], head: Head, heads: Sequence[Head]) -> tuple[int, tuple[str, ...]]:
    """Weigh what speaks for a head and what against it."""
    title = lines[head.title]
    bounded = _is_bounded(lines, head.first)
    kinds = {lines[i].kind for i in head.meta}
    dated = [lines[i].text for i in head.meta if lines[i].kind == "date"]
    signed_by = (
        bool(head.names)
        or "byline" in kinds
        or any(byline(text) or find_byline(text) or bare_names(text) for text in dated)
    )
    alike = bool(heads) and _signature(lines, head) == _signature(lines, heads[-1])
    facts = (
        (2, bounded, "something else ends above it"),
        (1, head.category is not None, "a category above the title"),
        (1, bool(kinds & {"date", "stamp"}), "a date"),
        (1, any(LABELLED.search(text) for text in dated), "a date that says whose it is"),
        (1, signed_by, "a byline"),
        (1, not title.text.endswith(FULL_STOP), "the title reads like one"),
        (1, _has_room(lines, head), "more room above it than between paragraphs"),
        (2, prose_follows(lines, head.end), "prose follows"),
        (1, bool(heads) and _is_built_like(lines, head, heads[-1], bounded=bounded), "built like the head before it"),
        (1, alike and len(_signature(lines, head)) >= _MANY, "of as many lines as that"),
        (-2, not prose_follows(lines, head.end) and not bounded, "no prose follows"),
        (-9, not signed_by and _is_reader(title) and _in_comments(lines, head.title), "a reader's comment"),
        (-1, title.kind == "prose" and not bounded, "the title reads like a sentence"),
    )
    return sum(points for points, holds, _ in facts if holds), tuple(
        why for points, holds, why in facts if holds and points > 0
    )


def _has_room(lines: Sequence[Line], head: Head) -> bool:
    """Tell whether more empty lines stand over a head than over the lines around it."""
    room = lines[head.first].gap
    around = [*lines[max(0, head.first - _AROUND) : head.first], *lines[head.end + 1 : head.end + 1 + _AROUND]]
    return room > 1 and sum(line.gap >= room for line in around) < 2  # noqa: PLR2004 - the next head, in a brief one


def _is_bounded(lines: Sequence[Line], i: int) -> bool:
    """Tell whether no text runs up to a line: over it, and over short lines there, the page begins or furniture is."""
    far = max(0, i - _FAR)
    while i > far and lines[i - 1].kind == "short" and not lines[i - 1].ends:
        i -= 1
    return i == 0 or lines[i - 1].kind not in CONTENT


def _is_reader(title: Line) -> bool:
    return bool(signed(title.text)) or title.weight < 3  # noqa: PLR2004 - a reader's name or handle


def _in_comments(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the last that opened a region above a line was readers' comments."""
    opened = (lines[k].kind for k in range(i - 1, max(-1, i - _FAR), -1) if lines[k].kind in _OPENERS)
    return next(opened, "") == "comments"


def _is_built_like(lines: Sequence[Line], head: Head, other: Head, *, bounded: bool) -> bool:
    """Tell whether two heads have the same lines; that both have a date and no more says little inside a text."""
    signature = _signature(lines, head)
    return signature == _signature(lines, other) and (bounded or len(signature) > 1 or signature == ("byline",))


def _signature(lines: Sequence[Line], head: Head) -> tuple[str, ...]:
    return tuple(lines[i].kind for i in head.meta)


def prose_follows(lines: Sequence[Line], start: int) -> bool:
    """Tell whether the article's prose begins soon; captions, headings and unknown furniture may stand before it."""
    for line in lines[start : start + SOON]:
        if line.kind in {"prose", "date", "byline"}:
            return line.kind == "prose"
    return False
