"""What cleaning makes of one scrape: drafts of articles, and a ledger in which every line is accounted for."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.article import Article
from site_builder.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Scrape:
    """One scrape as it came: ``name`` is its path for people, ``data`` its bytes, ``url`` its address where known."""

    name: str
    data: bytes
    url: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the value of one front-matter field came from, for ``ingest --explain``."""

    field: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One non-empty line or block of the scrape: the article and part that has it, or the rule that dropped it.

    ``line`` is 1-based; ``article`` is 0-based, or None for what no article has; exactly one of ``part`` and
    ``rule`` is set. ``part`` is ``title``, ``dek``, ``byline``, ``body``, ``heading``, ``caption``, ``note``,
    ``reference``, ``rights`` and so on; ``rule`` names a boilerplate rule.
    """

    line: int
    text: str
    article: int | None = None
    part: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as cleaned, with the evidence for its fields and a log of what was repaired."""

    article: Article
    evidence: tuple[Evidence, ...] = ()
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """All that one scrape gave. ``why_none`` says, for a person, why there is no article."""

    drafts: tuple[Draft, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    issues: tuple[Issue, ...] = ()
    why_none: str = ""
