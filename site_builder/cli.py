"""Verbs to functions: the only place that prints, exits and draws progress.

Input: the command line. Output: an exit code: 0 fine, 1 problems in the content, 2 wrong use.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from site_builder import __version__


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = argparse.ArgumentParser(prog="site-builder", description="Scrapes in, an annotated static site out.")
    top.add_argument("--version", action="version", version=f"site-builder {__version__}")
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser().parse_args(argv)
    return 0
