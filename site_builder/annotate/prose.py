"""Which Chinese a bracket of English explains in Chinese prose, where nothing parts a name from the words before it.

Input: a run of Chinese that ends at the bracket, the English, the dictionary. Output: the end of the run that the
English renders: what stands in quotation marks, a foreigner's name letter by letter, else as many words as the
English has.
"""

from __future__ import annotations

import re
from functools import lru_cache

from site_builder.annotate import stopwords as lists
from site_builder.annotate.dictionary import Dictionary
from site_builder.annotate.gloss import word_by_word
from site_builder.annotate.kinds import NAME_LETTERS, surname
from site_builder.annotate.roles import behind_role
from site_builder.annotate.senses import means
from site_builder.annotate.spelling import fits
from site_builder.model.han import HANZI

_PERSON = re.compile(r"(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*|von|van|de|der|bin|al-[A-Z]\w*)){1,3}")
_ACRONYM = re.compile(r"[A-Z]{2,8}")
_WORD = re.compile(r"[A-Za-z]+")
_QUOTED = re.compile(r"[“‘「『]([^“”‘’「」『』]+)$")
_RUN = re.compile(rf"[{HANZI}0-9A-Za-z·•・‧.\-]*$")
_DOT = "·•・‧"
_DOTS = frozenset(_DOT)
_LONGEST = 32  # code points of a run that are looked at
_LONGEST_WORD = 8
_SENSE = re.compile(r"[(,;]")
"""What parts a sense from what is said of it: ``New York (US city)``."""
_LONG = 3  # letters: a shorter stretch may be the end of a Chinese name
_ROOT = 4  # letters that the names of a place and of its people share
_NAME = (3, 2, 4)  # Hanzi of a Chinese person's name, the commonest length first
_SUFFIXES = frozenset("站所院部室队隊会會员員者家馆館局厅廳署网網社团團")
_PREFIXES = frozenset("反非超亚泛微多单双前后新老大小")
_FUNCTION = frozenset(
    "的了在与和及或是有由对向被把将从到于给让使称叫为名用以其该这那此并而但也都又就则还说指看上去等即如比据经因跟同像系於"
)
"""Words of one character that lead to a name and are none of it."""


@lru_cache(maxsize=4096)
def explained(run: str, english: str, dictionary: Dictionary | None) -> int:
    """Return how many characters at the end of ``run``, in simplified characters, ``english`` renders."""
    if quoted := _QUOTED.search(run):
        return len(quoted[1])
    found = _RUN.search(run[-_LONGEST:])
    run = found.group() if found else ""
    if dictionary is None or not run:
        return len(run)
    if word := _exact(run, english, dictionary):
        return len(word)
    if is_person(english) and (name := behind_role(run) or _person(run, english, dictionary)):
        return len(name)
    size = len(_term(run, english, dictionary))
    undone = english.lower().startswith("de-") and run[: len(run) - size].endswith("去")
    return size + undone


def _exact(run: str, english: str, dictionary: Dictionary) -> str:
    """Return the longest word at the end of ``run`` of which the dictionary says just what the English says."""
    asked = english.casefold()
    for size in range(min(_LONGEST_WORD, len(run)), 1, -1):
        if run[-size - 1 : -size] in _DOTS:
            continue  # the family name alone: 安格拉·默克尔
        senses = (sense for entry in dictionary.entries(run[-size:]) for sense in entry.senses)
        if any(_SENSE.split(sense.casefold(), maxsplit=1)[0].strip() == asked for sense in senses):
            return run[-size:]
    return ""


def is_person(english: str) -> bool:
    """Tell whether English is written as the full name of a person, not of an institution."""
    return _PERSON.fullmatch(english) is not None and not lists.ORGANISATION_HEADS.intersection(english.lower().split())


def _person(run: str, english: str, dictionary: Dictionary) -> str:
    """Return the name at the end of ``总理安娜·莫尔``: letters of foreign names, or a surname and what follows it."""
    spelled, guessed = _chinese(run, english, dictionary)
    foreign = _foreign(run, dictionary)
    return spelled or (foreign if len(foreign) >= _LONG else "") or guessed or foreign


