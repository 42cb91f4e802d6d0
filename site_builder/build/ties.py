"""What ties articles: topics and what to read next, worked out again only when what they are made of changed.

Input: topics, rows in the order of the site, the last state. Output: values, and the state's note of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from site_builder.build.brief import KIND
from site_builder.build.maps import Plain
from site_builder.build.scan import key
from site_builder.build.state import Row, State
from site_builder.catalog.gather import GatheredTopic
from site_builder.catalog.related import Member, related
from site_builder.catalog.topics import topic_entries as gathered_topics
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, TopicEntry
from site_builder.store.codec import pack, unpack
from site_builder.store.pack import plain_bytes


def topic_entries(
    topics: Sequence[Topic], ordered: Sequence[Row], new: State, old: State
) -> tuple[tuple[TopicEntry, ...], Plain]:
    """Return the entries, and what to remember of them; ``new`` has the terms as they are."""
    refs = [listed(row) for row in ordered]
    parts = [(ref.slug, ref.topics, row.mined, row.tagged) for ref, row in zip(refs, ordered, strict=True)]
    mark = key(repr(topics), new.common["terms"], plain_bytes(parts))
    if old.topics and old.topics[0] == mark:
        return tuple(unpack(TopicEntry, one) for one in old.topics[1]), old.topics
    gathered: dict[str, GatheredTopic] = {}
    mined = {term for row in ordered for term, _, _ in row.mined}
    spread = Counter(term for row in ordered for term in mined.intersection(row.terms))
    for slug, named, terms, tags in parts:
        for topic in named:
            one = gathered.setdefault(topic, GatheredTopic())
            one.articles.append(slug)
            for term, _, count in terms:
                one.terms[term] = one.terms.get(term, 0) + count
            one.tags.update([tag for tag, _ in tags])
    kinds = {term: new.terms[term][KIND] for term in mined}
    entries = gathered_topics(topics, refs, gathered, spread, kinds)
    return entries, (mark, tuple(pack(TopicEntry, one) for one in entries))


def listed(row: Row) -> ArticleRef:
    """Return what lists say of an article."""
    ref: ArticleRef = unpack(ArticleRef, row.ref)
    return ref


def what_next(topics: Sequence[Topic], ordered: Sequence[Row], old: State) -> tuple[dict[str, Plain], Plain]:
    """Return for each slug the articles to read next, (slug, reason), and what to remember of them."""
    titles = {topic.slug: topic.title for topic in topics}
    parts = [(row.slug, listed(row).topics, [one[0] for one in row.mined], row.tags) for row in ordered]
    mark = key(plain_bytes((sorted(titles.items()), parts)))
    if old.related and old.related[0] == mark:
        return old.related[1], old.related
    members = [Member(slug, of, (*names, *(f"#{tag}#" for tag in tags))) for slug, of, names, tags in parts]
    found = related(members, titles)
    return found, (mark, found)
