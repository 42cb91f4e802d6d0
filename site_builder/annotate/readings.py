"""Gives every word of a text a reading, and every reading its reason.

Input: words cut by ``segment``. Output: a ``Reading`` a word, by the strongest evidence there is: what editors and
the text say, tables, CC-CEDICT, pypinyin's phrases, the model, a guess.
"""

from __future__ import annotations

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.orthography import spell
from site_builder.model.word import Evidence, Reading


def of_word(word: str, lexicon: Lexicon) -> Reading:
    """Return the reading of one word of Hanzi alone, out of context."""
    known = lexicon.known(word)
    if known is not None:
        readings, evidence = known
        syllables = tuple(readings[0].split(" "))
        return reading(word, syllables, evidence)
    return _by_parts(word, lexicon)


def reading(word: str, syllables: tuple[str, ...], evidence: Evidence, because: str = "") -> Reading:
    """Return a reading; ``syllables`` may carry capitals, which only the spelling keeps."""
    lowered = tuple(syllable.lower() for syllable in syllables)
    return Reading(lowered, spell(syllables), evidence, because)


def _by_parts(word: str, lexicon: Lexicon) -> Reading:
    """Read a word by the longest words inside it; the weakest part's evidence is the whole's."""
    syllables, weakest, at = list[str](), Evidence.DICTIONARY, 0
    while at < len(word):
        size, part, evidence = _longest(word, at, lexicon)
        syllables += part
        weakest = max(weakest, evidence)
        at += size
    return reading(word, tuple(syllables), weakest)


def _longest(word: str, at: int, lexicon: Lexicon) -> tuple[int, list[str], Evidence]:
    for end in range(len(word) - (at == 0), at + 1, -1):
        known = lexicon.known(word[at:end])
        if known is not None:
            return end - at, known[0][0].lower().split(" "), known[1]
    found = lexicon.readings_of(word[at])
    if not found:
        return 1, [word[at]], Evidence.GUESS
    return 1, [found[0]], Evidence.SINGLE if len(found) == 1 else Evidence.GUESS
