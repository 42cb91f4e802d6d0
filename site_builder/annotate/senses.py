"""Which English words a dictionary connects with a Chinese term.

Input: a term, the dictionary. Output: stems of the words in the senses of the words inside the term.
A rough measure: it only weighs how far left a rendering reaches, it never makes one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from site_builder.annotate.dictionary import Dictionary

_LONGEST_WORD = 6  # code points
_LONGEST_TERM = 16  # code points: longer ones are quoted, and quotation marks say more
_WORD = re.compile(r"[a-z]{2,}")
_ENDING = re.compile(
    r"(?:’s|'s|s’|ations?|ments?|ities|ity|ness|ings?|ives?|ions?|ors?|ers?|als?|ies|ied|ed|es|ly|s|y|e|ic|ical|ous)$"
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the part of an English word that its relatives share.

    >>> [stem(word) for word in ("insurance", "regulations", "regulation", "laws", "trading")]
    ['insuranc', 'regul', 'regul', 'law', 'trad']
    """
    bare = word.lower()
    for _ in range(2):
        shorter = _ENDING.sub("", bare)
        if len(shorter) < _SHORTEST_STEM or shorter == bare:
            break
        bare = shorter
    return bare


@lru_cache(maxsize=20_000)
def stems(term: str, dictionary: Dictionary) -> frozenset[str]:
    """Return the stems of all English words in the senses of the words that ``term`` is made of."""
    found: set[str] = set()
    for start in range(min(len(term), _LONGEST_TERM)):
        for end in range(start + 1, min(len(term), start + _LONGEST_WORD) + 1):
            found |= _of_word(term[start:end], dictionary)
    return frozenset(found)


@lru_cache(maxsize=50_000)
def _of_word(word: str, dictionary: Dictionary) -> frozenset[str]:
    words: set[str] = set()
    for entry in dictionary.entries(word):
        for sense in entry.senses:
            if not sense.startswith(("surname ", "CL:", "variant of", "old variant of", "see ")):
                words.update(_WORD.findall(sense.lower()))
    return frozenset(map(stem, words))


@lru_cache(maxsize=20_000)
def renderings(term: str, dictionary: Dictionary) -> tuple[tuple[str, ...], ...]:
    """Return the senses of the whole ``term`` that have several words, as stems, the longest first."""
    found: set[tuple[str, ...]] = set()
    for entry in dictionary.entries(term):
        for sense in entry.senses:
            for piece in _ASIDE.sub("", sense.lower()).replace("'", "’").split(";"):
                found.add(tuple(map(stem_of, piece.split())))
    return tuple(sorted((one for one in found if len(one) > 1), key=lambda one: (-len(one), one)))


_ASIDE = re.compile(r"\([^)]*\)")
_POSSESSIVE = frozenset(("one’s", "your", "his", "her", "their", "my", "our", "its"))


def stem_of(word: str) -> str:
    """Return the stem of a word, all possessive pronouns being one."""
    return "one’s" if word in _POSSESSIVE else stem(word)
