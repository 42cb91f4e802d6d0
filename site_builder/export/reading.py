"""What a browser needs to order articles by the words that a reader knows.

Input: the site's index. Output: one script, read by the page of a reader's words alone, that names the words of
the newest articles; bounded, so that it stays small in a large collection.
"""

from __future__ import annotations

import json
from collections import defaultdict

from site_builder.export.feed import newest_first
from site_builder.model import address
from site_builder.model.index import Index

MOST = 300
"""Articles that are put in order: the newest."""


def reading_file(index: Index) -> tuple[str, bytes]:
    """Return ``search/reading.js``: words, and for each article its path, its title and the numbers of its words."""
    shown = {article.slug: article for article in newest_first(index.articles)[:MOST]}
    words: list[str] = []
    used: dict[str, list[int]] = defaultdict(list)
    for term in index.terms:
        slugs = [slug for slug in term.articles if slug in shown]
        for slug in slugs:
            used[slug].append(len(words))
        if slugs:
            words.append(term.term)
    articles = [[address.article_path(slug), article.title, used[slug]] for slug, article in shown.items()]
    data = json.dumps({"words": words, "articles": articles}, ensure_ascii=False, separators=(",", ":"))
    return "search/reading.js", f'found("reading",{data});\n'.encode()
