"""Weaves words, hashtags and notes into an article's HTML without touching a character of its text.

Input: an annotated article; its spans are in code points of the flat texts. Output: HTML of title, dek and body.
``strip(weave(x).body) == x.text.body.text``, always.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import NamedTuple

from site_builder.model.address import hashtag_path
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.text import Block, Field, Span
from site_builder.model.word import Word
from site_builder.render.cards import Cards, Tag
from site_builder.render.notes import NumberedNote, aside, mark, numbered
from site_builder.render.tokens import cut, plain, text_of

_ALONE = ("<img", "<br", "<hr", "<sup", '<a class="back"', "<aside")
"""Pieces of markup that open nothing: void elements, and whole elements that ``cut`` keeps in one piece."""


_POINTS = re.compile("[“”‘’…—·\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+")
_OPENING, _CLOSING = "“‘《〈「『【〔（", "”’》〉」』】〕）。，、；：？！…—"
_NEAR = 8  # points that can stand at one end of a run

_NEVER = sys.maxsize
_PLAIN_TAG = '<span class="tag" lang="zh-Hans">'
"""A hashtag inside a link of the author's: links do not nest."""


@dataclass(frozen=True, slots=True)
class Woven:
    """An article ready for its page, as HTML."""

    title: str
    dek: str
    body: str


def strip(html: str) -> str:
    """Return the text of woven HTML without its annotations: the article's flat text again."""
    return text_of(html)


def weave(annotated: AnnotatedArticle, cards: Cards | None = None, *, text: bool = True) -> Woven:
    """Return the article with every Chinese word marked, linked and explained.

    ``cards`` are the article's own, where the caller has them already. Without ``text`` the body is left out: for a
    public build of an article whose rights are reserved.
    """
    cards = cards or Cards(annotated.mined)
    said = annotated.text
    notes = numbered(annotated.notes)
    title = _field(escape(said.title, quote=False), "title", annotated, cards, notes)
    dek = _field(escape(said.dek, quote=False), "dek", annotated, cards, notes)
    body = _field(annotated.html, "body", annotated, cards, notes) if text else ""
    beside_title = aside(note for note in notes if note.field != "body")
    return Woven(title, dek, beside_title + body)


class _Word(NamedTuple):
    """One word as it is written; ``lang`` is the attribute of a word that stands alone, "" where a run has it."""

    start: int
    end: int
    text: str
    again: bool
    tag: Tag
    lang: str = ""


class _Shade(NamedTuple):
    """A stretch of text and the classes that set it apart."""

    start: int
    end: int
    names: str


class _Group(NamedTuple):
    """Words that stand side by side, and the tags around them: a hashtag, or a run in one script."""

    start: int
    end: int
    open: str
    close: str
    words: list[_Word]


def _field(html: str, field: Field, annotated: AnnotatedArticle, cards: Cards, notes: tuple[NumberedNote, ...]) -> str:
    """Return one field woven; ``html`` is its markup, whose text is the field's flat text."""
    here = [note for note in notes if note.field == field]
    groups = list(_groups(annotated, field, cards))
    shades = _shades(annotated, field, here)
    return _Loom(groups, shades, here).weave(html) if groups or here or shades else html


def _groups(annotated: AnnotatedArticle, field: Field, cards: Cards) -> Iterator[_Group]:
    """Yield the hashtags and the runs of words of one field, in order."""
    text = annotated.text.of(field)
    tags = _tagged(annotated, field, cards.root)
    tag = next(tags, None)
    run: list[_Word] = []
    script, inside = "", False
    for word, again, passage in _repeated(annotated, field):
        span = word.place.span
        while tag and tag.end <= span.start:
            yield from _run(run, script, text if inside else "")
            run = []
            yield tag
            tag = next(tags, None)
        piece = _Word(span.start, span.end, word.text, again, cards.tag(word))
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


def _tagged(annotated: AnnotatedArticle, field: Field, root: str) -> Iterator[_Group]:
    """Yield the hashtags of one field as groups that still want their words."""
    for use in annotated.mined.hashtags:
        if use.place.field == field:
            span = use.place.span
            href = escape(root + hashtag_path(use.name))
            yield _Group(span.start, span.end, f'<a class="tag" href="{href}" lang="zh-Hans">', "</a>", [])


def _run(words: list[_Word], script: str, passage: str) -> Iterator[_Group]:
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
        yield _Group(start, end, f'<span class="zh" lang="{script}">', "</span>", words)
    elif len(words) == 1:
        only = words[0]
        yield _Group(only.start, only.end, "", "", [only._replace(lang=f' lang="{script}"')])
    elif words:
        yield _Group(words[0].start, words[-1].end, f'<span lang="{script}">', "</span>", words)


def _shades(annotated: AnnotatedArticle, field: Field, notes: list[NumberedNote]) -> list[_Shade]:
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
    shades = []
    for start, end in pairwise(edges):
        names = sorted({name for name, span in layers if span.start <= start and end <= span.end})
        if names:
            shades.append(_Shade(start, end, " ".join(names)))
    return shades


def _escape(text: str) -> str:
    """Escape text for a text node; most of it has nothing to escape."""
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


