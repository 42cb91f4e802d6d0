"""Spells readings as GB/T 16159-2012 writes them.

Input: the syllables of one word, a Hanzi each, with a capital where a name begins. Output: pinyin with tone marks:
joined by word, surname and given name apart, apostrophes, citation tones, erhua as -r.
"""

from __future__ import annotations

import functools

from site_builder.annotate.syllables import marked

_VOWELS = ("a", "e", "o")


@functools.lru_cache(maxsize=100_000)
def spell(syllables: tuple[str, ...]) -> str:
    """Return the spelling of one word.

    A syllable with a capital begins a part that is written apart (4.2, names). A syllable that begins with
    a, e or o inside a part gets an apostrophe before it (6.4). ``r5`` is the 儿 of erhua (6.1.5).

    >>> spell(("Xi1", "an1")), spell(("Wang2", "Yuan2")), spell(("wan2", "r5"))
    ("Xī'ān", 'Wáng Yuán', 'wánr')
    """
    out = ""
    for at, syllable in enumerate(syllables):
        piece = marked(syllable.lower())
        if syllable[:1].isupper():
            out += (" " if at else "") + piece[:1].upper() + piece[1:]
        else:
            out += ("'" if at and _begins_with_vowel(syllable) else "") + piece
    return out


def _begins_with_vowel(syllable: str) -> bool:
    """Tell whether a syllable could be taken for the end of the one before it."""
    return syllable.startswith(_VOWELS)
