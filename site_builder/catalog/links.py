"""The links inside a built site: each leads to a page that exists, and to a place in it that exists.

Input: pages as HTML. Output: what each links to and offers, and issues for links that lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from site_builder.model.issue import Issue, Where

_TAG_LINK = re.compile(r"""<[a-zA-Z][^>]*?\s(?:href|src)=["']?([^"'\s>]+)""")
_ID = re.compile(r"""\sid=["']?([^"'\s>]+)""")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page or file of the site: its path as the site knows it, and the fragment or ""."""

    path: str
    fragment: str = ""


def links(html: str, page: str) -> frozenset[Link]:
    """Return the links of ``page`` (its path in the site) that stay inside the site."""
    found = set(_TAG_LINK.findall(html))
    return frozenset(_resolved(link, page) for link in found if not _ELSEWHERE.match(link))


def ids(html: str) -> frozenset[str]:
    """Return the fragments that lead somewhere in a page."""
    return frozenset(map(unescape, _ID.findall(html)))


def _resolved(link: str, page: str) -> Link:
    """Resolve ``link`` as RFC 3986, section 5.2.4, says; a path that climbs over the root keeps its dots."""
    path, _, fragment = (unescape(link) if "&" in link else link).partition("#")
    path = path.partition("?")[0]
    if not path:
        return Link(page, unquote(fragment))
    parts = page.split("/")[:-1]
    steps = unquote(path).split("/")
    for step in steps[:-1]:
        if step == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif step not in {"", "."}:
            parts.append(step)
    last = steps[-1] if steps[-1] not in {".", ".."} else ""
    if steps[-1] == "..":
        parts = parts[:-1]
    return Link("".join(part + "/" for part in parts) + last, unquote(fragment))


def broken(
    pages: Mapping[str, Iterable[Link]],
    exists: Callable[[str], bool],
    offered: Callable[[str], frozenset[str]],
    source: Callable[[str], str] = lambda page: page,
) -> tuple[Issue, ...]:
    """Return an issue for each link of ``pages`` that leads to no page (E071) or to no place in one (E072).

    ``exists`` tells whether the site has a page or file; ``offered`` gives the ids of a page and is asked
    only for pages that some link names with a fragment; ``source`` names the file of content behind a page.
    """
    found = []
    for page, targets in pages.items():
        for link in targets:
            if not exists(link.path):
                found.append(_issue(source(page), "E071", f"links to /{link.path}, which is no page of the site"))
            elif link.fragment and link.fragment not in offered(link.path):
                found.append(
                    _issue(source(page), "E072", f"links to /{link.path}#{link.fragment}: no such place there")
                )
    return tuple(sorted(found))


def _issue(source: str, code: str, message: str) -> Issue:
    return Issue(Where(source), code, message, hint="mend the address, or remove the link")
