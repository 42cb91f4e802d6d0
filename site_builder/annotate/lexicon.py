"""Everything an annotator knows before it reads a text, loaded lazily and once a worker.

Input: the bytes of one compiled index (``compile.py`` makes them, ``store`` keeps them). Output: look-ups that are
pure functions of the index, remembered for the life of the ``Lexicon``.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from site_builder.annotate import segment, surnames
from site_builder.annotate.dictionary import Block, Dictionary, unpack
from site_builder.annotate.neighbours import Row, rows
from site_builder.annotate.orthography import Breaks
from site_builder.annotate.parts import Habit, Item, Known, Parts, Token, parts, places
from site_builder.annotate.script import Converter, converter
from site_builder.annotate.stretches import Memory, Piece, Stretch
from site_builder.annotate.surnames import CALLED_BEHIND
from site_builder.model.han import HANZI_ONLY
from site_builder.model.word import Evidence, Script

if TYPE_CHECKING:
    from site_builder.annotate.model import Model

_OFTEN = 2  # words of the dictionary in which two characters stand together: one may be chance
_ALL_EVIDENCE = {f"{one:d}": one for one in Evidence}
_THREE, _PAIR = 3, 2
_CALLED = "老小"
"""What one calls somebody by before a surname: 老王 Lǎo Wáng (GB/T 16159-2012, 6.2.1)."""
_LONGEST_NAME = 4  # characters: 欧阳予倩
_DIVIDED = 4  # characters: a shorter word is written as one

VERSION = "24"
"""Named in the key of the cached index: another number, another index."""


class Lexicon:
    """The dictionary, the tables of readings and names, the segmenter, the converter of scripts, the model."""

    def __init__(self, index: Block, *, polyphones: bool = True) -> None:
        """Open an index; ``polyphones`` says whether to use the model of the extra ``[polyphones]`` when installed."""
        tables = unpack(index)
        self._words, self._live, self._all = tables["words"], tables["live"], tables["characters"]
        self._habits, self._usual = tables["habits"], tables["usual"]
        self._tables = tables
        self._polyphones = polyphones
        self.analysed = Memory[Item, tuple[Token, ...]]()
        self.stretches = Memory[Stretch, tuple[Piece, ...]]()
        self.dictionary = Dictionary(tables)
        self.known = functools.lru_cache(maxsize=8_000)(self._known)
        self.readings_of = functools.lru_cache(maxsize=8_000)(self._readings_of)
        self.cut = functools.lru_cache(maxsize=4_000)(self._cut)
        self.refined = functools.lru_cache(maxsize=8_000)(self._refined)
        self.parts = functools.lru_cache(maxsize=8_000)(self._parts)
        self._character = functools.lru_cache(maxsize=8_000)(self._by_itself)
        self._habits_of = functools.lru_cache(maxsize=4_000)(self._read_habits)
        self._preferring = functools.lru_cache(maxsize=8_000)(self._ordered)
        self._single = functools.lru_cache(maxsize=8_000)(self._one_part)
        self.simplified = functools.lru_cache(maxsize=10_000)(self._simplified)
        self.beside = functools.lru_cache(maxsize=8_000)(self._beside)
        self.breaks = functools.lru_cache(maxsize=8_000)(self._breaks)
        self.script = functools.lru_cache(maxsize=10_000)(self._script)

    @functools.cached_property
    def converter(self) -> Converter:
        """OpenCC's table from traditional to simplified characters."""
        tables = dict(self._tables["opencc"].items())
        return converter(tables["characters"].replace("\x1e", "\n"), tables["phrases"].replace("\x1e", "\n"))

    @functools.cached_property
    def names(self) -> surnames.Names:
        """The tables of surnames and given names."""
        return surnames.tables(dict(self._tables["surnames"].items()), dict(self._tables["given"].items()))

    @functools.cached_property
    def model(self) -> Model | None:
        """The polyphone model, None where it is not wanted or not installed."""
        if not self._polyphones:
            return None
        from site_builder.annotate import model  # noqa: PLC0415 - without an open question numpy is not loaded

        return model.load()

    @functools.cached_property
    def _segmenter(self) -> Callable[[str], list[str]]:
        """The segmenter; the words of the program's own tables are words to it, the same in every process."""
        import rjieba  # noqa: PLC0415 - loads a dictionary of 40 MB

        for word in sorted(dict(self._tables["own"].items())):
            if len(rjieba.cut(word)) > 1:
                rjieba.add_word(word, None, None)
        return cast("Callable[[str], list[str]]", rjieba.cut)

    @property
    def lacks_model(self) -> bool:
        """Tell whether the model was wanted and is not installed: more readings are guesses then."""
        return self._polyphones and "model" in self.__dict__ and self.model is None

    def _simplified(self, text: str) -> str:
        return self.converter.simplified(text)

    def _beside(self, char: str) -> tuple[Row, ...]:
        """Return the rows that tell a character's readings apart by its neighbours, none for most."""
        row = self._tables["neighbours"].get(char)
        return rows(row) if row else ()

    def _breaks(self, word: str) -> Breaks:
        """Return where the parts of a long word begin that are written apart; 第 is tied to its number by a hyphen."""
        if segment.is_ordinal(word):
            return ((1, "-"),)
        row = self._tables["divided"].get(word) if len(word) >= _DIVIDED else None
        return tuple((int(one[:-1]), one[-1]) for one in row.split("|")) if row else ()

    def _script(self, text: str) -> Script | None:
        return self.converter.script(text)

    def _known(self, word: str) -> Known | None:
        """Return the readings of a word of two characters or more, None where no table and no dictionary has it."""
        row = self._words.get(word) or self._words.get(self.simplified(word))
        if row is None:
            return None
        evidence, *readings = row.split("|")
        options = tuple(tuple(reading.split(" ")) for reading in readings)
        return Known(options, _ALL_EVIDENCE[evidence.rstrip("?")], not evidence.endswith("?"))

    def _readings_of(self, character: str) -> tuple[str, ...]:
        """Return every reading of one character, rare ones too, likeliest first."""
        row = self._all.get(character) or self._all.get(self.simplified(character))
        return tuple(row.split(" ")) if row else ()

    def is_name(self, word: str) -> bool:
        """Tell whether a word has the shape of a full name: a sure surname, or a given name that is no word."""
        simple = self.simplified(word)
        surname = self.names.shaped(simple)
        if not surname:
            return False
        given, found = simple[len(surname) :], self.names.surnames[surname]
        if given in CALLED_BEHIND or self._another_word(simple, found):
            return False
        return found.sure or len(given) == 1 or self.known(given) is None

    def _another_word(self, word: str, surname: surnames.Surname) -> bool:
        """Tell whether a word of three characters begins with a word, 单曲榜, so that its surname is doubtful."""
        if len(word) < _THREE or surname.sure:
            return False
        doubtful = not surname.short or self._character(word[0]).options[0][0] != surname.readings[0][0].lower()
        return doubtful and self.known(word[:2]) is not None

    def may_be_name(self, word: str) -> bool:
        """Tell whether what something else says is a person's name can be a Chinese one: it begins with a surname."""
        return len(word) <= _LONGEST_NAME and bool(self.names.surname(self.simplified(word)))

    def is_word(self, word: str) -> bool:
        """Tell whether a term is one word: tables or dictionaries have it, or see no words inside it."""
        return self.known(word) is not None or len(self.refined(word)) == 1

    def _refined(self, word: str) -> tuple[str, ...]:
        return segment.refine(word, self)

    def family(self, surname: str) -> Parts:
        """Return the reading of a surname that stands by itself."""
        return parts([(0, Known(self.names.surnames[surname].readings[:1], Evidence.TABLE))])

    def _parts(self, word: str, person: bool) -> Parts:
        """Return the readings of a word in simplified characters, stretch by stretch; none where it has no Hanzi."""
        known = self.known(word) if len(word) > 1 else None
        found = [(0, known)] if known is not None else self._runs(word, person)
        return parts(found, word, self.model.readings if self.model is not None else ())

    def _runs(self, word: str, person: bool) -> list[tuple[int, Known]]:
        return [
            (run.start() + at, known) for run in HANZI_ONLY.finditer(word) for at, known in self._read(run[0], person)
        ]

    def _read(self, word: str, person: bool) -> list[tuple[int, Known]]:
        if len(word) > 1:
            known = self.known(word)
            if known is not None:
                return [(0, known)]
        surname = self.names.surname(word) if person else self.names.shaped(word)
        if surname:
            return self._name(word, surname, person)
        if len(word) == _PAIR and word[0] in _CALLED and self.names.common(word[1]):
            called, reading = self._character(word[0]), self.names.surnames[word[1]].readings[:1]
            return [(0, replace(called, options=_capitals(called.options))), (1, Known(reading, Evidence.TABLE))]
        return [(at, self._in_word(word, at)) for at in range(len(word))]

    def alone(self, before: str, char: str, after: str) -> Parts:
        """Read a character that is a word: first as the dictionary's words read it between these neighbours."""
        if len(self._character(char).options) == 1:
            return self.parts(char, False)
        habits = self._habits_of(char)
        near = [habits[name] for name in (f"{char}>{after}", f"{before}<{char}") if name in habits]
        often = sorted((-count, one) for one, count in near if count >= _OFTEN)
        return self._single(char, tuple([one for _, one in often]))

    def _in_word(self, word: str, at: int) -> Known:
        """Read a character of a word that nothing has: first as the dictionary's words read it in such a place."""
        known = self._character(word[at])
        if len(word) == 1 or len(known.options) == 1:
            return known
        habits = self._habits_of(word[at])
        usual = self._usual.get(word[at]) is not None
        here = [(name[1] not in "<>", *habits[name]) for name in places(word, at) if name in habits]
        here = [row for row in here if not row[0]] if usual else here
        rows = sorted((outside, -count, one) for outside, one, count in here)
        return self._preferring(word[at], tuple([one for _, _, one in rows]))

    def _read_habits(self, char: str) -> dict[str, Habit]:
        rows = (row.split(" ") for row in (self._habits.get(char) or "").split("|") if row)
        return {place: Habit(reading, int(count)) for place, reading, count in rows}

    def _one_part(self, char: str, first: tuple[str, ...]) -> Parts:
        return parts([(0, self._preferring(char, first))], char)

    def _ordered(self, char: str, first: tuple[str, ...]) -> Known:
        """Return the readings of a character, the ones in ``first`` before all others."""
        known = self._character(char)
        order = {one: at for at, one in reversed([*enumerate(first)])}
        return replace(known, options=tuple(sorted(known.options, key=lambda one: order.get(one[0], len(first)))))

    def _name(self, word: str, surname: str, certain: bool) -> list[tuple[int, Known]]:
        """Read a full name: a surname by its table, the rest as given names are read; both begin with a capital."""
        found = self.names.surnames[surname]
        parts = [
            (0, Known(found.readings[:1], Evidence.TABLE, firm=certain or found.sure or len(word) - len(surname) > 1))
        ]
        given = self._as_given(word[len(surname) :])
        return [*parts, *((at + len(surname), known) for at, known in given)]

    def _as_given(self, given: str) -> list[tuple[int, Known]]:
        """Read a given name, as the word that it is (重庆, 乐天), or character by character."""
        known = self.known(given) if len(given) > 1 else None
        if known is not None:
            first, *rest = known.options[0]
            return [(0, replace(known, options=((first.capitalize(), *rest),), firm=True))]
        found = [(at, self._given(char)) for at, char in enumerate(given)]
        head = tuple((one.capitalize(),) for (one,) in found[0][1].options)
        return [(0, replace(found[0][1], options=head)), *found[1:]]

    def _given(self, char: str) -> Known:
        """Return the readings of a character of a given name: by the table, else without the neutral tone."""
        if char in self.names.given:
            return Known(((self.names.given[char],),), Evidence.TABLE)
        known = self._character(char)
        full = tuple(option for option in known.options if not option[0].endswith("5"))
        return replace(known, options=full or known.options)

    def _by_itself(self, char: str) -> Known:
        live = self._live.get(char)
        readings = tuple(live.split(" ")) if live else self.readings_of(char)[:1] or (char,)
        evidence = Evidence.SINGLE if len(readings) == 1 else Evidence.GUESS
        return Known(tuple((one,) for one in readings), evidence, firm=False)

    def _cut(self, text: str) -> tuple[str, ...]:
        """Cut running text into words; traditional text is cut as its simplified form would be."""
        simple = self.simplified(text)
        pieces = segment.join_names(segment.join_numbers(self._segmenter(simple)), self)
        if simple == text:
            return tuple(pieces)
        at, words = 0, list[str]()
        for piece in pieces:
            words.append(text[at : at + len(piece)])
            at += len(piece)
        return tuple(words)


def _capitals(options: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple((one[0].capitalize(), *one[1:]) for one in options)


def load(index: Block, *, polyphones: bool = True) -> Lexicon:
    """Return a lexicon over a compiled index. Raises ``ValueError`` where the bytes are not one."""
    return Lexicon(index, polyphones=polyphones)
