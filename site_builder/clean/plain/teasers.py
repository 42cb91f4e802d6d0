"""Titles without their articles: teasers, lists of dates, lists of links.

Input: what stands under each title of a scrape, as parts. Output: which of these are no articles. Some show it alone;
others only beside an article that the same page has: no two paragraphs follow each other under them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise, takewhile

from site_builder.clean.heads.agreeing import may_be_title
from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.parts import Part
from site_builder.clean.lines.roles import is_category, is_said

_LEAST = 40.0  # words of prose: less is a teaser, unless nothing says that it was cut
_DATES = 3  # lines that are dates among titles and no text: a list of articles
_SAID = 0.3  # of the words of a text: so many stand in sentences
_ITEM = re.compile(r"^[-*+] +(\S{1,3})", re.MULTILINE)
_CUT = ("…", "...", "[…]", "[...]", "……")
_ARTICLE = 100.0  # words of an article that tells teasers from articles
_TEASER = 45.0  # words of the longest teaser among others
_BRIEF = 60.0  # words of the longest teaser with the head of an article
_FEW = 2  # dates in a text: fewer may be told of
_FACTS = frozenset({"date", "byline", "stamp"})
_FAR = 200  # lines looked back
_OPENERS = frozenset({"list", "comments", "footer"})


def find_teasers(lines: Sequence[Line], heads: Sequence[Head], texts: Sequence[Sequence[Part]]) -> frozenset[int]:
    """Return which of ``heads`` have no article under them; ``texts`` are the parts under each."""
    alone = {i for i, parts in enumerate(texts) if is_teaser(parts)}
    whole = [i for i, parts in enumerate(texts) if i not in alone and _is_whole(parts)]
    if not whole:
        return frozenset(alone)
    built = {_build(lines, heads[i]) for i in whole}
    beside = {
        i for i in range(whole[0] + 1, len(heads)) if i not in alone and _leads_away(lines, heads[i], texts[i], built)
    }
    return frozenset(alone | beside)


def _leads_away(lines: Sequence[Line], head: Head, parts: Sequence[Part], built: Set[tuple[str, ...]]) -> bool:
    """Tell whether a head with hardly a text leads to an article: it is built as no article's, or stands in a list."""
    if lines[head.title].level or lines[head.title].kind == "label":
        return False
    if _holds_titles(lines, head):
        return True
    if _is_running(parts):
        return _titles_over_text(parts) > 1
    told = sum(part.line.weight for part in parts if _is_said(part))
    over = [lines[i].kind for i in range(head.first - 1, max(-1, head.first - _FAR), -1)]
    opened = next((kind for kind in over if kind in {"prose", *_OPENERS}), "") in _OPENERS
    cut = lines[head.title].text.endswith(_CUT)
    return cut or _build(lines, head) not in built or not told or (opened and told <= _BRIEF)


def _holds_titles(lines: Sequence[Line], head: Head) -> bool:
    """Tell whether a head has a time and another title and a time again: it is the first of a list."""
    own = {head.title, head.dek, head.category, *head.points, *head.meta, *head.names}
    times = [i for i in head.meta if i > head.title and lines[i].kind in {"date", "stamp"}]
    pairs = [(a, b) for a, b in pairwise(times) if lines[a].kind == lines[b].kind]
    if times and is_said(lines[head.title]):  # the end of a teaser, over the title of the next
        pairs.append((head.title, times[0]))
        own -= {head.dek}
    return any(may_be_title(lines[i]) for a, b in pairs for i in range(a + 1, b) if i not in own)


def _titles_over_text(parts: Sequence[Part]) -> int:
    """Return how many lines that may be titles stand over the first sentence: under its head a text begins soon."""
    over = [part.line for part in takewhile(lambda part: not _is_said(part), parts) if part.part]
    return sum(may_be_title(line) and not is_category(line) for line in over)


def _build(lines: Sequence[Line], head: Head) -> tuple[str, ...]:
    """Return what a head is built of: what names and dates it, in its order."""
    facts = sorted({*head.meta, *head.names})
    return tuple("name" if i in head.names else lines[i].kind for i in facts)


def _is_said(part: Part) -> bool:
    return part.part == "body" and (part.line.kind == "prose" or part.line.ends)


def _is_running(parts: Sequence[Part]) -> bool:
    """Tell whether two paragraphs follow each other somewhere, in what is no list of dated titles."""
    told = [i for i, part in enumerate(parts) if _is_said(part)]
    inner = parts[told[0] : told[-1]] if told else []
    if sum(part.line.kind in _FACTS for part in inner) >= max(_FEW, len(told) / 2):
        return False
    kept = [part for part in parts if part.part or part.line.kind != "line"]
    return any(_is_said(one) and _is_said(other) for one, other in pairwise(kept))


def _is_whole(parts: Sequence[Part]) -> bool:
    """Tell whether parts are an article without a doubt."""
    return _is_running(parts) and sum(part.line.weight for part in parts if _is_said(part)) >= _ARTICLE


def is_teaser(parts: Sequence[Part]) -> bool:
    """Tell whether the parts of what a title heads are a teaser, a list or next to nothing, and no article."""
    prose = [part.line for part in parts if part.part == "body"]
    weight = sum(line.weight for line in prose)
    said = sum(line.weight for line in prose if line.kind == "prose" or line.ends)
    listed = sum(part.line.kind == "date" for part in parts if part.part) >= _DATES and said < _SAID * weight
    marks = sum(part.line.kind in {"date", "stamp"} or part.line.text.isdecimal() for part in parts)
    listed = listed or (marks >= _DATES and not said)
    cut = 0 < len(prose) < 3 and prose[-1].text.endswith(_CUT)  # noqa: PLR2004 - a teaser has one or two paragraphs
    told = [line for line in prose if line.kind == "prose"]
    cut = cut or (len(told) >= _DATES and sum(line.text.endswith(_CUT) for line in told) > len(told) / 2)
    linked = (
        _is_dated_list(parts)
        or _is_run(parts)
        or (bool(prose) and all(_is_list_of_links(line.markup) for line in prose))
    )
    return weight < _LEAST or cut or listed or linked


def _is_run(parts: Sequence[Part]) -> bool:
    """Tell whether further titles stand in a text, each with a date and a sentence or two."""
    lines = [part.line for part in parts if part.part]
    dated = [i for i in range(1, len(lines) - 1) if lines[i].kind == "date" and lines[i + 1].kind == "prose"]
    titled = sum(lines[i - 1].kind == "short" and may_be_title(lines[i - 1]) for i in dated)
    told = [part.line.weight for part in parts if _is_said(part)]
    return titled >= _FEW and max(told) <= _TEASER and len(told) <= titled + 2 and not _is_running(parts)


def _is_dated_list(parts: Sequence[Part]) -> bool:
    """Tell whether headings that lead away stand in a text, each with a teaser and a date, and no more."""
    leads = sum(bool(part.line.url and part.line.level) for part in parts if part.part == "heading")
    dates = sum(part.line.kind == "date" for part in parts)
    prose = sum(part.part == "body" and part.line.kind == "prose" for part in parts)
    return leads >= _DATES and dates >= leads and prose <= leads + 1


def _is_list_of_links(markup: str) -> bool:
    """Tell whether Markdown is a list each item of which begins with a link, three at least."""
    items = _ITEM.findall(markup)
    return len(items) >= _DATES and all(item.startswith(("[", "**[")) for item in items)
