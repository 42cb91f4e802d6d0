"""One HTML page to the drafts of its articles, with a ledger of its blocks; straight-line.

Input: the page's bytes, its file name, its address where known, the profile of its site.
Output: ``Cleaned``. Nothing of the page reaches the Markdown but text, and addresses of http, https and mailto.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from site_builder.clean.decode import Decoded, NotTextError, decode
from site_builder.clean.lines.roles import unmarked
from site_builder.clean.page.blocks import Block, Hints, read_block
from site_builder.clean.page.choose import choose, choose_in
from site_builder.clean.page.fragment import fragment
from site_builder.clean.page.head import Head, read_head
from site_builder.clean.page.meta import Meta, read_meta
from site_builder.clean.page.profiled import read_profiled, select, with_profile
from site_builder.clean.page.rivers import is_list
from site_builder.clean.page.tree import PageError, parse, prune, settle
from site_builder.clean.page.witness import vote
from site_builder.clean.writing.writer import write
from site_builder.model.article import Article, Source
from site_builder.model.issue import Issue, Where
from site_builder.model.profile import Profile
from site_builder.model.scrape import Cleaned, Draft, LedgerLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)")
_LEAST = 25.0  # words of running text: less is no article


def clean_html(data: bytes, name: str, url: str = "", profile: Profile | None = None) -> Cleaned:
    """Return the articles of a page; what is wrong with it is an issue that names ``name``."""
    try:
        return clean_page(decode(data), name, url, profile)
    except NotTextError as problem:
        return unreadable(name, problem)


def unreadable(name: str, problem: ValueError) -> Cleaned:
    """Return what a scrape gives that cannot be read: an issue."""
    return Cleaned(issues=(Issue(Where(name), "E002", str(problem)),), why_none=str(problem))


def clean_page(decoded: Decoded, name: str, url: str = "", profile: Profile | None = None) -> Cleaned:
    """Return the articles of a page whose bytes are decoded already, as ``clean_html`` does."""
    try:
        root = parse(decoded.text)
    except PageError as problem:
        return unreadable(name, problem)
    return clean_root(root, read_head(root), decoded, name, url, profile)


def clean_root(
    root: HtmlElement, head: Head, decoded: Decoded, name: str, url: str = "", profile: Profile | None = None
) -> Cleaned:
    """Return the articles of a page that is parsed already, as ``clean_html`` does; ``root`` is used up."""
    try:
        prune(root)
        elements = settle(root)
    except PageError as problem:
        return unreadable(name, problem)
    blocks = vote(root, [read_block(element) for element in elements])
    profile = profile or Profile()
    chosen = _chosen(root, blocks, profile)
    words = sum(block.words for block in chosen if block.part == "body")
    if words < _LEAST or is_list(chosen):
        return _nothing(name, chosen, words)
    meta = read_meta(root, head, chosen, url or saved_from(decoded.text))
    meta = with_profile(meta, read_profiled(root, profile), profile)
    chosen = _without_dek(chosen, meta)
    draft = _draft(chosen, meta, Source(name, _span(chosen), meta.url), decoded.repairs)
    issues = tuple(Issue(Where(name), "W031", text, "info") for text in meta.differences)
    return Cleaned((draft,), tuple(_entry(block, 0) for block in chosen if block.text), issues)


def _chosen(root: HtmlElement, blocks: Sequence[Block], profile: Profile) -> list[Block]:
    """Return the judged blocks; a profile may say where the article stands and what on its site is furniture."""
    hints = Hints()
    box = next(iter(select(root, profile.article)), None)
    chosen = choose(root, blocks, hints) if box is None else choose_in(box, blocks, hints)
    named = {text.casefold() for text in profile.furniture}
    dropped = {inner for one in profile.drop for element in select(root, one) for inner in element.iter()}
    return [
        replace(block, part="", rule="furniture of the site")
        if block.element in dropped or block.text.casefold() in named
        else block
        for block in chosen
    ]


def _nothing(name: str, chosen: Sequence[Block], words: float) -> Cleaned:
    """Say why a page gives no article; that it holds no text at all is an error."""
    ledger = tuple(_entry(block, None) for block in chosen if block.text)
    if not ledger:
        why = "the page holds no text"
        return Cleaned(issues=(Issue(Where(name), "E002", why),), why_none=why)
    return Cleaned(ledger=ledger, why_none=f"a page of links and teasers: {words:.0f} words of running text")


def _without_dek(chosen: Sequence[Block], meta: Meta) -> list[Block]:
    """Return the blocks with the dek as a part of its own; a first paragraph that a description repeats stays text."""
    sources = [one.source for one in meta.evidence if one.field == "dek"]
    apart = bool(sources) and not sources[0].startswith("description")
    return [replace(block, part="dek", rule="") if apart and block.text == meta.dek else block for block in chosen]


def _draft(chosen: Sequence[Block], meta: Meta, source: Source, repairs: tuple[str, ...]) -> Draft:
    from bs4 import BeautifulSoup  # noqa: PLC0415 - bs4 is only needed at ingest

    soup = BeautifulSoup(fragment(chosen, meta.url), "lxml")
    article = Article(
        slug="",
        title=meta.title,
        body=write(soup.body or soup),
        lang=meta.lang,
        dek=unmarked(meta.dek),
        authors=meta.authors,
        contributors=meta.contributors,
        publisher=meta.publisher,
        category=meta.category,
        tags=meta.tags,
        date=meta.date,
        source=source,
        rights=meta.rights,
    )
    return Draft(article, meta.evidence, repairs)


def saved_from(text: str) -> str:
    """Return the address that a browser (or SingleFile) wrote at the head of a saved page, or ""."""
    found = _SAVED.search(text[:4000])
    return sound_address(found[1]) if found else ""


def sound_address(url: str) -> str:
    """Return ``url``, or "" where it is no address: whoever made a page can write anything there."""
    try:
        urlsplit(url)
    except ValueError:
        return ""
    return url


def _span(chosen: Sequence[Block]) -> tuple[int, int]:
    lines = [block.line for block in chosen if block.part]
    return min(lines), max(lines)


def _entry(block: Block, article: int | None) -> LedgerLine:
    part = block.part if article is not None else ""
    rule = "" if part else block.rule or "no article"
    return LedgerLine(block.line, block.text, article if part else None, part, rule)
