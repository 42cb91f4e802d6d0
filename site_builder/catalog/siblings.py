"""Which hashtags are versions of each other: they stand in the same article and their texts are alike.

Input: the hashtags of each article. Output: for each hashtag its siblings with their likeness, most alike first.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import combinations

ALIKE = 0.5
"""Versions of one hashtag share half their characters in order; hashtags of other events share a word at most."""

_FEW = 0.35  # of the shorter text's characters
_MOST = 40  # hashtags of one article that are compared with each other: the cost grows with their square


def siblings(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return the siblings of each hashtag that has any."""
    found: dict[str, dict[str, float]] = {}
    pairs = dict.fromkeys(pair for names in groups for pair in combinations(names[:_MOST], 2))
    for one, other in pairs:
        if (ratio := likeness(one, other)) >= ALIKE:
            found.setdefault(one, {})[other] = ratio
            found.setdefault(other, {})[one] = ratio
    return {name: _sorted(same) for name, same in found.items()}


def _sorted(same: dict[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(same.items(), key=lambda pair: (-pair[1], pair[0])))


def likeness(one: str, other: str) -> float:
    """Return how much two texts share in order, 0 to 1 (Ratcliff and Obershelp), the same both ways.

    Texts that share few characters are 0 without a closer look.
    """
    if len(set(one) & set(other)) < _FEW * min(len(one), len(other)):
        return 0.0
    first, second = sorted((one, other))
    return round(SequenceMatcher(None, first, second, autojunk=False).ratio(), 3)
