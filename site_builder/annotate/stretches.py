"""Stretches of Chinese, with all that is said of them, and the words that they are made of.

Input and output: values, and the memory that keeps one by the other. The same words come again and again in a
collection (Zipf), so that most stretches are worked out once; what they say holds nothing of where they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

from site_builder.model.mined import TermKind
from site_builder.model.word import Evidence, Gloss, Reading, Script

_SHORT, _MOST = 24, 7_000  # code points of a text that may come again; how many of them are kept


class Said(NamedTuple):
    """What something says of a stretch of characters: readings, likelier first, why, and what kind of thing it is.

    ``capitals`` are the offsets in the stretch where a word of a name begins: those of ``Xun Qiu`` beside 郇秋.
    """

    options: tuple[tuple[str, ...], ...]
    evidence: Evidence
    because: str
    kind: TermKind | None = None
    capitals: tuple[int, ...] = ()


class Claim(NamedTuple):
    """What is said of the characters from ``start`` to ``end``."""

    start: int
    end: int
    said: Said

    def moved(self, by: int) -> Claim:
        """Return the claim ``by`` characters further right."""
        return Claim(self.start + by, self.end + by, self.said)


class Held(NamedTuple):
    """A term that stands in a text: its words lead to its page, and its edges are edges of words."""

    start: int
    end: int
    term: str
    kind: TermKind | None

    def moved(self, by: int) -> Held:
        """Return the term ``by`` characters further right."""
        return Held(self.start + by, self.end + by, self.term, self.kind)


class Stretch(NamedTuple):
    """A text to be read as one, with the claims and the terms inside it, sorted by place; offsets begin at its own."""

    text: str
    claims: tuple[Claim, ...] = ()
    held: tuple[Held, ...] = ()


class Piece(NamedTuple):
    """One word of a stretch; ``script`` is None where its characters stand in both."""

    start: int
    end: int
    script: Script | None
    text: str
    reading: Reading
    gloss: Gloss
    term: str


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out of one article's Chinese: while the lexicon is the same, it holds wherever it stands.

    ``cuts`` are the words into which the segmenter cut runs that hold a term of two characters.
    """

    stretches: tuple[tuple[Stretch, tuple[Piece, ...]], ...] = ()
    cuts: tuple[tuple[str, tuple[str, ...]], ...] = ()


class _Text(Protocol):
    """A text with what is known of it."""

    @property
    def text(self) -> str:
        """The text."""

    def __hash__(self) -> int: ...


K = TypeVar("K", bound=_Text)
V = TypeVar("V")


class Memory(Generic[K, V]):
    """What was made of texts that may come again: the short ones. It forgets all when it is full."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[K, V] = {}

    def get(self, one: K) -> V | None:
        """Return what was made of a text, None where it is not known."""
        return self._kept.get(one)

    def add(self, made: Mapping[K, V]) -> None:
        """Keep what was made of the short ones."""
        if len(self._kept) > _MOST:
            self._kept.clear()
        self._kept.update((one, value) for one, value in made.items() if len(one.text) <= _SHORT)
