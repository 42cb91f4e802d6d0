"""Spells readings as GB/T 16159-2012 writes them.

Input: the syllables of one word, a Hanzi each, with a capital where a name begins; a long word's parts. Output: pinyin
with tone marks: joined by word, surname and given name apart, apostrophes, citation tones, erhua as -r, idioms halved.
"""

from __future__ import annotations

import functools
from collections.abc import Container

from site_builder.annotate.syllables import marked

_VOWELS = ("a", "e", "o")


Breaks = tuple[tuple[int, str], ...]
"""Where the later parts of a word begin, and what stands before each: a space or a hyphen."""

_IDIOM = 4  # characters
_SHORTEST_PART = 2  # characters
_SECOND, _THIRD = frozenset("而不莫所亦以于乎儿里"), frozenset("之以于而")
"""Function words that tie the halves of an idiom together: 总而言之, 迫不及待, 井底之蛙."""


@functools.lru_cache(maxsize=8_000)
def spell(syllables: tuple[str, ...], breaks: Breaks = ()) -> str:
    """Return the spelling of one word.

    A syllable with a capital begins a part that is written apart (4.2, names), and so does one at ``breaks``. A
    syllable that begins with a, e or o inside a part gets an apostrophe before it (6.4). ``r5`` is the 儿 of erhua
    (6.1.5).

    >>> spell(("Xi1", "an1")), spell(("Wang2", "Yuan2")), spell(("wan2", "r5"))
    ("Xī'ān", 'Wáng Yuán', 'wánr')
    """
    head, *rest = syllables or ("",)
    before = dict(breaks)
    return _written(head)[0] + "".join(
        [before[at] + _written(one)[0] if at in before else _written(one)[1] for at, one in enumerate(rest, 1)]
    )


def halves(idiom: str, words: Container[str]) -> Breaks:
    """Return the break of an idiom of four characters that is read as two and two (GB/T 16159-2012, on 成语).

    What is not so read is written as one: where a function word ties the halves, where characters come twice in
    turn (来来往往), and where ``words`` has one that stands across the middle, but neither half.
    """
    if len(idiom) != _IDIOM or idiom[1] in _SECOND or idiom[2] in _THIRD:
        return ()
    if idiom[0] == idiom[1] and idiom[2] == idiom[3]:
        return ()
    across = idiom[1:3] in words and idiom[:2] not in words and idiom[2:] not in words
    return () if across else ((2, "-"),)


def parts(name: str, words: Container[str]) -> Breaks:
    """Return the breaks of the name of one thing, of four characters or more: by words (社会主义, 计算机科学).

    None where it can be cut into the fewest words of two characters or more in no way, or in several.
    """
    if len(name) < _IDIOM:
        return ()
    ways: list[list[tuple[int, ...]]] = [[()]]
    for end in range(1, len(name) + 1):
        starts = range(max(0, end - len(name) + 1), end - _SHORTEST_PART + 1)
        found = [(*way, start) for start in starts if name[start:end] in words for way in ways[start]]
        fewest = min(map(len, found), default=0)
        ways.append([way for way in found if len(way) == fewest])
    return tuple((at, " ") for at in ways[-1][0][1:]) if len(ways[-1]) == 1 else ()


@functools.cache
def _written(syllable: str) -> tuple[str, str]:
    """Return how a syllable is written at the head of a word, and behind another."""
    piece = marked(syllable.lower())
    if syllable[:1].isupper():
        piece = piece[:1].upper() + piece[1:]
        return piece, f" {piece}"
    return piece, f"'{piece}" if syllable.startswith(_VOWELS) else piece
