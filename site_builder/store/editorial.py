"""The reader of what editors write in YAML: notes on articles, the glossary, hashtags and readings.

Input: the folder of the site. Output: values of ``model.editorial``, each with the place it was
written at, and an issue for everything that is wrong. A missing file is an empty one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from site_builder.model.editorial import Editorial, GlossaryEntry, HashtagEntry, Note, NoteKind, ReadingEntry
from site_builder.model.issue import Issue
from site_builder.model.mined import TermKind
from site_builder.model.text import Quote
from site_builder.model.wording import shorten
from site_builder.store.files import read_text
from site_builder.store.yaml import Form, read_list

NOTE_KEYS = ("id", "quote", "prefix", "suffix", "kind", "reading", "gloss", "note", "by", "date")
TERM_KEYS = ("term", "reading", "english", "kind", "note", "traditional")
HASHTAG_KEYS = ("name", "english", "topics", "note")
READING_KEYS = ("word", "reading", "why")

_ID = re.compile(r"\w[\w.-]{0,63}")
_NOTE_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)
_TERM_KINDS: tuple[TermKind, ...] = get_args(TermKind)


def read_editorial(root: Path) -> tuple[Editorial, tuple[Issue, ...]]:
    """Return what holds for the whole site at ``root``, and every problem found."""
    found: list[Issue] = []
    glossary = [_term(form) for form in _entries(root, "glossary", TERM_KEYS, found)]
    readings = [_reading(form) for form in _entries(root, "readings", READING_KEYS, found)]
    hashtags = [_hashtag(form) for form in _entries(root, "hashtags", HASHTAG_KEYS, found)]
    editorial = Editorial(
        tuple(entry for entry in glossary if entry.term),
        tuple(entry for entry in readings if entry.word and entry.reading),
        tuple(entry for entry in hashtags if entry.name),
    )
    return editorial, tuple(dict.fromkeys(found))


def read_notes(root: Path, slug: str) -> tuple[tuple[Note, ...], tuple[Issue, ...]]:
    """Return the notes on the article ``slug`` in the order of their file, and every problem found."""
    path = root / "content" / "annotations" / f"{slug}.yaml"
    if not path.exists() and not path.is_symlink():
        return (), ()
    shown = f"content/annotations/{slug}.yaml"
    text, issues = read_text(path, shown, root)
    return parse_notes(text, shown) if text is not None else ((), issues)


def parse_notes(text: str, path: str) -> tuple[tuple[Note, ...], tuple[Issue, ...]]:
    """Return the notes in ``text``: a list, or a list under the key ``annotations``; and every problem found."""
    found: list[Issue] = []
    notes: list[Note] = []
    seen: set[str] = set()
    for form in read_list(text, path, "annotations", found):
        form.only(NOTE_KEYS)
        note = _note(form)
        if note.id in seen:
            form.problem("id", "E023", f'the id "{note.id}" is taken by another note', "give it another id")
        elif note.quote.exact:
            notes.append(note)
        seen.add(note.id)
    return tuple(notes), tuple(dict.fromkeys(found))


def _note(form: Form) -> Note:
    exact = form.verbatim("quote") if form.text("quote", required=True, lines=True) else ""
    quote = Quote(exact, form.verbatim("prefix"), form.verbatim("suffix"))
    note = Note(
        id=form.text("id") or note_id(quote, form.text("note", lines=True)),
        quote=quote,
        kind=form.choice("kind", _NOTE_KINDS, "note"),
        reading=form.text("reading"),
        gloss=form.text("gloss"),
        note=form.text("note", lines=True),
        by=form.text("by"),
        date=form.text("date"),
        where=form.at("quote"),
    )
    if not _ID.fullmatch(note.id):
        hint = "letters, digits, hyphens, underscores and dots only"
        form.problem("id", "E018", f'the id cannot be "{shorten(note.id)}"', hint)
    if not (note.note or note.reading or note.gloss):
        form.problem("quote", "E016", "the note says nothing", "add one of: note, reading, gloss")
    return note


def note_id(quote: Quote, note: str = "") -> str:
    """Return the id of a note that was given none: eight hex digits that depend on its words only."""
    text = f"{quote.exact}\0{quote.before}\0{quote.after}\0{note}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _entries(root: Path, name: str, keys: tuple[str, ...], found: list[Issue]) -> Iterator[Form]:
    """Return the entries of ``content/<name>.yaml``; the first key is the one that no two entries may share."""
    path = root / "content" / f"{name}.yaml"
    if not path.exists() and not path.is_symlink():
        return
    shown = f"content/{name}.yaml"
    text, issues = read_text(path, shown, root)
    found.extend(issues)
    seen: set[str] = set()
    for form in read_list(text, shown, name, found) if text is not None else ():
        form.only(keys)
        value = form.text(keys[0], required=True)
        if value in seen:
            form.problem(keys[0], "E023", f'"{value}" has an entry already', "join the two entries")
        elif value:
            yield form
        seen.add(value)


def _term(form: Form) -> GlossaryEntry:
    return GlossaryEntry(
        term=form.text("term"),
        reading=form.text("reading"),
        english=form.texts("english"),
        kind=form.choice("kind", _TERM_KINDS, "term") if form.has("kind") else None,
        note=form.text("note", lines=True),
        traditional=form.text("traditional"),
        where=form.at("term"),
    )


def _reading(form: Form) -> ReadingEntry:
    return ReadingEntry(form.text("word"), form.text("reading", required=True), form.text("why"), form.at("word"))


def _hashtag(form: Form) -> HashtagEntry:
    name = "".join(unicodedata.normalize("NFKC", form.text("name")).strip("#").split())
    note = form.text("note", lines=True)
    return HashtagEntry(name, form.texts("english"), form.texts("topics"), note, form.at("name"))
