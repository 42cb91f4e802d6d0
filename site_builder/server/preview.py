"""The live preview: builds when files change, and knows what the last build said.

Input: a function that reads the settings anew, and looks at the files. Output: a built site, the pages of
articles a moment before it, and the problems of its content; a broken file leaves the last good pages.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from site_builder.build import Live, Request, StoppedError, build, warm
from site_builder.model.issue import Issue, SiteError, Where
from site_builder.server.watch import changed, snapshot

Load = Callable[[], Request]
"""Reads the settings of the site anew."""

Tell = Callable[[tuple[str, ...], tuple[Issue, ...]], None]
"""Is told of each build: the files that changed, and the problems found."""

_MOST = 100
"""Pages held in memory before they are published: more than anyone edits at once, few enough to cost nothing."""


class Preview:
    """One site under preview.

    ``prepare``, ``rebuild`` and ``finish`` may run in another thread than the rest, one at a time. ``early`` are pages
    of the build under way, by path; ``stop`` asks ``finish`` to give up; ``settled`` is called when ``early`` is all
    that the build will change of articles; ``complete`` says whether the full-text index is new.
    """

    def __init__(self, load: Load, tell: Tell) -> None:
        self._load, self._tell = load, tell
        self._live = Live(self._show, lambda: self.stop)
        self.request = load()
        self.issues: tuple[Issue, ...] = ()
        self.early: Mapping[str, bytes] = {}
        self.stop = self.complete = False
        self.settled: Callable[[], None] = lambda: None
        self._changed: tuple[str, ...] = ()
        self._seen = snapshot(self._folders())

    @property
    def output(self) -> Path:
        """The folder of the built site."""
        return self.request.output

    def _folders(self) -> tuple[Path, ...]:
        return self.request.root / "content", self.request.root / "templates"

    def look(self) -> tuple[str, ...]:
        """Return the files that have changed since they were last built."""
        now = snapshot(self._folders())
        if files := changed(self._seen, now):
            self._changed = tuple(sorted({*self._changed, *files}))
        self._seen = now
        return self._changed

    def half_saved(self) -> bool:
        """Tell whether a changed file is empty: many editors empty a file, then write it."""
        return any(self._seen.get(path, (0, 1, 0))[1] == 0 for path in self._changed)

    def prepare(self) -> None:
        """Open what the first build after a change needs; what cannot be opened is that build's problem."""
        with suppress(SiteError):
            warm(self.request)

    def rebuild(self) -> tuple[str, ...]:
        """Build now, without the full-text index: to make it takes longer than a writer waits.

        Returns the changed files that it was built for.
        """
        files, self._changed = self._changed, ()
        self._build(replace(self._load(), full_text="later"))
        self.complete = False
        self._tell(files, self.issues)
        return files

    def finish(self) -> None:
        """Bring the full-text index up to date, and clear away what the builds left in memory; or ``stop``."""
        self._build(replace(self._load(), full_text="now"))
        self.complete = not self.stop
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _build(self, request: Request) -> None:
        """Build. What the machine refuses is a problem too: the preview goes on."""
        self.request = request
        try:
            self.issues = build(request, live=self._live).issues
        except StoppedError:
            pass
        except SiteError as problem:
            self.issues = (Issue(Where("the preview"), "E090", str(problem)),)
        finally:
            self.early = {}

    def _show(self, tree: Path, made: Sequence[str]) -> None:
        """Take in the pages of articles that the build has made."""
        pages = [path for path in made if path.endswith(".html")]
        self.early = {path: (tree / path).read_bytes() for path in pages} if len(pages) <= _MOST else {}
        self.settled()
