"""The build program: content in, a static site out.

Straight-line: read, map over articles, index, map over pages, check, swap.
Input: a ``Request``. Output: the site on disk and a ``Report``.
"""

from __future__ import annotations

from collections.abc import Callable

from site_builder.build.quick import unchanged
from site_builder.build.request import Report, Request

__all__ = ["Report", "Request", "build"]


def build(request: Request, tell: Callable[[str], None] = lambda text: None) -> Report:
    """Build the site, or find that nothing it depends on has changed.

    Problems in the content are in the report; the machine's raise ``SiteError``. ``tell`` is told why one has to wait.
    """
    report = unchanged(request)
    if report is None:
        from site_builder.build import program  # noqa: PLC0415 - the parsers it loads cost more than looking

        report = program.build(request, tell)
    return report
