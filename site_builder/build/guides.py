"""What is known from outside of an article's words, cut down to the words that stand in it.

Input: editors' entries and what the collection mined. Output: by word, then for one text a ``Guide``. So an
article depends only on the entries that it shows, and a new entry redoes only the articles that have its word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from site_builder.model.editorial import Editorial, GlossaryEntry, ReadingEntry
from site_builder.model.guide import Guide, Known
from site_builder.model.han import runs
from site_builder.store.codec import pack, unpack

Entries = Mapping[str, tuple[Any, ...]]
"""By word: packed (readings, glossary, known) that speak of it."""

_LONGEST = 24  # code points: a longer word is looked for as a whole


def entries(editorial: Editorial, known: Iterable[Known]) -> dict[str, tuple[Any, ...]]:
    """Return all outside knowledge by word."""
    found: dict[str, tuple[list[Any], list[Any], list[Any]]] = {}

    def of(word: str) -> tuple[list[Any], list[Any], list[Any]]:
        return found.setdefault(word, ([], [], []))

    for reading in editorial.readings:
        of(reading.word)[0].append(pack(ReadingEntry, reading))
    for term in editorial.glossary:
        of(term.term)[1].append(pack(GlossaryEntry, term))
    for one in known:
        of(one.term)[2].append(pack(Known, one))
    return {word: tuple(map(tuple, lists)) for word, lists in found.items()}


def changed(old: Entries, new: Entries) -> frozenset[str]:
    """Return the words of which something else is known than before."""
    return frozenset(word for word in {*old, *new} if old.get(word) != new.get(word))


def words_in(text: str, known: Mapping[str, Any] | frozenset[str], longest: int = _LONGEST) -> list[str]:
    """Return the words of ``known`` that stand in ``text``, sorted; the cost grows with the text.

    Words that are not Chinese throughout, and very long ones, are to be looked for by ``odd``.
    """
    found = set()
    for run in runs(text):
        piece = text[run.start : run.end]
        for start in range(len(piece)):
            for end in range(start + 1, min(len(piece), start + longest) + 1):
                if piece[start:end] in known:
                    found.add(piece[start:end])
    return sorted(found)


_FEW = 64
"""Words up to which looking for each in a text beats looking up every stretch of the text."""


def touched(text: str, words: frozenset[str]) -> list[str]:
    """Return those of ``words`` that stand in ``text``, sorted."""
    if len(words) <= _FEW:
        return sorted(word for word in words if word in text)
    return sorted({*words_in(text, words), *(word for word in odd(words) if word in text)})


def odd(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that ``words_in`` cannot find."""
    return tuple(word for word in words if len(word) > _LONGEST or [len(run) for run in runs(word)] != [len(word)])


class Sought(NamedTuple):
    """All outside knowledge, and how its words are found: ``strange`` one by one, others are no longer than that."""

    known: Entries
    strange: tuple[str, ...]
    longest: int


def sought(known: Entries) -> Sought:
    """Return entries with how their words are found."""
    strange = odd(known)
    return Sought(known, strange, max((len(word) for word in known.keys() - set(strange)), default=0))


def guide(text: str, of: Sought) -> Guide:
    """Return what is known of the words in ``text``."""
    here = words_in(text, of.known, of.longest)
    here += [word for word in of.strange if word in text]
    parts = [of.known[word] for word in here]
    return Guide(
        readings=tuple(unpack(ReadingEntry, one) for part in parts for one in part[0]),
        glossary=tuple(unpack(GlossaryEntry, one) for part in parts for one in part[1]),
        known=tuple(unpack(Known, one) for part in parts for one in part[2]),
    )
