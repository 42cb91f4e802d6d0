"""What an article's page shows of the article itself, worked out once: a change of a template needs no more.

Input: an annotated article. Output: a ``Leaf``: no word of the text but in HTML, so that it is
small to keep and quick to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from site_builder.model.article import Article
from site_builder.model.facts import AnnotatedArticle
from site_builder.render.cards import Cards
from site_builder.render.profile import Named, Profile, names, profile
from site_builder.render.weave import Woven, weave


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents: its level, the fragment that it leads to, its text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """The article's own part of its page. ``article`` has no body; ``noted`` says that editors wrote notes.

    ``places`` are the ids in the part that was woven, ``sought`` the fragments of links there that none of them is.
    """

    article: Article
    woven: Woven
    contents: tuple[Heading, ...] = ()
    profile: Profile = Profile()
    names: tuple[Named, ...] = ()
    hashtags: tuple[str, ...] = ()
    noted: bool = False
    places: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()


PLACE, FRAGMENT = re.compile(r' id="([^"]*)"'), re.compile(r'href="#([^"]*)"')


def leaf(annotated: AnnotatedArticle, *, text: bool = True) -> Leaf:
    """Return what the page of ``annotated`` shows of it; without ``text`` its body is left out (see ``weave``)."""
    cards = Cards(annotated.mined)
    flat = annotated.text.body
    headings = (block for block in flat.blocks if block.kind == "heading")
    woven = weave(annotated, cards, text=text)
    places = dict.fromkeys(PLACE.findall(woven.body))
    return Leaf(
        article=replace(annotated.article, body=""),
        woven=woven,
        contents=tuple(Heading(one.level, one.id, flat.text[one.span.start : one.span.end]) for one in headings),
        profile=profile(annotated.words, cards) if annotated.words else Profile(),
        names=names(annotated),
        hashtags=tuple(dict.fromkeys(use.name for use in annotated.mined.hashtags)),
        noted=bool(annotated.notes),
        places=tuple(places),
        sought=tuple(one for one in dict.fromkeys(FRAGMENT.findall(woven.body)) if one not in places),
    )
