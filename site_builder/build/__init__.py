"""The build program: content in, a static site out.

Straight-line: read, map over articles, index, map over pages, check, swap.
Input: a ``Request``. Output: the site on disk and a ``Report``.
"""

from __future__ import annotations

from collections.abc import Callable

from site_builder.build.live import Live, StoppedError
from site_builder.build.quick import unchanged
from site_builder.build.request import Report, Request
from site_builder.store import output

__all__ = ["Live", "Report", "Request", "StoppedError", "build", "warm"]


def build(request: Request, tell: Callable[[str], None] = lambda text: None, live: Live | None = None) -> Report:
    """Build the site, or find that nothing it depends on has changed.

    Problems in the content are in the report; the machine's raise ``SiteError``. ``tell`` is told why one has to wait;
    ``live`` is for who builds more than once, and raises ``StoppedError`` where that one says so.
    """
    report = None if live else unchanged(request)  # who builds again has looked already
    if report is None:
        from site_builder.build import program  # noqa: PLC0415 - the parsers it loads cost more than looking

        try:
            report = program.build(request, tell, live or Live())
        except OSError as error:
            raise output.unwritable(request.output, error) from error
    return report


def warm(request: Request) -> None:
    """Open the dictionaries now, which takes half a second of the first build that annotates.

    Raises ``SiteError`` where they cannot be read.
    """
    from site_builder.build import bench  # noqa: PLC0415 - as above

    bench.lexicon(str(request.cache), str(request.root), request.site.dictionary)
