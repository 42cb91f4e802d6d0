"""Weaves words, hashtags and notes into an article's HTML without touching a character of its text.

Input: an annotated article; its spans are in code points of the flat texts. Output: HTML of title,
dek and body, and what the cards need as compact JSON. ``strip(weave(x).body) == x.text.body.text``, always.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from site_builder.model.address import hashtag_path
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.text import Field
from site_builder.render.cards import Cards
from site_builder.render.notes import NumberedNote, aside, mark, numbered
from site_builder.render.tokens import cut, plain, text_of

_ALONE = ("<img", "<br", "<hr", "<sup", '<a class="back"', "<aside")
"""Pieces of markup that open nothing: void elements, and whole elements that ``cut`` keeps in one piece."""


_PLAIN_TAG = '<span class="tag" lang="zh-Hans">'
"""A hashtag inside a link of the author's: links do not nest."""


@dataclass(frozen=True, slots=True)
class Woven:
    """An article ready for its page: HTML, and the JSON of the cards (one record a distinct word)."""

    title: str
    dek: str
    body: str
    cards: str = "[]"


def strip(html: str) -> str:
    """Return the text of woven HTML without its annotations: the article's flat text again."""
    return text_of(html)


def weave(annotated: AnnotatedArticle, *, root: str = "../../", text: bool = True) -> Woven:
    """Return the article with every Chinese word marked, linked and explained.

    ``root`` leads from the article's page to the site's root. Without ``text`` the body is left out, and
    with it the cards of its words: for a public build of an article whose rights are reserved.
    """
    cards = Cards(annotated.mined, root)
    said = annotated.text
    notes = numbered(annotated.notes)
    title = _field(escape(said.title, quote=False), "title", annotated, cards, notes)
    dek = _field(escape(said.dek, quote=False), "dek", annotated, cards, notes)
    body = _field(annotated.html, "body", annotated, cards, notes) if text else ""
    beside_title = aside(note for note in notes if note.field != "body")
    return Woven(title, dek, beside_title + body, cards.json())


class _Group(NamedTuple):
    """Words that stand side by side, and the tags around them: a hashtag, or a run in one script.

    ``words`` are (start, end, class, href, other attributes); all offsets are those of the field.
    """

    start: int
    end: int
    open: str
    close: str
    words: list[tuple[int, int, str, str, str]]


def _field(html: str, field: Field, annotated: AnnotatedArticle, cards: Cards, notes: tuple[NumberedNote, ...]) -> str:
    """Return one field woven; ``html`` is its markup, whose text is the field's flat text."""
    here = [note for note in notes if note.field == field]
    groups = list(_groups(annotated, field, cards))
    return _Loom(groups, here).weave(html) if groups or here else html


def _groups(annotated: AnnotatedArticle, field: Field, cards: Cards) -> Iterator[_Group]:
    """Yield the hashtags and the runs of words of one field, in order."""
    words = [word for word in annotated.words if word.place.field == field]
    sections = [block.span.start for block in annotated.text.body.blocks if block.level] if field == "body" else []
    seen: set[str] = set()
    tagged = _tagged(annotated, field, cards.root)
    run: list[tuple[int, int, str, str, str]] = []
    script = ""
    tag = next(tagged, None)
    for word in words:
        start, end = word.place.span.start, word.place.span.end
        while sections and sections[0] <= start:
            del sections[0]
            seen.clear()
        while tag and tag.end <= start:
            yield from _run(run, script)
            run = []
            yield tag
            tag = next(tagged, None)
        again = " again" if word.text in seen else ""
        seen.add(word.text)
        more, href, data = cards.tag(word)
        piece = (start, end, again + more, href, data)
        if tag and tag.start <= start and end <= tag.end:
            tag.words.append(piece)
            continue
        if run and (run[-1][1] != start or script != word.script):
            yield from _run(run, script)
            run = []
        run.append(piece)
        script = word.script
    yield from _run(run, script)
    while tag:
        yield tag
        tag = next(tagged, None)


