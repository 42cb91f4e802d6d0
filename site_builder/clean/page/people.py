"""Names of authors from markup, where they come with roles, addresses and agencies around them.

Input: the texts of author fields. Output: names, cleaned, each once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from itertools import chain

from site_builder.clean.words.dates import find_date, without_dates
from site_builder.clean.words.people_words import TELLS
from site_builder.clean.writing.markdown import squeeze
from site_builder.model.han import has_hanzi

_BEFORE = re.compile(
    r"^(?:(?:posted|written|words|story|article|report(?:ed|ing)?|published|contributed|reviewed)\s+)?"
    r"(?:by\b[\s:]*|(?-i:By(?=[A-Z])))"
    r"|^(?:author|von|par|por|di|autor|auteur)s?\s*[:：]\s*|^@"
    r"|^(?:作者|记者|撰文|文|编辑|本报记者|通讯员)\s*[:：/|]?\s*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:[,;|、，；/]|\s&\s|\band\b|\bund\b|\bet\b|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff]))\s*", re.IGNORECASE
)
_CUT = re.compile(
    rf"\s+(?:[-–—|•·]|in|for|at|on|posted|published|updated|{TELLS})\s+.*$|\s*[（(<].*$|\s+\d.*$", re.IGNORECASE
)
_LEFT = re.compile(r"\s+(?:on|at|in)\s*$")  # of a date that is taken out
_NOBODY = re.compile(
    r"(?:an?|the|my|our|about|read|all|recipe|source)\b.*"
    r"|(?:the )?(?:admin(?:istrator)?|staff|editors?|editorial|newsroom|guest|webmaster|redaktion|redacci[oó]n|team"
    r"|author|name|contributors?|unknown|anonymous|user|root|super ?user|reporter|correspondent|writer|photographer"
    r"|follow|view|share|more|published|(?:last )?updated|posted|home)\b.*"
    r"|.*\b(?:staff|team|desk|newsroom|editorial|editors|editor|reporter|correspondent|writer|contributor|inc|ltd|llc|gmbh"
    r"|university|agency|engineer|developer|manager|director|professor|researcher|analyst|columnist|founder|president)\.?"
    r"|(?:发表|發表|发布|發布|作者|佚名|匿名|网友|網友|管理员|编辑|編輯|本报|本报讯|本站|小编|记者|記者|来源|來源|原创|未知|综合).*",
    re.IGNORECASE,
)
_DEGREE = re.compile(r",?\s+(?:Ph\.?D|M\.?D|Dr|J\.?D|MBA|M\.?Sc|CSCS|R\.?D|CISSN)\b\.?")
_ACRONYM = re.compile(r"[A-Z]{2,5}")  # of an agency, where people are named beside it
_NO_NAME = re.compile(r"[\d@_:?!<>]|\.(?:com|org|net|cn)\b")
_LONGEST = 5  # words of a name
_SHORTEST = 2  # letters of a name in Latin script


def clean_names(texts: Iterable[str], not_names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the people named in ``texts``, in order, each once; ``not_names`` are the site's own names."""
    others = {name.casefold() for name in not_names if name}
    names = chain.from_iterable(_SPLIT.split(_bare(text)) for text in texts)
    found = (squeeze(_CUT.sub("", _BEFORE.sub("", name)).strip(" .:,-–—|•·»«›\"'“”")) for name in names)
    good = tuple(dict.fromkeys(name for name in found if _is_name(name, others)))
    people = tuple(name for name in good if not _ACRONYM.fullmatch(name))
    return people or good


def _bare(text: str) -> str:
    text = squeeze(html.unescape(text).replace("\u00a0", " "))
    text = re.sub(r"\S+@\S+|https?://\S+|(?<!\S)@\w+", " ", text)
    text = _DEGREE.sub("", text)
    text = _LEFT.sub("", without_dates(text)) if find_date(text) else text
    return _BEFORE.sub("", text.strip())


def _is_name(name: str, others: set[str]) -> bool:
    if (
        not name
        or name.casefold() in others
        or _NOBODY.fullmatch(name)
        or re.search(r"[\d@_:?!<>]|\.(?:com|org|net|cn)\b", name)
    ):
        return False
    if has_hanzi(name):
        return 2 <= len(name) <= 12  # noqa: PLR2004 - a name in Hanzi
    words = name.split()
    few = len(name) >= _SHORTEST and len(words) <= _LONGEST
    return few and (words[0][0].isupper() or len(words) == 1 or words[-1][0].isupper())
