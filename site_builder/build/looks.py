"""Which templates stand behind which pages: a change of one makes anew only what is made with it.

Input: what the scan saw, the last state. Output: the keys of the looks of pages, and of what has no look.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from site_builder.build.bench import Bench, env
from site_builder.build.scan import Scan, key
from site_builder.build.state import State
from site_builder.render.templates import behind

SOLID = ("program", "dictionary", "settings")
"""The parts of all keys but for templates and static files."""

KINDS = {
    "articles": ("article.html",),
    "entries": ("term.html", "hashtag.html", "glossary-entries.html", "hashtag-entries.html"),
    "lists": (
        *("home.html", "articles.html", "glossary.html", "hashtags.html", "topics.html", "topic.html"),
        *("page.html", "my-words.html", "404.html"),
    ),
}
"""The templates of pages, by what makes them."""
_ALL = ("masthead.html", "foot.html", "assets.html")
"""Rendered once for all pages of a depth: no template refers to them."""


class Looks(NamedTuple):
    """Keys: ``solid`` of what no template has a part in; of pages of articles, of entries, of all others (lists)."""

    solid: bytes
    articles: bytes
    entries: bytes
    lists: bytes


def looks(bench: Bench, seen: Scan, new: State, old: State) -> Looks:
    """Return the keys, and note those of single looks in ``new``; templates are read only where one changed."""
    parts = seen.parts
    solid = key(*(parts[name] for name in SOLID), bench.site.packs)
    same = all(old.common.get(name) == parts[name] for name in ("templates", "program"))
    for kind, names in KINDS.items():
        note = f"look of {kind}"
        if not same or note not in old.common:
            new.common[note] = _look(seen, behind(env(bench), (*names, *_ALL)))
    return Looks(solid, *(key(solid, new.common[f"look of {kind}"]) for kind in KINDS))


def _look(seen: Scan, names: Iterable[str] | None) -> bytes:
    """Return the key of some templates, None = all of them."""
    if names is None:
        return seen.parts["templates"]
    folders = sorted({name.partition("/")[0] for name in seen.files if name.startswith("templates")})
    used = (*sorted(names), "static/early.js")
    found = ((name, seen.of(f"{folder}/{name}")) for name in used for folder in folders)
    return key(*(part for name, mark in found if mark for part in (name, mark)))
