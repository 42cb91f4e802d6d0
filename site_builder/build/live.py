"""What a process that builds one site again and again keeps between builds, and hears of each.

Input: the state as a build saved it, the pages as it makes them. Output: the state without reading it again; a call
before the pages are published.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.build import state
from site_builder.build.stages import Stages
from site_builder.build.state import State

Show = Callable[[Path, Sequence[str]], None]
"""Is told of the pages of articles: the tree they stand in, not yet published, and the paths of those just made."""


class StoppedError(Exception):
    """The one who asked for a build does not want it any more; nothing was published."""


@dataclass(slots=True)
class Live:
    """What goes along from build to build; one that is new knows nothing, and costs only time.

    ``show`` is called once a build, when the pages of all articles are as they will be. ``stopped`` is asked during the
    full-text index, the one long step that nobody waits for. ``stages`` hears what each step cost.
    """

    show: Show = lambda tree, made: None
    stopped: Callable[[], bool] = lambda: False
    stamp: tuple[int, int, int] = (0, 0, 0)
    last: State | None = None
    stages: Stages = field(default_factory=Stages)

    def load(self, path: Path) -> State | None:
        """Return the state in ``path``: the last one that was saved there, unless someone else wrote the file.

        None where it is damaged.
        """
        if self.last is not None and self.stamp == _stamp(path):
            return self.last
        return state.load(path)

    def save(self, path: Path, new: State) -> None:
        """Write the state to ``path`` and keep it."""
        state.save(path, new)
        self.stamp, self.last = _stamp(path), new

    def check(self) -> None:
        """Raise ``StoppedError`` where the build is not wanted any more."""
        if self.stopped():
            raise StoppedError


def _stamp(path: Path) -> tuple[int, int, int]:
    """Return what tells this file from any other that had or will have its name."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return status.st_ino, status.st_mtime_ns, status.st_size
