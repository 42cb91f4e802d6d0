"""Which hashtags are versions of each other: they stand in the same article and their texts are alike.

Input: the hashtags of each article. Output: for each hashtag its siblings with their likeness, most alike first.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import combinations

ALIKE = 0.5
"""Versions of one hashtag share half their characters in order; hashtags of other events share a word at most."""

_MOST = 40  # hashtags of one article that are compared with each other: the cost grows with their square


def siblings(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return the siblings of each hashtag that has any."""
    found: dict[str, dict[str, float]] = {}
    for names in groups:
        for one, other in combinations(names[:_MOST], 2):
            if (ratio := likeness(one, other)) >= ALIKE:
                found.setdefault(one, {})[other] = ratio
                found.setdefault(other, {})[one] = ratio
    return {name: _sorted(same) for name, same in found.items()}


def _sorted(same: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(same.items(), key=lambda pair: (-pair[1], pair[0])))


def likeness(one: str, other: str) -> float:
    """Return how much two texts share in order, 0 to 1 (Ratcliff and Obershelp), the same both ways."""
    first, second = sorted((one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return round(matcher.ratio(), 3)
