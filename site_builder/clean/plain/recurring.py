"""Furniture that no list of words knows, told by its coming back: a scrape of several articles repeats its template.

Input: the lines of a text scrape with their kinds. Output: the same lines, such furniture as lines that stand alone.
Running text does not come back word for word far away; where it stands near (a dek as first paragraph, a caption that
is said twice) it is left to the rules that know it. A line can be a headline in a list of links as well, the dek of a
teaser, or a sentence that reporters use again, so it must come back in company: with the same line, numbers aside,
over it or under it. What stands over a date or a byline may be a title. Names and sections come back for reasons of
their own.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.furniture.frames import shapes_of
from site_builder.clean.heads.order import has_title_below
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.pages import RULE as PAGES
from site_builder.clean.lines.parts import Part
from site_builder.clean.lines.roles import FULL_STOP, is_category, is_said, is_title
from site_builder.clean.words.dates import without_dates
from site_builder.clean.words.names import signed
from site_builder.clean.words.picture_words import credits_picture

_FAR, _CLOSE = 10, 4  # lines between a line and its return, where it is said twice, and where more often
_NUMBER = re.compile(r"\d[\d,.:]*")
_OPEN = frozenset({"prose", "short"})
_TAIL = 6  # lines of an article's end
_SOON = 6  # lines of a head
_HEAD = frozenset({"date", "byline", "label"})
_RULE = "comes back on the page"


def mark_recurring(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return ``lines`` with those that come back as furniture of the page as such."""
    masks = ["" if line.kind in {"date", "byline", "rule"} else _mask(line.text) for line in lines]
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if line.kind in _OPEN and not line.level and not line.markup and not credits_picture(line.text):
            places[masks[i]].append(i)
    marked = set(_recurring(lines, masks, places))
    prose = [i for i, line in enumerate(lines) if line.kind == "prose"]
    if 2 * sum(i in marked for i in prose) > len(prose):  # a text that repeats itself is no furniture
        marked.difference_update(prose)
    return tuple(replace(line, kind="line", rule=_RULE) if i in marked else line for i, line in enumerate(lines))


def restore(lines: Sequence[Line], before: Sequence[Line], heads: Sequence[int]) -> tuple[Line, ...]:
    """Return ``lines`` with those as they were ``before`` that come back within one article alone: a refrain, code.

    ``heads`` are where articles begin. A template comes back around other articles too.
    """
    places: dict[str, set[int]] = defaultdict(set)
    for i, line in enumerate(lines):
        if line.rule == _RULE:
            places[_mask(line.text)].add(bisect(heads, i))
    return tuple(
        old if line.rule == _RULE and len(places[_mask(line.text)]) == 1 and i >= heads[0] else line
        for i, (line, old) in enumerate(zip(lines, before, strict=True))
    )


def _mask(text: str) -> str:
    return _NUMBER.sub("0", without_dates(text)).casefold()


def without_tails(articles: Sequence[Sequence[Part]]) -> list[list[Part]]:
    """Return the parts of articles without the lines that end two of them alike: the site's own last words.

    A paragraph must end three, for reporters use a sentence again.
    """
    ends = ({shape for part in _tail(parts) for shape in _forms(part.line)} for parts in articles)
    counts = Counter(shape for shapes in ends for shape in shapes)
    return [_cut(parts, counts) for parts in articles]


def _forms(line: Line) -> set[tuple[str, ...]]:
    """Return what may come back of a line: all of it, figures aside; of a short one its first or last words too."""
    return {("", _mask(line.text)), *(shapes_of(line.text) if line.kind != "prose" and not line.ends else ())}


def _tail(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.part in {"body", "heading"}][-_TAIL:]


