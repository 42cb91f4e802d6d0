"""The verb ``new``: start an article, a topic or a term.

Input: what and its title. Output: a file that builds as it is, or an entry at the end of the glossary.
"""

from __future__ import annotations

import argparse

from site_builder.cli import options, report


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    parser = options.add_verb(verbs, "new", "start an article, a topic or a term", run=run)
    parser.add_argument("what", choices=("article", "topic", "term"), help="what to start")
    parser.add_argument("title", help="the title of the article or topic, or the term in Chinese")
    parser.add_argument("--slug", help="the name in the address (default: made of the title)")


def run(chosen: argparse.Namespace) -> int:
    """Write the new file and say where it stands; a file that is there is never overwritten."""
    from site_builder.store import fresh  # noqa: PLC0415 - `--help` writes nothing

    root = options.root(chosen)
    if chosen.what == "term":
        path, issues = fresh.add_term(root, chosen.title)
    else:
        path, issues = fresh.add_page(root, chosen.what, chosen.title, chosen.slug)
    if path:
        report.say(chosen, f"made {path}", made=path)
    return report.finish(chosen, issues)
