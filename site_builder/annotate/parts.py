"""What analysis works on: texts to cut, words with their readings stretch by stretch, tokens.

Input: readings of stretches of a word. Output: values that ``lexicon`` and ``analysis`` share, and how they combine.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.model.text import Span
from site_builder.model.word import Evidence


@dataclass(frozen=True, slots=True)
class Known:
    """Readings of a stretch of characters, likeliest first; a capital begins a name.

    ``firm`` is False where one source alone says so, and where a character stands by itself.
    """

    options: tuple[tuple[str, ...], ...]
    evidence: Evidence
    firm: bool = True

    @property
    def open(self) -> bool:
        """Tell whether the model may have a say."""
        return not self.firm or len(self.options) > 1

    @property
    def unaided(self) -> Evidence:
        """Why the first reading is taken where no model helps: one of several is a guess."""
        read_alike = len({tuple(map(str.lower, option)) for option in self.options}) == 1
        return self.evidence if read_alike else Evidence.GUESS


class Habit(NamedTuple):
    """How the dictionary's words read a character in one place: the commonest reading, and in how many words."""

    reading: str
    words: int


class Parts(NamedTuple):
    """A word as it is read by itself: stretches with the offset where each begins.

    ``first`` is its likeliest reading and why; ``asked`` are the offsets that the model has a say on.
    """

    stretches: tuple[tuple[int, Known], ...]
    first: tuple[tuple[str, ...], Evidence]
    asked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A text to analyse; words end at ``edges``, ``wholes`` are words, ``people`` those of them that are names."""

    text: str
    edges: frozenset[int] = frozenset()
    wholes: frozenset[Span] = frozenset()
    people: frozenset[Span] = frozenset()


class Token(NamedTuple):
    """One word: where it stands, its syllables (none where it has no Hanzi; a capital begins a name), and why."""

    start: int
    end: int
    syllables: tuple[str, ...]
    evidence: Evidence


def places(word: str, at: int) -> list[str]:
    """Return the names of the place a character has in a word: by its neighbours, then at the head or the end."""
    char, found = word[at], list[str]()
    if at + 1 < len(word):
        found.append(f"{char}>{word[at + 1]}")
    if at:
        found.append(f"{word[at - 1]}<{char}")
    if at == 0:
        found.append(f"^{char}")
    if at == len(word) - 1:
        found.append(f"{char}$")
    return found


def weakest_of(found: Iterable[Evidence]) -> Evidence:
    """Return the weakest of several reasons; that a character has one reading only weakens none."""
    reasons = [*found]
    uncertain = [one for one in reasons if one is not Evidence.SINGLE]
    return max(uncertain, default=Evidence.SINGLE if reasons else Evidence.EDITOR)


def parts(stretches: Sequence[tuple[int, Known]], word: str = "", polyphones: Collection[str] = ()) -> Parts:
    """Return the stretches of a word, its likeliest reading, and where a model that knows ``polyphones`` is asked."""
    asked = [
        at + offset
        for at, known in stretches
        if polyphones and known.open
        for offset in range(len(known.options[0]))
        if word[at + offset] in polyphones
    ]
    if len(stretches) == 1:
        known = stretches[0][1]
        return Parts(tuple(stretches), (known.options[0], known.unaided), tuple(asked))
    syllables = tuple([syllable for _, known in stretches for syllable in known.options[0]])
    weakest = weakest_of(known.unaided for _, known in stretches)
    return Parts(tuple(stretches), (syllables, weakest), tuple(asked))
