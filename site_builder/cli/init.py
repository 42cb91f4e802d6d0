"""The verb ``init``: make a new site.

Input: a folder. Output: a small site in it that builds, with a sample of everything an editor writes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from site_builder.cli import options, report


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    parser = options.add_verb(verbs, "init", "make a new site that builds", run=run)
    parser.add_argument("folder", metavar="DIR", type=Path, help="where the site will stand")


def run(chosen: argparse.Namespace) -> int:
    """Write the first files of a site and say what to do next."""
    from site_builder.model.issue import SiteError  # noqa: PLC0415 - `--help` writes nothing
    from site_builder.store.starter import make  # noqa: PLC0415

    try:
        written = make(chosen.folder)
    except OSError as problem:
        message = f"cannot write to {chosen.folder}: {problem.strerror}"
        raise SiteError(message) from problem
    report.say(chosen, f"made a site of {len(written)} files in {chosen.folder}", made=list(written))
    if not chosen.json:
        report.say(chosen, f"next: cd {chosen.folder}, then: site-builder build, or site-builder serve --edit --open")
    return 0
