"""Why a page was made: for ``build --explain``.

Input: the keys before and now, what each round did again. Output: a reason for each page, in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from site_builder.build import state
from site_builder.build.entries import Stale
from site_builder.build.request import Request
from site_builder.build.scan import Scan
from site_builder.build.state import State
from site_builder.model import address

EVERY = "*"
"""The name under which the reason for all pages stands."""

_ANCHOR = re.compile(r"(glossary|hashtags)/[^/#]+/#(.+)")
_PARTS = {
    "program": "the program, or a library it uses, changed",
    "templates": "a template changed; pages in which it has no part stayed",
    "dictionary": "the dictionary changed",
    "settings": "site.toml, or a flag, changed",
}


def why(request: Request, page: str) -> list[tuple[str, str]]:
    """Return (page, reason) for ``page``, or for each page with a reason of its own where ``page`` is "".

    A page is named as in its address, or by the file of content behind it.
    """
    known = state.load(request.place / "state") or state.State()
    general = known.why.get(EVERY, "nothing was built yet")
    named = _ANCHOR.sub(r"\1/\2/", page.removeprefix("/").removesuffix("index.html"))
    if not page:
        return [(EVERY, general), *sorted((name, text) for name, text in known.why.items() if name != EVERY and text)]
    sources = {address.article_path(row.slug): path for path, row in known.rows.items()}
    reason = known.why.get(named) or known.why.get(sources.get(named, ""))
    return [(named, reason or general)]


def reasons(
    old: State, seen: Scan, articles: Mapping[str, str], todo: Stale, lists: Iterable[str], *, every: bool
) -> dict[str, str]:
    """Return why pages were made; pages that were not keep the reason of the build that made them."""
    parts = [text for name, text in _PARTS.items() if old.common.get(name) != seen.parts[name]]
    if every:
        return {EVERY: "; ".join(parts) if old.common and parts else "nothing was there to keep"}
    said = {EVERY: parts[0]} if parts else dict(old.why)
    said.update({path: f"{path}: {reason}" for path, reason in articles.items()})
    terms, tags = todo.terms or (), todo.tags or ()
    said.update({address.term_path(name): todo.why.get(name, "") for name in terms})
    near = "a hashtag beside it changed"
    said.update({address.hashtag_path(name): todo.why.get(name, near) for name in tags})
    if not parts:
        said.update({name.partition(":")[2]: "what it lists changed" for name in lists})
    return said
