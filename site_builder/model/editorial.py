"""What editors write: notes on articles, the glossary, readings, hashtags, topics and plain pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_builder.model.issue import Where
from site_builder.model.mined import TermKind
from site_builder.model.text import Place, Quote

NoteKind = Literal["note", "correction", "context", "translation", "reading", "question"]


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of ``content/annotations/<article>.yaml``. ``reading`` is pinyin as the editor wrote it."""

    id: str
    quote: Quote
    kind: NoteKind = "note"
    reading: str = ""
    gloss: str = ""
    note: str = ""
    by: str = ""
    date: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class AnchoredNote:
    """A note whose quote was found, exactly once, and where."""

    note: Note
    place: Place


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One entry of ``content/glossary.yaml``: what an editor says of a term, over what the program thinks."""

    term: str
    reading: str = ""
    english: tuple[str, ...] = ()
    kind: TermKind | None = None
    note: str = ""
    traditional: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class HashtagEntry:
    """One entry of ``content/hashtags.yaml``."""

    name: str
    english: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    note: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class ReadingEntry:
    """One entry of ``content/readings.yaml``: a word and the pinyin that always holds for it."""

    word: str
    reading: str
    why: str = ""
    where: Where = Where("")


@dataclass(frozen=True, slots=True)
class Topic:
    """``content/topics/<slug>.md``: title, introduction in Markdown, and the words that propose it."""

    slug: str
    title: str
    introduction: str = ""
    summary: str = ""
    terms: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class PlainPage:
    """``content/pages/<slug>.md``: about, colophon and the like."""

    slug: str
    title: str
    body: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Editorial:
    """Everything editors said that holds for the whole site."""

    glossary: tuple[GlossaryEntry, ...] = ()
    readings: tuple[ReadingEntry, ...] = ()
    hashtags: tuple[HashtagEntry, ...] = ()
