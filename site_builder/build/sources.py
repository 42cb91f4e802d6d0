"""What a build reads beside articles: topics, plain pages, what editors said.

Input: the folder of the site. Output: one value, and every problem in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from site_builder.catalog.plan import Claim
from site_builder.model import address
from site_builder.model.editorial import Editorial, PlainPage, Topic
from site_builder.model.issue import Issue, Where
from site_builder.store import content

NOTES = "content/annotations/"

FIXED = (
    *("", "articles/", "topics/", "glossary/", "hashtags/", "my-words/"),
    *("404.html", "feed.xml", "sitemap.xml", "robots.txt"),
)
"""Pages that every site has; nothing in content may take their address."""


@dataclass(frozen=True, slots=True)
class Sources:
    """All of content but the articles and their notes, which the first map reads."""

    topics: tuple[Topic, ...]
    pages: tuple[PlainPage, ...]
    editorial: Editorial


def read(root: Path) -> tuple[Sources, tuple[Issue, ...]]:
    """Return the content of the site at ``root`` beside its articles, and all that is wrong with it."""
    topics, of_topics = content.read_topics(root)
    pages, of_pages = content.read_pages(root)
    editorial, of_editorial = content.read_editorial(root)
    return Sources(topics, pages, editorial), (*of_topics, *of_pages, *of_editorial, *content.strays(root))


def homeless(files: Iterable[str], slugs: Iterable[str]) -> list[Issue]:
    """Return a warning for each file of notes whose article does not exist; ``files`` are paths in the site."""
    known = set(slugs)
    names = [path[len(NOTES) : -len(".yaml")] for path in files if path.startswith(NOTES) and path.endswith(".yaml")]
    return [_homeless(name) for name in sorted(names) if name not in known]


def _homeless(slug: str) -> Issue:
    where = Where(f"content/annotations/{slug}.yaml")
    message = f"has notes on an article “{slug}” that does not exist"
    return Issue(where, "E073", message, "warning", "rename the file to the slug of the article, or remove it")


def claims(articles: Iterable[tuple[str, str]], topics: Iterable[str], sources: Sources) -> list[Claim]:
    """Return what wants which address; ``articles`` are (slug, file), ``topics`` all slugs of topics."""
    files = {one.slug: one.path for one in sources.topics}
    return [
        *(Claim(path, "the program") for path in FIXED),
        *(Claim(address.article_path(slug), path) for slug, path in articles),
        *(Claim(address.topic_path(slug), files.get(slug, "the articles of this topic")) for slug in topics),
        *(Claim(f"{one.slug}/", one.path) for one in sources.pages),
    ]
