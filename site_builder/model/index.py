"""The whole-site index: what pages that list or compare are made of.

Built by ``catalog`` from the facts of all articles, read by ``render`` and ``export``. Everything in
it is ordered; two builds of the same content give equal values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.model.article import PartialDate
from site_builder.model.editorial import Topic
from site_builder.model.mined import Relation, TermKind
from site_builder.model.word import Gloss, Reading


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """What a list needs to show an article.

    ``chinese`` counts Hanzi, ``minutes`` is reading time, ``hard`` counts the distinct words beyond HSK 4.
    """

    slug: str
    title: str
    dek: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    category: str = ""
    date: PartialDate = PartialDate()
    topics: tuple[str, ...] = ()
    minutes: int = 0
    terms: int = 0
    chinese: int = 0
    hard: int = 0
    reserved: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """An article to read next, and the reason in a few words (``also on Social credit; 诚信 and 2 more in common``)."""

    article: ArticleRef
    because: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A quotation from an article with a link to its block: ``before`` + ``match`` + ``after`` is verbatim."""

    article: str
    block: str
    before: str
    match: str
    after: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """One English rendering of a term and every place that uses it."""

    english: str
    relation: Relation
    uses: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of the glossary: a mined or editorial term, or a word that the text uses.

    ``term`` is its name, in simplified characters; ``forms`` are what articles write, the most used first,
    or nothing where all write the name.
    ``places`` is the concordance, bounded; ``count`` is the true number of places.
    """

    term: str
    kind: TermKind
    reading: Reading
    gloss: Gloss
    renderings: tuple[Rendering, ...] = ()
    places: tuple[Citation, ...] = ()
    count: int = 0
    articles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    note: str = ""
    mined: bool = False
    forms: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The form that articles use most, else the name."""
        return self.forms[0] if self.forms else self.term

    @property
    def other(self) -> str:
        """The form in the other script, or ``""`` where it is the same."""
        forms = (*self.forms, self.gloss.traditional, self.term)
        return next((form for form in forms if form and form != self.shown), "")


@dataclass(frozen=True, slots=True)
class Views:
    """A number of views as an article cites it, never extrapolated."""

    article: str
    date: PartialDate
    text: str
    place: Citation


@dataclass(frozen=True, slots=True)
class TagWord:
    """One word of a hashtag, for the word-by-word gloss; ``term`` is the term whose page it leads to."""

    text: str
    reading: Reading | None
    gloss: Gloss
    term: str = ""


@dataclass(frozen=True, slots=True)
class TagEntry:
    """One hashtag. ``siblings`` are (name, likeness 0..1), most alike first."""

    name: str
    reading: str
    words: tuple[TagWord, ...]
    translations: tuple[Rendering, ...] = ()
    uses: tuple[Citation, ...] = ()
    views: tuple[Views, ...] = ()
    hosts: tuple[str, ...] = ()
    siblings: tuple[tuple[str, float], ...] = ()
    articles: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    note: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """One topic with what it gathers; names refer to the other entries of the index."""

    topic: Topic
    articles: tuple[str, ...]
    terms: tuple[str, ...]
    people: tuple[str, ...]
    hashtags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The site's index; each sequence is in the order in which it is shown, and may make its entries when asked."""

    articles: Sequence[ArticleRef] = ()
    terms: Sequence[TermEntry] = ()
    hashtags: Sequence[TagEntry] = ()
    topics: Sequence[TopicEntry] = ()
