"""Chinese stretches of a text, as units that an author would translate.

Input: a text. Output: terms and ``#…#`` hashtags in order, without overlaps, with the text they stand for.
A hashtag is Weibo's: two ``#`` (or ``＃``) with Chinese between them; one ``#`` or English inside makes none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from site_builder.model.han import HANZI
from site_builder.model.text import Span

_LONGEST_TAG = 60
_TAG = rf"[#＃](?P<tag>[^#＃\n]{{1,{_LONGEST_TAG}}})[#＃]"
_INNER = r"[0-9A-Za-z+%％&.·•・\-—“”‘’「」『』《》〈〉]"
_HEAD, _FOOT = "(?:[0-9]{1,4}|[A-Z]{1,3}|[《〈])?", r"(?:[》〉]|[0-9]{1,4}(?![\w.]))?"
_TERM = rf"(?P<term>{_HEAD}[{HANZI}]+(?:{_INNER}{{1,12}}[{HANZI}]+)*{_FOOT})"
_MENTION = re.compile(f"{_TAG}|{_TERM}")
_HAN = re.compile(f"[{HANZI}]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A term or a hashtag: ``span`` covers its ``#`` or book-title marks, ``chinese`` is verbatim without ``#``."""

    span: Span
    chinese: str
    hashtag: bool


def mentions(text: str) -> list[Mention]:
    """Return every Chinese stretch of ``text``."""
    found: list[Mention] = []
    at = 0
    while one := _MENTION.search(text, at):
        tag = one["tag"]
        if tag is not None and not is_tag(tag):
            at = one.start() + 1
            continue
        found.append(Mention(Span(*one.span()), one["term"] if tag is None else tag, tag is not None))
        at = one.end()
    return found


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
