"""What the heads of one scrape have in common: whether dates stand over titles, and whether titles have deks.

Input: lines with their kinds; heads. Output: a yes or no; heads that agree with each other. A site builds its heads
alike, so what is in doubt in one (a line of navigation over the first title, the last line of the article before) is
settled by the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from site_builder.clean.furniture.enders import FILED
from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT, FULL_STOP, is_bracketed, is_category, is_said, is_title
from site_builder.clean.words.dates import find_date, only_changed
from site_builder.clean.words.lexicon import SECTION
from site_builder.clean.words.names import closing_name, signed
from site_builder.clean.words.picture_words import credits_picture

_NO_TITLE = re.compile(r"^[·•*-]\s|版权所有|rights reserved", re.IGNORECASE)
_SOON = 6  # lines after a date within which prose begins
_MOST = 0.6  # of the dates: so many must stand over a title
_FOOT = frozenset({"date", "byline", "stamp", "label", "comments", "line", "footer", "list", "rule"})
_LABEL = 3.5  # words of the longest section's name
_TEXT, _SEVERAL = 60.0, 2  # words and paragraphs over a closing line: fewer are a dek
_FAR = 60  # lines looked ahead


def dates_stand_over_titles(lines: Sequence[Line]) -> bool:
    """Tell whether each article begins with its date, and its title stands under that."""
    dates = [i for i in range(len(lines)) if _is_dated(lines, i)]
    over = [i for i in dates if has_title_below(lines, i) and not _is_in_head(lines, i)]
    if not over or len(over) < _MOST * len(dates):
        return False
    untitled = [
        i for i in over if not _has_title_above(lines, i) or (_is_under_links(lines, i) and has_dek_below(lines, i))
    ]
    return 2 * len(untitled) >= len(over)


def closings(lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Return where articles end that are signed and dated under their text: where each such block of lines stands.

    Sentences that file each article say it themselves. Else nothing is returned where one block of dates and names
    stands over a text, as heads do.
    """
    if filed := [(i, i + 1) for i, line in enumerate(lines) if line.rule == FILED]:
        return tuple(filed)
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        if lines[i].kind not in {"date", "byline"} and not _is_name_under_text(lines, i):
            i += 1
            continue
        end = i + 1 + (lines[i].kind == "short" and _is_place(lines, i + 1))
        while end < len(lines) and lines[end].kind in _FOOT:
            end += 1
        told = [line.weight for line in lines[found[-1][1] if found else 0 : i] if line.kind == "prose"]
        if not told and not found and _is_month(lines[i]):  # over all articles
            i = end
            continue
        brief = sum(told) < _TEXT and len(told) < _SEVERAL
        if brief or lines[i - 1].kind not in CONTENT or not _is_over_title(lines, end):
            return ()
        found.append((i, end))
        i = end
    return tuple(found)


