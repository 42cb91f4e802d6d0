"""One door to this room: bytes of a scrape in, articles out, whatever the scrape is.

Input: the bytes, the file's name, what is known of sites. Output: ``Cleaned``; bytes that are no text raise nothing,
they give an issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_builder.clean.decode import Decoded, NotTextError, decode
from site_builder.clean.page.head import read_head
from site_builder.clean.page.html import clean_page, clean_root, saved_from, sound_address, unreadable
from site_builder.clean.page.several import split_page
from site_builder.clean.page.tree import MOST_DEPTH, PageError, parse_page
from site_builder.clean.plain.issue_dates import dated_by_issue
from site_builder.clean.plain.numbered import without_numbers
from site_builder.clean.plain.tails import without_shared_tails
from site_builder.clean.plain.text import clean_text
from site_builder.clean.writing.markdown import squeeze
from site_builder.clean.writing.references import read_references
from site_builder.model.issue import Issue, Where
from site_builder.model.profile import Profile
from site_builder.model.scrape import Cleaned, Draft, Evidence, LedgerLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|frameset|table)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_READ = 200_000  # characters of markup in which they are looked for
_REST = 4_000  # characters shown of what is not read
_PAGES = (".html", ".htm", ".xhtml", ".shtml")


def clean(data: bytes, name: str, profiles: Sequence[Profile] = (), url: str = "") -> Cleaned:
    """Return the articles of one scrape; ``name`` is the file as people know it, ``url`` its address where known."""
    cleaned = _clean(data, name, profiles, url)
    return replace(cleaned, drafts=tuple(_referenced(draft) for draft in cleaned.drafts))


def _referenced(draft: Draft) -> Draft:
    """Return a draft with the references that the list at its foot names."""
    found = read_references(draft.article.body)
    if not found:
        return draft
    evidence = Evidence("references", f"{len(found)} works", "the list at the foot of the text")
    article = replace(draft.article, references=found)
    return replace(draft, article=article, evidence=(*draft.evidence, evidence))


def _clean(data: bytes, name: str, profiles: Sequence[Profile], url: str) -> Cleaned:
    try:
        decoded = decode(data)
    except NotTextError as problem:
        return unreadable(name, problem)
    if is_page(data, name):
        url = sound_address(url) or saved_from(decoded.text)
        host = urlsplit(url).hostname or ""
        return _clean_page(decoded, name, url, next((one for one in profiles if host and one.host == host), None))
    profile = choose_profile(decoded.text, profiles)
    cleaned = clean_text(decoded.text, name, profile)
    drafts = tuple(replace(draft, repairs=(*decoded.repairs, *draft.repairs)) for draft in cleaned.drafts)
    return replace(cleaned, drafts=drafts)


def _clean_page(decoded: Decoded, name: str, url: str, profile: Profile | None) -> Cleaned:
    """Return the articles of an HTML page, which may hold several."""
    try:
        root, stopped = parse_page(decoded.text)
    except PageError as problem:
        return unreadable(name, problem)
    return _with_rest(_clean_tree(root, decoded, name, url, profile), name, decoded.text, stopped)


def _with_rest(cleaned: Cleaned, name: str, text: str, stopped: int) -> Cleaned:
    """Tell of what a page holds behind the place where reading it ``stopped``; 0 says that all was read."""
    if not stopped:
        return cleaned
    rest = squeeze(_TAG.sub(" ", "\n".join(text.split("\n")[stopped - 1 :])[:_READ]))[:_REST]
    why = f"elements lie deeper than {MOST_DEPTH} in each other here; from here on the page is not read"
    entry = LedgerLine(stopped, f"… {rest}", rule=f"deeper than {MOST_DEPTH} elements")
    issue = Issue(Where(name, stopped), "W032", why, "warning")
    return replace(cleaned, ledger=(*cleaned.ledger, entry), issues=(*cleaned.issues, issue))


def _clean_tree(root: HtmlElement, decoded: Decoded, name: str, url: str, profile: Profile | None) -> Cleaned:
    head = read_head(root)
    pages = split_page(root, head, decoded.text)
    found = [
        _moved(clean_page(replace(decoded, text=page), name, url, profile), line - 1) for page, line in pages.articles
    ]
    if sum(len(one.drafts) for one in found) < 2:  # noqa: PLR2004 - two are several
        return clean_root(root, head, decoded, name, url, profile)
    return join(without_shared_tails(found), pages.around)


def _moved(cleaned: Cleaned, lines: int) -> Cleaned:
    """Return what a part of a page gave, with the lines that it has in the page."""
    return replace(
        cleaned,
        drafts=tuple(_placed(draft, lines) for draft in cleaned.drafts),
        ledger=tuple(replace(entry, line=entry.line + lines) for entry in cleaned.ledger),
    )


def _placed(draft: Draft, lines: int) -> Draft:
    source = draft.article.source
    first, last = source.lines or (1, 1)
    source = replace(source, lines=(first + lines, last + lines))
    return replace(draft, article=replace(draft.article, source=source))


def join(found: Sequence[Cleaned], around: Sequence[LedgerLine] = ()) -> Cleaned:
    """Return what the parts of a page gave as one, their articles numbered through, the ledger in order of lines.

    ``around`` is the ledger of what stands in none of the parts.
    """
    drafts: list[Draft] = []
    ledger = list(around)
    for one in found:
        ledger += (
            replace(entry, article=entry.article + len(drafts)) if entry.article is not None else entry
            for entry in one.ledger
        )
        drafts += one.drafts
    titles = without_numbers([draft.article.title for draft in drafts])
    drafts = [
        replace(draft, article=replace(draft.article, title=title)) for draft, title in zip(drafts, titles, strict=True)
    ]
    ledger.sort(key=lambda entry: entry.line)
    issues = tuple(issue for one in found for issue in one.issues)
    return Cleaned(dated_by_issue(drafts, ledger), tuple(ledger), issues)


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
