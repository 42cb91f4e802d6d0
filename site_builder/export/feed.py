"""Atom feeds (RFC 4287) of the site and of its topics.

Input: settings, articles as lists show them. Output: XML that depends on the articles alone: no clock.
An article known by its year is dated to that year's first second, since Atom allows nothing shorter; its
date as it is known stands beside it in ``dc:date``, which allows a year.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from site_builder.export.dates import UNKNOWN, instant
from site_builder.export.xml import absolute, text
from site_builder.model import address
from site_builder.model.article import PartialDate
from site_builder.model.index import ArticleRef
from site_builder.model.site import Site

LONGEST = 50
"""Entries in one feed: a reader's program polls it, so it must not grow with the collection."""

_SPACES = 'xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def feed(site: Site, articles: Iterable[ArticleRef], page: str = "", title: str = "") -> str:
    """Return the Atom feed of ``articles``, newest first.

    ``page`` is the site path of the page that the feed follows (``""``: the home page); the feed stands in
    its folder as ``feed.xml``. Without a base address the links are relative and the ids are UUIDs.
    """
    newest = newest_first(articles)[:LONGEST]
    updated = max((instant(article.date) for article in newest), default=UNKNOWN)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed {_SPACES} xml:lang="{text(site.lang)}">',
        f"<id>{_identity(site, page)}</id>",
        f"<title>{text(title or site.title)}</title>",
        *([f"<subtitle>{text(site.tagline)}</subtitle>"] if site.tagline else []),
        f"<updated>{updated}</updated>",
        f"<author><name>{text(site.author or site.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{_link(site, address.feed_path(page), page)}"/>',
        f'<link rel="alternate" type="text/html" href="{_link(site, page, page)}"/>',
        *(_entry(site, article, page) for article in newest),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def newest_first(articles: Iterable[ArticleRef]) -> list[ArticleRef]:
    """Return the articles with the newest first; those of one date in the order of their slugs."""
    return sorted(sorted(articles, key=lambda a: a.slug), key=lambda a: instant(a.date), reverse=True)


def _entry(site: Site, article: ArticleRef, page: str) -> str:
    path = address.article_path(article.slug)
    names = article.authors or ((article.publisher,) if article.publisher else ())
    return "\n".join(
        [
            "<entry>",
            f"<id>{_identity(site, path)}</id>",
            f"<title>{text(article.title)}</title>",
            *_dates(article.date),
            *(f"<author><name>{text(name)}</name></author>" for name in names),
            f'<link rel="alternate" type="text/html" href="{_link(site, path, page)}"/>',
            *(f'<category term="{text(topic)}"/>' for topic in article.topics),
            *([f"<summary>{text(article.dek)}</summary>"] if article.dek else []),
            "</entry>",
        ]
    )


def _dates(date: PartialDate) -> list[str]:
    moment = instant(date)
    lines = [f"<updated>{moment}</updated>"]
    if date.precision in {"day", "time"}:
        lines.append(f"<published>{moment}</published>")
    if date.text:
        lines.append(f"<dc:date>{text(date.text)}</dc:date>")
    return lines


def _identity(site: Site, path: str) -> str:
    if site.base_url:
        return text(absolute(site, path))
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site.title}\n{path}").urn


def _link(site: Site, to: str, page: str) -> str:
    return text(absolute(site, to if site.base_url else address.relative(to, page)))
