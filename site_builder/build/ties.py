"""What ties articles: topics and what to read next, worked out again only when what they are made of changed.

Input: topics, rows in the order of the site, the last state. Output: the state's note of them: (key, ref, key of the
values), and the values when asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from site_builder.build.bench import Bench, get, put
from site_builder.build.brief import KIND, TOPICS
from site_builder.build.scan import key
from site_builder.build.state import Plain, Row, Uses
from site_builder.catalog.gather import GatheredTopic
from site_builder.catalog.related import Member, related
from site_builder.catalog.topics import topic_entries as gathered_topics
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, TopicEntry
from site_builder.store.codec import pack, unpack
from site_builder.store.pack import digest, plain_bytes


def topic_entries(
    bench: Bench, topics: Sequence[Topic], ordered: Sequence[Row], terms: tuple[bytes, Mapping[str, Plain]], old: Plain
) -> Plain:
    """Return the note of the topics; ``terms`` are the key of all terms, and the terms."""
    mark = key(repr(topics), terms[0], *(part for row in ordered for part in (row.slug, row.near)))
    if old and old[0] == mark:
        return old
    gathered: dict[str, GatheredTopic] = {}

    def used() -> Iterator[Uses]:
        """Read what articles use, as often as it is wanted: all at once, it takes the room of the whole index."""
        return (Uses(*get(bench, row.uses)) for row in ordered)

    mined = {term for one in used() for term, _, _ in one.mined}
    spread = Counter(term for one in used() for term in mined.intersection(one.terms))
    for row, one in zip(ordered, used(), strict=True):
        for topic in row.ref[TOPICS]:
            here = gathered.setdefault(topic, GatheredTopic())
            here.articles.append(row.slug)
            for term, _, count in one.mined:
                here.terms[term] = here.terms.get(term, 0) + count
            here.tags.update(one.tags)
    refs: list[ArticleRef] = [unpack(ArticleRef, row.ref) for row in ordered]
    entries = gathered_topics(topics, refs, gathered, spread, {term: terms[1][term][KIND] for term in mined})
    packed = tuple(pack(TopicEntry, one) for one in entries)
    return mark, put(bench, packed), digest(plain_bytes(packed))


def what_next(bench: Bench, topics: Sequence[Topic], ordered: Sequence[Row], old: Plain) -> Plain:
    """Return the note of what to read next: for each slug (slug, reason)."""
    titles = {topic.slug: topic.title for topic in topics}
    mark = key(repr(sorted(titles.items())), *(part for row in ordered for part in (row.slug, row.near)))
    if old and old[0] == mark:
        return old
    members = [_member(row, Uses(*get(bench, row.uses))) for row in ordered]
    found = related(members, titles)
    return mark, put(bench, found), digest(plain_bytes(found))


def _member(row: Row, uses: Uses) -> Member:
    return Member(row.slug, row.ref[TOPICS], (*(one[0] for one in uses.mined), *(f"#{tag}#" for tag in uses.tags)))
