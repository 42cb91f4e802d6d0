"""All files that go out beside the pages, each with its path: the one door of this room.

Input: settings, index, annotated articles. Output: (site path, bytes) pairs, in a fixed order. What only lists need is
loaded when one is made: most edits make none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from site_builder.export import cite, data
from site_builder.export.cards import Card, cards, cards_tsv
from site_builder.export.references import references_csl
from site_builder.export.xml import absolute
from site_builder.model import address
from site_builder.model.article import Article
from site_builder.model.editorial import Topic
from site_builder.model.facts import AnnotatedArticle, Facts
from site_builder.model.index import ArticleRef, Index, TopicEntry
from site_builder.model.site import Site

File = tuple[str, bytes]


def citations(site: Site, article: Article) -> Iterator[File]:
    """Yield an article's citations, and its references where it has any."""
    page = absolute(site, address.article_path(article.slug))
    yield address.citation_path(article.slug, "bib"), cite.bibtex(article, page).encode()
    yield address.citation_path(article.slug, "ris"), cite.ris(article, page).encode()
    yield address.citation_path(article.slug, "csl.json"), cite.csl_json(article, page).encode()
    if article.references and (article.rights.may_publish or not site.public):
        yield address.references_path(article.slug), references_csl(article.references).encode()


def notes(site: Site, annotated: AnnotatedArticle) -> File:
    """Return the editors' notes of an article, as other programs read them."""
    return address.annotations_path(annotated.article.slug), data.web_annotations(site, annotated).encode()


def of_site(site: Site, index: Index, indexable: Iterable[str]) -> Iterator[File]:
    """Yield the files of the whole site; ``indexable`` are the paths of the pages without ``noindex``."""
    from site_builder.export.feed import feed  # noqa: PLC0415
    from site_builder.export.robots import robots  # noqa: PLC0415
    from site_builder.export.sitemap import sitemaps  # noqa: PLC0415

    yield address.feed_path(""), feed(site, index.articles).encode()
    for path, xml in sitemaps(site, indexable):
        yield path, xml.encode()
    yield "robots.txt", robots(site).encode()


def topic_feed(site: Site, entry: TopicEntry, articles: Iterable[ArticleRef]) -> File:
    """Return a topic's feed; ``articles`` are its own."""
    from site_builder.export.feed import feed  # noqa: PLC0415

    page = address.topic_path(entry.topic.slug)
    return address.feed_path(page), feed(site, articles, page, f"{entry.topic.title} · {site.title}").encode()


def packs_of_article(site: Site, facts: Facts) -> Iterator[File]:
    """Yield the study packs of an article: a deck and a table; nothing where it has no words to study."""
    ref = facts.ref
    reserved = {ref.slug} if ref.reserved else set()
    made = cards(site, facts.terms, reserved)
    if made:
        yield from _packs(ref.title, address.article_path(ref.slug), made)


def packs_of_site(site: Site, index: Index) -> Iterator[File]:
    """Yield the study packs of each topic and of all."""
    reserved = {article.slug for article in index.articles if article.reserved}
    made = cards(site, index.terms, reserved)
    by_term = {card.term: card for card in made}
    for entry in index.topics:
        chosen = tuple(by_term[term] for term in entry.terms if term in by_term)
        yield from _packs(entry.topic.title, address.topic_path(entry.topic.slug), chosen)
    yield from _packs(site.title, "", made)


def _packs(name: str, page: str, made: tuple[Card, ...]) -> Iterator[File]:
    from site_builder.export.anki import deck  # noqa: PLC0415

    path = address.pack_path(page, "apkg")
    yield path, deck(name, path, made)
    yield address.pack_path(page, "tsv"), cards_tsv(made).encode()


def book(
    site: Site, topic: Topic, articles: Sequence[AnnotatedArticle], total: int, pictures: Mapping[str, bytes]
) -> File:
    """Return a topic's EPUB; ``articles`` are its first ones in the order of reading, of ``total`` that it has.

    ``pictures`` are those that the site publishes, by their path in it.
    """
    from site_builder.export.epub import epub  # noqa: PLC0415

    return address.book_path(topic.slug), epub(site, topic, articles, total=total, pictures=pictures)


def search_of_site(site: Site, index: Index, uses: Mapping[str, Iterable[str]]) -> Iterator[File]:
    """Yield the compact index of search; ``uses`` names the terms of each article by slug.

    The full text goes through ``fulltext.full_text`` and ``store.pagefind``.
    """
    from site_builder.export.reading import reading_file  # noqa: PLC0415
    from site_builder.export.search import search_files  # noqa: PLC0415

    yield from search_files(index, address.anchored if site.entries == "anchors" else str)
    yield reading_file(index, uses)
