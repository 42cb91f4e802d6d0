"""Finds what stands together in a field of an article: hashtags, runs of words in one script, stretches set apart.

Input: an annotated article. Output: groups and shades in order, none of a kind overlapping, in code points of the
field's flat text; ``loom`` writes them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from site_builder.model.address import hashtag_path
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.text import Block, Field, Span
from site_builder.model.word import Word
from site_builder.render.cards import Cards, Tag
from site_builder.render.notes import NumberedNote

_POINTS = re.compile("[“”‘’…—·\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+")
_OPENING, _CLOSING = "“‘《〈「『【〔（", "”’》〉」』】〕）。，、；：？！…—"
_NEAR = 8  # points that can stand at one end of a run


class Piece(NamedTuple):
    """One word as it is written; ``lang`` is the attribute of a word that stands alone, "" where a run has it."""

    start: int
    end: int
    text: str
    again: bool
    tag: Tag
    lang: str = ""


class Shade(NamedTuple):
    """A stretch of text and the classes that set it apart."""

    start: int
    end: int
    names: str


class Group(NamedTuple):
    """Words that stand side by side, and the tags around them: a hashtag, or a run in one script."""

    start: int
    end: int
    open: str
    close: str
    words: list[Piece]


def groups(annotated: AnnotatedArticle, field: Field, cards: Cards) -> Iterator[Group]:
    """Yield the hashtags and the runs of words of one field, in order."""
    text = annotated.text.of(field)
    tags = _tagged(annotated, field, cards.root)
    tag = next(tags, None)
    run: list[Piece] = []
    script, inside = "", False
    for word, again, passage in _repeated(annotated, field):
        span = word.place.span
        while tag and tag.end <= span.start:
            yield from _run(run, script, text if inside else "")
            run = []
            yield tag
            tag = next(tags, None)
        piece = Piece(span.start, span.end, word.text, again, cards.tag(word))
        if tag and tag.start <= span.start and span.end <= tag.end:
            tag.words.append(piece)
            continue
        if run and (script != word.script or not _joined(text, run[-1].end, span.start, passage=inside and passage)):
            yield from _run(run, script, text if inside else "")
            run = []
        run.append(piece)
        script, inside = word.script, passage
    yield from _run(run, script, text if inside else "")
    if tag:
        yield tag
        yield from tags


def _joined(text: str, end: int, start: int, *, passage: bool) -> bool:
    """Tell whether two words are of one run: they touch, or in a Chinese passage only points stand between them."""
    return end == start or (passage and _POINTS.fullmatch(text, end, start) is not None)


def _repeated(annotated: AnnotatedArticle, field: Field) -> Iterator[tuple[Word, bool, bool]]:
    """Yield the words of a field, whether each has come before in its section, and whether it stands in a passage.

    Nothing is repeated inside a Chinese passage: there a word without its mark would look forgotten. What a heading
    has is not counted: pinyin stands in the text only, over the first word after it.
    """
    words = [word for word in annotated.words if word.place.field == field]
    blocks = annotated.text.body.blocks if field == "body" else ()
    heads = [block.span for block in blocks if block.level]
    passages = _passages(words, blocks)
    seen: set[str] = set()
    section = passage = 0
    for word in words:
        start = word.place.span.start
        if section < len(heads) and heads[section].start <= start:
            section = bisect_right(heads, start, section, key=_start)
            seen.clear()
        while passage < len(passages) and passages[passage].end <= start:
            passage += 1
        inside = passage < len(passages) and passages[passage].start <= start
        yield word, word.text in seen and not inside, inside
        if not section or heads[section - 1].end <= start:
            seen.add(word.text)


def _start(span: Span) -> int:
    return span.start


def _passages(words: Sequence[Word], blocks: Iterable[Block]) -> list[Span]:
    """Return the blocks that are Chinese more than anything else."""
    spans = [word.place.span for word in words]
    starts = [span.start for span in spans]
    found = []
    for block in blocks:
        inside = spans[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        if 2 * sum(map(len, inside)) > len(block.span):
            found.append(block.span)
    return found


def _tagged(annotated: AnnotatedArticle, field: Field, root: str) -> Iterator[Group]:
    """Yield the hashtags of one field as groups that still want their words."""
    for use in annotated.mined.hashtags:
        if use.place.field == field:
            span = use.place.span
            href = escape(root + hashtag_path(use.name))
            yield Group(span.start, span.end, f'<a class="tag" href="{href}" lang="zh-Hans">', "</a>", [])


def _run(words: list[Piece], script: str, passage: str) -> Iterator[Group]:
    """Yield a run of words; one word alone carries its language itself.

    A run is marked whole or not at all: one bare word in the middle of a name would look forgotten. In a Chinese
    passage, whose text ``passage`` then is, the run takes in the points at its ends: they are Chinese too.
    """
    if len({word.again for word in words}) > 1:
        words = [word._replace(again=False) for word in words]
    if passage and words:
        before, after = (
            passage[max(0, words[0].start - _NEAR) : words[0].start],
            passage[words[-1].end : words[-1].end + _NEAR],
        )
        start = words[0].start - len(before) + len(before.rstrip(_OPENING))
        end = words[-1].end + len(after) - len(after.lstrip(_CLOSING))
        yield Group(start, end, f'<span class="zh" lang="{script}">', "</span>", words)
    elif len(words) == 1:
        only = words[0]
        yield Group(only.start, only.end, "", "", [only._replace(lang=f' lang="{script}"')])
    elif words:
        yield Group(words[0].start, words[-1].end, f'<span lang="{script}">', "</span>", words)


def shades(annotated: AnnotatedArticle, field: Field, notes: list[NumberedNote]) -> list[Shade]:
    """Return the stretches that a class sets apart, cut so that none overlap.

    ``e`` is the author's English for a term, which islands mode covers; ``noted`` is what a note speaks of.
    """
    layers = [("noted", note.span) for note in notes]
    layers += [
        ("e", pair.rendering.span)
        for pair in annotated.mined.pairs
        if pair.rendering.field == field and pair.relation != "romanisation"
    ]
    if not layers:
        return []
    edges = sorted({edge for _, span in layers for edge in (span.start, span.end)})
    found = []
    for start, end in pairwise(edges):
        names = sorted({name for name, span in layers if span.start <= start and end <= span.end})
        if names:
            found.append(Shade(start, end, " ".join(names)))
    return found
