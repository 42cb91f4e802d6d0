"""What the preview adds to a page: the script that reloads it, the problems of the last build, the editor.

Input: a page's HTML and the problems. Output: HTML. Nothing of this is in the built site.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from site_builder.model.issue import Issue

_MOST = 30  # problems shown; the terminal has all

_STYLE = (
    "position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;z-index:2147483647;padding:1rem 1.25rem;"
    "background:#7a1712;color:#fff;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;margin:0"
)


def dressed(page: str, port: int, issues: Iterable[Issue], token: str = "") -> str:
    """Return ``page`` with what a preview needs; with ``token`` it can edit."""
    head = f'<script src="/livereload.js?port={port}" defer></script>'
    if token:
        head += f'<meta name="edit-token" content="{escape(token)}">'
        head += '<link rel="stylesheet" href="/-/editor.css"><script src="/-/editor.js" defer></script>'
    page = _before(page, "</head>", head)
    return _before(page, "</body>", problems(issues))


def _before(page: str, mark: str, more: str) -> str:
    """Return ``page`` with ``more`` before the last ``mark``, or at its end."""
    start, found, end = page.rpartition(mark)
    return start + more + found + end if found else page + more


def problems(issues: Iterable[Issue]) -> str:
    """Return the errors and warnings as a panel, or "" where there are none."""
    shown = [issue for issue in issues if issue.severity != "info"]
    errors = sum(issue.severity == "error" for issue in shown)
    if not errors:
        return ""
    lines = [f"{issue}{_hint(issue)}" for issue in sorted(shown, key=lambda issue: (issue.severity, issue))[:_MOST]]
    more = f"\n… and {len(shown) - _MOST:,} more" if len(shown) > _MOST else ""
    title = "This page is as it was before: the content has problems.\n"
    return f'<div role="alert" id="build-problems" style="{_STYLE}">{escape(title + chr(10).join(lines) + more)}</div>'


def _hint(issue: Issue) -> str:
    return f"\n    {issue.hint}" if issue.hint else ""


def nothing_built() -> str:
    """Return the page that stands in for one that was never built."""
    inner = "<p>This page is not built.</p>"
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Problems</title></head>'
    return f"{head}<body>{inner}</body></html>"
