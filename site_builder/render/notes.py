"""Numbers editors' notes and writes them: the mark in the text, and the note beside its paragraph.

Input: notes that were found in the text. Output: HTML. A note's words are plain text; an empty line
begins a new paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from site_builder.model.editorial import AnchoredNote, Note
from site_builder.model.text import Field, Span
from site_builder.render.han import with_lang


@dataclass(frozen=True, slots=True)
class NumberedNote:
    """A note, where it stands, and the letter that its mark shows (``a``, ``b``, … ``z``, ``aa``)."""

    note: Note
    field: Field
    span: Span
    letter: str


_LABELS = {
    "note": "Note",
    "correction": "Correction",
    "context": "Context",
    "translation": "Translation",
    "reading": "Reading",
    "question": "Question",
}


def numbered(notes: Iterable[AnchoredNote]) -> tuple[NumberedNote, ...]:
    """Return the notes in the order of the page, lettered."""
    order = {"title": 0, "dek": 1, "body": 2}
    found = sorted(notes, key=lambda n: (order[n.place.field], n.place.span.end, n.place.span.start, n.note.id))
    return tuple(
        NumberedNote(anchored.note, anchored.place.field, anchored.place.span, _letter(i))
        for i, anchored in enumerate(found)
    )


def _letter(number: int) -> str:
    """Return ``a`` to ``z`` for 0 to 25, then ``aa``: letters, since the author's own notes have numbers."""
    head, tail = divmod(number, 26)
    return (_letter(head - 1) if head else "") + chr(ord("a") + tail)


def mark(note: NumberedNote) -> str:
    """Return the mark that stands after the words a note speaks of."""
    name = escape(note.note.id)
    label = f"{_LABELS[note.note.kind]} {note.letter} of the editor"
    return (
        f'<sup class="nref" id="noteref-{name}">'
        f'<a href="#note-{name}" role="doc-noteref" aria-label="{label}">{note.letter}</a></sup>'
    )


def aside(notes: Iterable[NumberedNote]) -> str:
    """Return the notes of one paragraph as they stand beside it, or "" where there are none."""
    inner = "".join(_one(note) for note in notes)
    return f'<aside class="notes" aria-label="Editor’s notes">{inner}</aside>' if inner else ""


def _one(numbered_note: NumberedNote) -> str:
    note, letter = numbered_note.note, numbered_note.letter
    name = escape(note.id)
    head = f'<b class="on">{with_lang(note.quote.exact)}</b> ' if len(note.quote.exact) <= _QUOTED else ""
    reading = f"<i>{escape(note.reading)}</i> " if note.reading else ""
    gloss = f"‘{with_lang(note.gloss)}’ " if note.gloss else ""
    words = "".join(f"<p>{with_lang(part)}</p>" for part in note.note.split("\n\n") if part.strip())
    signed = ", ".join(escape(part) for part in (note.by, note.date) if part)
    by = f'<p class="by">— {signed}</p>' if signed else ""
    back = f'<a class="letter" href="#noteref-{name}" aria-label="Back to the text">{letter}</a>'
    kind = f'<span class="kind">{_LABELS[note.kind]}</span> ' if note.kind != "note" else ""
    return f'<div id="note-{name}" class="mnote"><p>{back} {kind}{head}{reading}{gloss}</p>{words}{by}</div>'


_QUOTED = 30  # code points of the quoted words that the note repeats at its head
