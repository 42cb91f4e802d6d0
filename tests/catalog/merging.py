"""The index of a few articles, made in one go of the pieces that a build uses shard by shard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from site_builder.catalog.conflicts import conflicts, two_readings
from site_builder.catalog.facts import facts
from site_builder.catalog.gather import GatheredTag, GatheredTerm, GatheredTopic
from site_builder.catalog.index import absent, edited, newest, tag_entry, tag_order, term_order
from site_builder.catalog.siblings import siblings
from site_builder.catalog.topics import topic_entries
from site_builder.model.editorial import Editorial, Topic
from site_builder.model.facts import AnnotatedArticle, Facts, TermUse
from site_builder.model.index import Index, TagEntry, TermEntry
from site_builder.model.issue import Issue
from site_builder.store.codec import pack, unpack

NOTHING_SAID = Editorial()


def build(
    articles: Iterable[AnnotatedArticle], topics: Sequence[Topic] = (), editorial: Editorial = NOTHING_SAID
) -> tuple[Index, tuple[Issue, ...]]:
    """Return the index of ``articles`` and the contradictions found."""
    return merge(map(facts, articles), topics, editorial)


def merge(
    given: Iterable[Facts], topics: Sequence[Topic] = (), editorial: Editorial = NOTHING_SAID
) -> tuple[Index, tuple[Issue, ...]]:
    """Return the index of the facts given, and the contradictions found."""
    known = list(given)
    refs = tuple(sorted((one.ref for one in known), key=newest))
    gathered = gathered_terms(known)
    terms = tuple(sorted(term_entries(gathered, editorial), key=term_order))
    kinds, spread = {term.term: term.kind for term in terms}, Counter(use.term for one in known for use in one.terms)
    found = topic_entries(topics, refs, gathered_topics(known), spread, kinds)
    doubts = (two_readings(term, one) for term, one in gathered.items())
    index = Index(refs, terms, tuple(sorted(tag_entries(known, editorial), key=tag_order)), found)
    return index, tuple(sorted([*conflicts(terms), *(doubt for doubt in doubts if doubt)]))


def gathered_terms(known: Iterable[Facts]) -> dict[str, GatheredTerm]:
    found: dict[str, GatheredTerm] = {}
    for one in known:
        for use in one.terms:
            plain = pack(TermUse, use)
            found.setdefault(use.term, GatheredTerm(plain, plain[2])).add(plain, one.ref)
    return found


def term_entries(gathered: dict[str, GatheredTerm], editorial: Editorial) -> list[TermEntry]:
    entries: dict[str, TermEntry] = {term: unpack(TermEntry, one.entry()) for term, one in gathered.items()}
    for said in editorial.glossary:
        entries[said.term] = edited(entries.get(said.term) or absent(said), said)
    return list(entries.values())


def tag_entries(known: Iterable[Facts], editorial: Editorial) -> list[TagEntry]:
    found: dict[str, GatheredTag] = {}
    for one in known:
        for tag in one.tags:
            found.setdefault(tag.name, GatheredTag(tag)).add(tag, one.ref)
    alike = siblings(tuple(tag.name for tag in one.tags) for one in known)
    said = {entry.name: entry for entry in editorial.hashtags}
    return [tag_entry(name, one, alike.get(name, ()), said.get(name)) for name, one in found.items()]


def gathered_topics(known: Iterable[Facts]) -> dict[str, GatheredTopic]:
    found: dict[str, GatheredTopic] = {}
    for one in known:
        for slug in one.ref.topics:
            topic = found.setdefault(slug, GatheredTopic())
            topic.articles.append(one.ref.slug)
            topic.tags.update(tag.name for tag in one.tags)
            for use in one.terms:
                if use.mined:
                    topic.terms[use.term] = topic.terms.get(use.term, 0) + use.count
    return found
