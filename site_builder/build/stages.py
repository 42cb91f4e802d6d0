"""Where the time of a build went: for ``build --profile``.

Input: stages as they begin and end, here and in other processes. Output: for each the seconds of the processor and
how many things it did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from site_builder.build.pool import Map
from site_builder.store import clock

_OF_MAPS = {
    "read_articles": "articles: read, Markdown, mining",
    "mark_articles": "articles: annotate, weave, facts",
    "write_articles": "articles: pages and their files",
    "write_terms": "terms: merge, pages",
    "show_terms": "terms: pages as they were, in another look",
    "show_tags": "hashtags: pages as they were, in another look",
    "collect_tags": "hashtags: merge",
    "write_tags": "hashtags: pages",
}


class Stages:
    """The stages of one build; what is not watched costs nothing."""

    __slots__ = ("_inner", "_watched", "spent")

    def __init__(self, *, watched: bool = False) -> None:
        """Begin with nothing spent."""
        self._watched = watched
        self._inner = 0.0  # seconds of stages inside the one that is under way
        self.spent: dict[str, tuple[float, int]] = {}

    @contextmanager
    def __call__(self, name: str, count: int = 1) -> Iterator[None]:
        """Count what the block costs, but for stages inside it, as ``count`` more things of the stage ``name``."""
        if not self._watched:
            yield
            return
        start, outer, self._inner = clock.cpu(), self._inner, 0.0
        try:
            yield
        finally:
            took = clock.cpu() - start
            self._add(name, took - self._inner, count)
            self._inner = outer + took

    def _add(self, name: str, seconds: float, count: int) -> None:
        known, before = self.spent.get(name, (0.0, 0))
        self.spent[name] = (known + seconds, before + count)

    def watching(self, run: Map, *, shared: bool) -> Map:
        """Return the map ``run``, its tasks counted by the function; ``shared`` says that other processes do them."""
        if not self._watched:
            return run

        def watched(function: Callable[..., Any], tasks: Sequence[Sequence[Any]]) -> Iterator[Any]:
            name = _OF_MAPS.get(function.__name__, function.__name__)
            for took, result in run(clock.timed, [(function, *task) for task in tasks]):
                self._add(name, took, 1)
                self._inner += 0.0 if shared else took
                yield result

        return watched
