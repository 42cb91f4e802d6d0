"""One build at a time for each output.

Input: a lock file's path. Output: a held lock, or the pid of the one that holds it. The kernel frees the
lock when its owner dies, so a killed build never leaves one behind.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder.model.issue import SiteError

if sys.platform != "win32":
    import fcntl

_PAUSE = 0.05  # seconds between two looks at a lock that someone else holds


@contextmanager
def held(path: Path, wait: float, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock at ``path`` while the block runs.

    Waits at most ``wait`` seconds for another owner, and says so once through ``tell``. Raises ``SiteError``
    with the owner's process id when the wait was in vain.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _take(descriptor, path, wait, tell)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path, wait: float, tell: Callable[[str], None]) -> None:
    deadline = time.monotonic() + wait
    told = False
    while not _try(descriptor):
        owner = os.pread(descriptor, 20, 0).decode("ascii", "replace") or "unknown"
        if time.monotonic() >= deadline:
            msg = f"another build (process {owner}) is at work here; it holds {path}"
            raise SiteError(msg)
        if not told:
            tell(f"waiting for another build (process {owner}) to finish")
            told = True
        time.sleep(_PAUSE)


def _try(descriptor: int) -> bool:
    if sys.platform == "win32":  # no flock there: two builds at once are the user's affair
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
