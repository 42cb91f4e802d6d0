"""Which English words a dictionary connects with a Chinese term.

Input: a term, the dictionary. Output: stems of the words in the senses of the words inside the term.
A rough measure: it only weighs how far left a rendering reaches, it never makes one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from site_builder.annotate.dictionary import Dictionary
from site_builder.model.han import HANZI
from site_builder.model.mined import TermKind

_LONGEST_WORD = 6  # code points
_LONGEST_TERM = 16  # code points: longer ones are quoted, and quotation marks say more
_WORD = re.compile(r"[a-z]{2,}")
_ENDING = re.compile(
    r"(?:’s|'s|s’|ations?|ments?|ities|ity|ness|ings?|ives?|ions?|ors?|ers?|als?|ies|ied|ed|es|ly|s|y|e|ic|ical|ous)$"
)
_SHORTEST_STEM = 3
_SHORT_FOR = re.compile(rf"abbr\. (?:for|of) (?:[{HANZI}]+\|)?([{HANZI}]+)")


@lru_cache(maxsize=8_000)
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


@lru_cache(maxsize=2_000)  # of a kilobyte or two each
def stems(term: str, dictionary: Dictionary) -> frozenset[str]:
    """Return the stems of all English words in the senses of the words that ``term`` is made of."""
    found: set[str] = set()
    for whole in (term, *_long_forms(term, dictionary)):
        for start in range(min(len(whole), _LONGEST_TERM)):
            for end in range(start + 1, min(len(whole), start + _LONGEST_WORD) + 1):
                found |= _of_word(whole[start:end], dictionary)
    return frozenset(found)


def _long_forms(term: str, dictionary: Dictionary) -> list[str]:
    """Return what the dictionary says that ``term`` is short for: an author renders the long form as often."""
    return [found[1] for entry in dictionary.entries(term) for found in _SHORT_FOR.finditer("/".join(entry.senses))]


@lru_cache(maxsize=8_000)
def _of_word(word: str, dictionary: Dictionary) -> frozenset[str]:
    words: set[str] = set()
    for entry in dictionary.entries(word):
        for sense in entry.senses:
            if not sense.startswith(("surname ", "CL:", "variant of", "old variant of", "see ")):
                words.update(_WORD.findall(sense.lower()))
    return frozenset(map(stem, words))


def means(term: str, word: str, dictionary: Dictionary) -> bool:
    """Tell whether the dictionary connects an English word with a term."""
    return stem(word) in stems(term, dictionary)


def is_sense(word: str, english: str, dictionary: Dictionary) -> bool:
    """Tell whether an English word stands in the senses of a whole word."""
    return stem(english) in _of_word(word, dictionary)


_KNOWN = re.compile(
    r"(?P<person>\((?:c\. ?)?(?:born )?(?:\d{3,4}|\d{1,4} ?BC)(?: ?BC)?(?:[-–][^)]*)?\))"
    r"|\b(?:(?P<platform>website|app|social media|social network|search engine|online platform|microblog\w*|web portal)"
    r"|(?P<place>cit(?:y|ies)|county|prefecture|province|district|capital|town|township|island|river|mountains?|municipality|"
    r"country|autonomous region|peninsula|lake|neighbou?rhood|suburb|village|republic|continent)"
    r"|(?P<organisation>company|corporation|university|party|newspaper|agency|organi[sz]ation|bank|association|ministry|"
    r"commission|manufacturer|club|league|army|bureau|airline|broadcaster|publisher|magazine)"
    r"|(?P<work>novels?|book|film|movie|TV series|classics?|poems?|anthology|Analects))\b",
    re.IGNORECASE,
)
_DIVISIONS = "市州省县"
"""What makes a place of a name: 纽约 is one, since there is 纽约市."""
_LIFE = 15  # years: what lasts shorter is no life of which a dictionary tells
_EVENT = re.compile(
    r"\b(?:dynasty|war|period|movement|rebellion|revolution|kingdom|era|reign|campaign|incident)\b", re.IGNORECASE
)


@lru_cache(maxsize=8_000)
def known_kind(term: str, dictionary: Dictionary) -> TermKind | None:
    """Return what a proper noun names: by the table of bodies, or by the first word of its senses that says so."""
    if listed := dictionary.kind(term):
        return cast("TermKind", listed)
    for entry in dictionary.entries(term):
        for sense in entry.senses if entry.proper else ():
            found = _KNOWN.search(sense)
            if found and not (found.lastgroup == "person" and (_EVENT.search(sense) or _is_short(found["person"]))):
                return cast("TermKind", found.lastgroup)
    named = any(one.proper for one in dictionary.entries(term))
    return "place" if named and any(dictionary.entries(term + one) for one in _DIVISIONS) else None


def _is_short(years: str) -> bool:
    """Tell whether years are too few for a life: ``(1958-1960)`` is an event, and so is ``(1976)``."""
    found = re.fullmatch(r"\((\d{4})(?:[-–](\d{4}))?\)", years)
    return found is not None and int(found[2] or found[1]) - int(found[1]) < _LIFE


@lru_cache(maxsize=8_000)
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