def _foreign(run: str, dictionary: Dictionary) -> str:
    start = len(run)
    while start and (run[start - 1] in NAME_LETTERS or run[start - 1] in _DOT):
        start -= 1
    at = 0
    for word in word_by_word(run, dictionary):
        end = at + len(word)
        if start < end <= len(run) - 2 and len(word) > 1 and not _in_name(word, dictionary):
            start = end
        at = end
    name = run[_unit_start(run, start, dictionary) :].strip(_DOT)
    return name if len(name) > 1 else ""


def _unit_start(run: str, start: int, dictionary: Dictionary) -> int:
    """Return where characters that are no word begin, of which ``start`` is one: 朔|尔|茨 is one name."""
    at = 0
    for unit in _units(run, dictionary):
        if at < start < at + len(unit):
            return at if len(unit) <= _LONG + 1 and not dictionary.entries(unit) else start
        at += len(unit)
    return start


def _in_name(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a dictionary word may be part of a foreign name: it has a name's letters and is a name itself."""
    return any(one.proper for one in dictionary.entries(word)) and all(sign in NAME_LETTERS for sign in word)


def _chinese(run: str, english: str, dictionary: Dictionary) -> tuple[str, str]:
    """Return the Chinese name whose surname the English spells first or last, and the name that may be one."""
    latin, ends, guessed = english.split(), _boundaries(word_by_word(run, dictionary)), ""
    for size in _NAME:
        name = run[-size:]
        family = surname(name)
        given = name[len(family) :]
        if not family or len(run) - len(name) not in ends or any(means(given, one, dictionary) for one in latin):
            continue
        if fits(family, latin[0]) or fits(family, latin[-1]):
            return name, name
        guessed = guessed or name
    return "", guessed


def _boundaries(words: tuple[str, ...]) -> set[int]:
    at, found = 0, {0}
    for word in words:
        at += len(word)
        found.add(at)
    return found


def _term(run: str, english: str, dictionary: Dictionary) -> str:
    """Return as many words as the English has, from behind the last word that only leads to them."""
    latin = [word for word in _WORD.findall(english) if word.lower() not in lists.CLOSED]
    acronym = _ACRONYM.fullmatch(english) is not None
    count = len(english) if acronym else sum(one.lower() not in lists.CLOSED for one in english.split())
    units = _units(run, dictionary)
    told = [word not in _FUNCTION and any(_says(word, one, dictionary) for one in latin) for word in units]
    first = 1 + max((at for at, word in enumerate(units[:-1]) if not told[at] and _leads(word, dictionary)), default=-1)
    while not acronym and first < len(units) - 1 and not told[first] and _is_place(units[first], dictionary):
        if True not in told[first + 1 :]:
            break
        first += 1
    if len(units) - first > count:
        first = next((at for at in range(first, len(units)) if told[at]), max(first, len(units) - max(1, count)))
    return "".join(units[first:])


def _units(run: str, dictionary: Dictionary) -> list[str]:
    """Return words; characters by themselves that are no function words make one: 瓦|次|普."""
    found, joins = list[str](), False
    for word in word_by_word(run, dictionary):
        single = len(word) == 1 and word not in _FUNCTION
        if found and word in _SUFFIXES and len(found[-1]) > 1:
            found[-1] += word  # 观察站: what observes is no verb here
            continue
        if joins and (single or _is_prefix(found)):
            found[-1] += word
        else:
            found.append(word)
        joins = single
    return found


def _is_prefix(units: list[str]) -> bool:
    """Tell whether the last unit is a prefix of what follows: 非 is none in 而非, rather than."""
    return units[-1] in _PREFIXES and not (units[-1] == "非" and units[-2:-1] in (["而"], ["并"], ["绝"], ["除"]))


def _leads(word: str, dictionary: Dictionary) -> bool:
    """Tell whether a word is a function word or a verb: all its senses say ``to …``."""
    if len(word) == 1:
        return word in _FUNCTION
    senses = [sense for entry in dictionary.entries(word) for sense in entry.senses]
    return bool(senses) and all(sense.startswith("to ") for sense in senses)


def _says(word: str, english: str, dictionary: Dictionary) -> bool:
    """Tell whether the dictionary connects the words, or names the place that ``Australian`` is from."""
    if means(word, english, dictionary):
        return True
    root = english[:_ROOT]
    return _is_place(word, dictionary) and any(
        root in sense for entry in dictionary.entries(word) for sense in entry.senses if len(root) == _ROOT
    )


def _is_place(word: str, dictionary: Dictionary) -> bool:
    return len(word) > 1 and any(entry.proper for entry in dictionary.entries(word))
