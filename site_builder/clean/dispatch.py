"""One door to this room: bytes of a scrape in, articles out, whatever the scrape is.

Input: the bytes, the file's name, what is known of sites. Output: ``Cleaned``; bytes that are no text raise nothing,
they give an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from site_builder.clean.decode import NotTextError, decode
from site_builder.clean.html import clean_html
from site_builder.clean.several import split_page
from site_builder.clean.text import clean_text
from site_builder.model.issue import Issue, Where
from site_builder.model.profile import Profile
from site_builder.model.scrape import Cleaned, Draft, LedgerLine

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|frameset|table)\b", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml", ".shtml")


def clean(data: bytes, name: str, profiles: Sequence[Profile] = (), url: str = "") -> Cleaned:
    """Return the articles of one scrape; ``name`` is the file as people know it, ``url`` its address where known."""
    if is_page(data, name):
        host = urlsplit(url).hostname or ""
        return _clean_page(data, name, url, next((one for one in profiles if host and one.host == host), None))
    try:
        decoded = decode(data)
    except NotTextError as problem:
        return Cleaned(issues=(Issue(Where(name), "E002", str(problem)),), why_none=str(problem))
    profile = choose_profile(decoded.text, profiles)
    cleaned = clean_text(decoded.text, name, profile)
    drafts = tuple(replace(draft, repairs=(*decoded.repairs, *draft.repairs)) for draft in cleaned.drafts)
    return replace(cleaned, drafts=drafts)


def _clean_page(data: bytes, name: str, url: str, profile: Profile | None) -> Cleaned:
    """Return the articles of an HTML page, which may hold several."""
    try:
        pages = split_page(decode(data).text)
    except NotTextError:
        pages = []
    found = [clean_html(page.encode("utf-8", "replace"), name, url, profile) for page in pages]
    if sum(len(one.drafts) for one in found) < 2:  # noqa: PLR2004 - two are several
        return clean_html(data, name, url, profile)
    return join(found)


def join(found: Sequence[Cleaned]) -> Cleaned:
    """Return what several pages gave as one, their articles numbered through."""
    drafts: list[Draft] = []
    ledger: list[LedgerLine] = []
    for one in found:
        moved = (
            replace(entry, article=entry.article + len(drafts)) if entry.article is not None else entry
            for entry in one.ledger
        )
        ledger += moved
        drafts += one.drafts
    issues = tuple(issue for one in found for issue in one.issues)
    return Cleaned(tuple(drafts), tuple(ledger), issues)


def is_page(data: bytes, name: str) -> bool:
    """Tell whether a scrape is HTML: by the ending of its name, or by what its first characters look like."""
    return (
        name.lower().endswith(_PAGES) or _MARKUP.match(data[:1000].decode("latin-1").lstrip("ï»¿ \t\r\n")) is not None
    )


def choose_profile(text: str, profiles: Sequence[Profile]) -> Profile | None:
    """Return the profile of the site that ``text`` names most often, by host or by name, if any."""
    counts = [(sum(text.count(name) for name in (one.host, *one.names)), i) for i, one in enumerate(profiles)]
    best = max(counts, default=(0, 0), key=lambda count: (count[0], -count[1]))
    return profiles[best[1]] if best[0] else None
