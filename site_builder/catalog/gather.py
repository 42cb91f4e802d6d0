"""Gathers what all articles say of each term, hashtag and topic, one use after the other.

Input: uses; of terms as plain tuples, in the order of the fields of ``TermUse``: a site has ten of them for each of its
terms, and to make each into a value first would cost more than to gather it. Output: accumulators that hold a bounded
number of quotations and true counts, so that the memory of a large site grows with its vocabulary, not its articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from site_builder.model.facts import TagUse, TermUse
from site_builder.model.index import ArticleRef, Citation, Views
from site_builder.model.mined import Relation, TermKind
from site_builder.model.word import Evidence, Gloss, Reading
from site_builder.model.wording import plainer

PLACES = 40
"""Quotations in the concordance of one term, and for one rendering of it; the count stays true."""

_SURE = int(Evidence.ROMANISED)


def place_of(kind: type, name: str) -> int:
    """Return where the field ``name`` stands in a plain value of the type ``kind``."""
    return [one.name for one in fields(kind)].index(name)


EVIDENCE, SYLLABLES, SPELLING = (place_of(Reading, name) for name in ("evidence", "syllables", "text"))
_TERM, _KIND, _GLOSS = (place_of(TermUse, name) for name in ("term", "kind", "gloss"))
_SENSES = place_of(Gloss, "senses")


@dataclass(slots=True)
class GatheredRendering:
    """One English of a term and where it is used."""

    english: str
    relation: Relation
    uses: list[Any] = field(default_factory=list)


Plain = tuple[Any, ...]
"""A value as the tuple of its fields, the values in it likewise."""


@dataclass(slots=True)
class GatheredTerm:
    """What articles said of one term so far; ``sure`` maps each reading that evidence fixed to its first article.

    ``first`` is the use that gives the meaning, ``reading`` the best, ``articles`` are slugs; readings, renderings and
    places are plain.
    """

    first: Plain
    reading: Plain
    kinds: dict[TermKind, int] = field(default_factory=dict)
    renderings: dict[str, GatheredRendering] = field(default_factory=dict)
    places: list[Plain] = field(default_factory=list)
    count: int = 0
    articles: list[str] = field(default_factory=list)
    topics: dict[str, None] = field(default_factory=dict)
    mined: bool = False
    sure: dict[tuple[str, ...], tuple[str, Plain]] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)

    def add(self, use: Plain, ref: ArticleRef) -> None:
        """Take in what one more article says; ``use`` is a plain ``TermUse``."""
        term, kind, reading, gloss, renderings, places, count, mined, forms = use
        self.count += count
        self.articles.append(ref.slug)
        for topic in ref.topics:
            self.topics[topic] = None
        for form in forms or (term,):
            self.forms[form] = self.forms.get(form, 0) + 1
        if len(self.places) < PLACES:
            self.places += places[: PLACES - len(self.places)]
        if reading[EVIDENCE] < self.reading[EVIDENCE]:
            self.reading = reading
        if gloss[_SENSES] and not self.first[_GLOSS][_SENSES]:
            self.first = use
        if mined:
            self.mined = True
            self.kinds[kind] = self.kinds.get(kind, 0) + 1
            if reading[EVIDENCE] <= _SURE:
                self.sure.setdefault(reading[SYLLABLES], (ref.slug, reading))
            for one in renderings:
                add_rendering(self.renderings, *one)

    @property
    def kind(self) -> TermKind:
        """The kind that most articles show; ``term`` only where none shows more."""
        first: TermKind = self.first[_KIND]
        if len(self.kinds) <= 1:
            return next(iter(self.kinds), first)
        return max(self.kinds, key=lambda kind: (kind != "term", self.kinds[kind], kind), default=first)

    def entry(self) -> Plain:
        """Return the entry of the term as a plain ``TermEntry``."""
        term, renderings = self.first[_TERM], tuple(map(_plain_rendering, ordered(self.renderings)))
        found = self.reading, self.first[_GLOSS], renderings, tuple(self.places), self.count
        return (
            term,
            self.kind,
            *found,
            tuple(self.articles),
            tuple(self.topics),
            "",
            self.mined,
            _forms(term, self.forms),
        )


def _forms(term: str, found: Mapping[str, int]) -> tuple[str, ...]:
    """Return the forms that articles use, the one that most use first; none where all use the name."""
    if len(found) == 1 and term in found:
        return ()
    return tuple(form for form, _ in sorted(found.items(), key=lambda form: (-form[1], form[0])))


@dataclass(slots=True)
class GatheredTag:
    """What articles said of one hashtag so far."""

    first: TagUse
    translations: dict[str, GatheredRendering] = field(default_factory=dict)
    uses: list[Citation] = field(default_factory=list)
    views: list[Views] = field(default_factory=list)
    hosts: dict[str, None] = field(default_factory=dict)
    articles: list[str] = field(default_factory=list)
    topics: dict[str, None] = field(default_factory=dict)
    count: int = 0

    def add(self, use: TagUse, ref: ArticleRef) -> None:
        """Take in what one more article says."""
        self.count += use.count
        self.articles.append(ref.slug)
        self.topics.update(dict.fromkeys(ref.topics))
        self.hosts.update(dict.fromkeys(use.hosts))
        self.views += use.views[: PLACES - len(self.views)]
        self.uses += use.uses[: PLACES - len(self.uses)]
        for one in use.translations:
            add_rendering(self.translations, one.english, one.relation, one.uses)


@dataclass(slots=True)
class GatheredTopic:
    """What the articles of one topic use: terms counted by place, hashtags by article."""

    articles: list[str] = field(default_factory=list)
    terms: dict[str, int] = field(default_factory=dict)
    tags: Counter[str] = field(default_factory=Counter)


def add_rendering(found: dict[str, GatheredRendering], english: str, relation: Relation, uses: Sequence[Any]) -> None:
    """Count one use of a rendering; capitals do not part two."""
    key = english.casefold()
    same = found.get(key)
    if same is None:
        same = found[key] = GatheredRendering(english, relation)
    elif same.english != english:
        same.english = plainer(same.english, english)
    same.uses += uses[: PLACES - len(same.uses)]


def ordered(found: Mapping[str, GatheredRendering]) -> list[GatheredRendering]:
    """Return renderings, translations before romanisations, the most used first."""
    return sorted(found.values(), key=lambda one: (one.relation == "romanisation", -len(one.uses)))


def _plain_rendering(one: GatheredRendering) -> Plain:
    return one.english, one.relation, tuple(one.uses)
