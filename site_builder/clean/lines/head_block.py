"""The rest of a head from its first dating or naming line on: dates, names, buttons, facts, until the text begins.

Input: lines with their kinds, and where such a line stands. Output: ``Block``. ``Head`` is what heads are told as.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import ADDRESS, CONTENT, TITLE
from site_builder.clean.words.names import find_byline, signed
from site_builder.clean.words.people_words import OFFICE
from site_builder.clean.words.picture_words import credits_picture

META = frozenset({"date", "byline", "stamp", "label"})
SOON = 8  # lines after a head within which its article begins
_BETWEEN = META | {"line"}
_BESIDE = META | CONTENT
_LOOSE = frozenset({"short", "line", "stamp"})
_CLOSE = 3  # lines under a notice of rights, where it is the last of a head
_FAR = 200  # lines looked ahead
_NEAR = 5  # lines of a head looked ahead
_DEK = 45.0  # words
_SPOKEN = 30  # lines in which one who is interviewed speaks again
_WORDS, _OPTION = 3.0, 20.0  # words of a button alone, and of one of several
_ZONE = 20  # lines between a head and its text
_MOST = 60  # lines of a head; a longer run of facts is a table, and would be read again for each of its lines
_FACT = re.compile(r"[^\W\d][\w ]{0,20}\s?[:：](?=\s*\S)")
_COUNT = re.compile(r"\d[\d,.]*\s?[kKmM万]?\+?|\d\d?:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """A head as indices into the lines: ``[first, end)`` is the block, ``names`` are lines that are a name alone.

    ``points`` are the further lines of a dek that has several. ``stop`` is where a text ends that is signed below.
    """

    title: int
    first: int
    end: int
    dek: int | None = None
    category: int | None = None
    points: tuple[int, ...] = ()
    meta: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The lines from a head's first dating or naming line on, until the article's text."""

    end: int
    meta: tuple[int, ...]
    names: tuple[int, ...]
    shorts: tuple[int, ...]
    dek: int | None = None


def read_block(lines: Sequence[Line], start: int) -> Block:
    """Return the rest of a head from ``start``: dates, names, buttons, and short lines that stand among them."""
    i = start
    meta: list[int] = []
    names: list[int] = []
    shorts: list[int] = []
    deks: list[int] = []
    while i < min(len(lines), start + _MOST):
        line = lines[i]
        if line.rule == "end sign":
            break
        if line.kind in META and not (line.kind == "label" and line.rule == "title"):
            meta.append(i)
        elif line.kind == "short" and _goes_on(lines, i, frozenset(lines[k].kind for k in meta)):
            (names if signed(line.text) and lines[i + 1].kind != "byline" else shorts).append(i)
        elif names == [i - 1] and line.kind == "short" and OFFICE.search(line.text):
            shorts.append(i)
        elif _is_dek(lines, i, frozenset(lines[k].kind for k in meta)):
            deks.append(i)
        elif line.kind == "short" and meta and not names and _is_name_under_date(lines, i, meta[-1]):
            names.append(i)
        elif not (line.kind in _BETWEEN or _is_aside(lines, i, below=bool(meta))):
            break
        i += 1
    return Block(i, tuple(meta), tuple(names), tuple(shorts), next(iter(deks), None))


def _is_aside(lines: Sequence[Line], i: int, *, below: bool) -> bool:
    """Tell whether a line is another thing in a head: a button, or ``below`` its first date a fact, count or notice."""
    if lines[i].kind == "comments" and _is_button(lines, i):
        return True
    if lines[i].kind == "list" and i + 1 < len(lines) and lines[i + 1].kind in META:  # who the author is
        return True
    if lines[i].kind == "picture":
        return any(line.kind in META for line in _until_prose(lines, i, SOON))
    return below and any(told(lines, i) for told in (_is_fact, _is_count, _is_notice, _is_button_alone))


def _until_prose(lines: Sequence[Line], i: int, far: int = _NEAR) -> Sequence[Line]:
    """Return the next few lines of a head, up to its text."""
    after = lines[i + 1 : i + far]
    return after[: next((k for k, line in enumerate(after) if line.kind == "prose"), len(after))]


