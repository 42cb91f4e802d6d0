"""What each topic gathers: its articles, key terms, people and hashtags.

Input: topics, articles and their facts. Output: topic entries in the order of the topics, then of first use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_builder.model.editorial import Topic
from site_builder.model.facts import Facts
from site_builder.model.index import ArticleRef, TopicEntry

KEY_TERMS = 24
"""Key terms, people and hashtags shown of one topic, at most."""


def topic_entries(
    topics: Sequence[Topic], refs: Sequence[ArticleRef], given: Sequence[Facts]
) -> tuple[TopicEntry, ...]:
    """Return an entry for each topic with a page, and for each that an article names and that has none."""
    written = {topic.slug: topic for topic in topics}
    named = dict.fromkeys(slug for ref in refs for slug in ref.topics)
    everything = [*topics, *(Topic(slug, _title(slug)) for slug in sorted(named) if slug not in written)]
    members: dict[str, list[Facts]] = {}
    for one in given:
        for slug in one.ref.topics:
            members.setdefault(slug, []).append(one)
    spread = Counter(use.term for one in given for use in one.terms if use.mined)
    order = {ref.slug: number for number, ref in enumerate(refs)}
    return tuple(_entry(topic, members.get(topic.slug, []), spread, order) for topic in everything)


def _title(slug: str) -> str:
    """Return a plain title for a topic that has no page: ``social-credit`` is ``Social credit``."""
    words = slug.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _entry(topic: Topic, members: list[Facts], spread: Counter[str], order: dict[str, int]) -> TopicEntry:
    terms: Counter[str] = Counter()
    people: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    for one in members:
        for use in one.terms:
            if use.mined:
                (people if use.kind == "person" else terms)[use.term] += use.count
        for tag in one.tags:
            tags[tag.name] += tag.count
    return TopicEntry(
        topic=topic,
        articles=tuple(sorted((one.ref.slug for one in members), key=order.__getitem__)),
        terms=_key(terms, spread),
        people=_key(people, spread),
        hashtags=tuple(name for name, _ in sorted(tags.items(), key=lambda one: (-one[1], one[0])))[:KEY_TERMS],
    )


def _key(counts: Counter[str], spread: Counter[str]) -> tuple[str, ...]:
    """Return the terms that this topic uses most, those that every topic uses later."""
    best = sorted(counts.items(), key=lambda one: (-one[1] / spread[one[0]], -one[1], one[0]))
    return tuple(term for term, _ in best[:KEY_TERMS])
