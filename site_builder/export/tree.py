"""A sorted list of keys cut into leaves, as a B-tree has them.

Input: keys with the entries they name, sorted by key. Output: leaves of about one size, each with its first
key; and for each prefix that fills more than a leaf a summary, so that a short query reads one leaf too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, chain, groupby

LEAF = 12_000
"""Bytes of one leaf, about: small to load, and few enough that the list of leaves stays small."""
MARK = "\x01"
"""Ends the key of a summary: it sorts before every longer key."""
_NUMBER = 6  # bytes of one entry's number with its comma, about
_LAST = "\U0010ffff"  # sorts behind what follows a prefix
_SHORT = 8  # letters of a prefix that may need a summary, family letter and all

Posting = tuple[str, list[int]]
Best = Callable[[list[int]], list[int]]


def leaves(postings: Iterable[Posting], best: Best) -> Iterator[tuple[str, dict[str, list[int]]]]:
    """Yield each leaf's first key and its keys; ``postings`` are sorted by key, families w and t name nothing.

    They are read a family at a time, so that whoever makes them so need not hold more. ``best`` says which of many
    numbers a summary names, and in which order.
    """
    families = (list(rows) for _, rows in groupby(postings, key=_family))
    leaf: dict[str, list[int]] = {}
    first, size = "", 0
    for key, ids in chain.from_iterable(sorted([*rows, *_summaries(rows, best)]) for rows in families):
        if size > LEAF:
            yield first, leaf
            leaf, size = {}, 0
        first = first if leaf else key
        leaf[key] = ids
        size += _size(key, ids)
    if leaf:
        yield first, leaf


def _family(posting: Posting) -> str:
    return posting[0][0]


def _summaries(rows: list[Posting], best: Best) -> Iterator[Posting]:
    """Yield the keys of summaries; a prefix that fills a leaf begins with one that does, so longer ones wait for it.

    What has a prefix stands together, since ``rows`` are sorted.
    """
    named = [row for row in rows if row[1]]
    keys = [key for key, _ in named]
    sums = [0, *accumulate(_size(key, ids) for key, ids in named)]
    todo = [(0, len(named), 2)]
    while todo:
        at, high, length = todo.pop()
        while at < high:
            prefix = keys[at][:length]
            end = bisect_left(keys, prefix + _LAST, at, high)
            if len(prefix) == length and sums[end] - sums[at] > LEAF:
                yield prefix + MARK, best([one for _, ids in named[at:end] for one in ids])
                if length < _SHORT:
                    todo.append((at, end, length + 1))
            at = end if len(prefix) == length else at + 1


def _size(key: str, ids: list[int]) -> int:
    return (len(key) if key.isascii() else len(key.encode())) + 6 + _NUMBER * len(ids)
