"""Makes the one index that a lexicon opens: slow, done once, kept by ``store``.

Input: the texts of CC-CEDICT and OpenCC's tables, pypinyin's tables by import. Output: bytes for ``lexicon.load``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.annotate.dictionary import Entry, compile_entries, pack, parse
from site_builder.annotate.syllables import numbered
from site_builder.model.han import HANZI, has_hanzi
from site_builder.model.word import Evidence

_ALL_HANZI = re.compile(f"[{HANZI}]+")


@dataclass(frozen=True, slots=True)
class Material:
    """The texts an index is made of; ``name`` is the dictionary's file, for messages."""

    name: str
    cedict: str
    characters: str
    phrases: str


def compile_index(material: Material) -> bytes:
    """Return the index. Raises ``SiteError`` where the dictionary's text is not CC-CEDICT."""
    entries = list(parse(material.cedict, material.name))
    characters = _characters(entries)
    return pack(
        {
            "cedict": compile_entries(entries),
            "words": _words(entries, characters),
            "characters": {char: " ".join(readings) for char, readings in characters.items()},
            "opencc": {
                "characters": material.characters.replace("\n", "\x1e"),
                "phrases": material.phrases.replace("\n", "\x1e"),
            },
        }
    )


def _characters(entries: list[Entry]) -> dict[str, list[str]]:
    """Return every reading of every character: pypinyin's first, then what only CC-CEDICT has."""
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - takes a quarter of a second

    readings = {chr(code): [numbered(one) for one in row.split(",")] for code, row in pinyin_dict.items()}
    for entry in entries:
        if len(entry.simplified) == 1 and has_hanzi(entry.simplified):
            for char in {entry.simplified, entry.traditional}:
                readings.setdefault(char, []).append(numbered(entry.pinyin))
    return {char: list(dict.fromkeys(filter(None, row))) for char, row in readings.items()}


def _words(entries: list[Entry], characters: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the readings of words as ``5|di4 fang5|di4 fang1``; the first field is the evidence."""
    rows = {word: f"{Evidence.PHRASE:d}|{reading}" for word, reading in _phrases(characters).items()}
    found = dict[str, list[str]]()
    for entry in entries:
        reading = _of_entry(entry)
        for key in {entry.simplified, entry.traditional} if reading else ():
            found.setdefault(key, []).append(reading)
    for key, readings in found.items():
        ordered = sorted(dict.fromkeys(readings), key=lambda reading: reading[:1].isupper())
        rows[key] = "|".join((f"{Evidence.DICTIONARY:d}", *ordered))
    return rows


def _of_entry(entry: Entry) -> str:
    """Return the reading of an entry, a syllable a Hanzi, or "" where it is not such a word."""
    if not _ALL_HANZI.fullmatch(entry.simplified) or len(entry.simplified) < 2:  # noqa: PLR2004 - a word of two
        return ""
    syllables = entry.pinyin.split(" ")
    if len(syllables) != len(entry.simplified):
        return ""
    return " ".join(numbered(one).capitalize() if one[:1].isupper() else numbered(one) for one in syllables)


_CITATION = {"一": "yi1", "不": "bu4"}


def _phrases(characters: Mapping[str, list[str]]) -> dict[str, str]:
    """Pypinyin's phrases with citation tones: its 一 and 不 carry sandhi, which GB/T 16159-2012 does not write."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 - takes a quarter of a second

    rows = dict[str, str]()
    for phrase, columns in phrases_dict.items():
        syllables = [numbered(column[0]) for column in columns]
        syllables[1:] = ["r5" if one == "er5" else one for one in syllables[1:]]
        if len(syllables) == len(phrase) and _ALL_HANZI.fullmatch(phrase):
            pairs = zip(phrase, syllables, strict=True)
            rows[phrase] = " ".join(one if one[-1] == "5" else _CITATION.get(char, one) for char, one in pairs)
    return rows
