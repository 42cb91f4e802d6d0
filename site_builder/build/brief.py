"""The site's index as a build keeps it: packed, in order, unpacked entry by entry.

Input: packed entries by name. Output: an ``Index`` whose sequences cost nothing until they are read; and what a
build asks of packed entries so often that unpacking each would cost more than the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, overload

from site_builder.build.state import Plain
from site_builder.catalog.conflicts import NAMES
from site_builder.catalog.gather import place_of
from site_builder.catalog.index import date_order
from site_builder.model.article import PartialDate
from site_builder.model.index import ArticleRef, Index, Rendering, TagEntry, TermEntry, TopicEntry
from site_builder.model.word import Gloss, Reading
from site_builder.render.listing import Line, english
from site_builder.store.codec import codec

Value = TypeVar("Value")


class Lazy(Sequence[Value]):
    """A sequence of packed values by name, each unpacked when it is asked for.

    ``order`` is called at the first question, and returns the names.
    """

    __slots__ = ("_names", "_order", "_packed", "_unpack")

    def __init__(self, kind: type, packed: Mapping[str, Plain], order: Callable[[], list[str]]) -> None:
        """Hold values of the type ``kind``."""
        self._unpack: Callable[[Any], Any] = codec(kind).unpack or (lambda value: value)
        self._order = order
        self._packed = packed
        self._names: list[str] | None = None

    def _all(self) -> list[str]:
        if self._names is None:
            self._names = self._order()
        return self._names

    def _value(self, name: str) -> Any:
        return self._unpack(self._packed[name])

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, place: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(place, slice):
            return tuple(map(self._value, self._all()[place]))
        value: Value = self._value(self._all()[place])
        return value

    def __iter__(self) -> Iterator[Value]:
        return map(self._value, self._all())

    def __len__(self) -> int:
        return len(self._all())


def index(
    refs: Iterable[Plain], terms: Mapping[str, Plain], tags: Mapping[str, Plain], topics: Sequence[TopicEntry]
) -> Index:
    """Return the index of packed entries; ``refs`` are in the order of the site, the rest is put in order when read."""
    articles = {ref[_SLUG]: ref for ref in refs}
    return Index(
        Lazy(ArticleRef, articles, lambda: list(articles)),
        Lazy(TermEntry, terms, lambda: [name for *_, name in sorted(map(_term_order, terms.values()))]),
        Lazy(TagEntry, tags, lambda: [name for _, name in sorted(map(_tag_order, tags.values()))]),
        topics,
    )


def named_terms(terms: Mapping[str, Plain]) -> Iterator[TermEntry]:
    """Yield the mined terms that name something, in order: those whose names can contradict each other."""
    read = codec(TermEntry).unpack
    chosen = (one for one in terms.values() if one[MINED] and one[KIND] in NAMES)
    return map(read, sorted(chosen, key=_term_order)) if read else iter(())


TOPICS, RESERVED = place_of(ArticleRef, "topics"), place_of(ArticleRef, "reserved")
_SLUG, _DATE, _DATED = place_of(ArticleRef, "slug"), place_of(ArticleRef, "date"), place_of(PartialDate, "text")
_COUNTS = tuple((place_of(ArticleRef, name), 0) for name in ("minutes", "terms", "chinese", "hard"))
_UNCITED = (*_COUNTS, (place_of(ArticleRef, "dek"), ""))
MINED = place_of(TermEntry, "mined")
_TERM, _READING, KIND = place_of(TermEntry, "term"), place_of(TermEntry, "reading"), place_of(TermEntry, "kind")
_RENDERINGS, _GLOSS, _COUNT = (place_of(TermEntry, name) for name in ("renderings", "gloss", "count"))
_PLACES, _ARTICLES, _NOTE = (place_of(TermEntry, name) for name in ("places", "articles", "note"))
_ENGLISH, _SENSES = place_of(Rendering, "english"), place_of(Gloss, "senses")
_TRANSLATIONS, _TAG_COUNT = place_of(TagEntry, "translations"), place_of(TagEntry, "count")
_SYLLABLES, _TEXT = place_of(Reading, "syllables"), place_of(Reading, "text")
_TAG_READING, _TAG_NAME = place_of(TagEntry, "reading"), place_of(TagEntry, "name")


def brief_term(packed: Plain) -> Plain:
    """Return what lists, searches, summaries and cards show of a packed term: one quotation."""
    shown = list(packed)
    shown[_RENDERINGS] = tuple([(english, relation, ()) for english, relation, _ in packed[_RENDERINGS]])
    shown[_PLACES], shown[_ARTICLES], shown[_NOTE] = packed[_PLACES][:1], packed[_ARTICLES][:1], ""
    return tuple(shown)


def _term_order(packed: Plain) -> Any:
    """Return what ``catalog.index.term_order`` returns of the value."""
    reading = packed[_READING]
    return reading[_SYLLABLES] or (reading[_TEXT],), packed[_TERM]


def _tag_order(packed: Plain) -> Any:
    return packed[_TAG_READING], packed[_TAG_NAME]


def article_order(packed: Plain) -> Any:
    """Return what ``catalog.index.newest`` returns of the value."""
    return date_order(packed[_DATE][_DATED]), packed[_SLUG]


def term_lines(terms: Mapping[str, Plain]) -> list[Line]:
    """Return what ``listing.term_line`` returns of each term, in the order of lists."""
    return [line for *_, line in sorted((*_term_order(one), _term_line(one)) for one in terms.values())]


def _term_line(packed: Plain) -> Line:
    pinyin, renderings = packed[_READING][_TEXT], packed[_RENDERINGS]
    said = english(pinyin, [one[_ENGLISH] for one in renderings], packed[_GLOSS][_SENSES])
    return Line(packed[_TERM], pinyin, said, packed[KIND], packed[MINED], packed[_COUNT])


def tag_lines(tags: Mapping[str, Plain]) -> list[Line]:
    """Return what ``listing.tag_line`` returns of each hashtag, in the order of lists."""
    return [line for *_, line in sorted((*_tag_order(one), _tag_line(one)) for one in tags.values())]


def _tag_line(packed: Plain) -> Line:
    translations = packed[_TRANSLATIONS]
    said = translations[0][_ENGLISH] if translations else ""
    return Line(packed[_TAG_NAME], packed[_TAG_READING], said, uses=packed[_TAG_COUNT])


def cited(packed: Plain) -> Plain:
    """Return what a citation shows of a packed ``ArticleRef``: not its counts, which change with every edit."""
    return _without(packed, _UNCITED)


def uncounted(packed: Plain) -> Plain:
    """Return what searches and feeds show of a packed ``ArticleRef``: all but its counts."""
    return _without(packed, _COUNTS)


def _without(packed: Plain, blanks: Iterable[tuple[int, object]]) -> Plain:
    shown = list(packed)
    for place, blank in blanks:
        shown[place] = blank
    return tuple(shown)
