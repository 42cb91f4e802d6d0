"""One HTML page to the drafts of its articles, with a ledger of its blocks; straight-line.

Input: the page's bytes, its file name, its address where known, the profile of its site.
Output: ``Cleaned``. Nothing of the page reaches the Markdown but text, and addresses of http, https and mailto.
"""

from __future__ import annotations

import hashlib

from site_builder.clean.decode import NotTextError, decode
from site_builder.clean.markdown import squeeze
from site_builder.clean.writer import write
from site_builder.model.article import Article, Source
from site_builder.model.issue import Issue, Where
from site_builder.model.profile import Profile
from site_builder.model.scrape import Cleaned, Draft


def clean_html(data: bytes, name: str, url: str = "", profile: Profile | None = None) -> Cleaned:
    """Return the articles of a page; what is wrong with it is an issue that names ``name``."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - heavy, only needed at ingest
    from readability import Document  # noqa: PLC0415 - heavy, only needed at ingest

    try:
        decoded = decode(data)
    except NotTextError as problem:
        return Cleaned(issues=(Issue(Where(name), "I001", str(problem)),))
    if not decoded.text.strip():
        return Cleaned(issues=(Issue(Where(name), "I002", "the page is empty"),))
    found = Document(decoded.text)
    title = squeeze(found.short_title())
    body = write(BeautifulSoup(found.summary(html_partial=True), "lxml")).removeprefix(f"## {title}\n\n")
    if not body:
        return Cleaned(why_none="the page holds no running text")
    source = Source(file=name, url=url, sha256=hashlib.sha256(data).hexdigest())
    article = Article(
        slug="",
        title=title,
        body=body,
        publisher=profile.publisher if profile else "",
        source=source,
    )
    return Cleaned((Draft(article, repairs=decoded.repairs),))
