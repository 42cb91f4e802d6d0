"""The live preview: builds when files change, and knows what the last build said.

Input: a function that reads the settings anew, and ticks of a clock. Output: a built site, and the
problems of its content; a broken file leaves the last good pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from site_builder.build import Request, build
from site_builder.model.issue import Issue, SiteError, Where
from site_builder.server.watch import changed, snapshot

Load = Callable[[], Request]
"""Reads the settings of the site anew."""

Tell = Callable[[tuple[str, ...], tuple[Issue, ...]], None]
"""Is told of each build: the files that changed, and the problems found."""


def _quick(request: Request) -> Request:
    """Leave out the full-text index: to make it takes longer than a writer waits; the term search stays."""
    return replace(request, full_text=False)


class Preview:
    """One site under preview."""

    def __init__(self, load: Load, tell: Tell) -> None:
        self._load, self._tell = load, tell
        self.request = _quick(load())
        self.issues: tuple[Issue, ...] = ()
        self.builds = 0
        self._seen = snapshot(self._folders())

    @property
    def output(self) -> Path:
        """The folder of the built site."""
        return self.request.output

    def _folders(self) -> tuple[Path, ...]:
        return self.request.root / "content", self.request.root / "templates"

    def look(self) -> tuple[str, ...]:
        """Build if a file has changed since the last look; return the files that have."""
        now = snapshot(self._folders())
        files = changed(self._seen, now)
        self._seen = now
        if files:
            self.rebuild(files)
        return files

    def rebuild(self, files: tuple[str, ...] = ()) -> None:
        """Build now. What the machine refuses is a problem too: the preview goes on."""
        try:
            self.request = _quick(self._load())
            self.issues = build(self.request).issues
        except SiteError as problem:
            self.issues = (Issue(Where("the preview"), "E090", str(problem)),)
        self.builds += 1
        self._tell(files, self.issues)
