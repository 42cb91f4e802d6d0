"""Where in its file a problem stands that only knows the words it is about.

Input: the folder of the site, issues. Output: the same issues, with line and column where the words were found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from site_builder.model.issue import Issue, Where


def located(site: Path, issues: Iterable[Issue]) -> Iterator[Issue]:
    """Yield each issue; one with a ``quote`` and no line gets the place of the first such words of its file."""
    for issue in issues:
        known = issue.where.line or not issue.quote
        yield issue if known else replace(issue, where=_place(site, issue.where, issue.quote))


def _place(site: Path, where: Where, quote: str) -> Where:
    try:
        text = (site / where.path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return where
    at = text.find(quote)
    if at < 0:
        return where
    return Where(where.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
