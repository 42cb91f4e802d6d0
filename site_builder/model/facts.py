"""What one article contributes to the site: the value that crosses the one barrier of a build."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.model.article import Article
from site_builder.model.editorial import AnchoredNote
from site_builder.model.mined import Mined
from site_builder.model.text import ArticleText
from site_builder.model.word import Word


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article, its sanitised HTML, its flat texts and all marks found in them."""

    article: Article
    html: str
    text: ArticleText
    mined: Mined = Mined()
    words: tuple[Word, ...] = ()
    notes: tuple[AnchoredNote, ...] = ()
