"""Which line of a head is the title, which the dek, which the section of the newspaper.

Input: the lines that stand over a date or a byline. Output: their indices. The rules weigh what a reader sees: length,
full stops, what comes back on the page, what stands above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.clean.lines.line import Line
from site_builder.clean.words.lexicon import SECTION
from site_builder.model.han import has_hanzi

CONTENT = frozenset({"short", "prose", "note"})
TITLE = 30  # words of a long headline
_FAR = 200  # lines looked back
ADDRESS = re.compile(r"https?://\S+$")
_DEK = 4  # words of the shortest dek
_POINT, _LONGEST_POINT = 6, 45  # words of a line of a dek that has several
_SITE = 6.0  # words of the longest name of a site
_BRACKETED = re.compile(r"\[[^\[\]]{2,40}\]|【[^【】]{2,20}】")
_SITES = re.compile("首页|频道|栏目")
_SITE_ENDS = (
    "频道",
    "栏目",
    "专栏",
    "首页",
    "要闻",
    "资讯",
    "新闻",
    "新闻网",
    "在线",
    "日报",
    "晚报",
    "晨报",
    "时报",
    "周刊",
)
DASHES = ("——", "--", "— ", "―")  # before a dek, or who says it
_CALLED_DEK = re.compile(r"^(?:excerpt|standfirst|摘要)[\s:：]+", re.IGNORECASE)  # as programs that clip pages write
_BEFORE_DEK = "—–―-•·▪■ "
FULL_STOP = (".", "。", "…", ":", "：", ",", "，", ";", "；")


def pick_roles(
    lines: Sequence[Line], above: list[int], floor: int, common: frozenset[str]
) -> tuple[int, int | None, int | None] | None:
    """Choose title, dek and category among the lines above a meta line."""
    if not above:
        return None
    bounded = above[0] == 0 or lines[above[0] - 1].kind not in CONTENT
    at_floor = floor > 0 and above[0] == floor
    if at_floor and lines[above[-1]].kind == "prose" and len(above) == 1:
        return None
    pair = len(above) > 1 and _is_pair(lines, above, common, bounded=bounded and not at_floor)
    title, dek = (above[-2], above[-1]) if pair else (above[-1], None)
    told = is_statement(lines[title])
    if not is_title(lines[title]) or (told and not _is_framed(lines, title, above, common)):
        return None
    over = title - 1
    alone = over in above and (over == above[0] and bounded)
    category = (
        over if over in above and is_category(lines[over]) and (alone or is_section(lines[over], common)) else None
    )
    return title, dek, category


def split_points(lines: Sequence[Line], above: list[int], common: frozenset[str]) -> tuple[list[int], list[int]]:
    """Return the lines that may be category, title and dek, and the further lines of a dek that has several.

    Such points (two or three, each a statement) stand under a title that is none, and over that title stands the name
    of a section; where nothing does, the points must end as sentences do.
    """
    for count in (3, 2):
        told, title = above[-count:], above[-count - 1] if len(above) > count else None
        if title is None or not all(_POINT <= lines[i].weight <= _LONGEST_POINT for i in told):
            continue
        headed = is_title(lines[title]) and not is_said(lines[title]) and not is_category(lines[title])
        framed = title - 1 in above and is_section(lines[title - 1], common)
        top = next((i for i in range(title, above[0], -1) if not is_category(lines[i - 1])), above[0])
        bounded = top == 0 or lines[top - 1].kind not in {*CONTENT, "date"}
        if headed and (framed or (bounded and all(is_said(lines[i]) for i in told))):
            return above[: -count + 1], above[-count + 1 :]
    return above, []


def _is_framed(lines: Sequence[Line], title: int, above: list[int], common: frozenset[str]) -> bool:
    """Tell whether a title that reads like a sentence has the page's end, furniture or a category over it."""
    if title == above[0]:
        return title == 0 or lines[title - 1].kind not in {*CONTENT, "date"}  # a chronicle has dates in its text
    return is_section(lines[title - 1], common) or (is_category(lines[title - 1]) and title - 1 == above[0])


