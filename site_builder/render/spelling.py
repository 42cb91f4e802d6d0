"""Reads syllables back from pinyin, so that a page need not say them twice.

Input: pinyin as it is spelled (``Xī’ān``). Output: its syllables with numbers (``xi1 an1``). The rule is that of the
orthography: before a vowel a consonant begins a syllable, and an apostrophe stands where that would mislead.
``templates/static/reader.js`` has the same rule; where it fails, the page carries the syllables (``data-y``).
"""

from __future__ import annotations

import re
import unicodedata

_SYLLABLE = re.compile(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]+(?:ng?|r)?(?![aeiouv])")
_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_NEUTRAL = "5"


def said(spelled: str) -> str:
    """Return the syllables of ``spelled``, with their tones, one blank between them.

    >>> said("Xī’ān"), said("lǜpíchē"), said("fāng’àn")
    ('xi1 an1', 'lv4 pi2 che1', 'fang1 an4')
    """
    text = unicodedata.normalize("NFD", spelled.lower()).replace("u\u0308", "v")
    letters: list[str] = []
    tones: list[str] = []
    for char in text:
        if char in _TONES and tones:
            tones[-1] = _TONES[char]
        else:
            letters.append(char)
            tones.append("")
    found = _SYLLABLE.finditer("".join(letters))
    return " ".join(one[0] + ("".join(tones[one.start() : one.end()]) or _NEUTRAL) for one in found)
