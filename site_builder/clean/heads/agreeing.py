"""Heads that agree: one alone would be in doubt, but several built alike in one scrape are believed.

Input: lines with their kinds. Output: heads, in order; none where nothing agrees. Three kinds are told:
``agreeing_heads`` finds a title with the same facts under it each time (a date; a name, which may stand alone, and a
date) and text under that, as lists of teasers and collections of brief articles have. ``opened_heads`` finds a title
over each text that opens as a report does. ``footed_heads`` finds posts of a blog by their feet: the same few lines of
buttons and counts under each text, and a title under these.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from site_builder.clean.lines.head_block import Head, read_block
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.opening import has_dateline
from site_builder.clean.lines.roles import CONTENT, is_category, is_said, is_title
from site_builder.clean.words.dates import find_date
from site_builder.clean.words.names import signed
from site_builder.clean.words.picture_words import credits_picture

_FEWEST = 3  # heads that agree by no chance
_SHARE = 0.8  # of the dated lines of a scrape: so many belong to such heads
_INTRO = 45.0  # words over the first
_TEXT = 60.0  # words of a post
_FACTS = frozenset({"date", "byline", "stamp"})
_BESIDE = _FACTS | {"line"}  # buttons stand among them
_ASIDE = frozenset({"line", "comments", "footer", "next", "list", "label", "stamp", "date", "byline", "rule", "rights"})
_POST = re.compile(r"\bcomments?\b|\bpermalink\b|\btrackbacks?\b|评论|留言|回复", re.IGNORECASE)
_NEAR = 4  # lines over the first text in which its title stands


def agreeing_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the titles that have the same facts under them, with text over and under each."""
    groups: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for title, end in _titled_facts(lines):
        groups[tuple(line.kind for line in lines[title + 1 : end] if line.kind != "line")].append((title, end))
    for kinds, places in groups.items():
        titles = [title for title, _ in places]
        over = sum(line.weight for line in lines[: titles[0]] if line.kind == "prose")
        if over <= _INTRO and _are_several(lines, titles) and _are_most(lines, kinds, places):
            return _headed(lines, titles, "built like the other heads here")
    return ()


def _are_several(lines: Sequence[Line], titles: Sequence[int]) -> bool:
    """Tell whether titles differ and are no few by chance: of two, each is no section's name and has a text."""
    told = [sum(line.weight for line in lines[a:b] if line.kind == "prose") for a, b in pairwise((*titles, len(lines)))]
    fair = all(not is_category(lines[i]) or _is_between(lines, i) for i in titles)
    two = len(titles) == 2 and min(told) >= _TEXT and fair  # noqa: PLR2004
    return (len(titles) >= _FEWEST or two) and len({lines[i].text for i in titles}) == len(titles)


