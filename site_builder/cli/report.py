"""What people and programs see: problems like a compiler's, results, progress.

Input: issues and lines. Output: text on the two streams, and the exit code. Results go to standard
output, problems and progress to standard error; with ``--json`` all is JSON Lines on standard output.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from site_builder.model.issue import Issue

_COLOURS = {"error": "31", "warning": "33", "info": "36"}
NO_MODEL = (
    "no polyphone model: characters with several readings that no word settles are guesses, and marked as such "
    "(pip install 'site-builder[polyphones]')"
)
_MOST = 200  # issues printed in full; a summary counts the rest


class Step(Protocol):
    """Tells progress: how much of how many is done."""

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are done."""


def prepare_streams() -> None:
    """Make both streams print every character: a file name need not be UTF-8, nor a terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def silence_stdout() -> None:
    """Send what is still to be flushed to nowhere, after the reader of a pipe went away."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def coloured(stream: TextIO) -> bool:
    """Tell whether ``stream`` is a terminal whose owner wants colours (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(chosen: argparse.Namespace, text: str, **facts: object) -> None:
    """Print one result: ``text`` for people, ``facts`` for programs."""
    if chosen.json:
        _print_json({"type": "result", **facts, "message": text})
    elif not chosen.quiet:
        print(text, flush=True)


def say_without_model(chosen: argparse.Namespace) -> None:
    """Say once what is lost where the extra ``[polyphones]`` is not installed."""
    if all(map(find_spec, ("g2pM", "numpy"))):
        return
    if chosen.json:
        _print_json({"type": "note", "message": NO_MODEL})
    elif not chosen.quiet:
        print(f"site-builder: {NO_MODEL}", file=sys.stderr)


def finish(chosen: argparse.Namespace, issues: Iterable[Issue]) -> int:
    """Print all problems of a run, sorted, and their number; return the exit code they come to."""
    ordered = sorted(dict.fromkeys(_located(chosen, issues)))
    counts = {severity: sum(issue.severity == severity for issue in ordered) for severity in _COLOURS}
    if chosen.json:
        for issue in ordered:
            _print_json({"type": "issue", **_facts(issue)})
        _print_json({"type": "summary", "errors": counts["error"], "warnings": counts["warning"]})
    else:
        _print_issues(ordered, counts, quiet=chosen.quiet)
    failed = counts["error"] or (chosen.strict and counts["warning"])
    return 1 if failed else 0


def _located(chosen: argparse.Namespace, issues: Iterable[Issue]) -> Iterable[Issue]:
    found = list(issues)
    if not any(issue.quote for issue in found):
        return found
    from site_builder.store.lines import located  # noqa: PLC0415 - only where a line is to be found

    return located(Path(chosen.site), found)


def _facts(issue: Issue) -> Mapping[str, object]:
    where = {"path": issue.where.path, "line": issue.where.line, "column": issue.where.column}
    return {**where, "code": issue.code, "severity": issue.severity, "message": issue.message, "hint": issue.hint}


def _print_json(value: Mapping[str, object]) -> None:
    line = json.dumps(value, ensure_ascii=False)
    print(line.encode("utf-8", "backslashreplace").decode("utf-8"), flush=True)


def _print_issues(issues: list[Issue], counts: Mapping[str, int], *, quiet: bool) -> None:
    colours = coloured(sys.stderr)
    for issue in issues[:_MOST]:
        if issue.severity != "info" or not quiet:
            print(_line(issue, colours=colours), file=sys.stderr)
    if len(issues) > _MOST:
        print(f"… and {len(issues) - _MOST:,} more; --json prints them all", file=sys.stderr)
    if counts["error"] or counts["warning"]:
        summary = " and ".join(_count(counts[name], name) for name in ("error", "warning") if counts[name])
        print(f"{summary} in the content", file=sys.stderr)


def _line(issue: Issue, *, colours: bool) -> str:
    """Return an issue as a compiler prints it, with its hint on a line of its own."""
    label = f"\033[{_COLOURS[issue.severity]}m{issue.code}\033[0m" if colours else issue.code
    text = f"{visible(str(issue.where))}: {label} {visible(issue.message)}"
    return text + (f"\n    {visible(issue.hint)}" if issue.hint else "")


def visible(text: str) -> str:
    """Return ``text`` with characters that could garble or fool a terminal written as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


@contextmanager
def progress(chosen: argparse.Namespace, what: str) -> Iterator[Step]:
    """Draw a bar while the block runs, where a person looks on at a terminal; else draw nothing."""
    if chosen.quiet or chosen.json or not coloured(sys.stderr):
        yield _no_step
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _no_step(done: int, total: int) -> None:
    """Show nothing."""
