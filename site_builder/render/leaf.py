"""What an article's page shows of the article itself, worked out once: a change of a template needs no more.

Input: an annotated article. Output: a ``Leaf``: no word of the text but in HTML, so that it is
small to keep and quick to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from site_builder.model.article import Article
from site_builder.model.facts import AnnotatedArticle
from site_builder.render.cards import Cards, Told
from site_builder.render.profile import Named, Profile, names, profile
from site_builder.render.weave import Woven, weave

MANY = 180
"""Distinct words. What is said of more of them is more than the rest of the page, and stands beside it."""


LONG = 400
"""Words. As many take a phone a tenth of a second to lay out: ``static/long.js`` puts some of it off."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents: its level, the fragment that it leads to, its text."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """The article's own part of its page.

    ``article`` has no body; ``noted`` says that editors wrote notes; ``told`` is what is said of words beside the page;
    ``long`` says that they are so many that laying them out takes a phone a while.
    ``places`` are the ids in the part that was woven, ``sought`` the fragments of links there that none of them is.
    """

    article: Article
    woven: Woven
    contents: tuple[Heading, ...] = ()
    profile: Profile = Profile()
    names: tuple[Named, ...] = ()
    hashtags: tuple[str, ...] = ()
    noted: bool = False
    told: tuple[Told, ...] = ()
    long: bool = False
    places: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()


PLACE, FRAGMENT = re.compile(r' id="([^"]*)"'), re.compile(r'href="#([^"]*)"')


def leaf(annotated: AnnotatedArticle, *, text: bool = True) -> Leaf:
    """Return what the page of ``annotated`` shows of it; without ``text`` its body is left out (see ``weave``)."""
    cards = Cards(annotated.mined, apart=len({word.text for word in annotated.words}) > MANY)
    woven = weave(annotated, cards, text=text)
    words = profile(annotated.words, cards) if annotated.words else Profile()
    flat = annotated.text.body
    headings = (block for block in flat.blocks if block.kind == "heading")
    places = dict.fromkeys(PLACE.findall(woven.body))
    return Leaf(
        article=replace(annotated.article, body=""),
        woven=woven,
        contents=tuple(Heading(one.level, one.id, flat.text[one.span.start : one.span.end]) for one in headings),
        profile=words,
        names=names(annotated),
        hashtags=tuple(dict.fromkeys(use.name for use in annotated.mined.hashtags)),
        noted=bool(annotated.notes),
        told=cards.told,
        long=bool(cards.told) or len(annotated.words) >= LONG,
        places=tuple(places),
        sought=tuple(one for one in dict.fromkeys(FRAGMENT.findall(woven.body)) if one not in places),
    )