def _is_between(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a title stands between something that ends over it and a name: no section's name does."""
    over = lines[i - 1].kind if i else "rule"
    return over not in CONTENT and lines[i + 1].kind == "short" and bool(signed(lines[i + 1].text))


def _are_most(lines: Sequence[Line], kinds: Sequence[str], places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether most dates of a scrape stand under these titles, or most bylines where they are not dated."""
    fact = "date" if "date" in kinds else "byline"
    all_of_it = sum(line.kind == fact for line in lines[places[0][0] :])  # over these it is the page's
    return fact in kinds and len(places) >= _SHARE * all_of_it / kinds.count(fact) and _are_of_one_time(lines, places)


def _headed(lines: Sequence[Line], titles: Sequence[int], why: str) -> tuple[Head, ...]:
    """Return the heads of ``titles``; where another title stands over every one of them, these are its deks."""
    deks = all(i and may_be_title(lines[i - 1]) and not is_category(lines[i - 1]) for i in titles)
    return tuple(_with_dek(lines, i, why) if deks else head_at(lines, i, why) for i in titles)


def _with_dek(lines: Sequence[Line], dek: int, why: str) -> Head:
    head = head_at(lines, dek, why)
    return replace(head, title=dek - 1, first=dek - 1, dek=dek)


def _are_of_one_time(lines: Sequence[Line], places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether titles are of one level and their dates of one year or the next: parts of a chronicle are not."""
    found = (find_date(line.text) for title, end in places for line in lines[title + 1 : end] if line.kind == "date")
    years = [int(date.text[:4]) for date in found if date is not None]
    return len({lines[title].level for title, _ in places}) == 1 and max(years, default=0) - min(years, default=0) <= 1


def opened_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the titles over texts that open as reports do: with a place and an agency, or with the reporter."""
    opened = [i for i, line in enumerate(lines) if line.kind == "prose" and has_dateline(line.text)]
    titled = [i for i in opened if i and may_be_title(lines[i - 1])]
    if len(titled) < 2 or len(titled) < _SHARE * len(opened):  # noqa: PLR2004 - two agree
        return ()
    told = [sum(line.weight for line in lines[a:b] if line.kind == "prose") for a, b in pairwise((*titled, len(lines)))]
    over = sum(line.weight for line in lines[: titled[0]] if line.kind == "prose")
    several = len({lines[i - 1].text for i in titled}) == len(titled)
    if not several or over > _INTRO or min(told) < _TEXT:
        return ()
    return _headed(lines, [i - 1 for i in titled], "its text opens as a report does")


def _titled_facts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield each title that has facts right under it and prose under those, and where that begins."""
    i = 0
    while i < len(lines):
        if lines[i].kind not in _FACTS:
            i += 1
            continue
        end = i
        while end < len(lines) and lines[end].kind in _BESIDE:
            end += 1
        named = i > 1 and lines[i - 1].kind == "short" and bool(signed(lines[i - 1].text))
        title = i - 1 - named
        if i and may_be_title(lines[title]) and end < len(lines) and lines[end].kind == "prose":
            yield title, end
        i = end


def footed_heads(lines: Sequence[Line]) -> tuple[Head, ...]:
    """Return the titles of posts that end with the same lines each: one of them leads to readers' comments."""
    feet: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for start, end in _feet(lines):
        feet[tuple(sorted({line.rule or line.kind for line in lines[start:end]}))].append((start, end))
    for places in feet.values():
        heads = _posts(lines, places)
        if heads:
            return heads
    return ()


def _feet(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the runs of two lines or more that are no text, right under text; comments are counted in them."""
    i = 0
    while i < len(lines):
        end = i
        while end < len(lines) and lines[end].kind in _ASIDE:
            end += 1
        run = lines[i:end]
        if (
            len(run) > 1
            and i
            and is_said(lines[i - 1])
            and any(line.kind == "comments" or _POST.search(line.text) for line in run)
        ):
            yield i, end
        i = max(end, i + 1)


def _posts(lines: Sequence[Line], feet: Sequence[tuple[int, int]]) -> tuple[Head, ...]:
    """Return the heads of the posts between ``feet``, if each of them has a title and a text."""
    titles: list[int] = []
    for (_, start), (end, _) in pairwise(((0, 0), *feet)):
        told = next((i for i in range(start, end) if lines[i].kind == "prose"), end)
        if sum(line.weight for line in lines[told:end] if line.kind == "prose") < _TEXT:
            return ()
        over = range(start, min(told, start + 1)) if start else range(told - 1, max(-1, told - 1 - _NEAR), -1)
        title = next((i for i in over if may_be_title(lines[i])), None)
        if title is None:
            return ()
        titles.append(title)
    if len({lines[i].text for i in titles}) < len(titles) or len(titles) < 2:  # noqa: PLR2004 - two agree
        return ()
    return tuple(head_at(lines, title, "a post's foot stands under its text") for title in titles)


def may_be_title(line: Line) -> bool:
    """Tell whether a line may be a title: it has the length of one, and is no sentence, no name, no caption."""
    other = is_said(line) or bool(signed(line.text)) or credits_picture(line.text)
    return line.kind in CONTENT and is_title(line) and not other


def head_at(lines: Sequence[Line], title: int, why: str) -> Head:
    """Return the head of the title at ``title``, with the facts under it."""
    block = read_block(lines, title + 1)
    return Head(title, title, block.end, meta=block.meta, names=block.names, evidence=(why,))
