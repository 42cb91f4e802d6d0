"""The verb ``clean``: remove what builds leave behind.

Input: the folder of the site. Output: the built pages and the cache are gone; content and scrapes are not touched.
"""

from __future__ import annotations

import argparse

from site_builder.cli import options, report

_WHAT = (
    "Remove the pages that builds wrote into the output folder, and the cache (.cache/ of the site). "
    "Files in the output folder that the builder did not write stay, and so do content/, seeds/ and templates/, always."
)


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    parser = options.add_verb(verbs, "clean", "remove built pages and the cache; content is never touched", run=run)
    parser.description = _WHAT


def run(chosen: argparse.Namespace) -> int:
    """Remove what builds left and say how much it was."""
    from site_builder.store.leftovers import remove_built  # noqa: PLC0415 - `--help` removes nothing

    root = options.root(chosen)
    gone = remove_built(options.output(chosen), root / ".cache")
    report.say(chosen, f"removed {gone:,} built and cached file{'' if gone == 1 else 's'}", removed=gone)
    return report.finish(chosen, ())
