"""Packed entries by name, kept in parts: a part is read when it is asked for, and written when it changed.

Input: a ``Bench``, and what the last build noted of the parts. Output: a mapping, and a note for the next build; so
that a build which changes no term reads none, however many there are. In memory each entry is a string of bytes, a
fifth of what it is as a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, ValuesView
from functools import lru_cache
from typing import NamedTuple

from site_builder.build.bench import Bench, get, put
from site_builder.build.state import SHARDS, Plain
from site_builder.model.address import head
from site_builder.store.pack import digest, plain_bytes, plain_value


class Part(NamedTuple):
    """What is noted of one part: where it stands, how many entries it has, the keys of its entries and names."""

    ref: Plain = ()
    size: int = 0
    entries: bytes = b""
    names: bytes = b""


@lru_cache(65_536)
def shard_of(name: str) -> int:
    """Return the part in which a term or hashtag is kept; the same in every process, and for all of one head."""
    return part_of(head(name))


def part_of(begins: str) -> int:
    """Return the part in which the names are kept whose folder begins with this character."""
    return sum(begins.encode("utf-8", "surrogatepass")) % SHARDS


class _Entries(ValuesView[Plain]):
    """The values of a shelf, without looking for each by its name."""

    def __init__(self, of: Mapping[str, Plain], parts: Iterable[Mapping[str, bytes]]) -> None:
        super().__init__(of)
        self._all = parts

    def __iter__(self) -> Iterator[Plain]:
        return (plain_value(entry) for part in self._all for entry in part.values())


class Shelf(Mapping[str, Plain]):
    """Packed entries by name. What it was opened with is never changed: ``noted`` returns what holds now."""

    __slots__ = ("_bench", "_dirty", "_open", "_parts")

    def __init__(self, bench: Bench, noted: Mapping[int, Plain]) -> None:
        """Open what ``noted`` returned to an earlier build; nothing is read yet."""
        self._bench = bench
        self._parts = {number: Part(*noted.get(number, ())) for number in range(SHARDS)}
        self._open: dict[int, dict[str, bytes]] = {}
        self._dirty: set[int] = set()

    def _part(self, number: int) -> dict[str, bytes]:
        part = self._open.get(number)
        if part is None:
            ref = self._parts[number].ref
            part = self._open[number] = get(self._bench, ref) if ref else {}
        return part

    def __getitem__(self, name: str) -> Plain:
        entry: Plain = plain_value(self._part(shard_of(name))[name])
        return entry

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._part(shard_of(name))

    def has(self, name: str, entry: bytes) -> bool:
        """Tell whether the shelf has this very entry."""
        return self._part(shard_of(name)).get(name) == entry

    def __iter__(self) -> Iterator[str]:
        for number in self._parts:
            yield from self._part(number)

    def values(self) -> ValuesView[Plain]:
        """Return the entries, part by part."""
        return _Entries(self, [self._part(number) for number in self._parts])

    def __len__(self) -> int:
        return sum(self._count(number) for number in self._parts)

    def _count(self, number: int) -> int:
        return len(self._open[number]) if number in self._open else self._parts[number].size

    def beside(self, names: Iterable[str]) -> frozenset[str]:
        """Return ``names`` with all names that begin with the same character as one of them."""
        heads: dict[int, set[str]] = {}
        for name in names:
            heads.setdefault(shard_of(name), set()).add(head(name))
        same = [one for shard, some in heads.items() for one in self._part(shard) if head(one) in some]
        return frozenset(same).union(names)

    def drop(self, names: Iterable[str]) -> None:
        """Forget some entries; names without one are passed over."""
        for name in names:
            number = shard_of(name)
            if self._part(number).pop(name, None) is not None:
                self._dirty.add(number)

    def add(self, made: Mapping[str, bytes]) -> None:
        """Take in entries, each as ``plain_bytes`` made it; those that are there already are replaced."""
        for name, packed in made.items():
            number = shard_of(name)
            part = self._part(number)
            if part.get(name) != packed:
                part[name] = packed
                self._dirty.add(number)

    def noted(self) -> dict[int, Plain]:
        """Keep the parts that changed; return what to open the shelf with in the next build."""
        for number in sorted(self._dirty):
            ordered = dict(sorted(self._part(number).items()))
            entries, names = digest(plain_bytes(ordered)), digest(plain_bytes(list(ordered)))
            if entries != self._parts[number].entries:
                self._parts[number] = Part(put(self._bench, ordered), len(ordered), entries, names)
        self._dirty.clear()
        return {number: tuple(part) for number, part in self._parts.items()}


def entries_key(noted: Mapping[int, Plain]) -> bytes:
    """Return the key of all entries of a shelf."""
    return digest(plain_bytes([Part(*noted[number]).entries for number in sorted(noted)]))


def names_key(noted: Mapping[int, Plain]) -> bytes:
    """Return the key of the names alone."""
    return digest(plain_bytes([Part(*noted[number]).names for number in sorted(noted)]))


def count(noted: Mapping[int, Plain]) -> int:
    """Return how many entries a shelf has."""
    return sum(Part(*part).size for part in noted.values())
