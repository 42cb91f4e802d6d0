"""Gathers what all articles say of each term, hashtag and topic, reading the facts of one article at a time.

Input: facts, one after the other. Output: accumulators that hold a bounded number of quotations and true counts,
so that the memory of a large site grows with its vocabulary, not with its articles.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from site_builder.model.facts import Facts, TagUse, TermUse
from site_builder.model.index import ArticleRef, Citation, Rendering, Views
from site_builder.model.mined import Relation, TermKind
from site_builder.model.word import Evidence, Reading
from site_builder.model.wording import plainer

PLACES = 40
"""Quotations in the concordance of one term, and for one rendering of it; the count stays true."""

_SURE = Evidence.ROMANISED


@dataclass(slots=True)
class GatheredRendering:
    """One English of a term and where it is used."""

    english: str
    relation: Relation
    uses: list[Citation] = field(default_factory=list)


@dataclass(slots=True)
class GatheredTerm:
    """What articles said of one term so far; ``sure`` maps each reading that evidence fixed to its first article."""

    first: TermUse
    reading: Reading
    kinds: dict[TermKind, int] = field(default_factory=dict)
    renderings: dict[str, GatheredRendering] = field(default_factory=dict)
    places: list[Citation] = field(default_factory=list)
    count: int = 0
    articles: list[str] = field(default_factory=list)
    topics: dict[str, None] = field(default_factory=dict)
    mined: bool = False
    sure: dict[tuple[str, ...], tuple[str, Reading]] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)

    def add(self, use: TermUse, ref: ArticleRef) -> None:
        """Take in what one more article says."""
        self.count += use.count
        self.articles.append(ref.slug)
        for topic in ref.topics:
            self.topics[topic] = None
        for form in use.forms or (use.term,):
            self.forms[form] = self.forms.get(form, 0) + 1
        if len(self.places) < PLACES:
            self.places += use.places[: PLACES - len(self.places)]
        if use.reading.evidence < self.reading.evidence:
            self.reading = use.reading
        if not self.first.gloss.senses and use.gloss.senses:
            self.first = use
        if use.mined:
            self._add_mined(use, ref)

    def _add_mined(self, use: TermUse, ref: ArticleRef) -> None:
        self.mined = True
        self.kinds[use.kind] = self.kinds.get(use.kind, 0) + 1
        if use.reading.evidence <= _SURE:
            self.sure.setdefault(use.reading.syllables, (ref.slug, use.reading))
        for one in use.renderings:
            add_rendering(self.renderings, one)

    @property
    def kind(self) -> TermKind:
        """The kind that most articles show; ``term`` only where none shows more."""
        if len(self.kinds) <= 1:
            return next(iter(self.kinds), self.first.kind)
        return max(self.kinds, key=lambda kind: (kind != "term", self.kinds[kind], kind), default=self.first.kind)


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
            add_rendering(self.translations, one)


@dataclass(slots=True)
class GatheredTopic:
    """What the articles of one topic use: terms counted by place, hashtags by article."""

    articles: list[str] = field(default_factory=list)
    terms: dict[str, int] = field(default_factory=dict)
    tags: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Gathered:
    """What all articles said so far."""

    refs: list[ArticleRef] = field(default_factory=list)
    terms: dict[str, GatheredTerm] = field(default_factory=dict)
    tags: dict[str, GatheredTag] = field(default_factory=dict)
    topics: dict[str, GatheredTopic] = field(default_factory=dict)
    together: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, facts: Facts) -> None:
        """Take in the facts of one more article."""
        ref = facts.ref
        self.refs.append(ref)
        for use in facts.terms:
            term = self.terms.get(use.term)
            if term is None:
                term = self.terms[use.term] = GatheredTerm(use, use.reading)
            term.add(use, ref)
        for tag in facts.tags:
            self.tags.setdefault(tag.name, GatheredTag(tag)).add(tag, ref)
        if len(facts.tags) > 1:
            self.together.append(tuple(tag.name for tag in facts.tags))
        mined = [(use.term, use.count) for use in facts.terms if use.mined]
        for slug in ref.topics:
            topic = self.topics.setdefault(slug, GatheredTopic())
            topic.articles.append(ref.slug)
            for name, count in mined:
                topic.terms[name] = topic.terms.get(name, 0) + count
            topic.tags.update([tag.name for tag in facts.tags])


def add_rendering(found: dict[str, GatheredRendering], one: Rendering) -> None:
    """Count one use of a rendering; capitals do not part two."""
    key = one.english.casefold()
    same = found.get(key)
    if same is None:
        same = found[key] = GatheredRendering(one.english, one.relation)
    same.english = plainer(same.english, one.english)
    same.uses += one.uses[: PLACES - len(same.uses)]


def renderings(found: dict[str, GatheredRendering]) -> tuple[Rendering, ...]:
    """Return renderings, translations before romanisations, the most used first."""
    ordered = sorted(found.values(), key=lambda one: (one.relation == "romanisation", -len(one.uses)))
    return tuple(Rendering(one.english, one.relation, tuple(one.uses)) for one in ordered)