def _is_name_under_text(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is the name of somebody who signs the text over it."""
    name = lines[i].kind == "short" and i > 0 and is_said(lines[i - 1])
    return name and (bool(signed(lines[i].text)) or closing_name(lines[i].text) is not None)


def _is_month(line: Line) -> bool:
    date = find_date(line.text) if line.kind == "date" else None
    return date is not None and date.precision == "month"


def _is_place(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line under a name says where its bearer lives: it is short, and no text follows."""
    under = lines[i + 1 : i + 2]
    return i < len(lines) and is_category(lines[i]) and not any(line.kind == "prose" for line in under)


def _is_over_title(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the page ends at ``i``, or a title stands there with prose under it."""
    rest = [line for line in lines[i : i + _SOON] if line.kind in CONTENT]
    rest = rest[1:] if rest and is_bracketed(rest[0]) else rest
    if not rest or sum(line.weight for line in lines[i : i + _FAR] if line.kind == "prose") < _TEXT / 2:
        return True
    return is_title(rest[0]) and not is_said(rest[0]) and any(line.kind == "prose" for line in rest[1:])


def _is_in_head(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a byline or a name stands right over a date, and is not the one that closes the text above it."""
    if i < 2 or is_said(lines[i - 2]):  # noqa: PLR2004 - a title and a name
        return False
    named = lines[i - 1].kind == "short" and signed(lines[i - 1].text) == (lines[i - 1].text,)
    titled = lines[i - 2].kind == "short" and is_title(lines[i - 2]) and not is_category(lines[i - 2])
    return (lines[i - 1].kind == "byline" and lines[i - 2].kind in CONTENT) or (named and titled)


def _is_dated(lines: Sequence[Line], i: int) -> bool:
    if lines[i].kind != "date" or only_changed(lines[i].text):
        return False
    return any(line.kind == "prose" for line in lines[i + 1 : i + 1 + _SOON])


def has_title_below(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the line under a date is a title: longer than a section's name, no name, no sentence."""
    below = lines[i + 1] if i + 1 < len(lines) else None
    if below is None or below.kind not in CONTENT or below.weight <= _LABEL or not is_title(below):
        return False
    under = lines[i + 2].text if i + 2 < len(lines) else ""
    named = signed(below.text) and not signed(under)  # of two lines that may be names the first is a title
    return not (is_said(below) or named or credits_picture(below.text) or lines[i].text.endswith(FULL_STOP))


def _is_under_links(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the short lines over a date are a list of links, some of which may come back on the page."""
    over = next((line for line in reversed(lines[max(0, i - _FAR) : i]) if line.kind not in {"short", "line"}), None)
    return over is not None and over.kind == "list"


def has_dek_below(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a title and its dek stand under a date: two short lines over the text, the second no sentence."""
    kinds = [line.kind for line in lines[i + 1 : i + 4]]
    if kinds != ["short", "short", "prose"]:
        return False
    dek = lines[i + 2]
    told = is_title(dek) and dek.weight > _LABEL and not is_said(dek)
    return told and not (signed(dek.text) or credits_picture(dek.text))


def _has_title_above(lines: Sequence[Line], i: int) -> bool:
    above = lines[i - 1] if i else None
    if above is None or above.kind not in CONTENT or SECTION.fullmatch(above.text) or _NO_TITLE.search(above.text):
        return False
    return is_title(above) and not is_said(above) and not closing_name(above.text)


def with_sections_dated(lines: Sequence[Line], heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """Return heads with the sections over them, where a day stands over each of these, and no other is there."""
    over = [head.first - 1 for head in heads]
    bare = all(head.category is None and not any(lines[i].kind == "date" for i in head.meta) for head in heads)
    dated = all(i > 0 and is_category(lines[i]) and lines[i - 1].kind == "date" for i in over)
    if len(heads) < 2 or not bare or not dated:  # noqa: PLR2004 - one date may close what is over it
        return heads
    return tuple(replace(head, first=i, category=i) for head, i in zip(heads, over, strict=True))


def with_names_above(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads that name nobody with the names alone over them, where one is over each, the first included.

    Over the first stands no text: such a name does not close what is above it.
    """
    over = [head.first - 1 for head in heads]
    bare = not any(head.names or any(lines[i].kind == "byline" for i in head.meta) for head in heads)
    told = any(line.kind == "prose" for line in lines[: max(0, over[0])]) if over else True
    named = not told and all(i >= 0 and lines[i].kind == "short" and _is_name(lines[i]) for i in over)
    if len(heads) < 2 or not (bare and named):  # noqa: PLR2004 - two agree
        return tuple(heads)
    return tuple(replace(head, first=i, names=(i,)) for head, i in zip(heads, over, strict=True))


def _is_name(line: Line) -> bool:
    return signed(line.text) == (line.text,)


def is_doubtful(lines: Sequence[Line], title: int, dek: int, *, top: bool) -> bool:
    """Tell whether a dek may be the title: it is no sentence, and text or the top of the page is over the "title".

    A ruler says that something begins under it, and so does the day or the month of a page.
    """
    over = lines[title - 1].kind if title else ""
    unnamed = top and over not in {"rule", "date"}
    return not is_said(lines[dek]) and is_title(lines[dek]) and (unnamed or over in CONTENT)