def _cut(parts: Sequence[Part], counts: Mapping[tuple[str, ...], int]) -> list[Part]:
    kept = list(parts)
    for i in range(len(kept) - 1, -1, -1):
        line = kept[i].line
        if kept[i].part not in {"body", "heading"}:
            continue
        if line.kind == "date":  # over it stands who signs a notice
            break
        if max(counts[form] for form in _forms(line)) < (3 if line.kind == "prose" else 2) or line.markup:
            break
        kept[i] = replace(kept[i], part="", rule=_RULE)
    return kept if 2 * _weight(kept) > _weight(parts) else list(parts)  # a text that repeats itself is no furniture


def _weight(parts: Sequence[Part]) -> float:
    return sum(part.line.weight for part in parts if part.part in {"body", "heading"})


def _recurring(lines: Sequence[Line], masks: Sequence[str], places: Mapping[str, Sequence[int]]) -> Iterator[int]:
    again = {text for text, count in Counter(line.text for line in lines).items() if count > 1}
    told = next((i for i, line in enumerate(lines) if line.kind == "prose"), len(lines))
    for found in places.values():
        first = lines[found[0]]
        if len(found) > 1 and _heads_pages(lines, found):
            yield from found
        near = any(b - a < (_FAR if len(found) == 2 else _CLOSE) for a, b in pairwise(found))  # noqa: PLR2004
        titled = any(_is_over_head(lines, i, again) for i in found) and not _is_masthead(lines, found)
        titled = titled and not _ends_articles(lines, found)
        if len(found) < 2 or near or titled or signed(first.text):  # noqa: PLR2004 - it must come back
            continue
        closes = told < found[0] and not _leads(lines, found[-1])
        if _is_masthead(lines, found):
            yield from found
        if _ends_articles(lines, found):
            yield from found
        above = (closes or not is_category(first)) and _in_company(masks, found, -1)
        if above or _in_company(masks, found, 1):
            yield from found


def _is_over_head(lines: Sequence[Line], i: int, again: Set[str]) -> bool:
    """Tell whether a date or a byline stands under a line as under a title; a dek or a masthead may be between."""
    below = lines[i + 1 : i + 3]
    between = len(below) > 1 and below[0].kind in _OPEN
    at = 1 if between and (below[0].text.endswith(FULL_STOP) or below[0].text in again) else 0
    return len(below) > at and below[at].kind in _HEAD


def _heads_pages(lines: Sequence[Line], found: Sequence[int]) -> bool:
    """Tell whether a line stands under every line that counts pages, and over the first page of all."""
    over = [lines[i - 1].rule == PAGES if i else True for i in found]
    return all(over) and len({lines[i].text for i in found}) == 1


def _ends_articles(lines: Sequence[Line], found: Sequence[int]) -> bool:
    """Tell whether a line stands under a text each time, and over the date of the next title where one follows."""
    if len(found) < 3 or not all(i and is_said(lines[i - 1]) for i in found):  # noqa: PLR2004 - no chance
        return False
    over = [i + 1 for i in found[:-1]]
    return all(lines[i].kind == "date" and has_title_below(lines, i) for i in over)


def _is_masthead(lines: Sequence[Line], found: Sequence[int]) -> bool:
    """Tell whether a line stands between a title and its date each time: what the newspaper says of itself."""
    over = [lines[i - 1] for i in found if i and lines[i - 1].kind in _OPEN and not is_category(lines[i - 1])]
    dated = all(i + 1 < len(lines) and lines[i + 1].kind in _HEAD for i in found)
    return dated and len({line.text for line in over}) == len(found) and all(map(is_title, over))


def _leads(lines: Sequence[Line], i: int) -> bool:
    """Tell whether anything dated or signed follows soon, as it does below a section's name over a title."""
    return any(line.kind in _HEAD for line in lines[i + 1 : i + _SOON])


def _in_company(masks: Sequence[str], found: Sequence[int], step: int) -> bool:
    """Tell whether the same line stands beside every one of ``found``, the page's ends aside."""
    beside = [masks[i + step] for i in found if 0 <= i + step < len(masks)]
    return len({*beside}) == 1 and "" not in beside and (len(beside) == len(found) or len(beside) > 1)
