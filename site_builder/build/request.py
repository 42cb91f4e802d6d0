"""What a build is asked to do, and what it says it did.

Input and output: values only.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_builder.model.issue import Issue
from site_builder.model.site import Site


@dataclass(frozen=True, slots=True)
class Request:
    """One build. ``jobs`` is the number of processes, 0 = as many as pay; ``wait`` is in seconds.

    Without ``publish`` everything is made and checked, and the site that stands is left as it is. ``found`` are
    problems that were found before: those of the settings.
    """

    root: Path
    output: Path
    site: Site
    strict: bool = False
    publish: bool = True
    found: tuple[Issue, ...] = ()
    jobs: int = 0
    wait: float = 60.0

    @property
    def cache(self) -> Path:
        """The folder of what builds keep for the next one; it may be removed at any time."""
        return self.root / ".cache"


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did. ``published`` is False when problems in the content stopped it."""

    published: bool
    issues: tuple[Issue, ...] = ()
    articles: int = 0
    topics: int = 0
    terms: int = 0
    hashtags: int = 0
    pages: int = 0
    written: int = 0
    removed: int = 0
