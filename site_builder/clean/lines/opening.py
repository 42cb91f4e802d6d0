"""Reporters whom a Chinese text names in its opening, as agencies and newspapers write it.

Input: the first paragraph of an article. Output: names, or (). The forms: ``新华社北京1月3日电（记者林若川 陈一帆）``,
``【渡口网】（记者 林若川）``, ``本报讯（通讯员 林若川）``, ``【文/渡口网专栏作者 林若川】``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.clean.lines.parts import Part
from site_builder.clean.words.names import is_called, is_chinese_person, is_publication, signed
from site_builder.model.han import HANZI

_OPENING = re.compile(
    rf"(?:[【\[][^】\]]{{1,16}}[】\]]\s*)?[^。！？；，,（(【\[]{{0,24}}[（(【\[](?P<said>[{HANZI}\d·、，,/／:：\s]{{4,60}})[）)】\]]"
)
_ROLE = re.compile(r"记者|記者|通讯员|通訊員|作者|撰文|(?<![\u4e00-\u9fff])文\s*[/／]")
_OTHER = re.compile(r"(?:实习|见习)(?:生|记者)|摄影|攝影|编辑|編輯|供图")
_DATELINE = re.compile(
    r"[（(【\[]?[\u4e00-\u9fff]{2,12}(?:社|网|報|报)[\u4e00-\u9fff]{0,8}(?:\d\d?月)?\d\d?日(?:电|電|讯|訊)"
    r"|(?:本报|本刊|本网|本站|本報)(?:讯|訊)"
    r"|[A-Z][A-Z .,’'-]{2,30}(?:, [A-Z][\w. ]{2,30})? (?:\([A-Z][\w. ]{1,20}\) )?[—–-]{1,2} "
    r"|\([A-Z][A-Za-z ]{1,20}\) [—–-]{1,2} "
)
_DEK = 45.0  # words
_PLACED = re.compile(rf"(?P<run>[{HANZI}]{{4,7}})\d{{1,2}}日?(?:综合|專)?(?:电|電|讯|訊|报道|報導)")
_BETWEEN = re.compile(r"[\s、，,:：]+")


def has_dateline(paragraph: str) -> bool:
    """Tell whether a paragraph opens as the first of a report does: with its place, its agency or its reporter."""
    return _DATELINE.match(paragraph) is not None or bool(reporters(paragraph))


def lead_apart(parts: Sequence[Part]) -> list[Part]:
    """Make a dek of the first paragraph of an article where the second opens as the first of a report does."""
    body = [i for i, part in enumerate(parts) if part.part == "body"][:2]
    dated = [has_dateline(parts[i].line.text) for i in body]
    apart = dated == [False, True] and parts[body[0]].line.weight <= _DEK and not signed(parts[body[0]].line.text)
    return [Part(part.line, "dek") if apart and i == body[0] else part for i, part in enumerate(parts)]


def reporters(paragraph: str) -> tuple[str, ...]:
    """Return the reporters whom the opening of ``paragraph`` names, without those who helped them, or ()."""
    found = _OPENING.match(paragraph)
    said = found["said"] if found else ""
    roles = list(_ROLE.finditer(said))
    ends = [*(role.start() for role in roles[1:]), len(said)]
    texts = (said[role.end() : end] for role, end in zip(roles, ends, strict=False))
    return next((names for text in texts if (names := _names(text))), ())


def _names(said: str) -> tuple[str, ...]:
    """Return the names in what follows a role; where anything in it is no name, none is."""
    words = [_PLACED.sub(_placed, word) for word in _BETWEEN.split(_OTHER.split(said)[0]) if word]
    words = words[1:] if len(words) > 1 and is_publication(words[0]) else words
    alone = len(words) == 1 and is_called(words[0])  # a role says that it is a name, whatever the surname
    return tuple(words) if alone or all(is_chinese_person(word) for word in words) else ()


def _placed(found: re.Match[str]) -> str:
    """Return the name before a place: most names have three characters, and no place has one."""
    run = found["run"]
    return run[:2] if len(run) == 4 else run[:3]  # noqa: PLR2004 - two and two
