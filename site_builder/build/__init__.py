"""The build program: content in, a static site out.

Straight-line: read, map over articles, index, map over pages, check, swap.
Input: a ``Request``. Output: the site on disk and a ``Report``.
"""

from site_builder.build.program import build
from site_builder.build.request import Report, Request

__all__ = ["Report", "Request", "build"]
