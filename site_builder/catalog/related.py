"""Finds for each article what to read next, and says why.

Input: the index. Output: a few related articles for each, with the reason in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import log

from site_builder.model.index import ArticleRef, Index, Related

_SHOWN = 3
_COMMON = 40  # articles; what more of them share says little and costs much
_TOPIC = 2.0  # a shared topic weighs as much as two rare terms: an editor chose it


def related(index: Index) -> Mapping[str, tuple[Related, ...]]:
    """Return for each article's slug the articles to read next, best first.

    A term or hashtag that few articles share weighs more than one that many do (inverse document frequency).
    """
    refs = {ref.slug: ref for ref in index.articles}
    topics = {entry.topic.slug: entry.topic.title for entry in index.topics}
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, articles in _ties(index):
        weight = log(1 + len(refs) / len(articles))
        for one in articles:
            for other in articles:
                if one != other:
                    weights[one][other] += weight
                    shared[one, other].append(name)
    for entry in index.topics:
        for one in entry.articles[:_COMMON]:
            for other in entry.articles[:_COMMON]:
                if one != other:
                    weights[one][other] += _TOPIC
    return {slug: _best(refs, refs[slug], others, shared, topics) for slug, others in weights.items() if slug in refs}


def _ties(index: Index) -> list[tuple[str, tuple[str, ...]]]:
    """Return what can tie articles together: mined terms and hashtags that two or more have, and not too many."""
    terms = [(entry.term, entry.articles) for entry in index.terms if entry.mined]
    tags = [(f"#{entry.name}#", entry.articles) for entry in index.hashtags]
    return [(name, articles) for name, articles in terms + tags if 1 < len(articles) <= _COMMON]


def _best(
    refs: Mapping[str, ArticleRef],
    one: ArticleRef,
    others: Mapping[str, float],
    shared: Mapping[tuple[str, str], list[str]],
    topics: Mapping[str, str],
) -> tuple[Related, ...]:
    order = sorted((other for other in others if other in refs), key=lambda other: (-others[other], other))
    return tuple(
        Related(refs[other], _because(one, refs[other], shared.get((one.slug, other), []), topics))
        for other in order[:_SHOWN]
    )


def _because(one: ArticleRef, other: ArticleRef, names: list[str], topics: Mapping[str, str]) -> str:
    """Say what two articles share: ``also on Social credit; 诚信, 信用 and 3 more in common``."""
    both = [topics[slug] for slug in one.topics if slug in other.topics and slug in topics]
    said = [f"also on {' and '.join(both)}"] if both else []
    if names:
        more = f" and {len(names) - 2} more" if len(names) > 2 else ""  # noqa: PLR2004 - two are named
        said.append(f"{', '.join(names[:2])}{more} in common")
    return "; ".join(said)
