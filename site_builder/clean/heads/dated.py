"""Heads found by dates and bylines, weighed with what stands around them.

Input: lines with their kinds. Output: heads, in order. A head is a title with a date or a byline under it (or over it),
prose after that, and above it the top of the page, furniture, a category or the end of another article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from site_builder.clean.furniture.contents import RULE as CONTENTS
from site_builder.clean.furniture.contents import pointed, said_in
from site_builder.clean.heads.agreeing import may_be_title
from site_builder.clean.heads.head_points import ENOUGH, weigh_head
from site_builder.clean.heads.order import (
    dates_stand_over_titles,
    has_dek_below,
    has_title_below,
    is_doubtful,
)
from site_builder.clean.lines.head_block import META, Head, read_block
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import (
    ADDRESS,
    CONTENT,
    FULL_STOP,
    in_list,
    is_category,
    is_said,
    is_section,
    is_statement,
    is_title,
    pick_below,
    pick_roles,
    split_points,
)
from site_builder.clean.words.dates import only_changed
from site_builder.clean.words.lexicon import SECTION
from site_builder.clean.words.names import is_publication, signed
from site_builder.clean.words.people_words import OFFICE
from site_builder.clean.words.picture_words import credits_picture

_LISTED = 20  # lines looked at to tell a listing
_TEASER = 45.0  # words of the longest teaser
_LONGER = 2  # times as long as a title: no other title is
_TWICE = 2  # a title of a copied article, not the name of a newspaper, which heads many
_OFFICE = 8.0  # words of what somebody is
_ASIDES = 8  # lines with buttons and counts between a title and its byline or date
_NEAR = 5  # lines over a byline that can be category, title, dek and two of navigation


def dated_heads(lines: Sequence[Line], floor: int = 0) -> tuple[Head, ...]:
    """Return the heads below ``floor`` that have a date or a byline."""
    heads: list[Head] = []
    position = floor
    common = _common(lines)
    listed = {said for line in lines if line.rule == CONTENTS for said in (said_in(line.text), pointed(line.text))}
    below = dates_stand_over_titles(lines)
    while (meta := _next_meta(lines, position)) is not None:
        if (date := _date_under_filing(lines, meta)) is not None:
            filed = _head_at(lines, date, date - 1, common, heads, listed)
            if filed is not None:
                heads.append(replace(filed, first=meta))
                floor = position = filed.end
                continue
        date = _under_byline(lines, meta)
        first = below and lines[date].kind == "date" and has_title_below(lines, date)
        head = _head_under(lines, date, meta) if first else _head_at(lines, meta, floor, common, heads, listed)
        if head is None:
            position = _late_byline(lines, meta, heads) + 1
            named = lines[meta].kind in {"date", "byline"}
            while named and position < len(lines) and lines[position].kind in META:  # nothing stands above these
                position += 1
            continue
        heads.append(head)
        floor = position = head.end
    return _alike(lines, heads)


def _date_under_filing(lines: Sequence[Line], i: int) -> int | None:
    """Return where the date of a title stands that is right under a table of how an office filed its text."""
    if lines[i].rule != "filing":
        return None
    end = min(len(lines), i + _LISTED)
    while i < end and lines[i].kind == "label":
        i += 1
    dated = i + 1 < len(lines) and may_be_title(lines[i]) and lines[i + 1].kind in {"date", "byline"}
    return i + 1 if dated else None


def _under_byline(lines: Sequence[Line], i: int) -> int:
    """Return where the date stands of a head that begins with its byline, or the line itself."""
    begins = lines[i].kind == "byline" and (i == 0 or lines[i - 1].kind not in CONTENT)
    return i + 1 if begins and i + 1 < len(lines) and lines[i + 1].kind == "date" else i


def _head_under(lines: Sequence[Line], date: int, first: int) -> Head:
    """Return the head that begins with its date, or a byline over that, and has its title under it."""
    title = date + 1
    two = lines[title + 1 : title + 3]
    dek = title + 1 if len(two) > 1 and two[0].kind in CONTENT and two[1].kind in {"byline", "stamp"} else None
    dek = None if dek is not None and signed(lines[dek].text) else dek
    dek = title + 1 if has_dek_below(lines, date) else dek
    start = title + 1 if dek is None else dek + 1
    two = lines[start : start + 2]
    named = [line.kind for line in two] == ["short", "prose"] and bool(signed(two[0].text))
    block = read_block(lines, start + named)
    names = (start,) if named else block.names
    return Head(title, first, block.end, dek, None, (), (*range(first, title), *block.meta), names, ("a date over it",))


def _alike(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads that are built alike: where another has no dek, one that is no sentence may be the title.

    Over it stands what is no title then: the page's navigation, or the last line of the article before.
    """
    settled = all(head.dek is not None or head.category is not None for head in heads)
    deks = [lines[head.dek] for head in heads if head.dek is not None]
    said = 2 * sum(is_said(dek) for dek in deks) > len(deks) > 1  # then one that is no sentence is none
    asked = [*heads[:1]] if settled and said else [] if settled else heads
    return tuple(
        _retitled(lines, head, top=i == 0, settled=settled) if head in asked else head for i, head in enumerate(heads)
    )


