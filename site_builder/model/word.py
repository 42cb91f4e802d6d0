"""Chinese words with a reading, a meaning and the reason for the reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from site_builder.model.text import Place

Script = Literal["zh-Hans", "zh-Hant"]


class Evidence(IntEnum):
    """Why a reading is believed, strongest first. The page shows it; a guess looks like one."""

    EDITOR = 0
    """An editor said so: a note, ``readings.yaml`` or ``glossary.yaml``."""
    TONED = 1
    """Toned pinyin stands beside it in the text."""
    ROMANISED = 2
    """Its spelling without tones stands beside it."""
    ELSEWHERE = 3
    """The same name is romanised elsewhere in the article or the collection."""
    TABLE = 4
    """The project's own table of surnames, places and media terms."""
    DICTIONARY = 5
    """CC-CEDICT has the word."""
    PHRASE = 6
    """pypinyin's phrase table has it."""
    GRAMMAR = 7
    """A rule of grammar tells the readings of the character apart."""
    MODEL = 8
    """A polyphone model chose among the readings."""
    SINGLE = 9
    """Each character has only one reading."""
    GUESS = 10
    """Nothing settles it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of a word.

    ``syllables`` has one entry for each Hanzi, with a tone number, 5 = neutral (``zhong1``, ``lv4``);
    ``text`` is the spelling by GB/T 16159-2012 (``Zhōngguó``, ``Xī'ān``); ``because`` is what the
    evidence rests on, for people (the romanisation, the editor's name, the table's row).
    """

    syllables: tuple[str, ...]
    text: str
    evidence: Evidence
    because: str = ""


@dataclass(frozen=True, slots=True)
class Gloss:
    """Meanings of one word: cleaned dictionary senses, or senses composed from its parts.

    ``frequency`` is a band: the word is among so many of the commonest (1000, 5000 or 20000); 0 where it is rarer.
    """

    senses: tuple[str, ...] = ()
    composed: bool = False
    traditional: str = ""
    simplified: str = ""
    hsk: str = ""
    frequency: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a Chinese run, where it stands, how it is read and what it means.

    ``term`` names the page the word leads to, in simplified characters: the mined term that holds it, or the word.
    """

    place: Place
    text: str
    script: Script
    reading: Reading
    gloss: Gloss = Gloss()
    term: str = ""

    @property
    def name(self) -> str:
        """The name of the word in the glossary, whichever script the text has and whatever term holds it."""
        return self.term if len(self.term) == len(self.text) else self.gloss.simplified or self.text

    @property
    def within(self) -> str:
        """The longer term that holds the word, or ``""``."""
        return self.term if len(self.term) > len(self.text) else ""
