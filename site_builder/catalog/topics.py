"""What each topic gathers: its articles, key terms, people and hashtags.

Input: topics, articles and what was gathered from them. Output: topic entries, those with a page first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from site_builder.catalog.gather import GatheredTopic
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, TopicEntry
from site_builder.model.mined import TermKind

KEY_TERMS = 24
"""Key terms, people and hashtags shown of one topic, at most."""


def topic_entries(
    topics: Sequence[Topic],
    refs: Sequence[ArticleRef],
    gathered: Mapping[str, GatheredTopic],
    spread: Mapping[str, int],
    kinds: Mapping[str, TermKind],
) -> tuple[TopicEntry, ...]:
    """Return an entry for each topic with a page, and for each that an article names and that has none.

    ``spread`` says how many articles have a term, ``kinds`` what it is.
    """
    order = {ref.slug: number for number, ref in enumerate(refs)}
    found = []
    for topic in all_topics(topics, gathered):
        here = gathered.get(topic.slug) or GatheredTopic()
        found.append(_entry(topic, here, _key(here.terms, spread), order, kinds))
    return tuple(found)


def all_topics(topics: Sequence[Topic], named: Iterable[str]) -> list[Topic]:
    """Return the topics with a page, then a plain one for each that articles name and that has none."""
    written = {topic.slug for topic in topics}
    return [*topics, *(Topic(slug, _title(slug)) for slug in sorted(set(named) - written))]


def _title(slug: str) -> str:
    """Return a plain title for a topic that has no page: ``social-credit`` is ``Social credit``."""
    words = slug.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _entry(
    topic: Topic, here: GatheredTopic, terms: Sequence[str], order: Mapping[str, int], kinds: Mapping[str, TermKind]
) -> TopicEntry:
    people = tuple(term for term in terms if kinds[term] == "person")
    return TopicEntry(
        topic=topic,
        articles=tuple(sorted(here.articles, key=order.__getitem__)),
        terms=tuple(term for term in terms if kinds[term] != "person")[:KEY_TERMS],
        people=people[:KEY_TERMS],
        hashtags=tuple(name for name, _ in sorted(here.tags.items(), key=lambda one: (-one[1], one[0])))[:KEY_TERMS],
    )


def _key(counts: Mapping[str, int], spread: Mapping[str, int]) -> list[str]:
    """Return the terms of a topic, those first that other topics use least, then those used most."""
    weighed = [(-count / spread[term], -count, term) for term, count in counts.items()]
    return [term for _, _, term in sorted(weighed)]
