"""What a Chinese word means, cleaned for people.

Input: a word, its syllables, its kind, the dictionary. Output: a Gloss. A word that CC-CEDICT lacks is composed
of the words it is made of. Rules of cleaning follow CC-CEDICT's own syntax (https://cc-cedict.org/wiki/format:syntax).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from site_builder.annotate.dictionary import Dictionary, Entry
from site_builder.annotate.kinds import surname
from site_builder.annotate.syllables import marked, numbered
from site_builder.model.han import HANZI, has_hanzi
from site_builder.model.mined import TermKind
from site_builder.model.word import Gloss

_MOST_SENSES = 8
_VOWELS = "aāáǎàoōóǒòeēéěè"
_LONGEST_WORD = 8  # code points: longer entries of CC-CEDICT are sentences
_NAMES: frozenset[TermKind] = frozenset({"person", "place", "organisation", "platform"})
_WORDY: frozenset[TermKind] = frozenset({"person"})

_WORD = rf"[{HANZI}·，,0-9A-Za-z]*[{HANZI}]+"
_REFERENCE = re.compile(rf"({_WORD})(?:\|({_WORD}))?(?:\[([^\]]+)\])?")
_PINYIN = re.compile(r"\[((?:[A-Za-z:]+[1-5] ?)+)\]")
_DROPPED = re.compile(
    r"^(?:CL:|also pr\.|Taiwan pr\.|\(?(?:also written|see also|used in) (?=[^\x00-\x7f])"
    r"|(?:Japanese|Korean) variant of|Kangxi radical|\"[^\"]*\" radical in Chinese)"
)
_POINTER = re.compile(
    r"^(?:\([^)]*\) ?)?(?:(?:old|erhua|archaic|erroneous|popular|ancient|obscure|incorrect|classical|graphic"
    r"|unofficial|dialectal|euphemistic) )?"
    r"(?:variant of|see|same as|equivalent of|also known as|old spelling of) (?=[^\x00-\x7f])"
)
_ASIDE = re.compile(
    r" ?\((?:variant of|see also|also written|also pr\.|CL:|Taiwan pr\.)[^)]*\)"
    r"|, (?:also written|see also) .*$| \(loanword\)"
)
_SURNAME = re.compile(r"^(?:\([^)]*\) )?surname [A-Z]")
_SHORT_FORMS = (
    (re.compile(r"\bsb's\b"), "somebody's"),
    (re.compile(r"\bsb\b"), "somebody"),
    (re.compile(r"\bsth\b"), "something"),
    (re.compile(r"\bfig\."), "figuratively"),
    (re.compile(r"\blit\."), "literally"),
    (re.compile(r"\(coll\.\)"), "(colloquial)"),
    (re.compile(r"\(Tw\)"), "(Taiwan)"),
    (re.compile(r"\(onom\.\)"), "(sound)"),
    (re.compile(r"\(derog\.\)"), "(derogatory)"),
    (re.compile(r"\(arch\.\)"), "(archaic)"),
    (re.compile(r"\(bound form\) ?"), ""),
    (re.compile(r"\babbr\. (?:for|of)\b"), "short for"),
    (re.compile(r"\babbr\. to\b"), "shortened to"),
    (re.compile(r"\besp\."), "especially"),
    (re.compile(r"\bpr\. (?=[a-zāáǎà])"), "pronounced "),
    (re.compile(r"\betc\b(?!\.)"), "etc."),
)
_ANY_SHORT_FORM = re.compile("|".join(pattern.pattern for pattern, _ in _SHORT_FORMS))


@lru_cache(maxsize=8_000)
def gloss(word: str, syllables: tuple[str, ...], kind: TermKind | None, dictionary: Dictionary) -> Gloss:
    """Return the meanings of ``word`` as read by ``syllables`` (numbered, one a Hanzi; empty when not known).

    ``kind`` chooses among entries: proper nouns for names, common words for the rest; surnames for persons only.
    """
    entries = _chosen(dictionary.entries(word), syllables, kind)
    senses = tuple(_unique(sense for entry in entries for sense in _senses(entry, kind, dictionary, 2)))[:_MOST_SENSES]
    if senses:
        first = entries[0]
        simplified = first.simplified
        return Gloss(
            senses, False, first.traditional, simplified, dictionary.level(simplified), dictionary.frequency(simplified)
        )
    return _composed(word, syllables, dictionary, named=kind == "person" or _is_name(word, syllables))


def _is_name(word: str, syllables: tuple[str, ...]) -> bool:
    """Tell whether a word that no dictionary has was read as a person's name: surname and given name have capitals."""
    family = len(surname(word))
    capitals = [at for at, syllable in enumerate(syllables) if syllable[:1].isupper()]
    return family > 0 and capitals == [0, family]


def _chosen(entries: tuple[Entry, ...], syllables: tuple[str, ...], kind: TermKind | None) -> list[Entry]:
    """Return the entries that fit the reading: the right sort (name or word) first, cross-references last."""
    if len(entries) <= 1:
        return list(entries)
    fitting = [one for one in entries if _fits(one, syllables)] or list(entries)
    names = kind in _NAMES
    return sorted(fitting, key=lambda one: (_refers(one), one.proper != names))


def _refers(entry: Entry) -> bool:
    """Tell whether an entry says no more than what its first sense points to."""
    return _POINTER.match(entry.senses[0]) is not None


def _fits(entry: Entry, syllables: tuple[str, ...]) -> bool:
    written = tuple(numbered(one) for one in entry.pinyin.split(" "))
    return not syllables or written == tuple("r5" if one == "er5" else one for one in syllables)


