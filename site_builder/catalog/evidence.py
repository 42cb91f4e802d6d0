"""What the whole collection says of how terms are read: names romanised in one article help all others.

Input: what every article mined. Output: known terms, in a fixed order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from site_builder.model.guide import Known
from site_builder.model.han import runs
from site_builder.model.mined import Mined, Pair

_LONGEST = 12  # code points: longer terms are slogans and tell nothing of names elsewhere


Claim = tuple[str, str, str]
"""A term, its spelling in English, its kind: what one article says of how a name is read."""


def claims(mined: Mined) -> tuple[Claim, ...]:
    """Return what one article says of how names are read; small, and all that ``settle`` needs of it."""
    return tuple((pair.chinese, pair.english, pair.kind) for pair in mined.pairs if _tells(pair))


def known(mined: Iterable[Mined]) -> tuple[Known, ...]:
    """Return the terms whose English spells them, with the spelling seen most, sorted by term."""
    return settle(claims(one) for one in mined)


def settle(given: Iterable[tuple[Claim, ...]]) -> tuple[Known, ...]:
    """Return the known terms, given the claims of every article in any order, sorted by term."""
    spellings: dict[str, Counter[tuple[str, str]]] = {}
    for one in given:
        for term, english, kind in one:
            spellings.setdefault(term, Counter())[(english, kind)] += 1
    return tuple(_best(term, found) for term, found in sorted(spellings.items()))


def _tells(pair: Pair) -> bool:
    return (pair.relation == "romanisation" or pair.kind == "person") and len(pair.chinese) <= _LONGEST


def _best(term: str, found: Counter[tuple[str, str]]) -> Known:
    """Return the commonest spelling; toned pinyin (not ASCII) before others, then by the alphabet."""
    (english, kind), _ = min(found.items(), key=lambda one: (one[0][0].isascii(), -one[1], one[0]))
    return Known(term, kind, romanisation=english)  # type: ignore[arg-type]  # a Counter's key forgets the literal


def relevant(text: str, terms: Mapping[str, Known]) -> tuple[Known, ...]:
    """Return the known terms that stand in ``text``, sorted; the cost grows with the text, not with ``terms``."""
    found: dict[str, Known] = {}
    for run in runs(text):
        for start in range(run.start, run.end):
            for end in range(start + 2, min(run.end, start + _LONGEST) + 1):
                if one := terms.get(text[start:end]):
                    found[one.term] = one
    return tuple(found[term] for term in sorted(found))
