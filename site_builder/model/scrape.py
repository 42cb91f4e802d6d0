"""What cleaning makes of one scrape: drafts of articles, and a ledger in which every line is accounted for."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.article import Article
from site_builder.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one site: ``seeds/profiles/<host>.toml``. Nothing needs one; it sharpens a known site.

    ``names`` are words by which a text scrape shows that it came from there. ``furniture`` are whole lines that are
    never an article's. The selectors are CSS: ``body`` holds an article, ``remove`` is dropped, the rest find fields.
    ``date_format`` is for ``strptime``.
    """

    host: str
    publisher: str = ""
    names: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    dek: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    date_format: str = ""


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
