"""Writes the marks of a field into its HTML, in one walk.

Input: HTML that ``body`` wrote, the groups, shades and notes of its flat text. Output: the same HTML with them in it,
every character of its text as it was.
"""

from __future__ import annotations

import sys
from html import escape

from site_builder.render.groups import Group, Piece, Shade
from site_builder.render.notes import NumberedNote, aside, mark
from site_builder.render.tokens import cut, plain

_ALONE = ("<img", "<br", "<hr", "<sup", '<a class="back"', "<aside")
"""Pieces of markup that open nothing: void elements, and whole elements that ``cut`` keeps in one piece."""


_NEVER = sys.maxsize
_PLAIN_TAG = '<span class="tag" lang="zh-Hans">'
"""A hashtag inside a link of the author's: links do not nest."""


def _escape(text: str) -> str:
    """Escape text for a text node; most of it has nothing to escape."""
    return escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


class Loom:
    """One walk through the pieces of a field's HTML, with the marks that are still to come."""

    __slots__ = (
        *("_at", "_beside", "_depth", "_groups", "_links", "_next"),
        *("_notes", "_out", "_quiet", "_shade", "_shades"),
    )

    def __init__(self, groups: list[Group], shades: list[Shade], notes: list[NumberedNote]) -> None:
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

    def _group(self, group: Group, text: str, start: int, end: int) -> None:
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

    def _word(self, word: Piece, text: str, start: int, *, linked: bool) -> str:
        """Return the element of a word, or of that piece of it which stands in ``text``; inside a link it is none."""
        tag, lang, names = word.tag, word.lang, " again" if word.again else ""
        shown, data = tag.inner or word.text, tag.unlinked if linked else tag.data
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
