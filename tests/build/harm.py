"""Harm done to a build from inside: at a chosen step on the disk its process dies, or the disk is full.

A build runs in a forked process, so that it can be killed as ``kill -9`` kills it, and starts with the
dictionaries open. Steps are what CPython's audit events tell of: files opened, made, linked, renamed and removed.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from site_builder.build import Request, build
from site_builder.model.issue import SiteError
from site_builder.model.site import Site

STEPS = {"os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree"}
DONE, REFUSED, TRACEBACK = 0, 2, 70
"""How a build ended: published, refused with a message for people, or with an error that no one foresaw."""

Harm = Callable[[], None]


def die() -> None:
    """Die as by ``kill -9``."""
    os.kill(os.getpid(), signal.SIGKILL)


def full_disk() -> None:
    """Refuse as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def small_files(most: int) -> Harm:
    """Return harm after which no file can grow beyond ``most`` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


class Ended(NamedTuple):
    """How a build ended: the exit code of its process, or minus the signal that killed it; and what it said.

    What it says is the message of a refusal, or else the number of steps it took.
    """

    code: int
    said: str


def harmed(root: Path, at: int, harm: Harm, *, once: bool = True) -> Ended:
    """Build the site at ``root`` in another process; at the step ``at`` of those on its disk, harm is done.

    Unless ``once``, each later step is harmed too.
    """
    child, reader = _forked(root, at, harm, once=once)
    with os.fdopen(reader) as says:
        said = says.read()
    return Ended(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said)


@contextmanager
def paused(root: Path, at: int, seconds: float = 60) -> Iterator[int]:
    """Have another process build, and sleep at the step ``at``; yield its number. It is killed in the end."""
    there, here = os.pipe()

    def pause() -> None:
        os.write(here, b".")
        time.sleep(seconds)

    child, reader = _forked(root, at, pause, once=True)
    os.read(there, 1)
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for descriptor in (there, here, reader):
            os.close(descriptor)


def hurt(path: Path, place: int) -> None:
    """Turn all bits of one byte of a file."""
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)
        file.seek(place)
        file.write(bytes([byte[0] ^ 0xFF]))


def _forked(root: Path, at: int, harm: Harm, *, once: bool) -> tuple[int, int]:
    """Return the number of the new process, and where to read what it says."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code, said = TRACEBACK, ""
        try:
            code, said = _build(root, at, harm, once=once)
        except BaseException:
            traceback.print_exc()
        finally:
            os.write(writer, said.encode())
            os._exit(code)
    os.close(writer)
    return child, reader


def _build(root: Path, at: int, harm: Harm, *, once: bool) -> Ended:
    left = [at]
    place = str(root)

    def hook(event: str, args: tuple[object, ...]) -> None:
        if (event in STEPS or (event == "open" and _writes(args))) and str(args[0]).startswith(place):
            left[0] -= 1
            if left[0] == 0 or (left[0] < 0 and not once):
                harm()

    sys.addaudithook(hook)
    try:
        published = build(Request(root, root / "output", Site(), jobs=1, wait=0)).published
    except SiteError as problem:
        return Ended(REFUSED, str(problem))
    return Ended(DONE if published else TRACEBACK, str(at - left[0]))


def _writes(args: tuple[object, ...]) -> bool:
    flags = args[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
