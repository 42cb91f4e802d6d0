"""Every page of the site with its address, and what asks for the same address twice.

Input: paths and the sources that want them. Output: issues, one a clash, each naming all its sources.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.model.issue import Issue, Where


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One page that is wanted: its path in the site, and the file (or the thing) that wants it."""

    path: str
    source: str


def file_of(page: str) -> str:
    """Return the file in which the page ``page`` stands: ``about/`` is ``about/index.html``.

    >>> file_of(""), file_of("feed.xml")
    ('index.html', 'feed.xml')
    """
    return f"{page}index.html" if not page or page.endswith("/") else page


def clashes(claims: Iterable[Claim]) -> tuple[Issue, ...]:
    """Return one issue (E070) for each address that two sources want.

    Addresses that differ only in case or in the composition of accents clash too: macOS and Windows take
    them for one.
    """
    wanted: dict[str, list[Claim]] = {}
    for claim in claims:
        wanted.setdefault(_folded(claim.path), []).append(claim)
    return tuple(sorted(_clash(same) for same in wanted.values() if len(same) > 1))


def _folded(path: str) -> str:
    if path.isascii():
        return file_of(path).lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file_of(path)).casefold())


def _clash(claims: list[Claim]) -> Issue:
    first, *others = sorted(claims)
    sources = ", ".join(dict.fromkeys(claim.source for claim in others if claim.source != first.source)) or first.source
    paths = " and ".join(dict.fromkeys(f"/{claim.path}" for claim in (first, *others)))
    return Issue(
        Where(first.source),
        "E070",
        f"wants the address {paths}, which {sources} wants too",
        hint="give one of them another slug",
    )
