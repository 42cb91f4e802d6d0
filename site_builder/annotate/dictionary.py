"""CC-CEDICT and what else is known of Chinese words, as one compact index.

Input: the text of a CC-CEDICT file and tables, compiled once into bytes; later those bytes. Output: entries and
readings of a word, simplified or traditional. A look-up is one step into a hash table; opening an index parses nothing.
"""

from __future__ import annotations

import functools
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from mmap import mmap
from zlib import crc32

from site_builder.model.issue import SiteError

_MAGIC = b"site-builder index 3\n"
_PLAIN = "="
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of CC-CEDICT: both spellings, pinyin as it stands there (``Zhong1 guo2``), senses uncleaned.

    ``plain`` where its senses need no cleaning.
    """

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]
    plain: bool = False

    @property
    def proper(self) -> bool:
        """Tell whether the entry is a proper noun: CC-CEDICT writes its pinyin with a capital."""
        return self.pinyin[:1].isupper()


def parse(text: str, name: str, plain: Callable[[tuple[str, ...]], bool] = lambda _: False) -> Iterator[Entry]:
    """Yield the entries of a CC-CEDICT file (its format: https://cc-cedict.org/wiki/format:syntax).

    ``plain`` tells of senses whether they need no cleaning. Raises ``SiteError`` with the line when a line has
    another form; ``name`` is the file, for the message.
    """
    for number, at in enumerate(re.finditer(r"[^\r\n]*(?:\r?\n|\r|$)", text), 1):  # one by one: they are many
        line = at.group()
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            message = f"{name}:{number}: not a line of CC-CEDICT (傳統 传统 [chuan2 tong3] /sense/): {line[:60]!r}"
            raise SiteError(message)
        senses = tuple(found[4].split("/"))
        yield Entry(found[1], found[2], found[3], senses, plain(senses))


Block = bytes | mmap
"""Bytes in memory, or a file of which only the pages that are looked at are."""


class Table:
    """Lines ``key<TAB>value`` in one block of bytes, found by a hash table with open addressing (Knuth 6.4, L)."""

    __slots__ = ("_base", "_block", "_end", "_slots")

    def __init__(self, block: Block, span: tuple[int, int], slots: memoryview) -> None:
        """Take ``span`` of ``block`` as the lines: one block may hold many tables, and is never copied."""
        self._block = block
        self._base, self._end = span
        self._slots = slots

    def get(self, key: str) -> str | None:
        """Return the value of ``key``, or None."""
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"
        slots, block, base = self._slots, self._block, self._base - 1
        at = crc32(wanted) % len(slots)
        while start := slots[at]:
            begin = base + start + len(wanted)
            if block[base + start : begin] == wanted:
                return block[begin : block.find(b"\n", begin)].decode("utf-8")
            at = (at + 1) % len(slots)
        return None

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield every key and value, in an order that says nothing."""
        for line in self._block[self._base : self._end].splitlines():
            key, _, value = line.decode("utf-8").partition("\t")
            yield key, value


def pack(tables: Iterable[tuple[str, Mapping[str, str]]]) -> bytes:
    """Return one index of named tables; keys hold no tab, and neither keys nor values a line break."""
    heads, parts = list[str](), list[bytes]()
    for name, rows in tables:
        slots, block = _table(rows)
        del rows  # the next table may need its room
        heads.append(f"{name} {len(slots)} {len(block)}")
        parts += [slots, block]
    return b"".join([_MAGIC, (";".join(heads) + "\n").encode(), *parts])


def _table(rows: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Return the hash table of rows, and their lines.

    The hash table has for each line where it starts, counted from one, in the first free slot from its key's hash on.
    Nought is a free slot. Half of them are free, so that a search ends after a step or two.
    """
    slots, block = array("I", bytes(4 * (2 * len(rows) + 1))), bytearray()
    for key in sorted(rows):
        start = f"{key}\t".encode()
        at = crc32(start) % len(slots)
        while slots[at]:
            at = (at + 1) % len(slots)
        slots[at] = len(block) + 1
        block += start + f"{rows[key]}\n".encode()
    return slots.tobytes(), bytes(block)


def unpack(index: Block) -> dict[str, Table]:
    """Return the tables of an index. Raises ``ValueError`` where the bytes are not one, or not whole."""
    if index[: len(_MAGIC)] != _MAGIC:
        message = "not an index of this version"
        raise ValueError(message)
    at = index.find(b"\n", len(_MAGIC)) + 1
    tables, view = dict[str, Table](), memoryview(index)
    for head in index[len(_MAGIC) : at - 1].decode().split(";"):
        name, width, size = head.split()
        begin = at + int(width)
        end = begin + int(size)
        if end > len(index):
            break
        tables[name] = Table(index, (begin, end), view[at:begin].cast("I"))
        at = end
    if at != len(index):
        message = "the index is cut short"
        raise ValueError(message)
    return tables


class Dictionary:
    """Looks CC-CEDICT up by the simplified or the traditional spelling."""

    __slots__ = ("_bands", "_kinds", "_levels", "_table", "_traditional", "entries")

    def __init__(self, tables: Mapping[str, Table]) -> None:
        """Take of an index the entries, the bands and levels of words, the kinds of bodies, OpenCC's s2t."""
        self._table, self._bands, self._kinds = tables["cedict"], tables["bands"], tables["kinds"]
        self._traditional, self._levels = tables["traditional"], tables["levels"]
        self.entries = functools.lru_cache(maxsize=8_000)(self._entries)

    def __contains__(self, word: str) -> bool:
        return bool(self.entries(word))

    def frequency(self, word: str) -> int:
        """Return the band of a simplified word: it is among so many of the commonest; 0 where it is rarer."""
        return int(self._bands.get(word) or 0)

    def level(self, word: str) -> str:
        """Return the HSK 3.0 level of a simplified word: ``1`` to ``6``, ``7-9``, or ``""``."""
        return self._levels.get(word) or ""

    def kind(self, word: str) -> str | None:
        """Return what a simplified name of a well-known company, platform or body names, None where it is none."""
        return self._kinds.get(word)

    def traditional(self, text: str) -> str:
        """Return simplified ``text`` in traditional characters, as OpenCC's s2t does: the longest phrases first.

        It knows that the surname 沈 is the same in both scripts. OpenCC itself would hold 10 MB in each worker.
        """
        for size in range(len(text), 1, -1):
            for start in range(len(text) - size + 1):
                end = start + size
                if found := self._traditional.get(text[start:end]):
                    return self.traditional(text[:start]) + found + self.traditional(text[end:])
        return "".join(self._traditional.get(sign) or sign for sign in text)

    def _entries(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of ``word`` in the file's order, or none."""
        row = self._table.get(word)
        if row is None:
            return ()
        lines = [line for part in row.split("\x1f") for line in self._lines(part)]
        return tuple(entry for entry in map(_entry, lines) if word in (entry.traditional, entry.simplified))

    def _lines(self, part: str) -> list[str]:
        """Return the lines of a row's part: itself, or, where it points to a simplified spelling, those there."""
        if "\x1e" in part:
            return [part]
        row = self._table.get(part) or ""
        return [line for line in row.split("\x1f") if "\x1e" in line]


def compile_entries(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the rows of a ``Dictionary``: entries by their simplified spelling; the traditional points there."""
    rows = dict[str, list[str]]()
    for entry in entries:
        line = "\x1e".join(
            (entry.traditional, entry.simplified, entry.pinyin, _PLAIN if entry.plain else "", *entry.senses)
        )
        rows.setdefault(entry.simplified, []).append(line)
        if entry.traditional != entry.simplified:
            rows.setdefault(entry.traditional, []).append(entry.simplified)
    return {key: "\x1f".join(dict.fromkeys(lines)) for key, lines in rows.items()}


def _entry(line: str) -> Entry:
    traditional, simplified, pinyin, plain, *senses = line.split("\x1e")
    return Entry(traditional, simplified, pinyin, tuple(senses), plain == _PLAIN)
