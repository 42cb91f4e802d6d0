"""Finds for each article what to read next, and says why.

Input: of each article its topics and what it names. Output: a few related articles for each, with the reason in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

_SHOWN = 3
_COMMON = 12  # articles; what more of them share says little and costs much
_TOPIC = 2.0  # a shared topic weighs as much as two rare terms: an editor chose it


@dataclass(frozen=True, slots=True)
class Member:
    """An article among others: its slug, its topics, and the mined terms and hashtags (with ``#``) that it has."""

    slug: str
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def related(members: Sequence[Member], titles: Mapping[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for each slug what to read next: (slug, reason), best first; ``titles`` are those of the topics.

    A name that few articles share weighs more than one that many do (inverse document frequency); one that
    more than a dozen have counts no more, and of a topic the first dozen, so that the cost stays in proportion.
    """
    by_name = _holders(member.names for member in members)
    by_topic = _holders(member.topics for member in members)
    rare = {name: log(1 + len(members) / len(held)) for name, held in by_name.items() if 1 < len(held) <= _COMMON}
    near = {topic: set(held[:_COMMON]) for topic, held in by_topic.items()}
    found = {}
    for number, member in enumerate(members):
        weights: dict[int, float] = {}
        for name in member.names:
            if name in rare:
                for other in by_name[name]:
                    weights[other] = weights.get(other, 0.0) + rare[name]
        for topic in member.topics:
            if number in near[topic]:
                for other in near[topic]:
                    weights[other] = weights.get(other, 0.0) + _TOPIC
        weights.pop(number, None)
        best = sorted(weights, key=lambda other: (-weights[other], members[other].slug))[:_SHOWN]
        found[member.slug] = tuple(
            (members[other].slug, _because(member, members[other], rare, titles)) for other in best
        )
    return found


def _holders(names: Iterable[tuple[str, ...]]) -> dict[str, list[int]]:
    """Return for each name the numbers of those that have it."""
    found: dict[str, list[int]] = {}
    for number, some in enumerate(names):
        for name in some:
            found.setdefault(name, []).append(number)
    return found


def _because(one: Member, other: Member, rare: Mapping[str, float], titles: Mapping[str, str]) -> str:
    """Say what two articles share: ``also on Social credit; 诚信, 信用 and 3 more in common``."""
    both = [titles[slug] for slug in one.topics if slug in other.topics and slug in titles]
    said = [f"also on {' and '.join(both)}"] if both else []
    theirs = set(other.names)
    if names := [name for name in one.names if name in theirs and name in rare]:
        more = f" and {len(names) - 2} more" if len(names) > 2 else ""  # noqa: PLR2004 - two are named
        said.append(f"{', '.join(names[:2])}{more} in common")
    return "; ".join(said)
