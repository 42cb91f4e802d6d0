"""The verb ``check``: find what is wrong with the content, and change nothing.

Input: the folder of the site and the common flags. Output: every problem that a build would find.
"""

from __future__ import annotations

import argparse

from site_builder.cli import build as build_verb
from site_builder.cli import options, report


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    help_text = "find what is wrong with the content: files, notes, links; the built site stays as it is"
    options.add_verb(verbs, "check", help_text, run=run)


def run(chosen: argparse.Namespace) -> int:
    """Make the whole site without publishing it, and print all problems."""
    from site_builder.build import build  # noqa: PLC0415 - `--help` builds nothing

    done = build(build_verb.request(chosen, publish=False))
    code = report.finish(chosen, done.issues)
    if code == 0:
        verdict = "no errors" if any(issue.severity == "warning" for issue in done.issues) else "fine"
        counts = f"checked {done.articles:,} articles and {done.pages:,} files"
        report.say(chosen, f"{counts}: {verdict}", articles=done.articles)
    if done.terms:
        report.say_without_model(chosen)
    return code
