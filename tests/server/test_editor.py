"""The annotation editor decides: write, conflict or refusal; no disk, no network."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.model.text import ArticleText, FlatText
from site_builder.server.editor import Conflict, Edit, Refusal, State, Write, decide, read_edit, version
from site_builder.store.editorial import parse_notes

TEXT = ArticleText("Tea houses", "", FlatText("The tea house (茶馆) is old. Another 茶馆 is new. They drink 水."))
FILE = "# by hand\n- id: n1\n  quote: 水\n  kind: note\n  note: water  # short\n  by: Lin\n  date: 2024-01-01\n"


def state(file: str = FILE, text: ArticleText | None = TEXT) -> State:
    return State(file, text, "2024-05-01")


def asked(file: str = FILE, action: str = "save", **note: str) -> Edit:
    edit = read_edit({"article": "tea", "base": version(file), "action": action, "note": note})
    assert isinstance(edit, Edit)
    return edit


def test_a_new_note_is_written_after_the_others() -> None:
    answer = decide(asked(quote="tea house", note="In Sichuan: 茶馆", by="Ann", id=""), state())
    assert isinstance(answer, Write)
    assert answer.text == (
        f"{FILE}- id: {answer.id}\n  quote: tea house\n  kind: note\n"
        "  note: 'In Sichuan: 茶馆'\n  by: Ann\n  date: '2024-05-01'\n"
    )


def test_context_is_kept_only_where_the_words_stand_twice() -> None:
    answer = decide(asked("", quote="茶馆", prefix="house (", suffix=") is", gloss="tea house"), state(""))
    assert isinstance(answer, Write)
    assert "prefix: house (\n  suffix: ) is\n" in answer.text
    alone = decide(asked("", quote="水", prefix="drink ", suffix=".", gloss="water"), state(""))
    assert isinstance(alone, Write)
    assert "prefix" not in alone.text


def test_a_note_is_changed_in_place() -> None:
    answer = decide(asked(id="n1", quote="水", kind="note", note="clear water", by="Lin"), state())
    assert isinstance(answer, Write)
    assert answer.text == FILE.replace("water  # short", "clear water").replace("2024-01-01", "'2024-05-01'")


def test_a_note_is_taken_out() -> None:
    file = FILE + "- {id: n2, quote: old, note: x}\n"
    answer = decide(asked(file, "remove", id="n1"), state(file))
    assert answer == Write("# by hand\n- {id: n2, quote: old, note: x}\n", "n1")


@pytest.mark.parametrize("note", [{"id": "n1", "quote": "水", "note": "x"}, {"quote": "水", "note": "x"}])
def test_a_file_that_changed_since_is_a_conflict(note: dict[str, str]) -> None:
    assert isinstance(decide(asked(**note), state(FILE + "# more\n")), Conflict)


@pytest.mark.parametrize("action", ["save", "remove"])
def test_a_note_that_is_gone_is_a_conflict(action: str) -> None:
    assert isinstance(decide(asked(FILE, action, id="n9", quote="水", note="x"), state()), Conflict)


@pytest.mark.parametrize(
    ("note", "field", "says"),
    [
        ({"quote": "茶馆", "note": "x"}, "quote", "stands 2 times"),
        ({"quote": "coffee", "note": "x"}, "quote", "is not in the article"),
        ({"quote": "  ", "note": "x"}, "quote", "select the words"),
        ({"quote": "水", "note": "  "}, "note", "write a note"),
    ],
)
def test_what_has_no_place_or_says_nothing_is_refused(note: dict[str, str], field: str, says: str) -> None:
    answer = decide(asked(**note), state())
    assert isinstance(answer, Refusal)
    assert answer.field == field
    assert says in answer.message


@pytest.mark.parametrize("file", ["- {quote: x, note: y, colour: z}\n", "annotations: tea\n"])
def test_a_broken_file_is_mended_by_hand_first(file: str) -> None:
    answer = decide(asked(file, quote="水", note="x"), state(file))
    assert isinstance(answer, Refusal)
    assert "line 1" in answer.message


def test_no_article_no_notes() -> None:
    assert isinstance(decide(asked(quote="水", note="x"), state(text=None)), Refusal)


good: dict[str, Any] = {"article": "tea", "base": "", "action": "save", "note": {"quote": "水", "note": "x"}}


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {**good, "more": 1},
        {**good, "article": 3},
        {**good, "action": "erase"},
        {**good, "note": "x"},
        {**good, "note": {"quote": "水", "colour": "x"}},
        {**good, "note": {"quote": ["水"]}},
        {**good, "note": {"quote": "水" * 501}},
        {**good, "note": {"quote": "水", "note": "a\x1b[2J"}},
        {**good, "note": {"quote": "水", "note": "\u202eevil"}},
        {**good, "note": {"quote": "\ud800"}},
        {**good, "note": {"quote": "水", "kind": "remark"}},
    ],
)
def test_what_is_no_edit_is_refused(data: object) -> None:
    assert isinstance(read_edit(data), Refusal)


@pytest.mark.parametrize(
    "note", ["- a\n- b", "x: y # z", "'\"", "---", "*a", "!!python/x", "|", "a\n\n\nb", "# c", "茶\n水"]
)
def test_no_words_can_break_the_file(note: str) -> None:
    answer = decide(asked(quote="水", note=note, by="Ann"), state())
    assert isinstance(answer, Write)
    assert answer.text.startswith(FILE)
    assert parse_notes(answer.text, "")[0][-1].note == note


def test_a_name_has_one_line() -> None:
    assert isinstance(decide(asked(quote="水", note="x", by="Ann\n- id: n2"), state()), Refusal)
