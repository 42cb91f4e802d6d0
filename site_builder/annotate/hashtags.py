"""Hashtags of an article with what the article says of them: translations, views, host.

Input: mentions and findings of one text. Output: HashtagUse values. Views and hosts are as cited: the
sentence of the hashtag first, else the next block that speaks of "the hashtag".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.model.text import Span

_NUMBER = r"(\d[\d,.]*(?:\s?(?:million|billion|thousand|m|bn|k)\b)?)"
_VIEWS = re.compile(
    rf"\b(?:view|read|click)(?:ed|s)?\b[^.;!?\n]{{0,40}}?{_NUMBER}(?: times)?"
    rf"|{_NUMBER}\+? (?:\w+ )?(?:views|reads|clicks)\b",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\b(?:hosted|initiated|started|set up|created|launched) by (?:the )?"
    r"(?P<host>[A-Z][\w’'&.-]*(?: (?:of|the|for|and|[A-Z][\w’'&.-]*))*)"
)
_LISTING = re.compile(r"[)）”’\"']*(?:,|;| and| or| &|, and|、|和)? ?[(（“‘\"']*")
_SPEAKS = re.compile(r"^[“‘\"']?(?:The|This|Its|That)\b[^.!?\n]{0,60}?\b(?:hashtag|topic|tag)(?:’s)?(?: page)?\b")


def views(text: str) -> str:
    """Return the number of views that ``text`` cites, as it writes it, or ``""``."""
    found = _VIEWS.search(text)
    return (found[1] or found[2]).rstrip(".,") if found else ""


def host(text: str) -> str:
    """Return who hosts the hashtag, as ``text`` writes it, or ``""``."""
    found = _HOST.search(text)
    return re.sub(r" (?:of|the|for|and)$", "", found["host"]).rstrip(".,") if found else ""


def share(text: str, tags: Sequence[Span], number: int) -> str:
    """Return the part of a sentence that speaks of one of the ``tags`` in it.

    What stands behind a hashtag is said of it, what stands before the first is said of the first, and a list of
    hashtags shares what stands behind its last.
    """
    start = 0 if number == 0 else tags[number].start
    last = number
    while last + 1 < len(tags) and _LISTING.fullmatch(text, tags[last].end, tags[last + 1].start):
        last += 1
    end = tags[last + 1].start if last + 1 < len(tags) else len(text)
    return text[start:end]


def speaks_of_hashtag(sentence: str) -> bool:
    """Tell whether a sentence goes on about a hashtag named before it."""
    return _SPEAKS.match(sentence) is not None
