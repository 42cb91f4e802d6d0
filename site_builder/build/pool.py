"""Who does the work of a map: this process, processes beside it, or a cluster.

Input: a function, and one list of arguments for each task. Output: the results in the order of the tasks,
so that nothing depends on who was first.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

from site_builder.model.issue import SiteError

Map = Callable[[Callable[..., Any], Sequence[Sequence[Any]]], Iterator[Any]]
"""``map(function, [arguments, ...])`` yields ``function(*arguments)`` for each, in order."""

PAYS = 40
"""Articles to do from which on processes win over doing it here: starting two costs as much as annotating these."""


def here(function: Callable[..., Any], tasks: Sequence[Sequence[Any]]) -> Iterator[Any]:
    """Do all tasks in this process."""
    return (function(*task) for task in tasks)


def calm() -> None:
    """Look for garbage seldom, and never among what is there already: most of what a build makes lives to its end.

    Not looking at all saves no more, and keeps what each page leaves behind.
    """
    gc.freeze()
    gc.set_threshold(20_000, 10, 1_000_000)


def cores() -> int:
    """Return how many processes may run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Hired(NamedTuple):
    """A map; whether others do its work; what sends these home, so that fresh ones do what comes next.

    Where words are annotated a worker remembers so much that it would need half as much memory again for pages.
    """

    run: Map
    shared: bool
    relieve: Callable[[], None] = lambda: None


@contextmanager
def hired(jobs: int, work: int, address: str) -> Iterator[Hired]:
    """Yield who works on about ``work`` articles.

    ``jobs`` is the number of processes, 0 = as many as pay; ``address`` is ``dask://HOST:PORT`` or "". Raises
    ``SiteError`` when a worker dies or the cluster cannot be reached.
    """
    wanted = jobs or (cores() if work >= PAYS else 1)
    if address:
        with _cluster(address) as executor:
            yield Hired(_on(executor), shared=True)
    elif wanted == 1 or not work:
        yield Hired(here, shared=False)
    else:
        with _processes(wanted) as crew:
            yield Hired(crew.run, shared=True, relieve=crew.relieve)


def _on(executor: Executor) -> Map:
    def run(function: Callable[..., Any], tasks: Sequence[Sequence[Any]]) -> Iterator[Any]:
        futures = [executor.submit(function, *task) for task in tasks]
        try:
            for future in futures:
                yield future.result()
        finally:
            for future in futures:
                future.cancel()

    return run


class _Crew:
    """Some processes, and how to have others in their place."""

    __slots__ = ("_executor", "_hire")

    def __init__(self, hire: Callable[[], Executor]) -> None:
        self._hire = hire
        self._executor = hire()

    def run(self, function: Callable[..., Any], tasks: Sequence[Sequence[Any]]) -> Iterator[Any]:
        """Do all tasks, in the processes that are there now."""
        return _on(self._executor)(function, tasks)

    def relieve(self) -> None:
        """Let the processes end, and have new ones."""
        self.dismiss()
        self._executor = self._hire()

    def dismiss(self) -> None:
        """Let the processes end."""
        self._executor.shutdown()


@contextmanager
def _processes(jobs: int) -> Iterator[_Crew]:
    import multiprocessing  # noqa: PLC0415 - a small build needs none
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(["site_builder.build.terms"])
    crew = _Crew(partial(ProcessPoolExecutor, jobs, mp_context=context, initializer=calm))
    try:
        yield crew
    except BrokenProcessPool as error:
        msg = "a worker process died (out of memory?); the last good site is untouched. Try fewer: --jobs 1"
        raise SiteError(msg) from error
    finally:
        crew.dismiss()


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    scheme, _, place = address.partition("://")
    if scheme != "dask" or not place:
        msg = f"unknown executor {address}: write dask://HOST:PORT, the address of a Dask scheduler"
        raise SiteError(msg)
    try:
        from distributed import Client  # noqa: PLC0415 - the extra [cluster]
    except ImportError as error:
        msg = "a cluster needs the extra: pip install 'site-builder[cluster]'"
        raise SiteError(msg) from error
    try:
        client = Client(f"tcp://{place}", timeout=10)  # type: ignore[no-untyped-call]
    except OSError as error:
        msg = f"no Dask scheduler answers at {place}"
        raise SiteError(msg) from error
    with client:
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
