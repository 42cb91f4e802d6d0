"""robots.txt (RFC 9309).

Input: settings. Output: text. It allows every page: pages whose rights are reserved carry ``noindex``, and a
robot that may not fetch a page never sees that.
"""

from __future__ import annotations

from site_builder.export.xml import absolute
from site_builder.model.site import Site


def robots(site: Site) -> str:
    """Return robots.txt, naming the sitemap where the site's address is known."""
    sitemap = f"\nSitemap: {absolute(site, 'sitemap.xml')}\n" if site.base_url else ""
    return "User-agent: *\nAllow: /\n" + sitemap
