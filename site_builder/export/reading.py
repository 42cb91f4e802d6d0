"""What a browser needs to order articles by the words that a reader knows.

Input: the site's index. Output: one script, read by the page of a reader's words alone, that names the words of
the newest articles; bounded, so that it stays small in a large collection.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from site_builder.export.feed import newest_first
from site_builder.model import address
from site_builder.model.index import Index

MOST = 300
"""Articles that are put in order: the newest."""


def reading_file(index: Index, uses: Mapping[str, Iterable[str]]) -> tuple[str, bytes]:
    """Return ``search/reading.js``: words, and for each article its path, its title and the numbers of its words.

    ``uses`` names the terms of each article by slug.
    """
    shown = {article.slug: article for article in newest_first(index.articles)[:MOST]}
    words: list[str] = []
    used: dict[str, list[int]] = defaultdict(list)
    has: dict[str, list[str]] = defaultdict(list)
    for slug in shown:
        for term in uses.get(slug, ()):
            has[term].append(slug)
    for entry in index.terms:
        for slug in has[entry.term]:
            used[slug].append(len(words))
        if has[entry.term]:
            words.append(entry.term)
    articles = [[address.article_path(slug), article.title, used[slug]] for slug, article in shown.items()]
    data = json.dumps({"words": words, "articles": articles}, ensure_ascii=False, separators=(",", ":"))
    return "search/reading.js", f'found("reading",{data});\n'.encode()
