"""How far left a lower-case rendering reaches: the noun phrase before the Chinese.

Input: the words that lead to the Chinese, the Chinese, the dictionary if there is one. Output: the words kept.
Closed-class words bound the phrase, the length of the Chinese limits it, and what the dictionary connects with
the Chinese is taken in again (``crime of picking quarrels``).
"""

from __future__ import annotations

from site_builder.annotate import stopwords as lists
from site_builder.annotate.dictionary import Dictionary
from site_builder.annotate.senses import renderings, stem, stem_of, stems
from site_builder.annotate.tokens import Token

_JOINTS = {"of", "and", "or", "for", "in", "on", "to", "the", "a", "with", "from", "by"}
_BEFORE_VERBS = {"to", "may", "can", "will", "would", "shall", "should", "must", "could", "might", "not", "cannot"}
_PREPOSITIONS = {"in", "of", "for", "with", "from", "by", "at", "on"}
_NEAR = 4  # words before the phrase in which its head may stand
_MOST_JOINTS = 2
_COMPOUND = 4  # Hanzi: a term as long is made of words, each of which may have its English
_NUMBERS = frozenset(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first", "second", "third"]
)
_NUMERALS = frozenset("一二两兩三四五六七八九十百千万萬双雙")
_EMPTY = lists.CLOSED - _NUMBERS


def phrase(tokens: list[Token], signs: str, dictionary: Dictionary | None) -> list[Token]:
    """Return the lower-case words that render ``signs``, the last of ``tokens``; none where they name nothing."""
    known = stems(signs, dictionary) if dictionary else frozenset[str]()
    told = [stem(one.word) in known and one.word not in _EMPTY for one in tokens]
    if tokens[-1].word in lists.LABELS and not told[-1]:
        return []
    if tokens[-1].word in lists.CLOSED:
        return []
    if dictionary and (whole := _whole(tokens, signs, dictionary)):
        return whole
    first = _noun_phrase(tokens, told, len(signs))
    if first and tokens[first - 1].word in _PREPOSITIONS and True not in told[first:]:
        at = next((at for at in range(max(0, first - _NEAR), first) if told[at]), first)
        first = at if len(tokens) - at <= len(signs) + 1 else first
    further = _further(tokens, told, first)
    most = len(signs) if len(signs) >= _COMPOUND else len(signs) - 1
    first = further if _words(tokens[further:]) <= most else first
    if first and tokens[first - 1].word in _NUMBERS and signs[0] in _NUMERALS:
        first -= 1  # two sessions: 两会
    kept = tokens[first:]
    if dictionary and len(kept) == 1 and not told[-1] and len(signs) > _COMPOUND:
        return []  # one word that means none of so many: the end of a phrase that was not seen
    return kept


def _words(tokens: list[Token]) -> int:
    return sum(one.word not in _JOINTS for one in tokens)


def _whole(tokens: list[Token], signs: str, dictionary: Dictionary) -> list[Token]:
    """Return the words that are one whole sense of the dictionary: ``be as good as your word``, ``to spread``."""
    last = tuple(stem_of(one.word) for one in tokens)
    for sense in renderings(signs, dictionary):
        bare = sense[1:] if sense[0] == "to" or sense[0] in lists.ARTICLES else sense
        for words in (bare if sense[0] in lists.ARTICLES else sense, bare):
            if len(words) > 1 and last[-len(words) :] == words:
                return tokens[-len(words) :]
    return []


def supported(tokens: list[Token], signs: str, dictionary: Dictionary) -> bool:
    """Tell whether the dictionary connects any of the words with the Chinese."""
    known = stems(signs, dictionary)
    return any(stem(one.word) in known for one in tokens if one.word not in lists.CLOSED)


def _noun_phrase(tokens: list[Token], told: list[bool], length: int) -> int:
    """Return the index of the first word of the phrase."""
    first = len(tokens) - 1
    while first > 0 and not _bounds(tokens, told, first - 1):
        first -= 1
    while first < len(tokens) - 1 and not told[first] and _leads(tokens, first):
        first += 1
    most = (length + 1) // 2 + (1 if told[-1] else 2) + (1 if _begins_phrase(tokens, first) else 0)
    while len(tokens) - first > most and not told[first]:
        first += 1
    return first


def _begins_phrase(tokens: list[Token], first: int) -> bool:
    """Tell whether a word that only stands at the head of a noun phrase is before ``first``: ``the``, ``China’s``."""
    return first > 0 and (tokens[first - 1].word in lists.DETERMINERS or bool(tokens[first - 1].owner))


def _bounds(tokens: list[Token], told: list[bool], at: int) -> bool:
    word = tokens[at].word
    return word in lists.CLOSED or (word in lists.VERBS and not told[at])


def _leads(tokens: list[Token], at: int) -> bool:
    """Tell whether a word stands before the phrase, not in it: praise, an adverb, an owner, a verb."""
    one = tokens[at]
    return (
        one.word in lists.MODIFIERS
        or one.word in lists.LABELS
        or bool(one.owner)
        or one.word.endswith("ly")
        or _is_verb(tokens, at)
    )


def _is_verb(tokens: list[Token], at: int) -> bool:
    """Tell whether the word at ``at`` is a verb by what stands before it: ``to enact and amend laws``."""
    if at == 0:
        return False
    before = tokens[at - 1].word
    if before in _BEFORE_VERBS:
        return True
    if before not in {"and", "or"} or at == 1:
        return False
    other = tokens[at - 2].word
    if tokens[at].word.endswith("ing"):
        return other.endswith("ing")
    return other.endswith("ize") or _is_verb(tokens, at - 2)


def _further(tokens: list[Token], told: list[bool], first: int) -> int:
    """Return where the phrase begins when words that the dictionary connects stand beyond a joint."""
    at, joints, best = first - 1, 0, first
    while at >= 0:
        word = tokens[at].word
        if told[at] and word not in _JOINTS:
            best, joints = at, 0
        elif word in _JOINTS and joints < _MOST_JOINTS:
            joints += 1
        else:
            break
        at -= 1
    return best
