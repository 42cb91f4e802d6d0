"""The same article in two scrapes: recognised by its address, then by its text.

Input: articles. Output: the article that another one repeats, and how alike they are. Few are compared in full: each
article is filed under a dozen hashes of its word sequences, and only those that share some are looked at
(bottom-k sketches: Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from heapq import nsmallest
from itertools import pairwise
from urllib.parse import urlsplit
from zlib import crc32

from site_builder.model.article import Article

_WORD = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+")
_TRACKER = re.compile(r"utm_|fbclid|gclid|spm|from=")
_ALIKE = 0.8
_OPENING = 4000  # characters compared: enough to tell articles apart, bounded for long ones
_SKETCH = 16  # hashes kept of an article
_SHARED = 3  # hashes that two articles must share to be compared, or to be one where they share an address
_HALF = 2  # times as long: no longer the same text


class Shelf:
    """Articles that can be found again by what they tell."""

    def __init__(self, articles: Iterable[Article]) -> None:
        """File ``articles`` by their paths."""
        self.articles: dict[str, Article] = {}
        self._by_hash: dict[int, list[str]] = {}
        self._by_url: dict[str, list[str]] = {}
        for article in articles:
            self.put(article)

    def put(self, article: Article) -> None:
        """File an article under its path, in place of what was there."""
        self.articles[article.path] = article
        for mark in sketch(article):
            self._by_hash.setdefault(mark, []).append(article.path)
        if url := canonical(article.source.url):
            self._by_url.setdefault(url, []).append(article.path)

    def find_same(self, article: Article, without: Collection[str] = ()) -> tuple[Article, float] | None:
        """Return the filed article that tells the same as ``article``, and their likeness from 0 to 1.

        ``without`` are paths of articles that it cannot be: those of the same scrape.
        """
        for path in self._by_url.get(canonical(article.source.url), ()):
            if path not in without and _may_be(article, self.articles[path]):
                return self.articles[path], 1.0
        shared = Counter(path for mark in sketch(article) for path in set(self._by_hash.get(mark, ())))
        near = [self.articles[path] for path, n in sorted(shared.items()) if n >= _SHARED and path not in without]
        alike = [(likeness(article, other), other) for other in near if not _is_another(article, other)]
        best = max(alike, key=lambda pair: pair[0], default=(0.0, article))
        return (best[1], best[0]) if best[0] >= _ALIKE else None


def likeness(one: Article, other: Article) -> float:
    """Return how alike the openings of two bodies are, from 0 to 1."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only ingest compares texts

    mine, theirs = _text(one), _text(other)
    if min(len(mine), len(theirs)) * _HALF < max(len(mine), len(theirs)):
        return 0.0
    return float(fuzz.ratio(mine, theirs, score_cutoff=100 * _ALIKE)) / 100


def sketch(article: Article) -> list[int]:
    """Return the smallest hashes of the word pairs' pairs of a body's opening: alike texts share many."""
    words = _text(article).split()
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    return nsmallest(_SKETCH, {crc32(f"{one} {two}".encode()) for one, two in zip(pairs, pairs[2:], strict=False)})


def _may_be(one: Article, other: Article) -> bool:
    """Tell whether two articles of one address may be the same: a page can hold several, and others tomorrow."""
    if one.title.casefold() == other.title.casefold():
        return True
    return one.source.file != other.source.file and len({*sketch(one)} & {*sketch(other)}) >= _SHARED


def _is_another(one: Article, other: Article) -> bool:
    """Tell whether two articles that are alike tell of two things: bulletins repeat each other but for their figures.

    They differ in title and day, or in the words of their titles, which stand in their own text and not in the other's.
    """
    if one.source.file == other.source.file or one.title.casefold() == other.title.casefold():
        return False
    days = {article.date.day for article in (one, other)} - {""}
    return len(days) > 1 or (_is_about_its_own(one, other) and _is_about_its_own(other, one))


def _is_about_its_own(one: Article, other: Article) -> bool:
    """Tell whether a word that only the title of ``one`` has stands in the text of ``one`` alone."""
    titled, others = ({*_WORD.findall(article.title.casefold())} for article in (one, other))
    told, theirs = ({*_text(article).split()} for article in (one, other))
    return bool((titled - others) & (told - theirs))


def canonical(url: str) -> str:
    """Return an address without what does not name the page: scheme, ``www.``, trackers, fragment, last slash."""
    parts = urlsplit(url)
    kept = (pair for pair in parts.query.split("&") if pair and not _TRACKER.match(pair))
    query = "&".join(kept)
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.').lower()}{path}{'?' + query if query else ''}" if parts.netloc else ""


def _text(article: Article) -> str:
    return " ".join(_WORD.findall(article.body.casefold()))[:_OPENING]
