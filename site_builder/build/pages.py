"""All files of a site, each with its path.

Input: content, annotated articles, the index. Output: (path, bytes) pairs, made one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.build.request import Request
from site_builder.build.sources import Sources
from site_builder.catalog.related import related
from site_builder.export import cite
from site_builder.export import files as exports
from site_builder.export.fulltext import full_text
from site_builder.model import address
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.index import Index
from site_builder.render import pages
from site_builder.render.body import to_html
from site_builder.render.squeeze import squeeze
from site_builder.render.templates import environment
from site_builder.render.weave import weave
from site_builder.store import pagefind, templates

File = tuple[str, bytes]


def site_files(
    request: Request, content: Sources, annotated: Sequence[AnnotatedArticle], index: Index
) -> Iterator[File]:
    """Yield every file of the site."""
    for path, html in _pages(request, content, annotated, index):
        yield path, html.encode()
    for one in annotated:
        yield from exports.of_article(request.site, one)
    yield from exports.of_site(request.site, index, _indexable(content, index))
    yield from exports.search_of_site(index)
    yield from exports.packs_of_site(request.site, index)
    yield from pagefind.index(full_text(request.site, one) for one in annotated)
    for name, file in templates.static_files(request.root):
        yield name, squeeze(name, file.read_bytes())


def _indexable(content: Sources, index: Index) -> Iterator[str]:
    """Yield the pages that search engines may list."""
    yield from ("", "articles/", "topics/", "glossary/", "hashtags/")
    yield from (address.article_path(one.slug) for one in content.articles if one.rights.may_publish)
    yield from (address.topic_path(entry.topic.slug) for entry in index.topics)
    yield from (address.term_path(entry.term) for entry in index.terms)
    yield from (address.hashtag_path(entry.name) for entry in index.hashtags)
    yield from (f"{page.slug}/" for page in content.pages)


def _pages(
    request: Request, content: Sources, annotated: Sequence[AnnotatedArticle], index: Index
) -> Iterator[tuple[str, str]]:
    site = request.site
    env = environment([str(folder) for folder in templates.folders(request.root)])
    lookup = pages.Lookup.of(index)
    yield "", pages.home(env, site, index)
    yield "articles/", pages.articles(env, site, index)
    yield "topics/", pages.topics(env, site, index)
    yield "glossary/", pages.glossary(env, site, index)
    yield "hashtags/", pages.hashtags(env, site, index)
    yield "404.html", pages.not_found(env, site)
    yield "my-words/", pages.my_words(env, site)
    next_to = related(index)
    for one in annotated:
        slug = one.article.slug
        named = tuple((name, lookup.topics[name].topic.title) for name in one.article.topics if name in lookup.topics)
        around = pages.Around(named, next_to.get(slug, ()), cite.plain(one.article, ""))
        woven = weave(one, text=not pages.withheld(site, one.article))
        yield address.article_path(slug), pages.article(env, site, one, woven, lookup.articles[slug], around)
    for entry in index.topics:
        introduction, _ = to_html(entry.topic.introduction)
        yield address.topic_path(entry.topic.slug), pages.topic(env, site, lookup, entry, introduction)
    for term in index.terms:
        yield address.term_path(term.term), pages.term(env, site, lookup, term)
    for tag in index.hashtags:
        yield address.hashtag_path(tag.name), pages.hashtag(env, site, lookup, tag)
    for page in content.pages:
        html, _ = to_html(page.body, root="../")
        yield f"{page.slug}/", pages.plain(env, site, page, html)
