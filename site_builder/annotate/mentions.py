"""Chinese stretches of a text, as units that an author would translate.

Input: a text. Output: terms and ``#…#`` hashtags in order, without overlaps, with the text they stand for.
A hashtag is Weibo's: two ``#`` (or ``＃``) with Chinese between them; one ``#`` or English inside makes none.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from site_builder.model.han import HANZI
from site_builder.model.text import Span

_LONGEST_TAG = 60
_LONGEST_PREFIX = 5
_TAG = rf"[#＃]([^#＃\n]{{1,{_LONGEST_TAG}}})[#＃]"
_INNER = r"[0-9A-Za-z+%％&.·•・\-—“”‘’「」『』]"
_FOOT = r"(?:[》〉]|[0-9]{1,4}(?![\w.])|[A-Z]{1,4}(?!\w))?"
_TERM = rf"[{HANZI}]+(?:{_INNER}{{1,12}}[{HANZI}]+)*{_FOOT}"
_TAG_AT = re.compile(_TAG)
_TERM_AT = re.compile(_TERM)
_WORK = re.compile(r"《[^《》\n]{1,40}》|〈[^〈〉\n]{1,40}〉")
_NEXT = re.compile(f"[#＃《〈{HANZI}]")
_PREFIX = re.compile(r"(?:(?<![\w.,])[0-9]{1,4}|(?<!\w)[A-Z]{1,3}|[《〈])$")
_HAN = re.compile(f"[{HANZI}]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


class Mention(NamedTuple):
    """A term or a hashtag: ``span`` covers its ``#`` or book-title marks, ``chinese`` is verbatim without ``#``."""

    span: Span
    chinese: str
    hashtag: bool


def mentions(text: str) -> list[Mention]:
    """Return every Chinese stretch of ``text``."""
    found: list[Mention] = []
    at = 0
    while sign := _NEXT.search(text, at):
        one = _AT[sign.group()](text, sign.start()) if sign.group() in _AT else _term(text, sign.start(), at)
        if one:
            found.append(one)
        at = one.span.end if one else sign.end()
    return found


def _tag(text: str, at: int) -> Mention | None:
    found = _TAG_AT.match(text, at)
    return Mention(Span(*found.span()), found[1], hashtag=True) if found and is_tag(found[1]) else None


def _work(text: str, at: int) -> Mention | None:
    """Return the work whose marks begin at ``at``, if its title has Chinese: ``《21世纪资本论》``."""
    found = _WORK.match(text, at)
    return Mention(Span(*found.span()), found[0], hashtag=False) if found and _HAN.search(found[0]) else None


_AT = {"#": _tag, "＃": _tag, "《": _work, "〈": _work}
"""What may begin at a sign."""


def _term(text: str, at: int, low: int) -> Mention | None:
    """Return the term whose first Hanzi is at ``at``, with the digits, capitals or book-title mark that touch it."""
    found = _TERM_AT.match(text, at)
    if not found:
        return None
    touched = at > low and (text[at - 1].isalnum() or text[at - 1] in "《〈")
    prefix = _PREFIX.search(text, max(low, at - _LONGEST_PREFIX), at) if touched else None
    start = prefix.start() if prefix else at
    return Mention(Span(start, found.end()), text[start : found.end()], hashtag=False)


def is_tag(inside: str) -> bool:
    """Tell whether what stands between two ``#`` is a hashtag and not the text between two others."""
    signs = len(_HAN.findall(inside))
    if not signs or inside[0].isspace() != inside[-1].isspace():
        return False
    return len(_LATIN_WORD.findall(inside)) <= signs and not re.search(r"[.,;:] |[()（）]", inside)


def tag_name(inside: str) -> str:
    """Return the canonical name of a hashtag: NFKC, no spaces.

    >>> tag_name(" 诚信　点亮中国 ")
    '诚信点亮中国'
    """
    return "".join(unicodedata.normalize("NFKC", inside).split())
