"""Everything that a build reads: articles, notes, topics, plain pages, what editors said.

Input: the folder of the site. Output: one value, and every problem in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from site_builder.catalog.plan import Claim, clashes
from site_builder.model import address
from site_builder.model.article import Article
from site_builder.model.editorial import Editorial, Note, PlainPage, Topic
from site_builder.model.issue import Issue, Where
from site_builder.store import content

FIXED = ("", "articles/", "topics/", "glossary/", "hashtags/", "404.html", "feed.xml", "sitemap.xml", "robots.txt")
"""Pages that every site has; nothing in content may take their address."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All of content. ``notes`` holds the notes of each article that has any, by slug."""

    articles: tuple[Article, ...]
    topics: tuple[Topic, ...]
    pages: tuple[PlainPage, ...]
    editorial: Editorial
    notes: dict[str, tuple[Note, ...]]


def read(root: Path, *, drafts: bool) -> tuple[Sources, tuple[Issue, ...]]:
    """Return the content of the site at ``root`` that is to be shown, and all that is wrong with it."""
    articles, of_articles = content.read_articles(root)
    topics, of_topics = content.read_topics(root)
    pages, of_pages = content.read_pages(root)
    editorial, of_editorial = content.read_editorial(root)
    shown = tuple(one for one in articles if one.status == "published" or (drafts and one.status == "draft"))
    notes, of_notes = _notes(root, articles)
    sources = Sources(shown, (*topics, *_unwritten(shown, topics)), pages, editorial, notes)
    issues = (*of_articles, *of_topics, *of_pages, *of_editorial, *of_notes, *clashes(claims(sources)))
    return sources, issues


def _notes(root: Path, articles: Iterable[Article]) -> tuple[dict[str, tuple[Note, ...]], list[Issue]]:
    found: dict[str, tuple[Note, ...]] = {}
    issues: list[Issue] = []
    slugs = {article.slug for article in articles}
    for path in sorted((root / "content/annotations").glob("*.yaml")):
        notes, problems = content.read_notes(root, path.stem)
        issues.extend(problems)
        if path.stem in slugs:
            found[path.stem] = notes
        else:
            issues.append(_homeless(path.stem))
    return found, issues


def _homeless(slug: str) -> Issue:
    where = Where(f"content/annotations/{slug}.yaml")
    message = f"has notes on an article “{slug}” that does not exist"
    return Issue(where, "E073", message, "warning", "rename the file to the slug of the article, or remove it")


def _unwritten(articles: Iterable[Article], topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return a plain topic for each that an article names and nobody has written yet."""
    known = {topic.slug for topic in topics}
    named = {slug for article in articles for slug in article.topics} - known
    return tuple(Topic(slug, slug.replace("-", " ").capitalize()) for slug in sorted(named))


def claims(sources: Sources) -> list[Claim]:
    """Return what wants which address."""
    return [
        *(Claim(path, "the program") for path in FIXED),
        *(Claim(address.article_path(one.slug), one.path) for one in sources.articles),
        *(Claim(address.topic_path(one.slug), one.path or "the articles of this topic") for one in sources.topics),
        *(Claim(f"{one.slug}/", one.path) for one in sources.pages),
    ]
