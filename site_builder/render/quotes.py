"""Quotations as pages show them, with the article that each stands in: escaped once, ready for templates.

Input: citations, articles and topics by slug. Output: small tuples, so that a template takes a
row apart in its loop (``{% for words, where in uses %}``): look-ups by name in many rows would cost the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from markupsafe import Markup, escape

from site_builder.model import address
from site_builder.model.index import ArticleRef, Citation, Rendering, TopicEntry
from site_builder.model.mined import Relation
from site_builder.model.site import Site
from site_builder.render.han import with_lang

TOPICS = 12
"""Topics that the page of a term or hashtag names: a word that everyone uses has all of them."""


_WHOLE = 12  # characters of a Chinese match that stay on one line: they have room on the smallest phone
_HOW: dict[Relation, str] = {"translation": "", "literal": "literally", "romanisation": "spelled", "also": "also"}


class Source(NamedTuple):
    """An article as a citation names it. ``by`` is who wrote it and when, with a comma before each.

    All is escaped, ready to be joined into HTML; an article that the site does not have has no title.
    """

    path: str
    title: str
    by: str
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


class Quoted(NamedTuple):
    """A quotation in running text, the match in a mark; and where it stands: a link, by whom, when."""

    words: Markup
    where: Markup


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
        words, where = self._quoted(cite)
        return Quoted(_html(words), _html(where))

    def _quoted(self, cite: Citation) -> tuple[str, str]:
        source = self._cited[cite.article]
        whole = ' class="nb"' if len(cite.match) <= _WHOLE and not cite.match.isascii() else ""
        words = f"{with_lang(cite.before)}<mark{whole}>{with_lang(cite.match)}</mark>{with_lang(cite.after)}"
        where = f'<a href="{self._link(cite, source)}">{source.title}</a>{source.by}' if source.title else ""
        return words, where

    def concordance(self, places: Iterable[Citation]) -> Markup:
        """Return the items of a list, in the order given: each article, then its places in three columns."""
        items = []
        for slug, same in groupby(places, key=attrgetter("article")):
            source = self._cited[slug]
            if source.title:
                items.append(f'<li class="from"><a href="{self._root}{source.path}">{source.title}</a></li>')
            items += [f'<li><a href="{self._link(cite, source)}">{_columns(cite)}</a></li>' for cite in same]
        return _html("\n".join(items))

    def renderings(self, found: Iterable[Rendering]) -> Markup:
        """Return the groups of rows of a table: each English, beside it every sentence that uses it.

        An editor's rendering may have no sentence.
        """
        return _html("\n".join(map(self._rendering, found)))

    def _rendering(self, one: Rendering) -> str:
        how = _HOW[one.relation]
        english = f"{with_lang(one.english)} <small>{how}</small>" if how else with_lang(one.english)
        cells = [
            f'<td><p>{words}</p><span class="meta">{where}</span></td>' for words, where in map(self._quoted, one.uses)
        ]
        if cells:
            head = f'<th scope="rowgroup" rowspan="{len(cells)}">{english}</th>'
        else:
            head, cells = f'<th scope="row">{english}</th>', ['<td class="meta">The editor’s rendering</td>']
        rows = "".join(f"<tr>{cell}</tr>\n" for cell in (head + cells[0], *cells[1:]))
        return f"<tbody>\n{rows}</tbody>"

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
        block = cite.block
        if not block or (self._public and source.reserved):
            return self._root + source.path
        return f"{self._root}{source.path}#{block if block.isalnum() else escape(block)}"


def _source(slug: str, ref: ArticleRef | None) -> Source:
    if ref is None:
        return Source(str(escape(address.article_path(slug))), "", "", reserved=True)
    said = [with_lang(", ".join(ref.authors))] if ref.authors else []
    if ref.date.text:
        day = escape(ref.date.text[:10])
        said.append(f'<time datetime="{day}">{day}</time>')
    by = "".join(f", {one}" for one in said)
    return Source(str(escape(address.article_path(ref.slug))), with_lang(ref.title), by, reserved=ref.reserved)


def _columns(cite: Citation) -> str:
    return f"<span>{with_lang(cite.before)}</span>{_match(cite.match)}<span>{with_lang(cite.after)}</span>"


@lru_cache(64)  # the rows of one page have one match, or a few
def _match(text: str) -> str:
    return f'<mark lang="zh-Hans">{escape(text)}</mark>'


def _html(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - made of what with_lang escaped
