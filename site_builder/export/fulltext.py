"""What full-text search reads of an article: its text, and keys for the Chinese in it.

Input: settings, an annotated article. Output: a ``FullText``. Pagefind cuts English text at spaces, so it would take
a run of Chinese for one word: each word of a run, and each few words from there on, become keys, in characters
and in pinyin without tones. They travel beside the text, so pages carry nothing for the search's sake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_builder.export.search import fold
from site_builder.model import address
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.fulltext import FullText
from site_builder.model.site import Site
from site_builder.model.text import FlatText
from site_builder.model.word import Word

_TOGETHER = 4  # words of a run that make one key: the index finds what begins a key, so shorter parts are in it


def full_text(site: Site, annotated: AnnotatedArticle) -> FullText:
    """Return what search reads; in a public build an article whose rights are reserved gives its dek, not its text."""
    article, text = annotated.article, annotated.text
    hidden = site.public and not article.rights.may_publish
    dek = " ".join(text.dek.split())
    body, blocks = ("", ()) if hidden else _body(text.body, len(dek.split()))
    words = [word for word in annotated.words if word.place.field != "body"] if hidden else annotated.words
    whole = " ".join(part for part in (dek, body) if part)
    return FullText(address.article_path(article.slug), article.title, whole, tuple(_keys(words)), blocks)


def _body(body: FlatText, before: int) -> tuple[str, tuple[tuple[str, int], ...]]:
    parts: list[str] = []
    blocks: list[tuple[str, int]] = []
    for block in body.blocks:
        words = body.text[block.span.start : block.span.end].split()
        blocks.append((block.id, before))
        before += len(words)
        parts += words
    return " ".join(parts), tuple(blocks)


def _keys(words: Sequence[Word]) -> Iterable[str]:
    return dict.fromkeys(key for run in _runs(words) for key in _of_run(run))


def _of_run(run: Sequence[Word]) -> Iterator[str]:
    for start in range(len(run)):
        part = run[start : start + _TOGETHER]
        yield "".join(word.text for word in part)
        yield "".join(fold(one).rstrip("12345") for word in part for one in word.reading.syllables)


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield words that stand together without anything between them."""
    run: list[Word] = []
    for word in words:
        if run and (run[-1].place.field, run[-1].place.span.end) != (word.place.field, word.place.span.start):
            yield run
            run = []
        run.append(word)
    if run:
        yield run