def _retitled(lines: Sequence[Line], head: Head, *, top: bool, settled: bool) -> Head:
    """Return a head with its dek as title, where that is in doubt; a dek twice as long as the title is none."""
    if head.dek is None or head.category is not None or not is_doubtful(lines, head.title, head.dek, top=top):
        return head
    long = settled and lines[head.dek].weight > _LONGER * lines[head.title].weight
    return head if long else replace(head, title=head.dek, dek=None, first=head.dek)


def heads_inside(lines: Sequence[Line], start: int) -> tuple[Head, ...]:
    """Return the heads of several articles in one letter: no text stands over the first, and each is set apart."""
    heads = dated_heads(lines, start)
    told = sum(line.weight for line in lines[start : heads[0].first] if line.kind == "prose") if heads else 0.0
    apart = all(i and _begins(lines, i) for i in (head.first for head in heads))
    signed_all = all(head.names or any(lines[i].kind in {"date", "byline"} for i in head.meta) for head in heads)
    return heads if len(heads) > 1 and told <= _TEASER and apart and signed_all else ()


def _begins(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a head is set apart from what is over it: by its level, or by a heading or another thing there."""
    over = lines[i - 1]
    return bool(lines[i].level) or over.kind not in CONTENT or bool(over.level)


def _next_meta(lines: Sequence[Line], start: int) -> int | None:
    return next((i for i in range(start, len(lines)) if lines[i].kind in META), None)


def _common(lines: Sequence[Line]) -> frozenset[str]:
    """Return the short lines that come back: categories and navigation do, titles seldom."""
    counts = Counter(line.text.casefold() for line in lines if line.kind == "short")
    return frozenset(text for text, count in counts.items() if count > 1)


def _late_byline(lines: Sequence[Line], meta: int, heads: list[Head]) -> int:
    """Give a byline that stands under the first paragraph to the head above it."""
    if heads and lines[meta].kind in {"byline", "date"} and heads[-1].end == meta - 1:
        heads[-1] = replace(heads[-1], meta=(*heads[-1].meta, meta))
    return meta


def _head_at(
    lines: Sequence[Line],
    meta: int,
    floor: int,
    common: frozenset[str],
    heads: Sequence[Head],
    listed: Set[str] = frozenset(),
) -> Head | None:
    """Return the head whose first dating or naming line is ``meta``; nothing above ``floor`` may belong to it."""
    above, names = _above(lines, meta, floor, common)
    above, more = split_points(lines, above, common)
    block = read_block(lines, meta)
    closing = lines[meta].kind == "byline" and bool(above) and lines[above[-1]].kind == "prose"
    roles = (
        _listed_roles(lines, above, listed)
        or pick_roles(lines, above, floor, common)
        or (None if closing else pick_below(lines, block.shorts))
    )
    if roles is None:
        return None
    title, dek, category = _without_masthead(lines, roles, block.shorts, common)
    dek = block.dek if dek is None else dek
    first = min(i for i in (title, category, meta, roles[0]) if i is not None)
    first -= first > floor and ADDRESS.match(lines[first - 1].text) is not None
    end = max(block.end, title + 1, (dek or 0) + 1)
    head = Head(title, first, end, dek, category, tuple(more), block.meta, (*names, *block.names))
    if lines[meta].kind in {"stamp", "label"} and title < meta and not names and _is_foot(lines, title, block.shorts):
        return None
    head = with_date_above(lines, head, floor)
    points, why = weigh_head(lines, head, heads)
    return replace(head, evidence=why) if points >= ENOUGH else None


def _listed_roles(
    lines: Sequence[Line], above: Sequence[int], listed: Set[str]
) -> tuple[int, int | None, int | None] | None:
    """Return the roles where the table of contents names one of the lines ``above`` as the title."""
    title = next((i for i in reversed(above) if lines[i].text in listed), None)
    if title is None:
        return None
    category = title - 1 if title - 1 in above and is_category(lines[title - 1]) else None
    return title, title + 1 if title + 1 in above else None, category


def _is_foot(lines: Sequence[Line], title: int, shorts: Sequence[int]) -> bool:
    """Tell whether a count or tags stand under a list of links, or under a text with a title of its own below them."""
    fresh = any(is_title(lines[i]) and not is_category(lines[i]) and not signed(lines[i].text) for i in shorts)
    return in_list(lines, title) or (fresh and title > 0 and lines[title - 1].kind == "prose")


def _without_masthead(
    lines: Sequence[Line], roles: tuple[int, int | None, int | None], shorts: Sequence[int], common: frozenset[str]
) -> tuple[int, int | None, int | None]:
    """Return the roles; where the title over the date comes back as a newspaper's name does, the one under it.

    One that comes back in its own head is no such name: a copied article has its title, and its dek, once more.
    """
    again = [i for i in shorts if i > roles[0] and lines[i].text == lines[roles[0]].text]
    if again and sum(line.text == lines[roles[0]].text for line in lines) == _TWICE:
        deks = [i for i in shorts if i == again[-1] + 1 and is_title(lines[i]) and not signed(lines[i].text)]
        return roles[0], deks[0] if deks and roles[1] is None else roles[1], roles[2]
    fresh = [i for i in shorts if lines[i].text.casefold() not in common]
    section, paper = SECTION.fullmatch(lines[roles[0]].text), is_publication(lines[roles[0]].text)
    if (section or paper) and roles[1:] == (None, None):
        under = pick_below(lines, [i for i in fresh if not (is_category(lines[i]) or signed(lines[i].text))])
        return roles if under is None else (under[0], None, None if paper else roles[0])
    under = pick_below(lines, fresh) if lines[roles[0]].text.casefold() in common else None
    return under or roles


def with_date_above(lines: Sequence[Line], head: Head, floor: int) -> Head:
    """Give a head that has no date the one that stands right over it."""
    over = head.first - 1
    dated = any(lines[i].kind == "date" for i in head.meta)
    if dated or over < floor or lines[over].kind != "date" or only_changed(lines[over].text):
        return head
    return replace(head, first=over, meta=(over, *head.meta))


def _above(lines: Sequence[Line], meta: int, floor: int, common: frozenset[str]) -> tuple[list[int], list[int]]:
    """Return the lines over a head's meta line that may be category, title and dek, and those that are names."""
    found: list[int] = []
    names: list[int] = []
    signs = any(line.kind == "byline" for line in lines[meta : meta + 3])
    for i in range(meta - 1, floor - 1, -1):
        line = lines[i]
        bare = line.kind == "short" and not found and lines[meta].kind != "byline"
        if bare and _is_office(lines, i) and _worth_naming(lines, i - 1, floor, common):
            continue
        if bare and not signs and signed(line.text) and _worth_naming(lines, i, floor, common):
            names.append(i)
        elif bare and _is_passed(lines, i, floor, common, named=bool(names)):
            continue
        elif line.kind in CONTENT and not _is_aside(line) and len(found) < _NEAR:
            found.insert(0, i)
        elif not (_is_aside(line) and not found and meta - i <= _ASIDES):
            break
    return found, names


def _is_passed(lines: Sequence[Line], i: int, floor: int, common: frozenset[str], *, named: bool) -> bool:
    """Tell whether a line between a title and its date is a newspaper's name, or over a name that of a section."""
    masthead = _is_masthead(lines, i) and _is_under_title(lines, i, floor, common)
    return masthead or (named and is_category(lines[i]) and _is_headed(lines, i, floor))


def _is_aside(line: Line) -> bool:
    """Tell whether a line between a title and its byline or date is none of these: a button, a count, a caption."""
    return line.kind in {"line", "stamp"} or (line.kind == "short" and credits_picture(line.text))


def _is_masthead(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is a newspaper's name: by its words, or as the notice below names it."""
    name = lines[i].text
    notice = any(line.kind == "rights" and name in line.text for line in lines[i + 1 : i + _NEAR])
    return notice or is_publication(name)


def _is_office(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line says what the one named over it is: a correspondent, a scholar."""
    office = OFFICE.search(lines[i].text) is not None and lines[i].weight <= _OFFICE
    return (office or is_category(lines[i])) and i > 0 and bool(signed(lines[i - 1].text)) and not signed(lines[i].text)


def _is_under_title(lines: Sequence[Line], i: int, floor: int, common: frozenset[str]) -> bool:
    """Tell whether a newspaper's name stands under a title, or under the name of an author."""
    return (i > floor and bool(signed(lines[i - 1].text))) or _worth_naming(lines, i, floor, common)


def _worth_naming(lines: Sequence[Line], i: int, floor: int, common: frozenset[str]) -> bool:
    """Tell whether a line that looks like a name has a better title above it."""
    while i > floor and _is_aside(lines[i - 1]):
        i -= 1
    over = lines[i - 1] if i > floor else None
    if over is not None and is_category(over) and _is_headed(lines, i - 1, floor):
        return True
    if over is None or over.kind not in CONTENT or is_section(over, common):
        return False
    dek = over.text.endswith(FULL_STOP)
    top = lines[i - 2] if dek and i - 2 >= floor and lines[i - 2].kind in CONTENT else over
    titled = top.kind == "short" and not is_statement(top)
    return over.weight > 1 and (over.kind == "prose" or titled)


def _is_headed(lines: Sequence[Line], category: int, floor: int) -> bool:
    """Tell whether a title stands over a section's name, or over a dek there; not the last line of a text."""
    over = lines[max(floor, category - 2) : category]
    titles = [line.kind == "short" and is_title(line) and not (is_said(line) or is_category(line)) for line in over]
    return any(titles) and not (len(over) > 1 and over[0].kind == "prose" and not titles[-1])
