"""Verbs to functions: the only room that prints, exits and draws progress.

Input: the command line. Output: an exit code: 0 fine, 1 problems in the content, 2 wrong use or a
machine that does not do its part. Each verb is a module with ``add``, which describes it to
argparse and names the function that runs it; whatever is heavy is imported inside that function.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from site_builder import __version__
from site_builder.cli import annotate, build, check, clean, ingest, init, new, options, report, serve

VERBS = (init, ingest, build, check, serve, annotate, new, clean)
"""The modules of the verbs, in the order in which ``--help`` lists them."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="site-builder",
        description="Scraped news about China in, an annotated static site out.",
        epilog="Run a verb with --help for what it takes. Exit code: 0 fine, 1 problems in the content, 2 wrong use.",
    )
    top.add_argument("--version", action="version", version=f"site-builder {__version__}")
    options.add_common(top, defaults=True)
    verbs = top.add_subparsers(title="verbs", metavar="VERB", dest="verb")
    for verb in VERBS:
        verb.add(verbs)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    report.prepare_streams()
    top = parser()
    chosen = top.parse_args(argv)
    if chosen.verb is None:
        top.print_help(sys.stderr)
        return 2
    from site_builder.model.issue import SiteError  # noqa: PLC0415 - `--help` has ended above

    try:
        code: int = chosen.run(chosen)
    except SiteError as problem:
        print(f"site-builder: {problem}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("site-builder: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of a pipe went away: nothing is wrong here
        report.silence_stdout()
        return 0
    return code
