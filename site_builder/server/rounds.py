"""The rounds of a preview: looks at the files, builds in a thread beside the server, one build at a time.

Input: a preview, and who wants to hear of changes. Output: none. Requests are answered while a build is under way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import perf_counter

from site_builder.server.preview import Preview

_LOOK = 0.05  # seconds between two looks at the files
_SHARE = 10  # at most one part in so many of a core goes into looking
_QUIET = 3.0  # seconds without a change, after which the full-text index is made
_PATIENCE = 2.0  # seconds that a request waits for a page that is being made

Changed = Callable[[tuple[str, ...]], None]
"""Is told that pages are not what they were, and the files for which all is built; none are named before the end."""


class Rounds:
    """The builds of one preview. To be made in the server's loop."""

    def __init__(self, preview: Preview, changed: Changed) -> None:
        loop = asyncio.get_running_loop()

        def settled() -> None:
            loop.call_soon_threadsafe(self._on_settled)

        self._preview, self._changed = preview, changed
        self._turn = asyncio.Lock()
        self._settled = asyncio.Event()
        self._settled.set()
        preview.settled = settled

    async def fresh(self) -> None:
        """Return once the pages of articles are as their files say, or after a while."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._settled.wait(), _PATIENCE)

    async def follow(self) -> None:
        """Build what changes, for ever; in quiet times, make the full-text index."""
        async with self._turn:
            await asyncio.to_thread(self._preview.prepare)
        quiet = perf_counter()
        finishing: asyncio.Task[None] | None = None
        while True:
            start = perf_counter()
            if await self.update():
                quiet = perf_counter()
            cost = 0.0 if quiet > start else perf_counter() - start
            if not self._preview.complete and finishing is None and perf_counter() - quiet > _QUIET:
                finishing = asyncio.create_task(self._finish())
            if finishing is not None and finishing.done():
                finishing = finishing.result()
            await asyncio.sleep(max(_LOOK, _SHARE * cost))

    async def update(self) -> bool:
        """Build what has changed since the last build, if anything has; tell whether."""
        if not self._preview.look():
            return False
        if self._preview.half_saved():
            await asyncio.sleep(_LOOK)
        self._settled.clear()
        self._preview.stop = True
        async with self._turn:
            self._preview.stop = False
            if not self._preview.look():  # another round was faster
                return False
            files = await asyncio.to_thread(self._preview.rebuild)
        self._settled.set()
        self._changed(files)
        return True

    async def _finish(self) -> None:
        async with self._turn:
            await asyncio.to_thread(self._preview.finish)

    def _on_settled(self) -> None:
        self._settled.set()
        self._changed(())
