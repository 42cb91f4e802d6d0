"""Leads links on pages to entries that share a page.

Input: the HTML of any page of the site, its links to terms and hashtags as if each had a page of its own. Output: the
same with these links as the setting ``entries = "anchors"`` has them. It is done on the finished page, so that links
in templates, in what authors wrote, and those that the program makes all follow the setting.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

# Inside a tag alone: an article may show the words of such a link.
_LINK = re.compile(
    r"""(<a\s(?:[^<>]*?\s)?href=["']?(?:\.{1,2}/)*(?:glossary|hashtags)/)([^/"'#?>\s]+)/(?:#[^"'>\s]*)?(?=["'>\s])"""
)


def relinked(html: str) -> str:
    """Return a page whose links to entries lead to their anchors."""
    return _LINK.sub(_anchored, html)


def _anchored(link: re.Match[str]) -> str:
    slug = link[2]
    return f"{link[1]}{(unquote(slug) if '%' in slug else slug)[0]}/#{slug}"
