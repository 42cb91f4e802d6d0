"""What a build is asked to do, and what it says it did.

Input and output: values only.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from site_builder.model.issue import Issue
from site_builder.model.site import Site

When = Literal["now", "later", "never"]
"""Of the full-text index. ``later``: the one that stands stays, though articles have changed, for a later build."""


@dataclass(frozen=True, slots=True)
class Request:
    """One build. ``jobs`` is the number of processes, 0 = as many as pay; ``wait`` is in seconds.

    Without ``publish`` everything is made and checked, and the site that stands is left as it is. ``full_text`` says
    when to make the index that search asks for whole texts; ``executor`` is the address of a cluster, ``dask://HOST:PORT``.
    ``found`` are problems found before: those of the settings.
    """

    root: Path
    output: Path
    site: Site
    strict: bool = False
    publish: bool = True
    found: tuple[Issue, ...] = ()
    jobs: int = 0
    executor: str = ""
    full_text: When = "now"
    wait: float = 60.0

    @property
    def cache(self) -> Path:
        """The folder of what builds keep for the next one; it may be removed at any time."""
        return self.root / ".cache"

    @property
    def gate(self) -> Path:
        """The folder of what is kept for one output: the lock, the spare tree."""
        return self.cache / f"output-{self._name()}"

    @property
    def place(self) -> Path:
        """The folder of what is kept for one output built one way."""
        site = self.site
        return self.cache / f"build-{self._name(site.public, site.drafts, site.base_url)}"

    def _name(self, *parts: object) -> str:
        # The output is named as seen from the site, so that a cache can be restored elsewhere.
        output = os.path.relpath(self.output.resolve(), self.root.resolve())
        return hashlib.blake2b(repr((output, *parts)).encode(), digest_size=6).hexdigest()


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
