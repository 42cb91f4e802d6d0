"""The annotation editor's decisions, without a disk or a network.

Input: what the browser sent and what stands in the site. Output: the text to write, a conflict (the
file changed since the page was loaded) or a refusal, each with words for the person. Places are named
by quotes, never by offsets: a quote that is not found exactly once is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from site_builder.annotate.anchors import anchor
from site_builder.model.editorial import Note, NoteKind
from site_builder.model.issue import Where
from site_builder.model.text import ArticleText, Quote
from site_builder.store import patch
from site_builder.store.editorial import note_id, parse_notes

Action = Literal["save", "remove"]

FIELDS: Mapping[str, int] = {
    "id": 64,
    "quote": 500,
    "prefix": 200,
    "suffix": 200,
    "kind": 20,
    "reading": 200,
    "gloss": 500,
    "note": 10_000,
    "by": 100,
}
"""What the browser may send of a note, each with the most characters it may have."""

_KINDS: tuple[NoteKind, ...] = get_args(NoteKind)


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person asks for. ``base`` is the version of the notes that the page showed."""

    article: str
    base: str
    action: Action
    note: Note


@dataclass(frozen=True, slots=True)
class State:
    """What stands in the site: the notes file of the article, "" for none, and the article's text."""

    file: str
    text: ArticleText | None
    today: str


@dataclass(frozen=True, slots=True)
class Write:
    """The whole new text of the notes file, and the id of the note."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Someone else changed the file; nothing is written."""

    message: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """The edit cannot be made; ``field`` is the part of the form it is about, or ""."""

    message: str
    field: str = ""


Answer = Write | Conflict | Refusal


def version(file: str) -> str:
    """Return the version of a notes file: a hash of its text."""
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_edit(data: object) -> Edit | Refusal:
    """Return the edit in the JSON value ``data``, or why it is none."""
    if not isinstance(data, dict) or set(data) != {"article", "base", "action", "note"}:
        return Refusal("an edit has article, base, action and note")
    article, base, action, note = data["article"], data["base"], data["action"], data["note"]
    if not isinstance(article, str) or not isinstance(base, str) or action not in get_args(Action):
        return Refusal("article and base are texts, action is save or remove")
    if not isinstance(note, dict) or not set(note) <= set(FIELDS):
        return Refusal(f"a note has {', '.join(FIELDS)}")
    for field, value in note.items():
        if fault := _fault(field, value):
            return Refusal(fault, str(field))
    return Edit(article, base, action, _note(note))


def _fault(field: str, value: object) -> str:
    if not isinstance(value, str):
        return f"{field} must be text"
    if len(value) > FIELDS[field]:
        return f"{field} has more than {FIELDS[field]:,} characters"
    if not value.replace("\n", "").replace("\t", "").replace("\u3000", "").replace("\xa0", "").isprintable():
        return f"{field} has invisible or control characters"
    if field == "kind" and value not in _KINDS:
        return f"kind is one of {', '.join(_KINDS)}"
    return ""


def _note(values: Mapping[str, str]) -> Note:
    kind: NoteKind = next((kind for kind in _KINDS if kind == values.get("kind")), "note")
    quote = Quote(values.get("quote", ""), values.get("prefix", ""), values.get("suffix", ""))
    name, reading, gloss, note, by = (values.get(key, "").strip() for key in ("id", "reading", "gloss", "note", "by"))
    return Note(name, quote, kind, reading, gloss, note, by)


def decide(edit: Edit, state: State) -> Answer:
    """Return what is to be written, or why nothing is."""
    if state.text is None:
        return Refusal(f"there is no article “{edit.article}” without problems")
    if edit.base != version(state.file):
        return Conflict("The notes of this article have changed since this page was loaded. Reload, then try again.")
    notes, issues = parse_notes(state.file, "")
    if errors := [issue for issue in issues if issue.severity == "error"]:
        return Refusal(
            f"the notes file has a problem that must be mended first, on line {errors[0]}".replace(" :", " ")
        )
    if edit.action == "remove":
        return _removed(edit.note.id, notes, state)
    note = _anchored(edit.note, state.text)
    return note if isinstance(note, Refusal) else _saved(note, notes, state)


def _anchored(note: Note, text: ArticleText) -> Note | Refusal:
    """Return ``note`` with no more context than it needs to stand in one place of the text."""
    if not note.quote.exact.strip():
        return Refusal("select the words that the note is about", "quote")
    if not (note.note or note.reading or note.gloss):
        return Refusal("write a note, a reading or a gloss", "note")
    bare = replace(note, quote=Quote(note.quote.exact))
    found, _ = anchor((bare,), text)
    if found:
        return bare
    found, orphans = anchor((note,), text)
    if found:
        return note
    return Refusal("; ".join(f"{orphan.message} ({orphan.hint})" for orphan in orphans), "quote")


def _saved(note: Note, notes: tuple[Note, ...], state: State) -> Answer:
    ids = [other.id for other in notes]
    if note.id and note.id not in ids:
        return Conflict(f"The note “{note.id}” is not there any more. Reload, then try again.")
    new = replace(note, id=note.id or _fresh_id(note, ids), date=state.today)
    entry = _entry(new)
    try:
        at = ids.index(new.id) if note.id else len(notes)
        text = patch.replace(state.file, at, entry) if note.id else patch.append(state.file, entry)
    except patch.Unpatchable:
        return _by_hand()
    return _verified(text, (*notes[:at], new, *notes[at + 1 :]), new.id)


def _removed(note: str, notes: tuple[Note, ...], state: State) -> Answer:
    at = next((i for i, other in enumerate(notes) if other.id == note), None)
    if at is None:
        return Conflict(f"The note “{note}” is not there any more. Reload, then try again.")
    try:
        text = patch.remove(state.file, at)
    except patch.Unpatchable:
        return _by_hand()
    return _verified(text, (*notes[:at], *notes[at + 1 :]), note)


def _verified(text: str, expected: tuple[Note, ...], note: str) -> Answer:
    """Read the new text back: only what says exactly what was meant is written."""
    again, issues = parse_notes(text, "")
    nowhere = Where("")
    same = [replace(one, where=nowhere) for one in again] == [replace(one, where=nowhere) for one in expected]
    return Write(text, note) if same and all(issue.severity != "error" for issue in issues) else _by_hand()


def _by_hand() -> Refusal:
    return Refusal("the notes file has a form that this editor cannot change; change it in a text editor")


def _fresh_id(note: Note, taken: list[str]) -> str:
    first = note_id(note.quote, note.note)
    return next(name for name in (first, *(f"{first}-{i}" for i in range(2, len(taken) + 3))) if name not in taken)


def plain(note: Note) -> dict[str, str]:
    """Return a note as the browser gets it: its ``FIELDS``."""
    quote = note.quote
    values = (note.id, quote.exact, quote.before, quote.after, note.kind, note.reading, note.gloss, note.note, note.by)
    return dict(zip(FIELDS, values, strict=True))


def _entry(note: Note) -> dict[str, object]:
    """Return what is written of a note, in the order of the keys; empty ones are left out."""
    return {key: value for key, value in {**plain(note), "date": note.date}.items() if value}
