"""Text and addresses as XML wants them.

Input: any text; site paths. Output: escaped text without what XML 1.0 forbids; absolute addresses as URIs.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from site_builder.model.site import Site

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_KEPT = "/:?#[]@!$&'()*+,;=%~"  # what a URI may hold as it is (RFC 3986); everything else is percent-encoded


def text(value: str) -> str:
    """Return ``value`` fit for an XML text node or a quoted attribute; forbidden characters become U+FFFD."""
    sound = value if value.isprintable() else _FORBIDDEN.sub("\ufffd", value)
    return escape(sound, quote=False).replace('"', "&quot;")


def absolute(site: Site, path: str) -> str:
    """Return the address of a site path as a URI: absolute where the site's address is known."""
    return quote(site.base_url + path, safe=_KEPT)
