"""What is wrong with a collection as a whole: what no article alone can tell.

Input: rows, the state, the files of the site. Output: issues.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from site_builder.build import brief, sources
from site_builder.build.bench import Bench, get
from site_builder.build.brief import RESERVED
from site_builder.build.entries import Files
from site_builder.build.request import Request
from site_builder.build.shelf import Shelf, entries_key
from site_builder.build.state import Row, State, Uses
from site_builder.catalog import links
from site_builder.catalog.conflicts import conflicts
from site_builder.catalog.plan import clashes, file_of
from site_builder.model import address
from site_builder.model.editorial import Topic
from site_builder.model.issue import Issue, Where
from site_builder.store.codec import pack, unpack


def of_content(
    files: Iterable[str], new: State, content: sources.Sources, ordered: Sequence[Row], topics: Sequence[Topic]
) -> list[Issue]:
    """Return what is wrong with the articles, and what two things want at once; ``files`` are all of the content."""
    packed = [one for row in new.rows.values() for one in (*row.text_issues, *(row.mark_issues if row.mark else ()))]
    slugs = [(row.slug, row.path) for row in ordered]
    claims = sources.claims(slugs, (topic.slug for topic in topics), content)
    homeless = sources.homeless(files, (row.slug for row in new.rows.values()))
    return [*(unpack(Issue, one) for one in packed), *homeless, *clashes(claims)]


def contradictions(bench: Bench, new: State) -> tuple[Issue, ...]:
    """Return what in the collection contradicts itself; looked for again only when a term changed."""
    mark = entries_key(new.terms)
    if not new.conflicts or new.conflicts[0] != mark:
        named = brief.named_terms(Shelf(bench, new.terms))
        found = (*conflicts(named), *(unpack(Issue, one) for one in new.doubts.values()))
        new.conflicts = (mark, tuple(pack(Issue, one) for one in found))
    return tuple(unpack(Issue, one) for one in new.conflicts[1])


def broken(bench: Bench, files: Files, ordered: Sequence[Row], content: sources.Sources) -> tuple[Issue, ...]:
    """Return the links inside the site that lead nowhere: of the pages made now, and those of all authors.

    Those of ``files`` are taken away: they may be many, and are wanted no more.
    """
    written = {address.topic_path(one.slug): one.path for one in content.topics}
    written |= {f"{one.slug}/": one.path for one in content.pages}
    by_page = {address.article_path(row.slug): row for row in ordered}
    found, files.links = files.links, {}
    public = bench.site.public
    for page, row in by_page.items():
        withheld = public and row.ref[RESERVED]
        for link in () if withheld else row.links:
            found.setdefault(link, page)
    if bench.site.entries == "anchors":
        found = {_anchored(link): page for link, page in found.items()}

    @lru_cache(1)
    def known(page: str) -> str:
        return Uses(*get(bench, by_page[page].uses)).anchors if page in by_page else ""

    @lru_cache(1)
    def ids(page: str) -> frozenset[str]:
        return links.ids(Path(bench.tree, file_of(page)).read_text(encoding="utf-8"))

    def offers(page: str, place: str) -> bool:
        return f"\n{place}\n" in known(page) or place in ids(page)

    def source(page: str) -> str:
        return by_page[page].path if page in by_page else written.get(page) or page

    return links.broken(found, lambda page: file_of(page) in files.digests, offers, source)


def _anchored(link: str) -> str:
    """Return a link as ``links.collect`` notes it, led to its anchor where it leads to an entry."""
    return address.anchored(unquote(link)) if link.startswith(("glossary/", "hashtags/")) else link


def taken(request: Request, paths: Sequence[str]) -> list[Issue]:
    """Return the problem that other people's files stand where the site's should."""
    if not paths:
        return []
    more = f" and {len(paths) - 1:,} more" if len(paths) > 1 else ""
    where = Where(os.path.relpath(request.output / paths[0], request.root))
    message = f"this file{more} stands where a file of the site should, and was not written by a build"
    return [Issue(where, "E076", message, "error", "move it away, or choose another --output")]
