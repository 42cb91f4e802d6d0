"""Traditional and simplified characters: which script a text is in, and one into the other.

Input: text and OpenCC's tables (rows ``traditional<TAB>simplified ...``). Output: text of the same length, code
point for code point, so that what is found in the converted text stands at the same place in the original.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from site_builder.model.word import Script


@dataclass(frozen=True, slots=True)
class Converter:
    """OpenCC's t2s: a table of characters, and the text of the phrases that are exceptions to it.

    Most texts have nothing to convert; the phrases are read for the first that has.
    """

    characters: Mapping[int, str]
    phrases: str
    only_simplified: frozenset[str]

    def simplified(self, text: str) -> str:
        """Return ``text`` in simplified characters."""
        plain = text.translate(self.characters)
        if plain == text:
            return text
        pattern, phrases = _exceptions(self.phrases)
        for found in pattern.finditer(text):
            plain = plain[: found.start()] + phrases[found[0]] + plain[found.end() :]
        return plain

    def script(self, text: str) -> Script | None:
        """Tell the script of a text, None where all its characters stand in both."""
        if text.translate(self.characters) != text:
            return "zh-Hant"
        return "zh-Hans" if not self.only_simplified.isdisjoint(text) else None


def converter(characters: str, phrases: str) -> Converter:
    """Return a converter from the text of OpenCC's TSCharacters and TSPhrases."""
    table = {ord(key): value for key, value in _rows(characters).items() if len(key) == len(value) == 1}
    changed = {key: value for key, value in table.items() if chr(key) != value}
    return Converter(changed, phrases, frozenset(changed.values()) - {chr(key) for key in table})


@lru_cache(1)
def _exceptions(phrases: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what finds phrases in a text, the longest first, and what each becomes.

    A phrase whose simplified form has another length is left out: places must not move.
    """
    rows = {key: value for key, value in _rows(phrases).items() if len(key) == len(value)}
    longest_first = sorted(rows, key=lambda key: (-len(key), key))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"), rows


def _rows(text: str) -> dict[str, str]:
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {key: value.split(" ")[0] for key, value in pairs}
