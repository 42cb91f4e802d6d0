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
    head, *rest = syllables or ("",)
    return _written(head)[0] + "".join([_written(one)[1] for one in rest])


@functools.cache
def _written(syllable: str) -> tuple[str, str]:
    """Return how a syllable is written at the head of a word, and behind another."""
    piece = marked(syllable.lower())
    if syllable[:1].isupper():
        piece = piece[:1].upper() + piece[1:]
        return piece, f" {piece}"
    return piece, f"'{piece}" if syllable.startswith(_VOWELS) else piece
