"""Who wrote it: bylines in English and Chinese.

Input: a line. Output: authors and contributors, or None where the line is no byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.clean.dates import find_date, without_dates
from site_builder.clean.lexicon import WITH
from site_builder.model.han import HANZI

_PART = r"(?:[A-ZÀ-Þ][\w’'\-]*\.?|(?:de|van|von|der|den|al|bin|da|di|el|la|le|du|ter|ten)|[A-Z]\.(?:[A-Z]\.)*)"
_PERSON = re.compile(rf"{_PART}(?:[ \u00a0]{_PART}){{1,4}}")
_HAN_PERSON = re.compile(f"[{HANZI}]{{2,4}}(?:·[{HANZI}]{{1,6}})*")
_ENGLISH = re.compile(
    r"(?:[–—-]\s*)?(?:(?:posted|written|words|text|story|article|report(?:ed|ing)?|published|contributed|submitted|compiled|translated)\s+)?by[:\s]+(?P<who>.+)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:author|authors|byline|writer|reporter|words)\s*[:：]\s*(?P<who>.+)", re.IGNORECASE)
_CHINESE = re.compile(
    r"[（(【\[]?\s*(?:(?:作者|记者|撰文|撰稿|文字|采写|特约记者|本报记者|见习记者|撰稿人|执笔|作\s*者|編輯|通讯员|特约撰稿)\s*[:：/／丨|]?|文\s*[/／丨|:：]|文\s+)\s*(?P<who>.+?)\s*[）)】\]]?"
)
_SPLIT = re.compile(r"\s*(?:,|;|、|，|；|/|\||&|\band\b|与|和)\s*")
_TAIL = re.compile(
    r"(?:\s*[|·•—–]\s*|\s+[-/]\s+|\s{2,}|,\s*(?=(?:staff|senior|chief|special|deputy|foreign|china|asia|in|for|reuters|ap|afp|xinhua|editor|correspondent|reporter|the)\b)|"
    r"\s+(?=(?:in|for|at|on|/)\s)|\s*[（(<]|\s+(?:编辑|责编|来源|摄影|图|校对)[:：/／]|\s*(?=\S+@)).*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The people a byline names, as it spells them."""

    authors: tuple[str, ...]
    contributors: tuple[str, ...] = ()


def is_person(text: str) -> bool:
    """Tell whether ``text`` could be a person's name and nothing else."""
    return bool(_PERSON.fullmatch(text) or _HAN_PERSON.fullmatch(text)) and text != text.lower()


def byline(line: str) -> Byline | None:
    """Return the people of a line that is a byline (``By A, with contributions from B``; ``记者 张三``), else None."""
    if len(line) > 160:  # noqa: PLR2004 - longer is prose
        return None
    found = _ENGLISH.fullmatch(line) or _LABEL.fullmatch(line) or _CHINESE.fullmatch(line)
    if found is None:
        return None
    who = without_dates(found["who"]) if find_date(found["who"]) else found["who"]
    main, *rest = WITH.split(who, maxsplit=1)
    authors = people(main)
    return Byline(authors, people(rest[0]) if rest else ()) if authors else None


def people(text: str) -> tuple[str, ...]:
    """Split a list of names; what follows a name (a role, a place, an agency) is left off; () if none is a name."""
    names = [_TAIL.sub("", part).strip(" .,:：-–—") for part in _SPLIT.split(text.strip()) if part.strip()]
    good = [name for name in names if is_person(name)]
    return tuple(good) if good and good[0] == names[0] else ()


_INLINE = re.compile(
    rf"(?:\bby\s+(?P<en>{_PART}(?:[ \u00a0]{_PART}){{1,3}})|(?:作者|记者|撰文|撰稿|文)\s*[:：/／丨|]?\s*"
    rf"(?P<zh>[{HANZI}·]{{2,8}}(?:[、 ，,][{HANZI}·]{{2,4}})*)(?=$|[\s|·:：，,（(]))"
)
_PUBLISHER = re.compile(r"(?:来源|稿源|出处|来自|媒体|Source)\s*[:：/]\s*(?P<name>[^\s|,，;；:：（(]{2,30})")


def find_byline(line: str) -> Byline | None:
    """Return the people that a dated line names somewhere (``2020-02-22 来源：… 作者：陈一帆``)."""
    found = _INLINE.search(line)
    authors = people(found["en"] or found["zh"].replace(" ", "、")) if found else ()
    return Byline(authors) if authors else None


def find_publisher(line: str) -> str:
    """Return the publisher that a line of the head names (``来源：…``), or ``""``."""
    found = _PUBLISHER.search(line)
    return found["name"] if found else ""
