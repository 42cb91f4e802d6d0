"""The sitemap (sitemaps.org 0.9): the pages that search engines may list.

Input: settings and site paths. Output: files with their paths; one file, or an index and its parts when there
are more pages than one file may name. No ``lastmod``: nothing here knows when a page last changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.export.xml import absolute, text
from site_builder.model.site import Site

MOST = 50_000
"""Addresses in one file, by the protocol."""

_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(site: Site, pages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return (path, XML) of each sitemap file; none without a base address, which the protocol asks for.

    ``pages`` are site paths of pages that may be indexed, the home page being ``""``; they are sorted here.
    """
    if not site.base_url:
        return ()
    paths = sorted(set(pages))
    parts = [paths[start : start + MOST] for start in range(0, len(paths), MOST)] or [[]]
    if len(parts) == 1:
        return (("sitemap.xml", _urls(site, parts[0])),)
    files = [(f"sitemap-{number}.xml", _urls(site, part)) for number, part in enumerate(parts, start=1)]
    return (("sitemap.xml", _index(site, [name for name, _ in files])), *files)


def _urls(site: Site, paths: list[str]) -> str:
    return _document("urlset", "url", [absolute(site, path) for path in paths])


def _index(site: Site, names: list[str]) -> str:
    return _document("sitemapindex", "sitemap", [absolute(site, name) for name in names])


def _document(root: str, item: str, addresses: list[str]) -> str:
    lines = [f"<{item}><loc>{text(one)}</loc></{item}>" for one in addresses]
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', f"<{root} {_SPACE}>", *lines, f"</{root}>"]) + "\n"
