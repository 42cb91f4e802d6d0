"""An article as it stands in ``content/articles/<slug>.md``: front matter and Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_builder.model.reference import Reference

Precision = Literal["none", "year", "month", "day", "time"]
RightsStatus = Literal["own", "licensed", "public-domain", "reserved", "unknown"]
Status = Literal["draft", "published", "withdrawn"]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to some precision; ``text`` is ISO 8601 cut at it.

    ``2019``, ``2019-04``, ``2019-04-24``, ``2019-04-24T08:30``, or with the zone that was stated
    ``2019-04-24T08:30+08:00``.
    """

    text: str = ""
    precision: Precision = "none"

    @property
    def day(self) -> str:
        """The date without its time of day."""
        return self.text[:10]

    @property
    def year(self) -> int | None:
        """The year, where one is known."""
        return int(self.text[:4]) if self.text else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from: the scrape, its lines (1-based, inclusive), its address, its hash."""

    file: str = ""
    lines: tuple[int, int] | None = None
    url: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Rights:
    """Who holds the rights. Text of ``reserved`` and ``unknown`` articles stays out of public builds."""

    status: RightsStatus = "unknown"
    holder: str = ""
    year: int | None = None
    notice: str = ""

    @property
    def may_publish(self) -> bool:
        """Tell whether the whole text may stand on a public site."""
        return self.status in {"own", "licensed", "public-domain"}


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``body`` is Markdown; ``path`` is relative to the site; ``body_line`` is where the body begins."""

    slug: str
    title: str
    body: str
    lang: str = "en"
    dek: str = ""
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    publisher: str = ""
    category: str = ""
    date: PartialDate = PartialDate()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    source: Source = Source()
    rights: Rights = Rights()
    status: Status = "published"
    ingested: str = ""
    path: str = ""
    body_line: int = 1