def _is_button_alone(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is a button that nobody knows: others stand under it, before the text.

    One has a word or two; of what a page sets between a head and its text (several such lines) each may have more.
    """
    start = i
    while start and i - start < _ZONE and lines[start - 1].kind in _LOOSE:
        start -= 1
    zone = [*lines[start : i + 1], *_until_prose(lines, i, _ZONE)]
    known = max((k for k, line in enumerate(zone) if line.kind == "line"), default=-1)
    several = sum(line.kind == "short" and not _is_other(line) for line in zone) > 2  # noqa: PLR2004 - a dek may stand there, hardly three
    zone = zone if several else zone[: known + 1]
    few = [line for line in zone if line.kind == "short"]
    longest = _OPTION if several else _WORDS
    fair = all(line.weight <= longest and not (_is_told(line) or line.level or signed(line.text)) for line in few)
    return known >= 0 and len(zone) > i - start and fair and all(line.kind in _LOOSE for line in zone)


def _is_other(line: Line) -> bool:
    """Tell whether a short line of a head is an address or a caption: neither is something to press."""
    return ADDRESS.match(line.text) is not None or credits_picture(line.text)


def _is_told(line: Line) -> bool:
    return line.ends and not line.text.endswith((":", "："))


def _is_dek(lines: Sequence[Line], i: int, had: frozenset[str]) -> bool:
    """Tell whether a sentence between the date and the byline of a head is its dek: then the text comes after both."""
    kinds = [line.kind for line in lines[i : i + 3]]
    return kinds == ["prose", "byline", "prose"] and lines[i].weight <= _DEK and "date" in had and "byline" not in had


def _is_fact(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line of a head is a labelled fact (``Filed by: …``) among others; who speaks is labelled often."""
    found = _FACT.match(lines[i].text)
    if found is None or lines[i].weight > TITLE or lines[i].level:
        return False
    often = sum(line.text.startswith(found[0]) for line in lines[i + 1 : i + _SPOKEN])
    beside = [*lines[i - 1 : i], *lines[i + 1 : i + 2]]
    return often < 2 and any(  # noqa: PLR2004 - the same fact of the next article
        _FACT.match(line.text) or line.kind == "label" for line in beside
    )


def _is_notice(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a notice of rights stands in the head: then text follows at once, or more of the head and text."""
    after = [line.kind for line in lines[i + 1 : i + SOON]]
    if lines[i].kind != "rights" or "prose" not in after:
        return False
    over = after[: after.index("prose")]
    filed = any(kind in {"label", "byline"} for kind in over) and all(kind in _BESIDE for kind in over)
    return filed or all(kind in CONTENT for kind in after[:_CLOSE])


def _is_count(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line of a head is a count or a time of day; the number of a section has others after it."""
    counted = _COUNT.fullmatch(lines[i].text) is not None
    return counted and not any(line.text in {"2", "3"} for line in lines[i + 1 : i + _FAR])


def _is_button(lines: Sequence[Line], i: int) -> bool:
    """Tell whether "Comments" in a head only leads to them: then prose follows and no reader answers."""
    following = [line.kind for line in lines[i + 1 : i + SOON]]
    return "prose" in following[:3] and "comments" not in following


def _is_name_under_date(lines: Sequence[Line], i: int, date: int) -> bool:
    """Tell whether a line under a date is the author's name alone."""
    dated = lines[date].kind == "date" and not find_byline(lines[date].text)
    under = lines[i + 1] if i + 1 < len(lines) else None
    office = under is not None and under.weight <= TITLE and OFFICE.search(under.text) is not None
    return dated and bool(signed(lines[i].text)) and under is not None and (under.kind != "short" or office)


def _goes_on(lines: Sequence[Line], i: int, had: frozenset[str]) -> bool:
    """Tell whether a head goes on after a short line in it: a date or byline that it lacks (``had``) is next."""
    missing = {"date", "byline", "stamp", "label"} - (had & {"date", "byline"})
    after = lines[i + 1 : i + _NEAR]
    told = next((k for k, line in enumerate(after) if line.kind == "prose"), len(after))
    if had and any(line.kind == "rights" for line in after[:told]):  # a list of facts, as archives of newspapers have
        return True
    button = len(after) > 1 and after[1].kind == "line"  # one may stand between
    following = [line.kind for line in after[: 2 + button]]
    if "date" in had and "date" in following:  # the title of another head
        return False
    return bool(following) and following[0] != "prose" and any(kind in missing for kind in following)
