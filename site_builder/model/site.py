"""The settings of a site: what ``content/site.toml`` and the command line decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Packs = Literal["auto", "all", "topics", "decks", "none"]

Entries = Literal["pages", "anchors"]

FEW = 200
"""Articles up to which ``packs = "auto"`` gives each a deck, and each topic a book: they take as long as the page."""


@dataclass(frozen=True, slots=True)
class Site:
    """Settings that templates and exports may read.

    ``base_url`` is the absolute address with a trailing slash, or "" where none is known: then only
    relative links are written, and feeds and the sitemap are left out. ``public`` leaves the text of
    articles whose rights are reserved out of the build. ``packs`` says who gets study packs: ``all`` (articles,
    topics, the whole site), ``topics`` (not articles), ``decks`` (as ``topics``, without books), or ``none``;
    ``auto`` is ``all`` up to ``FEW`` articles, then ``decks``. ``entries`` says where a term or hashtag stands: on a
    page of its own, or as an anchor on the page of all that begin with the same character.
    """

    title: str = "The Annotated Reader"
    tagline: str = ""
    base_url: str = ""
    lang: str = "en"
    author: str = ""
    public: bool = False
    drafts: bool = False
    dictionary: str = ""
    packs: Packs = "auto"
    entries: Entries = "pages"

    def packs_for(self, articles: int) -> Packs:
        """Return what ``packs`` comes to in a collection of so many articles: never ``auto``."""
        if self.packs == "auto":
            return "all" if articles <= FEW else "decks"
        return self.packs

    @property
    def books(self) -> bool:
        """Tell whether each topic has a book."""
        return self.packs in {"all", "topics"}
