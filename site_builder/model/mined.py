"""What the text itself says about its Chinese: bilingual pairs and hashtags, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from site_builder.model.text import Place

TermKind = Literal["person", "organisation", "place", "slogan", "work", "law", "platform", "hashtag", "term"]
Relation = Literal["translation", "literal", "romanisation", "also"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One Chinese term with one English rendering, as the author put them side by side.

    ``chinese`` and ``english`` are verbatim, ``term`` and ``rendering`` are where they stand,
    ``sentence`` is the sentence that shows them. ``confidence`` runs from 0 to 1. ``name`` is the canonical form
    of ``chinese``, in simplified characters, so that a term is one in both scripts; "" where they are the same.
    """

    chinese: str
    english: str
    kind: TermKind
    relation: Relation
    term: Place
    rendering: Place
    sentence: Place
    pattern: str
    confidence: float
    name: str = ""

    @property
    def canonical(self) -> str:
        """The name of the term in the glossary, whichever script the text has."""
        return self.name or self.chinese


@dataclass(frozen=True, slots=True)
class HashtagUse:
    """A ``#…#`` in the text. ``name`` is the canonical form (no ``#``, NFKC, no spaces); ``text`` is verbatim.

    ``views`` is the number as the article cites it (``340 million``), ``host`` who hosts it, or "".
    """

    name: str
    text: str
    place: Place
    sentence: Place
    translations: tuple[str, ...] = ()
    views: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Mined:
    """All that one article gives, in the order of the text."""

    pairs: tuple[Pair, ...] = ()
    hashtags: tuple[HashtagUse, ...] = ()
