"""An article as a chapter of a book, made of its flat text: XHTML with each Chinese word under its pinyin.

Input: an annotated article, its spans in code points; the numbers of the glossary's words. Output: XHTML inside
``body``. It is made of blocks and words, not of the page's HTML, so that it is well-formed whatever a page holds;
the price is that emphasis and inner links are lost. Pictures stand before the block that follows them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from site_builder.export.figures import element, figures
from site_builder.export.xml import text
from site_builder.model.editorial import AnchoredNote
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.text import Block, BlockKind, Field, Span
from site_builder.model.word import Word

_TAGS: dict[BlockKind, str] = {"quote": "blockquote", "code": "pre", "paragraph": "p"}
NONE: Mapping[str, bytes] = MappingProxyType({})
_LISTED = 4  # meanings that the book's glossary gives

Vocabulary = dict[str, tuple[int, str]]
"""Each word with its number in the glossary and its entry there, as XHTML."""


def vocabulary(articles: Iterable[AnnotatedArticle]) -> Vocabulary:
    """Return the words that the articles use, in the order of first use, each with its entry in the glossary."""
    words: Vocabulary = {}
    for annotated in articles:
        english: dict[str, list[str]] = {}
        for pair in annotated.mined.pairs:
            english.setdefault(pair.chinese, []).append(pair.english)
        for word in annotated.words:
            if word.text not in words:
                number = len(words)
                words[word.text] = (number, _entry(number, word, english.get(word.text, [])))
    return words


def chapter(annotated: AnnotatedArticle, words: Vocabulary, pictures: Mapping[str, bytes] = NONE) -> str:
    """Return the article: title, dek, blocks and ``pictures``, and the editors' notes as footnotes at its end."""
    body = annotated.text.body
    parts = [f"<h1>{_field(annotated, 'title', words)}</h1>"]
    if annotated.text.dek:
        parts.append(f'<p class="dek">{_field(annotated, "dek", words)}</p>')
    inside = _of(annotated, "body")
    starts = [word.place.span.start for word in inside]
    shown = list(figures(annotated, pictures))
    for block in body.blocks:
        parts += [element(one, pictures) for one in shown if one.before == block.id]
        here = inside[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        marked = _marked(body.text, block.span, here, words)
        parts.append(_element(block, marked + _references(block, annotated.notes)))
    parts += [element(one, pictures) for one in shown if not one.before]
    parts.extend(_footnotes(annotated.notes))
    return "\n".join(parts) + "\n"


def _field(annotated: AnnotatedArticle, field: Field, words: Vocabulary) -> str:
    whole = annotated.text.of(field)
    return _marked(whole, Span(0, len(whole)), _of(annotated, field), words)


def _of(annotated: AnnotatedArticle, field: Field) -> list[Word]:
    """Return the words of a field in their order there."""
    return sorted((word for word in annotated.words if word.place.field == field), key=lambda one: one.place.span)


def _marked(whole: str, span: Span, inside: Sequence[Word], words: Vocabulary) -> str:
    parts, at = [], span.start
    for word in inside:
        start, end = word.place.span.start, word.place.span.end
        parts += [text(whole[at:start]), _ruby(word, words)]
        at = end
    return "".join([*parts, text(whole[at : span.end])])


def _ruby(word: Word, words: Vocabulary) -> str:
    number, _ = words[word.text]
    shown = (
        f"<ruby>{text(word.text)}<rt>{text(word.reading.text)}</rt></ruby>" if word.reading.text else text(word.text)
    )
    return f'<a href="glossary.xhtml#w{number}" lang="{word.script}" xml:lang="{word.script}">{shown}</a>'


def _element(block: Block, inner: str) -> str:
    if block.kind == "heading":
        level = min(block.level, 6)
        return f"<h{level}>{inner}</h{level}>"
    if block.kind == "quote":
        return f"<blockquote><p>{inner}</p></blockquote>"
    tag = _TAGS.get(block.kind, "p")
    kind = "" if block.kind == "paragraph" else f' class="{block.kind}"'
    return f"<{tag}{kind}>{inner}</{tag}>"


def _references(block: Block, notes: Sequence[AnchoredNote]) -> str:
    numbers = [n for n, one in enumerate(notes, 1) if one.place.field == "body" and block.span.covers(one.place.span)]
    return "".join(f'<sup><a epub:type="noteref" href="#note-{n}" id="ref-{n}">{n}</a></sup>' for n in numbers)


def _footnotes(notes: Sequence[AnchoredNote]) -> Iterator[str]:
    for number, one in enumerate(notes, 1):
        note = one.note
        said = " · ".join(part for part in (note.reading, note.gloss, note.note) if part)
        by = f" — {note.by}" if note.by else ""
        quoted = f'<b lang="zh" xml:lang="zh">{text(note.quote.exact)}</b>'
        yield (
            f'<aside epub:type="footnote" id="note-{number}" class="note">'
            f"<p>{number}. {quoted}: {text(said)}{text(by)}</p></aside>"
        )


def _entry(number: int, word: Word, english: Sequence[str]) -> str:
    gloss = word.gloss
    traditional = (
        f' <span lang="zh-Hant" xml:lang="zh-Hant">{text(gloss.traditional)}</span>' if gloss.traditional else ""
    )
    said = [*dict.fromkeys(english), *gloss.senses[:_LISTED]] or ["no meaning known"]
    return (
        f'<dt id="w{number}"><b lang="{word.script}" xml:lang="{word.script}">{text(word.text)}</b>{traditional} '
        f"<span>{text(word.reading.text)}</span></dt>\n<dd>{text('; '.join(said))}</dd>"
    )
