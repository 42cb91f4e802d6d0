"""The same article in two scrapes: recognised by its address, then by its text.

Input: articles. Output: the article that another one repeats, and how alike they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from site_builder.model.article import Article

_WORD = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+")
_TRACKER = re.compile(r"utm_|fbclid|gclid|spm|from=")
_ALIKE = 0.8
_OPENING = 4000  # characters compared: enough to tell articles apart, bounded for long ones


def find_same(article: Article, others: Iterable[Article]) -> tuple[Article, float] | None:
    """Return the one of ``others`` that tells the same as ``article``, and their likeness from 0 to 1."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only ingest compares texts

    url, mine = canonical(article.source.url), _text(article)
    best: tuple[Article, float] | None = None
    for other in others:
        if url and url == canonical(other.source.url) and _same_name(article, other):
            return other, 1.0
        theirs = _text(other)
        if min(len(mine), len(theirs)) * 2 < max(len(mine), len(theirs)):
            continue
        likeness = fuzz.ratio(mine, theirs, score_cutoff=100 * _ALIKE) / 100
        if likeness > (best[1] if best else 0):
            best = other, likeness
    return best


def _same_name(one: Article, other: Article) -> bool:
    """Tell whether two articles of one address may be the same: a page can hold several."""
    return one.title.casefold() == other.title.casefold() or one.source.file != other.source.file


def canonical(url: str) -> str:
    """Return an address without what does not name the page: scheme, ``www.``, trackers, fragment, last slash."""
    parts = urlsplit(url)
    kept = (pair for pair in parts.query.split("&") if pair and not _TRACKER.match(pair))
    query = "&".join(kept)
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.').lower()}{path}{'?' + query if query else ''}" if parts.netloc else ""


def _text(article: Article) -> str:
    return " ".join(_WORD.findall(article.body.casefold()))[:_OPENING]