def _senses(entry: Entry, kind: TermKind | None, dictionary: Dictionary, depth: int) -> Iterator[str]:
    """Yield the senses of an entry for people; a pure cross-reference gives the senses of what it points to."""
    if entry.plain:
        yield from entry.senses
        return
    for sense in entry.senses:
        if _DROPPED.match(sense) or (kind not in _WORDY and _SURNAME.match(sense)):
            continue
        if pointer := _POINTER.match(sense):
            yield from _pointed(sense[pointer.end() :], kind, dictionary, depth)
        else:
            yield from _spoken(sense)


_TO_CLEAN = re.compile(
    r"[^\x00-\x7f]|[\[\]()|\"]|^CL:|^also |^Taiwan |surname |variant of|^Kangxi|, also written |, see also "
    r"|[^\S ]|  |^[ ,;]|[ ,;]$|" + _ANY_SHORT_FORM.pattern
)
"""What a sense that may need cleaning holds: a first, quick look."""


def is_plain(senses: tuple[str, ...]) -> bool:
    """Tell whether cleaning would change none of an entry's senses, for no kind of word."""
    return not any(_TO_CLEAN.search(sense) and _changes(sense) for sense in senses)


def _changes(sense: str) -> bool:
    marked_up = _DROPPED.match(sense) or _SURNAME.match(sense) or _POINTER.match(sense)
    return marked_up is not None or [*_spoken(sense)] != [sense]


def _pointed(target: str, kind: TermKind | None, dictionary: Dictionary, depth: int) -> Iterator[str]:
    found = _REFERENCE.match(target)
    if not found or not depth:
        return
    word, pinyin = found[2] or found[1], found[3] or ""
    syllables = tuple(numbered(one) for one in pinyin.split(" ")) if pinyin else ()
    for entry in _chosen(dictionary.entries(word), syllables, kind)[:1]:
        yield from _senses(entry, kind, dictionary, depth - 1)


def _spoken(sense: str) -> Iterator[str]:
    words = _ASIDE.sub("", sense)
    words = _REFERENCE.sub(_shown, words) if has_hanzi(words) else words
    words = _PINYIN.sub(lambda found: f"({_pinyin(found[1])})", words)
    for pattern, instead in _SHORT_FORMS if _ANY_SHORT_FORM.search(words) else ():
        words = pattern.sub(instead, words)
    words = " ".join(words.split()).strip(" ,;")
    if words:
        yield words


def _shown(found: re.Match[str]) -> str:
    """Write ``傳統|传统[chuan2 tong3]`` as ``传统 (chuántǒng)``."""
    word = found[2] or found[1]
    return f"{word} ({_pinyin(found[3])})" if found[3] else word


def _pinyin(written: str) -> str:
    """Write ``Shang4 hai3 He2 zuo4`` as ``Shànghǎi Hézuò``: CC-CEDICT begins the words of names with capitals."""
    words: list[str] = []
    for one in written.split():
        spelled = marked(numbered(one)) if one[-1:].isdigit() else one
        if one[:1].isupper() or not words:
            words.append(spelled.capitalize() if one[:1].isupper() else spelled)
        else:
            words[-1] += f"'{spelled}" if spelled[:1] in _VOWELS else spelled
    return " ".join(words)


def _unique(senses: Iterator[str]) -> Iterator[str]:
    return iter(dict.fromkeys(senses))


def _composed(word: str, syllables: tuple[str, ...], dictionary: Dictionary, *, named: bool) -> Gloss:
    """Return the meaning of a word as those of its parts, read as in it: the fewest dictionary words that cover it.

    What a person is called means nothing: only the scripts of a name are told.
    """
    parts = _parts(word, dictionary)
    senses, traditional, simplified = list[str](), "", ""
    read = syllables if len(syllables) == len(word) else ()
    for part in parts:
        entries = _chosen(dictionary.entries(part), read[: len(part)], None)
        read = read[len(part) :]
        meaning = "" if named else _short_sense(entries, dictionary)
        if meaning and len(parts) > 1:
            senses.append(f"{part} {meaning}")
        elif meaning:
            senses.append(meaning)
        traditional += entries[0].traditional if entries else part
        simplified += entries[0].simplified if entries else part
    if named:
        traditional = dictionary.traditional(simplified)
    composed = len(parts) > 1 and bool(senses)
    return Gloss(
        tuple(senses), composed, traditional, simplified, dictionary.level(simplified), dictionary.frequency(simplified)
    )


@lru_cache(maxsize=8_000)
def _parts(word: str, dictionary: Dictionary) -> tuple[str, ...]:
    """Cut a word into the fewest dictionary words, the longest first among equals; the rest into characters."""
    best: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for end in range(1, len(word) + 1):
        ways = [(best[end - 1][0] + 3, (*best[end - 1][1], word[end - 1]))]
        for start in range(max(0, end - _LONGEST_WORD), end):
            piece = word[start:end]
            if piece in dictionary:
                ways.append((best[start][0] + (1 if len(piece) > 1 else 2), (*best[start][1], piece)))
        best.append(min(ways, key=lambda way: (way[0], -max(map(len, way[1])))))
    return best[-1][1]


def _short_sense(entries: list[Entry], dictionary: Dictionary) -> str:
    """Return one short meaning for a word-by-word gloss."""
    for entry in entries:
        for sense in _senses(entry, None, dictionary, 1):
            words = re.sub(r"\([^)]*\) ?", "", sense).split(";")[0].split(", ")[0].strip(" ,")
            if words and not words.startswith("classifier"):
                return words
    return ""


def word_by_word(text: str, dictionary: Dictionary) -> tuple[str, ...]:
    """Return the dictionary words that ``text`` is made of, in order; what is no word is cut into characters."""
    return _parts(text, dictionary)
