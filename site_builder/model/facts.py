"""What one article contributes to the site: the value that crosses the one barrier of a build."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.article import Article
from site_builder.model.editorial import AnchoredNote
from site_builder.model.index import ArticleRef, Citation, Rendering, TagWord, Views
from site_builder.model.mined import Mined, TermKind
from site_builder.model.text import ArticleText
from site_builder.model.word import Gloss, Reading, Word


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article, its sanitised HTML, its flat texts and all marks found in them.

    ``glosses`` has the meaning of each mined term that is not one of the words.
    """

    article: Article
    html: str
    text: ArticleText
    mined: Mined = Mined()
    words: tuple[Word, ...] = ()
    notes: tuple[AnchoredNote, ...] = ()
    glosses: tuple[tuple[str, Gloss], ...] = ()


@dataclass(frozen=True, slots=True)
class TermUse:
    """What one article says of one term: all that the term's page needs of it, and no body text beyond quotations.

    ``term`` is its name, in simplified characters; ``forms`` are what the text writes, the most used first,
    or nothing where it writes only the name.
    ``places`` holds the first few places (``catalog`` bounds them), ``count`` is the true number. The page of a
    term is a function of its uses alone, so an edit redoes only the pages whose uses it changed.
    """

    term: str
    kind: TermKind
    reading: Reading
    gloss: Gloss
    renderings: tuple[Rendering, ...] = ()
    places: tuple[Citation, ...] = ()
    count: int = 0
    mined: bool = False
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TagUse:
    """What one article says of one hashtag, likewise."""

    name: str
    reading: str
    words: tuple[TagWord, ...]
    translations: tuple[Rendering, ...] = ()
    uses: tuple[Citation, ...] = ()
    views: tuple[Views, ...] = ()
    hosts: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article gives to the index; kept between builds, merged by term, hashtag and topic."""

    ref: ArticleRef
    terms: tuple[TermUse, ...] = ()
    tags: tuple[TagUse, ...] = ()
