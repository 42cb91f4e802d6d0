"""Cuts long lists into pages that stay small however large the collection is.

Input: lines of terms and hashtags, articles, each in the order of its list. Output: sheets, one a page: what stands on
it and where it leads. A list that fits one page is one page. A longer one is cut where its readers would look: terms
and hashtags by the first letter of their pinyin, articles by year; so a new entry changes the pages of its letter or
year and no others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any, Literal, NamedTuple

from site_builder.model import address
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, TagEntry, TermEntry

PAGE = 300
"""Terms or hashtags on one page of a list."""
ARTICLES = 100
"""Articles on one page of a list; each takes as much room as three terms."""
FEW = 24
"""Entries that the first page of a long list shows of each kind: those used most."""

SENSES = 2
"""Dictionary meanings shown of a term that no author renders."""

_KINDS = (
    ("person", "People"),
    ("organisation", "Organisations"),
    ("place", "Places"),
    ("platform", "Platforms"),
    ("work", "Works"),
    ("law", "Laws"),
    ("slogan", "Slogans"),
    ("term", "Terms"),
)


Kind = Literal["articles", "glossary", "hashtags"]
Way = tuple[str, str]
Part = tuple[str, str, Sequence[Any]]


class Line(NamedTuple):
    """What a list shows of a term or hashtag; ``uses`` is how often the collection has it."""

    name: str
    pinyin: str
    english: str
    kind: str = ""
    mined: bool = False
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Some entries under a heading. Where not all are shown, ``more`` is the path of the page that has ``total``."""

    id: str
    title: str
    rows: Sequence[Any]
    more: str = ""
    total: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list. The first has no ``title``, and alone says how many there are in ``total``.

    ``up`` is what the page belongs to; ``ways`` are the parts of the list, ``pages`` those of this part: each a
    label and a path.
    """

    of: Kind
    path: str
    title: str
    sections: tuple[Section, ...]
    total: int = 0
    up: Way = ("", "")
    ways: tuple[Way, ...] = ()
    pages: tuple[Way, ...] = ()


def term_line(entry: TermEntry) -> Line:
    """Return what lists show of a term."""
    said = english(entry.reading.text, (one.english for one in entry.renderings), entry.gloss.senses)
    return Line(entry.term, entry.reading.text, said, entry.kind, entry.mined, entry.count)


def english(pinyin: str, renderings: Iterable[str], senses: Sequence[str]) -> str:
    """Return the English of a term in a list: how authors render it, else the dictionary; not its pinyin again."""
    said = list(renderings)
    if not said:
        return "; ".join(senses[:SENSES])
    return next((one for one in said if one.casefold() != pinyin.casefold()), "")


def tag_line(entry: TagEntry) -> Line:
    """Return what lists show of a hashtag."""
    said = entry.translations[0].english if entry.translations else ""
    return Line(entry.name, entry.reading, said, uses=entry.count)


def most_used(lines: Iterable[Line], number: int = FEW) -> list[Line]:
    """Return the lines with the highest counts, the first of those that are alike."""
    return nsmallest(number, lines, key=_uses)


def _uses(line: Line) -> int:
    return -line.uses


def glossary(lines: Sequence[Line]) -> Iterator[Sheet]:
    """Yield the pages of the glossary: what authors name in both languages by kind, and all words by letter."""
    kinds = [(kind, title, [one for one in lines if one.mined and one.kind == kind]) for kind, title in _KINDS]
    kinds = [one for one in kinds if one[2]]
    words = [one for one in lines if not one.mined]
    if len(lines) <= PAGE:
        rest = [Section("words", "Words", words)] if words else []
        yield Sheet("glossary", "glossary/", "", (*(Section(*one) for one in kinds), *rest), len(lines))
        return
    named = [(title, f"glossary/kind/{kind}/", some) for kind, title, some in kinds]
    few = [
        Section(kind, title, most_used(some), path, len(some))
        for (kind, _, some), (title, path, _) in zip(kinds, named, strict=True)
    ]
    parts = list(_by(lines, _initial, "glossary/pinyin"))
    ways = _ways(parts)
    yield Sheet("glossary", "glossary/", "", (*few, Section("words", "Words", most_used(words))), len(lines), ways=ways)
    yield from _Cut("glossary", "Glossary", PAGE).all([*named, *parts], ways)


def hashtags(lines: Sequence[Line]) -> Iterator[Sheet]:
    """Yield the pages of the list of hashtags."""
    few = Section("used", "Used most", most_used(lines, 2 * FEW))
    yield from _cut_or_whole(_Cut("hashtags", "Hashtags", PAGE), lines, few, (_initial, "hashtags/pinyin"))


def articles(refs: Sequence[ArticleRef]) -> Iterator[Sheet]:
    """Yield the pages of the list of articles, the newest first; a year has its own where there are many."""
    few = Section("new", "Newest", refs[:FEW])
    yield from _cut_or_whole(_Cut("articles", "Articles", ARTICLES), refs, few, (_year, "articles/year"))


def on_topic(topic: Topic, refs: Sequence[ArticleRef]) -> Iterator[Sheet]:
    """Yield the pages of a topic's articles, for a topic with more than its own page has room for."""
    path = address.topic_path(topic.slug)
    yield from _Cut("articles", "Topic", ARTICLES, path).all([(topic.title, f"{path}articles/", refs)], ())


