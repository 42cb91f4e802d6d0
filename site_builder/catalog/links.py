"""The links inside a built site: each leads to a page that exists, and to a place in it that exists.

Input: pages as HTML. Output: what each links to and offers, and issues for links that lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, unquote

from site_builder.model.issue import Issue, Where

_LINKING = "a|area|audio|base|embed|iframe|image|img|input|link|script|source|track|use|video"
"""The elements to which HTML and SVG give a link: to look into every tag would take half as long again."""

# Values of other attributes are stepped over whole: a description may have the words ' href="x"' in it.
_TAG_LINK = re.compile(
    rf"<(?:{_LINKING}|{_LINKING.upper()})"
    r"""\s++(?:[^>"'\s]++(?:"[^"]*"|'[^']*')?\s++)*?(?:href|src)=["']?([^"'\s>]+)"""
)
_ID = re.compile(r"""\sid=["']?([^"'\s>]+)""")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page or file of the site: its path as the site knows it, and the fragment or ""."""

    path: str
    fragment: str = ""


def collect(html: str, page: str, found: dict[str, str]) -> None:
    """Add the links of ``page`` that stay inside the site to ``found``: each from the root, with the first page.

    Most links climb to the root and are kept as they are, so that many pages share one entry; ``resolve``
    reads them. Links to places in the page itself are added only where there is no such place.
    """
    root = "../" * page.count("/")
    own: frozenset[str] | None = None
    for link in set(_TAG_LINK.findall(html)):
        if root and link.startswith(root):
            found.setdefault(link[len(root) :], page)
        elif link[0] == "#":
            if f' id="{link[1:]}"' in html:  # as most are; all places of a page take long to find
                continue
            own = ids(html) if own is None else own
            if unquote(unescape(link[1:])) not in own:
                found.setdefault(page + link, page)
        elif not _ELSEWHERE.match(link):
            target = resolve(link, page)
            found.setdefault(quote(target.path) + (f"#{quote(target.fragment)}" if target.fragment else ""), page)


def links(html: str, page: str) -> frozenset[Link]:
    """Return the links of ``page`` (its path in the site) that stay inside the site."""
    found: dict[str, str] = {}
    collect(html, page, found)
    return frozenset(resolve(link) for link in found)


def fragments(html: str) -> frozenset[str]:
    """Return the fragments that tags of a page lead to in the page itself, as they are written."""
    return frozenset(link[1:] for link in _TAG_LINK.findall(html) if link[0] == "#")


def ids(html: str) -> frozenset[str]:
    """Return the fragments that lead somewhere in a page."""
    return frozenset(map(unescape, _ID.findall(html)))


def resolve(link: str, page: str = "") -> Link:
    """Resolve ``link`` as RFC 3986, section 5.2.4, says; a path that climbs over the root keeps its dots."""
    path, _, fragment = (unescape(link) if "&" in link else link).partition("#")
    path = path.partition("?")[0]
    if not path:
        return Link(page, unquote(fragment))
    path = unquote(path)
    if not page and "." not in path and "//" not in f"/{path}":  # as most are, from the root: nothing to climb
        return Link(path, unquote(fragment))
    parts = page.split("/")[:-1]
    steps = path.split("/")
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
    found: Mapping[str, str],
    exists: Callable[[str], bool],
    offers: Callable[[str, str], bool],
    source: Callable[[str], str] = lambda page: page,
) -> tuple[Issue, ...]:
    """Return an issue for each link that ``collect`` found and that leads to no page (E071) or no place (E072).

    ``exists`` tells whether the site has a page or file; ``offers`` whether a page has a place of that name, and is
    asked for all places of one page before those of the next; ``source`` names the file of content behind a page.
    """
    issues = []
    for raw in sorted(found):
        link, page = resolve(raw), found[raw]
        if not exists(link.path):
            issues.append(_issue(source(page), "E071", f"links to /{link.path}, which is no page of the site"))
        elif link.fragment and not offers(link.path, link.fragment):
            issues.append(_issue(source(page), "E072", f"links to /{link.path}#{link.fragment}: no such place there"))
    return tuple(sorted(issues))


def _issue(source: str, code: str, message: str) -> Issue:
    return Issue(Where(source), code, message, hint="mend the address, or remove the link")
