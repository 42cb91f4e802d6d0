"""Cuts Chinese text into words.

Input: a text and the offsets that no word may cross; a word of the segmenter. Output: the pieces between those
offsets; the words that dictionaries and orthography see inside the segmenter's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from typing import Protocol

from site_builder.annotate.surnames import Names
from site_builder.model.han import HANZI_ONLY
from site_builder.model.text import Span

_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几半")
_NUMBER = re.compile("(第?)([〇零一二两三四五六七八九几十百千万亿]+)")
_PARTS = re.compile("[一二两三四五六七八九几]?[千百]|[一二三四五六七八九几]?十[一二三四五六七八九几]?|.")
_DIGITS, _TENS = frozenset("一二两三四五六七八九"), frozenset("十百千")
_UNITS = frozenset("十百千万亿")
_FRACTION = "分之"
DOTS = frozenset("·•‧・")
"""What stands between the parts of a foreign name."""
_POINTERS = frozenset("每各某")
_DEMONSTRATIVES = frozenset("这那哪")
_MEASURES = frozenset(
    "个位名座条本张件间所项场支队批把岁年天次种家部只头匹辆艘架台篇首句段层栋幢幅颗粒块片棵株朵枚门套副双对群伙股阵番"
    "遍趟届期号级类款份封笔顿杯瓶碗盘箱包袋桶吨克斤里米尺寸亩元角分秒周月日处"
    "卷扇章集道束捆串滴排盏床缕勺锅盆筐桌"
)
_APART = frozenset("很太更挺颇也都又再还就才我你您他她它")
"""Adverbs and pronouns of one character: they stand apart from what no dictionary has with them (6.1.3, 6.1.6)."""
_JOINING = frozenset("和与及或在对把被将是于")
"""Function words that join what stands before them to what follows."""
_FUNCTION = frozenset("不没的是很也都就被把")
"""Function words that are in no name."""
_JOINED_WITH_DEMONSTRATIVE = frozenset("个里边")  # zhège, nàbiān: GB/T 16159-2012, 6.1.4


class Vocabulary(Protocol):
    """What cutting needs to know of words: a ``Lexicon`` is one."""

    @property
    def names(self) -> Names:
        """The tables of surnames and given names."""

    def is_name(self, word: str) -> bool:
        """Tell whether a word has the shape of a full name."""

    def known(self, word: str, /) -> object | None:
        """Return what is known of a word, None where no table and no dictionary has it."""

    def simplified(self, text: str, /) -> str:
        """Return a text in simplified characters."""


def pieces(text: str, edges: Collection[int]) -> list[Span]:
    """Return the pieces of ``text`` between ``edges``, offsets that no word may cross."""
    if not edges:
        return [Span(0, len(text))]
    cuts = sorted({0, len(text), *(edge for edge in edges if 0 < edge < len(text))})
    return [Span(*pair) for pair in itertools.pairwise(cuts)]


def join_names(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Join a surname that is no other word and the given name that no dictionary has: 尉迟 + 明轩."""
    family = vocabulary.names.family
    if family.isdisjoint(words):
        return words
    joined = list[str]()
    for word in words:
        if joined and joined[-1] in family and _may_be_given(word, joined[-1], vocabulary):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def join_numbers(words: Sequence[str]) -> list[str]:
    """Join a digit and the ten or hundred behind it, 第 and its number, where the segmenter parts them: 八 + 十七岁."""
    joined = list[str]()
    for word in words:
        digit = joined and joined[-1] in _DIGITS and word[0] in _TENS
        if digit or (joined and joined[-1] == "第" and word[0] in _NUMERALS):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def join_parts(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Join what spells one part of a foreign name on either side of a dot: 米娜 + 瓦尔 before ·, 德 + 席尔瓦 behind."""
    if DOTS.isdisjoint(words):
        return words
    joined = list[str]()
    for at, word in enumerate(words):
        behind = len(joined) > 1 and joined[-2] in DOTS
        before = at + 1 < len(words) and words[at + 1] in DOTS
        if joined and (behind or before) and _spells(word, vocabulary) and _spells(joined[-1], vocabulary, behind):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _spells(word: str, vocabulary: Vocabulary, first: bool = False) -> bool:
    """Tell whether a word is none that a dictionary has; one character may be, where it is the ``first`` of a part."""
    if not HANZI_ONLY.fullmatch(word):
        return False
    return first if len(word) == 1 else vocabulary.known(word) is None


def _may_be_given(word: str, surname: str, vocabulary: Vocabulary) -> bool:
    if len(word) == 1:
        return word in vocabulary.names.given and surname in vocabulary.names.sure
    return len(word) == 2 and HANZI_ONLY.fullmatch(word) is not None and vocabulary.known(word) is None  # noqa: PLR2004


def refine(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words inside one word of the segmenter: those that dictionaries and orthography know.

    A numeral and its measure are two words (6.1.4). What no dictionary has is cut into the fewest words that
    one has, where one of them is longer than a character; else it stays whole: it may be a name.
    """
    if len(word) < 2 or not HANZI_ONLY.fullmatch(word):  # noqa: PLR2004 - two characters
        return (word,) if word else ()
    measured = len(word) == 2 and _numeral_and_measure(*vocabulary.simplified(word))  # noqa: PLR2004 - the same
    if not measured and (vocabulary.known(word) is not None or vocabulary.is_name(word)):
        return (word,)
    return _by_rule(word, vocabulary) or _by_words(word, vocabulary)


def _by_rule(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return what the rules of orthography part, none where they part nothing."""
    pair = vocabulary.simplified(word[:2])
    if _FRACTION in word:
        return _number(word, vocabulary)
    if _numeral_and_measure(*pair):
        return (*word[:2], *refine(word[2:], vocabulary))
    if len(word) == 2:  # noqa: PLR2004 - two characters
        return tuple(word) if _apart(*pair) else ()
    return _number(word, vocabulary) or _around_function(word, vocabulary)


def _by_words(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    parts = _fewest(word, vocabulary)
    return parts if len(parts) < len(word) else (word,)


def _around_function(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Part a word at a function word inside it, which no name has: 人不去."""
    for at, char in enumerate(vocabulary.simplified(word)):
        if char in _FUNCTION:
            return (*refine(word[:at], vocabulary), word[at], *refine(word[at + 1 :], vocabulary))
    return ()


def _number(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return a number by its parts and what it counts, none where there is no number of two characters at the head.

    Hundreds and thousands are joined with their digit, tens with both sides, 万 and 亿 stand alone; 第 is joined with
    what it orders (6.1.5).
    """
    if _FRACTION in word:
        below, above = word.split(_FRACTION, 1)
        return (*refine(below, vocabulary), _FRACTION, *refine(above, vocabulary)) if below and above else ()
    found = _NUMBER.match(vocabulary.simplified(word))
    if not found or len(found[0]) < 2:  # noqa: PLR2004 - a number of two characters
        return ()
    size, (order, digits) = len(found[0]), found.groups()
    parts = _PARTS.findall(digits) if _UNITS.intersection(digits) else [digits]
    parts[0] = order + parts[0]
    rest = refine(word[size:], vocabulary) if word[size:] else ()
    return (*parts, *rest)


def _apart(first: str, second: str) -> bool:
    return first in _APART or first in _JOINING or second in _JOINING or second == "某"


def _numeral_and_measure(first: str, second: str) -> bool:
    if first in _DEMONSTRATIVES:
        return second in _MEASURES and second not in _JOINED_WITH_DEMONSTRATIVE
    return (first in _NUMERALS or first in _POINTERS) and second in _MEASURES


def is_ordinal(word: str) -> bool:
    """Tell whether a word is 第 and a number: dì-yī (6.1.5)."""
    found = _NUMBER.fullmatch(word)
    return found is not None and bool(found[1])


def _fewest(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Cut into the fewest known words; of equal cuts the one with the longest word, of those the last."""
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(word) + 1):
        cuts = []
        for start in range(end):
            part = word[start:end]
            if len(part) == 1 or vocabulary.known(part) is not None:
                count, size, parts = best[start]
                cuts.append((count - 1, size + len(part) ** 2, (*parts, part)))
        best.append(max(cuts, key=lambda cut: cut[:2]))
    return best[-1][2]