class _Cut(NamedTuple):
    """How a list is cut: whose it is, what its parts lead up to, how many rows fill a page."""

    of: Kind
    label: str
    size: int
    up: str = ""

    def all(self, parts: Iterable[Part], ways: tuple[Way, ...]) -> Iterator[Sheet]:
        """Yield the pages of the parts (title, path, rows) of a list."""
        for title, path, rows in parts:
            starts = range(0, len(rows), self.size)
            numbers = range(1, len(starts) + 1)
            pages = tuple((str(number), path if number == 1 else f"{path}{number}/") for number in numbers)
            for (_, here), start in zip(pages, starts, strict=True):
                section = Section("all", "", rows[start : start + self.size])
                up, others = (self.label, self.up or f"{self.of}/"), pages if len(pages) > 1 else ()
                yield Sheet(self.of, here, title, (section,), 0, up, ways, others)


def _cut_or_whole(
    cut: _Cut, rows: Sequence[Any], few: Section, by: tuple[Callable[[Any], str], str]
) -> Iterator[Sheet]:
    """Yield a list as one page where it fits; else ``few`` and a page for each label that ``by`` gives."""
    path = f"{cut.of}/"
    if len(rows) <= cut.size:
        yield Sheet(cut.of, path, "", (Section("all", "", rows),), len(rows))
        return
    parts = list(_by(rows, *by, down=cut.of == "articles"))
    yield Sheet(cut.of, path, "", (few,), len(rows), ways=_ways(parts))
    yield from cut.all(parts, _ways(parts))


def _ways(parts: Iterable[Part]) -> tuple[Way, ...]:
    return tuple((title, path) for title, path, _ in parts)


def _by(rows: Iterable[Any], label: Callable[[Any], str], folder: str, *, down: bool = False) -> Iterator[Part]:
    """Yield rows by their label, ``down`` from the last, with the path of its page; what has none comes last."""
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(label(row), []).append(row)
    for name in [*sorted(filter(None, found), reverse=down), *([""] if "" in found else [])]:
        yield name or "Other", f"{folder}/{name.lower() or 'other'}/", found[name]


def _initial(line: Line) -> str:
    """Return the letter under which a dictionary has a line, or ""."""
    first = unicodedata.normalize("NFD", line.pinyin[:1])[:1].upper()
    return first if first.isascii() and first.isalpha() else ""


def _year(ref: ArticleRef) -> str:
    return ref.date.text[:4]
