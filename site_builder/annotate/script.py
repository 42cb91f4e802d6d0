"""Traditional and simplified characters: which script a text is in, and one into the other.

Input: text and OpenCC's tables (rows ``traditional<TAB>simplified ...``). Output: text of the same length, code
point for code point, so that what is found in the converted text stands at the same place in the original.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.model.word import Script


@dataclass(frozen=True, slots=True)
class Converter:
    """OpenCC's t2s: a table of characters, and the phrases that are exceptions to it."""

    characters: Mapping[int, str]
    phrases: Mapping[str, str]
    pattern: re.Pattern[str]
    only_simplified: frozenset[str]

    def simplified(self, text: str) -> str:
        """Return ``text`` in simplified characters."""
        plain = text.translate(self.characters)
        if plain == text:
            return text
        for found in self.pattern.finditer(text):
            plain = plain[: found.start()] + self.phrases[found[0]] + plain[found.end() :]
        return plain

    def script(self, text: str) -> Script | None:
        """Tell the script of a text, None where all its characters stand in both."""
        if text.translate(self.characters) != text:
            return "zh-Hant"
        return "zh-Hans" if not self.only_simplified.isdisjoint(text) else None


def converter(characters: str, phrases: str) -> Converter:
    """Return a converter from the text of OpenCC's TSCharacters and TSPhrases.

    A phrase whose simplified form has another length is left out: places must not move.
    """
    rows = {key: value for key, value in _rows(phrases).items() if len(key) == len(value)}
    table = {ord(key): value for key, value in _rows(characters).items() if len(key) == len(value) == 1}
    changed = {key: value for key, value in table.items() if chr(key) != value}
    longest_first = sorted(rows, key=lambda key: (-len(key), key))
    return Converter(
        characters=changed,
        phrases=rows,
        pattern=re.compile("|".join(map(re.escape, longest_first)) or r"(?!)"),
        only_simplified=frozenset(changed.values()) - {chr(key) for key in table},
    )


def _rows(text: str) -> dict[str, str]:
    pairs = (line.split("\t") for line in text.splitlines() if "\t" in line)
    return {key: value.split(" ")[0] for key, value in pairs}