class _Loom:
    """One walk through the pieces of a field's HTML, with the marks that are still to come."""

    __slots__ = (
        *("_at", "_beside", "_depth", "_groups", "_links", "_next"),
        *("_notes", "_out", "_quiet", "_shade", "_shades"),
    )

    def __init__(self, groups: list[_Group], shades: list[_Shade], notes: list[NumberedNote]) -> None:
        self._out: list[str] = []
        self._groups = groups
        self._next = 0  # the first group that is not yet wholly written
        self._shades = shades
        self._shade = 0  # the first shade that is not yet wholly written
        self._notes = notes  # notes whose mark is still to come
        self._beside: list[NumberedNote] = []  # notes that wait for the end of their block
        self._at = self._depth = self._links = self._quiet = 0

    def weave(self, html: str) -> str:
        """Return ``html`` with the marks in it."""
        for i, piece in enumerate(cut(html)):
            if i % 2:
                self._markup(piece)
            elif piece:
                self._text(piece)
        self._settle()
        return "".join(self._out)

    def _markup(self, tag: str) -> None:
        """Write a tag; a note's mark waits for the end of a link, the note for the end of its block."""
        self._out.append(tag)
        if tag[1] == "/":
            self._depth -= 1
            if tag == "</a>":
                self._links -= 1
                self._settle()
            if not self._depth and self._beside:
                self._out.append(aside(self._beside))
                self._beside = []
        elif not tag.startswith(_ALONE):
            self._depth += 1
            self._links += tag.startswith("<a ")

    def _text(self, piece: str) -> None:
        """Write a text piece and the parts of the groups that stand in it."""
        text = plain(piece)
        start, end = self._at, self._at + len(text)
        if end <= self._quiet:
            self._out.append(piece)
            self._at = end
            return
        while self._next < len(self._groups) and (group := self._groups[self._next]).start < end:
            if group.start > self._at:
                self._words(text[self._at - start : group.start - start])
            self._group(group, text, start, end)
            if group.end > end:
                break
            self._next += 1
        if self._at < end:
            self._words(text[self._at - start :])
        self._quiet = self._next_mark()

    def _next_mark(self) -> int:
        """Return where the next mark begins or the last one ends: text before it is written as it came."""
        marks = [self._groups[self._next].start] if self._next < len(self._groups) else []
        marks += [self._shades[self._shade].start] if self._shade < len(self._shades) else []
        return min([*marks, *[note.span.end - 1 for note in self._notes[:1]]], default=_NEVER)

    def _group(self, group: _Group, text: str, start: int, end: int) -> None:
        """Write that part of a group which stands in ``text``, the field's characters from ``start`` to ``end``."""
        out = self._out
        linked = self._links > 0
        tagged = group.close == "</a>"
        unlinked = linked and tagged  # links do not nest
        # The marks of a hashtag stay on the line of the word beside them.
        glued = tagged and len(group.words) > 1 and start <= group.start and group.end <= end
        if group.open:
            out.append((_PLAIN_TAG if unlinked else group.open) + ('<span class="nb">' if glued else ""))
        for word in group.words:
            if word.end > self._at and word.start < end:
                if word.start > self._at:
                    out.append(_escape(text[self._at - start : word.start - start]))
                if glued and word is group.words[-1]:
                    out.append('<span class="nb">')
                out.append(self._word(word, text, start, linked=linked or tagged))
                if glued and word is group.words[0]:
                    out.append("</span>")
                self._at = min(word.end, end)
                if not tagged:
                    self._settle()
        tail = min(group.end, end)
        if self._at < tail:
            out.append(_escape(text[self._at - start : tail - start]))
            self._at = tail
        if group.close:
            out.append(("</span>" if glued else "") + ("</span>" if unlinked else group.close))
        self._settle()

    def _word(self, word: _Word, text: str, start: int, *, linked: bool) -> str:
        """Return the element of a word, or of that piece of it which stands in ``text``; inside a link it is none."""
        tag, lang, names = word.tag, word.lang, " again" if word.again else ""
        shown, data = tag.inner or word.text, tag.data
        if word.start < start or word.end > start + len(text):
            shown = text[max(word.start, start) - start : word.end - start]
            data = f'{data} data-t="{word.text}"'
        names += tag.kind
        for note in self._notes:
            if note.span.start < word.end and word.start < note.span.end:
                names, lang = f"{names} noted", f'{lang} data-n="{escape(note.note.id)}"'
                break
        if linked:
            return f'<span{lang} class="w{names}"{data}>{shown}</span>'
        return f'<a{lang} class="w{names}"{tag.href}{data}>{shown}</a>'

    def _words(self, text: str) -> None:
        """Write text that belongs to no group, shaded where a shade says so."""
        start, end = self._at, self._at + len(text)
        shades = self._shades
        while self._shade < len(shades) and shades[self._shade].start < end:
            shade = shades[self._shade]
            if shade.end > self._at:
                self._plain(text, start, max(shade.start, self._at))
                stop = min(shade.end, end)
                shown = _escape(text[self._at - start : stop - start])
                self._out.append(f'<span class="{shade.names}">{shown}</span>' if shown.strip() else shown)
                self._at = stop
                self._settle()
                if shade.end > end:
                    return
            self._shade += 1
        self._plain(text, start, end)

    def _plain(self, text: str, start: int, stop: int) -> None:
        if stop > self._at:
            self._out.append(_escape(text[self._at - start : stop - start]))
            self._at = stop

    def _settle(self) -> None:
        """Write the marks of the notes whose words have been written."""
        while self._notes and self._notes[0].span.end <= self._at and not self._links:
            self._out.append(mark(self._notes[0]))
            self._beside.append(self._notes.pop(0))
