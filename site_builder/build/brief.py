"""The site's index as a build keeps it: packed, in order, unpacked entry by entry.

Input: packed entries by name. Output: an ``Index`` whose sequences cost nothing until they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, TypeVar, overload

from site_builder.build.maps import Plain
from site_builder.model.index import ArticleRef, Index, TagEntry, TermEntry, TopicEntry
from site_builder.model.word import Reading
from site_builder.store.codec import codec

Value = TypeVar("Value")


class Lazy(Sequence[Value]):
    """A sequence of packed values, each unpacked when it is asked for."""

    __slots__ = ("_packed", "_unpack")

    def __init__(self, kind: type, packed: list[Plain]) -> None:
        """Hold ``packed`` values of the type ``kind``."""
        self._unpack: Callable[[Any], Any] = codec(kind).unpack or (lambda value: value)
        self._packed = packed

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, place: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(place, slice):
            return tuple(map(self._unpack, self._packed[place]))
        value: Value = self._unpack(self._packed[place])
        return value

    def __len__(self) -> int:
        return len(self._packed)


def index(
    refs: Iterable[Plain], terms: Mapping[str, Plain], tags: Mapping[str, Plain], topics: Sequence[TopicEntry]
) -> Index:
    """Return the index of packed entries; ``refs`` are in the order of the site, the rest is put in order here."""
    return Index(
        Lazy(ArticleRef, list(refs)),
        Lazy(TermEntry, sorted(terms.values(), key=_term_order)),
        Lazy(TagEntry, sorted(tags.values(), key=_tag_order)),
        topics,
    )


def _place(kind: type, name: str) -> int:
    return [field.name for field in fields(kind)].index(name)


_TERM, _READING, KIND = _place(TermEntry, "term"), _place(TermEntry, "reading"), _place(TermEntry, "kind")
_SYLLABLES, _TEXT = _place(Reading, "syllables"), _place(Reading, "text")
_TAG_READING, _TAG_NAME = _place(TagEntry, "reading"), _place(TagEntry, "name")


def _term_order(packed: Plain) -> Any:
    """Return what ``catalog.index.term_order`` returns of the value."""
    reading = packed[_READING]
    return reading[_SYLLABLES] or (reading[_TEXT],), packed[_TERM]


def _tag_order(packed: Plain) -> Any:
    return packed[_TAG_READING], packed[_TAG_NAME]
