"""Quotations as pages show them, with the article that each stands in: escaped once, ready for templates.

Input: citations, articles and topics by slug. Output: small tuples, so that a template takes a
row apart in its loop (``{% for words, where in uses %}``): look-ups by name in many rows would cost the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder.model import address
from site_builder.model.index import ArticleRef, Citation, Rendering, TopicEntry
from site_builder.model.site import Site
from site_builder.render.han import with_lang

TOPICS = 12
"""Topics that the page of a term or hashtag names: a word that everyone uses has all of them."""


class Source(NamedTuple):
    """An article as a citation names it. ``by`` is who wrote it and when, with a comma before each.

    ``path`` is escaped; an article that the site does not have has no title.
    """

    path: Markup
    title: Markup
    by: Markup
    reserved: bool


class Cited:
    """The articles and topics by slug, each made into what pages print when first asked for."""

    __slots__ = ("_articles", "_made", "_topic_links", "_topics")

    def __init__(self, articles: Mapping[str, ArticleRef], topics: Mapping[str, TopicEntry]) -> None:
        """Hold the articles and topics of the site."""
        self._articles = articles
        self._topics = topics
        self._made: dict[str, Source] = {}
        self._topic_links: dict[tuple[str, str], Markup] = {}

    def __getitem__(self, slug: str) -> Source:
        """Return the article as citations name it."""
        made = self._made.get(slug)
        if made is None:
            made = self._made[slug] = _source(slug, self._articles.get(slug))
        return made

    def topic(self, slug: str, root: str) -> Markup:
        """Return the link to a topic, or nothing where it has no page; ``root`` is the way to the site's root."""
        made = self._topic_links.get((slug, root))
        if made is None:
            made = Markup()
            if slug in self._topics:
                href, title = escape(root + address.topic_path(slug)), with_lang(self._topics[slug].topic.title)
                made = _html(f'<a href="{href}">{title}</a>')
            self._topic_links[slug, root] = made
        return made


class From(NamedTuple):
    """The places of a concordance that stand in one article: each a link to its paragraph, in three columns."""

    href: str
    title: Markup
    rows: list[Markup]


class Quoted(NamedTuple):
    """A quotation in running text, the match in a mark; and where it stands: a link, by whom, when."""

    words: Markup
    where: Markup


class Rendered(NamedTuple):
    """One English of a term with every sentence that uses it."""

    english: Markup
    relation: str
    uses: list[Quoted]


class Quotes:
    """Makes what pages of one depth quote: ``root`` is the way from them to the site's root."""

    __slots__ = ("_cited", "_public", "_root")

    def __init__(self, site: Site, cited: Cited, root: str) -> None:
        """Hold what all quotations need."""
        self._public = site.public
        self._cited = cited
        self._root = root

    def quoted(self, cite: Citation) -> Quoted:
        """Return a quotation for running text."""
        source = self._cited[cite.article]
        words = f"{with_lang(cite.before)}<mark>{with_lang(cite.match)}</mark>{with_lang(cite.after)}"
        where = f'<a href="{self._link(cite, source)}">{source.title}</a>{source.by}' if source.title else ""
        return Quoted(_html(words), _html(where))

    def concordance(self, places: Iterable[Citation]) -> list[From]:
        """Return places by article, in the order given."""
        found = []
        for slug, same in groupby(places, key=attrgetter("article")):
            source = self._cited[slug]
            rows = [_html(f'<a href="{self._link(cite, source)}">{_columns(cite)}</a>') for cite in same]
            found.append(From(self._root + source.path, source.title, rows))
        return found

    def renderings(self, found: Iterable[Rendering]) -> list[Rendered]:
        """Return what templates show of renderings, in the order given."""
        return [
            Rendered(_html(with_lang(one.english)), one.relation, list(map(self.quoted, one.uses))) for one in found
        ]

    def articles(self, slugs: Iterable[str]) -> Markup:
        """Return links to articles with commas between them."""
        found = (self._cited[slug] for slug in slugs)
        return _html(", ".join(f'<a href="{self._root}{one.path}">{one.title}</a>' for one in found if one.title))

    def topics(self, slugs: Sequence[str]) -> Markup:
        """Return links to topics with commas between them: the first few, where a word belongs to many."""
        links = (self._cited.topic(slug, self._root) for slug in slugs[:TOPICS])
        return _html(", ".join(filter(None, links)))

    def _link(self, cite: Citation, source: Source) -> str:
        """Return the link to the paragraph, escaped, or to the page where a public build leaves paragraphs out."""
        hidden = not cite.block or (self._public and source.reserved)
        return self._root + source.path if hidden else f"{self._root}{source.path}#{escape(cite.block)}"


def _source(slug: str, ref: ArticleRef | None) -> Source:
    if ref is None:
        return Source(escape(address.article_path(slug)), Markup(), Markup(), reserved=True)
    said = [with_lang(", ".join(ref.authors))] if ref.authors else []
    if ref.date.text:
        day = escape(ref.date.text[:10])
        said.append(f'<time datetime="{day}">{day}</time>')
    by = "".join(f", {one}" for one in said)
    return Source(escape(address.article_path(ref.slug)), _html(with_lang(ref.title)), _html(by), reserved=ref.reserved)


def _columns(cite: Citation) -> str:
    match = f'<mark lang="zh-Hans">{escape(cite.match)}</mark>'
    return f"<span>{with_lang(cite.before)}</span>{match}<span>{with_lang(cite.after)}</span>"


def _html(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - made of what with_lang escaped
