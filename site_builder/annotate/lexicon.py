"""Everything an annotator knows before it reads a text, loaded lazily and once a worker.

Input: the bytes of one compiled index (``compile.py`` makes them, ``store`` keeps them). Output: look-ups that are
pure functions of the index, remembered for the life of the ``Lexicon``.
"""

from __future__ import annotations

import functools

from site_builder.annotate.dictionary import Dictionary, unpack
from site_builder.annotate.script import Converter, converter
from site_builder.model.word import Evidence

VERSION = "1"
"""Named in the key of the cached index: another number, another index."""


class Lexicon:
    """The dictionary, the table of readings, the segmenter and the converter of scripts."""

    def __init__(self, index: bytes, *, polyphones: bool = True) -> None:
        """Open an index; ``polyphones`` says whether to use the model of the extra ``[polyphones]`` when installed."""
        tables = unpack(index)
        self._words = tables["words"]
        self._characters = tables["characters"]
        self._tables = tables
        self.polyphones = polyphones
        self.dictionary = Dictionary(tables["cedict"])
        self.known = functools.lru_cache(maxsize=100_000)(self._known)
        self.readings_of = functools.lru_cache(maxsize=20_000)(self._readings_of)
        self.cut = functools.lru_cache(maxsize=50_000)(self._cut)
        self.simplified = functools.lru_cache(maxsize=50_000)(self._simplified)

    @functools.cached_property
    def converter(self) -> Converter:
        """OpenCC's table from traditional to simplified characters."""
        rows = dict(self._tables["opencc"].items())
        return converter(rows["characters"].replace("\x1e", "\n"), rows["phrases"].replace("\x1e", "\n"))

    def _simplified(self, text: str) -> str:
        return self.converter.simplified(text)

    def _known(self, word: str) -> tuple[tuple[str, ...], Evidence] | None:
        """Return a word's readings, likeliest first, ``Zhong1 guo2``, a capital where a name, and their source."""
        row = self._words.get(word) or self._words.get(self.simplified(word))
        if row is None:
            return None
        evidence, *readings = row.split("|")
        return tuple(readings), Evidence(int(evidence))

    def _readings_of(self, character: str) -> tuple[str, ...]:
        """Return every reading of one character, likeliest first."""
        row = self._characters.get(character)
        return tuple(row.split(" ")) if row else ()

    def _cut(self, text: str) -> tuple[str, ...]:
        """Cut running text into words; traditional text is cut as its simplified form would be."""
        import rjieba  # noqa: PLC0415 - loads a dictionary of 40 MB

        simple = self.simplified(text)
        pieces = rjieba.cut(simple)
        if simple == text:
            return tuple(pieces)
        at, words = 0, list[str]()
        for piece in pieces:
            words.append(text[at : at + len(piece)])
            at += len(piece)
        return tuple(words)


def load(index: bytes, *, polyphones: bool = True) -> Lexicon:
    """Return a lexicon over a compiled index. Raises ``ValueError`` where the bytes are not one."""
    return Lexicon(index, polyphones=polyphones)
