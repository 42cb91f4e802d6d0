"""What a build does with one article: pure functions from its text to what its page and the index need.

Input: an article, its notes, outside knowledge. Output: flat text and marks, then the annotated article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from site_builder.annotate import words
from site_builder.annotate.anchors import anchor
from site_builder.annotate.gloss import gloss
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.annotate.stretches import Worked
from site_builder.model.article import Article
from site_builder.model.editorial import AnchoredNote, Note
from site_builder.model.facts import AnnotatedArticle, Facts
from site_builder.model.guide import Guide
from site_builder.model.index import Citation, Rendering
from site_builder.model.issue import Issue, Where
from site_builder.model.mined import Mined
from site_builder.model.text import ArticleText
from site_builder.model.word import Gloss, Word
from site_builder.render.body import to_html
from site_builder.render.flat import flatten


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as its own file alone makes it: safe HTML, flat texts, what is mined from them."""

    article: Article
    html: str
    text: ArticleText
    mined: Mined
    issues: tuple[Issue, ...] = ()


def read(article: Article, lexicon: Lexicon) -> ReadArticle:
    """Return the article rendered, flattened and mined; the dictionary helps to see how far a rendering reaches."""
    html, issues = to_html(article.body, path=article.path, line=article.body_line, references=article.references)
    text = ArticleText(article.title, article.dek, flatten(html))
    return ReadArticle(article, html, text, mine(text, lexicon.dictionary, lexicon.simplified), issues)


class Asked(NamedTuple):
    """An article to annotate: as it was read, its editors' notes, what the site knows of its words.

    ``worked`` is what came of its Chinese the last time, by the same program and dictionary.
    """

    read: ReadArticle
    notes: tuple[Note, ...]
    guide: Guide
    worked: Worked = Worked()


class Annotated(NamedTuple):
    """An annotated article, its problems, and what came of its Chinese, for the next time."""

    article: AnnotatedArticle
    issues: tuple[Issue, ...]
    worked: Worked


def annotate(asked: Sequence[Asked], lexicon: Lexicon) -> list[Annotated]:
    """Return each article with its notes anchored and its words read; the model is asked once for all."""
    anchored = [anchor(one.notes, one.read.text) for one in asked]
    wanted = [
        words.Asked(one.read.text, one.read.mined, replace(one.guide, notes=notes), one.worked)
        for one, (notes, _) in zip(asked, anchored, strict=True)
    ]
    return [
        Annotated(
            _annotated(one.read, notes, found.words, lexicon),
            orphans + _placed(found.issues, one.read.article.path),
            found.worked,
        )
        for one, (notes, orphans), found in zip(asked, anchored, words.words_of(wanted, lexicon), strict=True)
    ]


def _annotated(
    one: ReadArticle, notes: tuple[AnchoredNote, ...], read: tuple[Word, ...], lexicon: Lexicon
) -> AnnotatedArticle:
    glosses = tuple(_glosses(one.mined, read, lexicon))
    return AnnotatedArticle(one.article, one.html, one.text, one.mined, read, notes, glosses)


def _placed(doubts: tuple[Issue, ...], path: str) -> tuple[Issue, ...]:
    return tuple(doubt if doubt.where.path else replace(doubt, where=Where(path)) for doubt in doubts)


def _glosses(mined: Mined, found: tuple[Word, ...], lexicon: Lexicon) -> Iterator[tuple[str, Gloss]]:
    """Yield the meaning of each mined term that was cut into several words."""
    words_of = {word.name for word in found}
    for term, kind in {pair.canonical: pair.kind for pair in mined.pairs}.items():
        if term not in words_of:
            yield term, gloss(term, (), kind, lexicon.dictionary)


def without_text(made: Facts) -> Facts:
    """Return facts that quote nothing: of an article whose text this build leaves out."""
    return replace(
        made,
        terms=tuple(replace(one, places=_bare(one.places), renderings=_unquoted(one.renderings)) for one in made.terms),
        tags=tuple(
            replace(
                one,
                uses=_bare(one.uses),
                translations=_unquoted(one.translations),
                views=tuple(replace(views, place=Citation(views.article, "", "", "", "")) for views in one.views),
            )
            for one in made.tags
        ),
    )


def _unquoted(renderings: tuple[Rendering, ...]) -> tuple[Rendering, ...]:
    return tuple(replace(one, uses=_bare(one.uses)) for one in renderings)


def _bare(places: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Return citations of the article as a whole: the term alone, no words around it, no place in the page."""
    return tuple(dict.fromkeys(replace(one, block="", before="", after="") for one in places))


def without_notes(annotated: AnnotatedArticle) -> AnnotatedArticle:
    """Return the article without editors' notes, which quote its text."""
    return replace(annotated, notes=())
