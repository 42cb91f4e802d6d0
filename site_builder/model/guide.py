"""What is known of Chinese terms from outside the text at hand: editors and the rest of the collection."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.editorial import AnchoredNote, GlossaryEntry, ReadingEntry
from site_builder.model.mined import TermKind
from site_builder.model.word import Reading


@dataclass(frozen=True, slots=True)
class Known:
    """A term that the collection mined elsewhere, with the English that spells it, or the reading that fixed."""

    term: str
    kind: TermKind
    reading: Reading | None = None
    romanisation: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """Outside knowledge for annotating one article, strongest first."""

    notes: tuple[AnchoredNote, ...] = ()
    readings: tuple[ReadingEntry, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    known: tuple[Known, ...] = ()