def _is_pair(lines: Sequence[Line], above: list[int], common: frozenset[str], *, bounded: bool) -> bool:
    """Tell whether the two lines nearest to the meta line are a title and its dek."""
    title, dek = lines[above[-2]], lines[above[-1]]
    if dek.text.startswith(DASHES) and is_title(title) and not is_said(title):
        return True
    third = lines[above[-3]] if len(above) > 2 else None  # noqa: PLR2004 - a third line
    links = in_list(lines, above[0])
    framed = bounded if third is None else is_category(third) and (not links or is_section(third, common))
    if (
        (bounded and _names_site(title) and not is_said(dek))
        or not _may_lead(title, dek, framed=framed)
        or is_section(title, common)
        or (dek.level and (not title.level or dek.level < title.level))  # the higher heading is the title
        or (dek.text.casefold() in common and not is_said(dek))
        or (title.text.casefold() in common and _is_fresh(dek, common))
    ):
        return False
    if is_category(title) and not (is_said(dek) or is_section(third, common)):
        return False
    if is_said(dek) and not is_said(title) and dek.weight >= _DEK:
        return True
    if dek.kind == "prose":
        return dek.weight >= title.weight or framed
    told = third is not None and third.kind == "prose"
    longer = dek.weight > (1.6 if links else 1.2) * title.weight
    return dek.weight >= _DEK and (framed or told or longer)


def _names_site(line: Line) -> bool:
    """Tell whether a few Chinese characters are the name of a site or of its section, which may be glued together."""
    if line.weight > _SITE or not has_hanzi(line.text):
        return False
    rest = _SITES.sub("", line.text)
    return not rest or line.text.endswith(_SITE_ENDS) or SECTION.fullmatch(rest) is not None


def _is_fresh(line: Line, common: frozenset[str]) -> bool:
    """Tell whether a line may be a title and does not come back."""
    return line.text.casefold() not in common and is_title(line) and not is_said(line)


def _may_lead(title: Line, dek: Line, *, framed: bool) -> bool:
    """Tell whether a line may be a title over ``dek``; a sentence, and two words over no sentence, need a frame."""
    told = title.kind == "prose" or title.text.endswith(FULL_STOP) or (is_category(title) and not is_said(dek))
    return is_title(title) and (framed or not told)


def in_list(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the short lines over ``i`` are a list of links: the title under it has no share in them."""
    far = max(0, i - _FAR)
    while i > far and lines[i - 1].kind == "short":
        i -= 1
    return i > 0 and lines[i - 1].kind == "list"


def pick_below(lines: Sequence[Line], shorts: Sequence[int]) -> tuple[int, int | None, int | None] | None:
    """Choose the title among the lines between dates and bylines, where none stands above."""
    titles = [i for i in shorts if is_title(lines[i])]
    return (titles[0], None, None) if titles else None


def is_category(line: Line) -> bool:
    """Tell whether a line is short enough to name a section of a newspaper."""
    named = any(char.isalpha() for char in line.text)
    return line.kind == "short" and line.weight <= 3.5 and not line.ends and named  # noqa: PLR2004 - "Media Watch", "China & Asia"


def is_bracketed(line: Line) -> bool:
    """Tell whether a line is the name of a section in brackets, as stands over a title (``[Letters]``)."""
    return line.kind == "short" and line.weight <= _SITE and _BRACKETED.fullmatch(line.text) is not None


def is_said(line: Line) -> bool:
    """Tell whether a line reads like a sentence."""
    return line.kind == "prose" or line.text.removesuffix("（完）").endswith(FULL_STOP)


def is_statement(line: Line) -> bool:
    """Tell whether a line reads like a sentence, as no title does; titles may ask, cry out, or break off."""
    if line.kind == "prose":
        return not line.text.endswith(("?", "？", "!", "！", '?"', "？”", "！”"))
    return line.text.endswith(FULL_STOP) and not line.text.endswith("…")


def is_section(line: Line | None, common: frozenset[str]) -> bool:
    """Tell whether a line names a section of a newspaper: by its words, or because it comes back."""
    if line is None:
        return False
    return is_category(line) and (SECTION.fullmatch(line.text) is not None or line.text.casefold() in common)


def unmarked(dek: str) -> str:
    """Return what a dek says, without the dash or the point that tells it from the title in print.

    >>> unmarked("——写给桥")
    '写给桥'
    """
    return _CALLED_DEK.sub("", dek.lstrip(_BEFORE_DEK)) or dek


def is_title(line: Line) -> bool:
    """Tell whether a line has the length and the end of a title."""
    return (
        1 < line.weight <= TITLE
        and not line.text.endswith((":", "：", ",", "，", ";"))
        and not line.text.startswith((*DASHES, "^"))  # a sign that leads back from a note
        and line.kind != "note"
        and not ADDRESS.match(line.text)
    )