def _tagged(annotated: AnnotatedArticle, field: Field, root: str) -> Iterator[_Group]:
    """Yield the hashtags of one field as groups that still want their words."""
    for use in annotated.mined.hashtags:
        if use.place.field == field:
            span = use.place.span
            href = escape(root + hashtag_path(use.name))
            yield _Group(span.start, span.end, f'<a class="tag" href="{href}" lang="zh-Hans">', "</a>", [])


def _run(words: list[tuple[int, int, str, str, str]], script: str) -> Iterator[_Group]:
    """Yield a run of words that touch; one word alone carries its language itself."""
    if len(words) == 1:
        start, end, more, href, data = words[0]
        yield _Group(start, end, "", "", [(start, end, more, href, f'{data} lang="{script}"')])
    elif words:
        yield _Group(words[0][0], words[-1][1], f'<span lang="{script}">', "</span>", words)


class _Loom:
    """One walk through the pieces of a field's HTML, with the marks that are still to come."""

    __slots__ = ("_at", "_beside", "_depth", "_groups", "_links", "_next", "_notes", "_out")

    def __init__(self, groups: list[_Group], notes: list[NumberedNote]) -> None:
        self._out: list[str] = []
        self._groups = groups
        self._next = 0  # the first group that is not yet wholly written
        self._notes = notes  # notes whose mark is still to come
        self._beside: list[NumberedNote] = []  # notes that wait for the end of their paragraph
        self._at = self._depth = self._links = 0

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
        while self._next < len(self._groups) and (group := self._groups[self._next]).start < end:
            if group.start > self._at:
                self._words(text[self._at - start : group.start - start])
            self._group(group, text, start, end)
            if group.end > end:
                break
            self._next += 1
        if self._at == start and not self._notes:
            self._out.append(piece)
            self._at = end
        elif self._at < end:
            self._words(text[self._at - start :])

    def _group(self, group: _Group, text: str, start: int, end: int) -> None:
        """Write that part of a group which stands in ``text``, the field's characters from ``start`` to ``end``."""
        linked = self._links > 0
        tagged = group.close == "</a>"
        out = self._out
        if group.open:
            out.append(_PLAIN_TAG if tagged and linked else group.open)
        for first, last, more, href, data in group.words:
            if last <= self._at or first >= end:
                continue
            if first > self._at:
                out.append(escape(text[self._at - start : first - start], quote=False))
            shown = escape(text[max(first, start) - start : last - start], quote=False)
            noted = (
                " noted" if self._notes and any(n.span.start < last and first < n.span.end for n in self._notes) else ""
            )
            if tagged or linked:
                out.append(f'<span class="w{more}{noted}"{data}>{shown}</span>')
            else:
                out.append(f'<a class="w{more}{noted}"{href}{data}>{shown}</a>')
            self._at = min(last, end)
        tail = min(group.end, end)
        if self._at < tail:
            out.append(escape(text[self._at - start : tail - start], quote=False))
            self._at = tail
        if group.close:
            out.append("</span>" if tagged and linked else group.close)
        self._settle()

    def _words(self, text: str) -> None:
        """Write text that belongs to no group, the words of a note set apart."""
        end = self._at + len(text)
        while self._at < end:
            note = next((n for n in self._notes if n.span.start < end and n.span.end > self._at), None)
            stop = end if note is None else min(note.span.end if note.span.start <= self._at else note.span.start, end)
            shown = escape(text[len(text) - (end - self._at) : len(text) - (end - stop)], quote=False)
            inside = note is not None and note.span.start <= self._at
            self._out.append(f'<span class="noted">{shown}</span>' if inside and shown.strip() else shown)
            self._at = stop
            self._settle()

    def _settle(self) -> None:
        """Write the marks of the notes whose words have been written."""
        while self._notes and self._notes[0].span.end <= self._at and not self._links:
            self._out.append(mark(self._notes[0]))
            self._beside.append(self._notes.pop(0))
