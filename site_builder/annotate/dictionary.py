"""CC-CEDICT and what else is known of Chinese words, as one compact index.

Input: the text of a CC-CEDICT file and tables, compiled once into bytes; later those bytes. Output: entries and
readings of a word, simplified or traditional. A look-up is a binary search; opening an index parses nothing.
"""

from __future__ import annotations

import functools
import itertools
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.model.issue import SiteError

_MAGIC = b"site-builder index 1\n"
_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of CC-CEDICT: both spellings, pinyin as it stands there (``Zhong1 guo2``), senses uncleaned."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]

    @property
    def proper(self) -> bool:
        """Tell whether the entry is a proper noun: CC-CEDICT writes its pinyin with a capital."""
        return self.pinyin[:1].isupper()


def parse(text: str, name: str) -> Iterator[Entry]:
    """Yield the entries of a CC-CEDICT file (its format: https://cc-cedict.org/wiki/format:syntax).

    Raises ``SiteError`` with the line when a line has another form; ``name`` is the file, for the message.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            message = f"{name}:{number}: not a line of CC-CEDICT (傳統 传统 [chuan2 tong3] /sense/): {line[:60]!r}"
            raise SiteError(message)
        yield Entry(found[1], found[2], found[3], tuple(found[4].split("/")))


class Table:
    """Sorted lines ``key<TAB>value`` in one block of bytes, found by binary search."""

    __slots__ = ("_block", "_starts")

    def __init__(self, block: bytes, starts: memoryview) -> None:
        self._block = block
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts)

    def get(self, key: str) -> str | None:
        """Return the value of ``key``, or None."""
        block, starts, wanted = self._block, self._starts, key.encode("utf-8", "surrogatepass") + b"\t"
        width, low, high = len(wanted), 0, len(starts)
        while low < high:
            middle = (low + high) // 2
            at = starts[middle]
            if block[at : at + width] < wanted:
                low = middle + 1
            else:
                high = middle
        if low == len(starts):
            return None
        at = starts[low]
        if block[at : at + width] != wanted:
            return None
        return block[at + width : block.index(b"\n", at)].decode("utf-8")

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield every key and value, in the order of the keys' UTF-8 bytes."""
        for line in self._block.splitlines():
            key, _, value = line.decode("utf-8").partition("\t")
            yield key, value


def pack(tables: Mapping[str, Mapping[str, str]]) -> bytes:
    """Return one index of named tables; keys and values hold no tab at their edge and no line break."""
    heads, parts = list[str](), list[bytes]()
    for name, rows in tables.items():
        lines = sorted(f"{key}\t{value}\n".encode() for key, value in rows.items())
        starts = array("I", [0, *itertools.accumulate(map(len, lines))][: len(lines)]).tobytes()
        block = b"".join(lines)
        heads.append(f"{name} {len(starts)} {len(block)}")
        parts += [starts, block]
    return _MAGIC + (";".join(heads) + "\n").encode() + b"".join(parts)


def unpack(index: bytes) -> dict[str, Table]:
    """Return the tables of an index. Raises ``ValueError`` where the bytes are not one, or not whole."""
    if not index.startswith(_MAGIC):
        message = "not an index of this version"
        raise ValueError(message)
    at = index.index(b"\n", len(_MAGIC)) + 1
    tables = dict[str, Table]()
    for head in index[len(_MAGIC) : at - 1].decode().split(";"):
        name, starts, size = head.split()
        middle = at + int(starts)
        at, begin = middle + int(size), at
        tables[name] = Table(index[middle:at], memoryview(index)[begin:middle].cast("I"))
    if at != len(index):
        message = "the index is cut short"
        raise ValueError(message)
    return tables


class Dictionary:
    """Looks CC-CEDICT up by the simplified or the traditional spelling."""

    __slots__ = ("_table", "entries")

    def __init__(self, table: Table) -> None:
        self._table = table
        self.entries = functools.lru_cache(maxsize=50_000)(self._entries)

    def __contains__(self, word: str) -> bool:
        return bool(self.entries(word))

    def _entries(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of ``word`` in the file's order, or none."""
        row = self._table.get(word)
        return tuple(_entry(line) for line in row.split("\x1f")) if row else ()


def compile_entries(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the rows of a ``Dictionary``'s table: each entry under its simplified and its traditional spelling."""
    rows = dict[str, list[str]]()
    for entry in entries:
        line = "\x1e".join((entry.traditional, entry.simplified, entry.pinyin, *entry.senses))
        for key in dict.fromkeys((entry.simplified, entry.traditional)):
            rows.setdefault(key, []).append(line)
    return {key: "\x1f".join(lines) for key, lines in rows.items()}


def _entry(line: str) -> Entry:
    traditional, simplified, pinyin, *senses = line.split("\x1e")
    return Entry(traditional, simplified, pinyin, tuple(senses))
