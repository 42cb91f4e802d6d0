"""Hashtags of an article with what the article says of them: translations, views, host.

Input: mentions and findings of one text. Output: HashtagUse values. Views and hosts are as cited: the
sentence of the hashtag first, else the next block that speaks of "the hashtag".
"""

from __future__ import annotations

import re

_NUMBER = r"(\d[\d,.]*(?:\s?(?:million|billion|thousand|m|bn|k)\b)?)"
_VIEWS = re.compile(
    rf"\b(?:view|read|click)(?:ed|s)?\b[^.;!?\n]{{0,40}}?{_NUMBER}(?: times)?"
    rf"|{_NUMBER}\+? (?:\w+ )?(?:views|reads|clicks)\b",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\b(?:hosted|initiated|started|set up|created|launched) by (?:the )?"
    r"(?P<host>[A-Z][\w’&.-]*(?: (?:of|the|for|and|[A-Z][\w’&.-]*))*)"
)
_SPEAKS = re.compile(r"^[“‘\"']?(?:The|This|Its|That)\b[^.!?\n]{0,60}?\b(?:hashtag|topic|tag)(?:’s)?(?: page)?\b")


def views(text: str) -> str:
    """Return the number of views that ``text`` cites, as it writes it, or ``""``."""
    found = _VIEWS.search(text)
    return (found[1] or found[2]).rstrip(".,") if found else ""


def host(text: str) -> str:
    """Return who hosts the hashtag, as ``text`` writes it, or ``""``."""
    found = _HOST.search(text)
    return re.sub(r" (?:of|the|for|and)$", "", found["host"]).rstrip(".,") if found else ""


def speaks_of_hashtag(sentence: str) -> bool:
    """Tell whether a sentence goes on about a hashtag named before it."""
    return _SPEAKS.match(sentence) is not None
