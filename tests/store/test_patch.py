"""Notes are added and changed in place: what a person wrote stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.store.editorial import parse_notes
from site_builder.store.patch import Unpatchable, append, remove, replace

FILE = """# Notes on tea
- id: a   # the first
  quote: 茶
  note: |
    One # no comment

    Two
  by: Lin

# on water
- id: b
  quote: 水
  note: x
# the end
"""


def test_an_entry_is_added_after_the_last() -> None:
    assert append(FILE, {"id": "c", "quote": "a: b", "note": "1\n2"}) == FILE.replace(
        "# the end", "- id: c\n  quote: 'a: b'\n  note: |-\n    1\n    2\n# the end"
    )


def test_only_the_value_that_changes_is_written() -> None:
    new = {"id": "a", "quote": "茶", "note": "Three", "by": "Lin"}
    old = "note: |\n    One # no comment\n\n    Two\n"
    assert replace(FILE, 0, new) == FILE.replace(old, "note: Three\n")


def test_a_value_can_come_and_go() -> None:
    assert replace(FILE, 1, {"id": "b", "quote": "水", "gloss": "water"}) == FILE.replace("note: x", "gloss: water")


def test_an_entry_is_taken_out_with_its_lines() -> None:
    assert remove(FILE, 1) == FILE.replace("- id: b\n  quote: 水\n  note: x\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "- id: c\n"),
        ("# none yet", "# none yet\n- id: c\n"),
        ("annotations:\n", "annotations:\n- id: c\n"),
        ("annotations: []\n", "annotations: [{id: c}]\n"),
        ("[{id: a}] # all\n", "[{id: a}, {id: c}] # all\n"),
        ("annotations:\n- {id: a}\n", "annotations:\n- {id: a}\n- id: c\n"),
        ("annotations:\n    - id: a\n      note: x", "annotations:\n    - id: a\n      note: x\n    - id: c\n"),
        ("- id: a\n  note: >\n    x\n\n\n", "- id: a\n  note: >\n    x\n- id: c\n\n\n"),
    ],
)
def test_every_form_of_list_can_grow(text: str, expected: str) -> None:
    assert append(text, {"id": "c"}) == expected


@pytest.mark.parametrize("text", ["annotations: tea\n", "a: 1\nb: 2\n", "tea\n"])
def test_what_is_no_list_is_left_to_a_person(text: str) -> None:
    with pytest.raises(Unpatchable):
        append(text, {"id": "c"})


line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"]), min_size=1, max_size=20)
entries = st.fixed_dictionaries({"quote": line, "note": st.lists(line, min_size=1, max_size=3).map("\n".join)})


@settings(deadline=None, max_examples=50)
@given(st.lists(entries, min_size=1, max_size=4), st.data())
def test_what_is_added_or_changed_reads_back(many: list[dict[str, str]], data: st.DataObject) -> None:
    text = "# head\n"
    for number, entry in enumerate(many):
        text = append(text, {"id": str(number), **entry})
    at = data.draw(st.integers(0, len(many) - 1))
    changed = {"id": str(at), **data.draw(entries)}
    rows = [{"id": str(number), **entry} for number, entry in enumerate(many)]
    rows[at] = changed
    notes, _ = parse_notes(replace(text, at, changed), "")
    expected = [(row["id"], row["quote"], row["note"].strip()) for row in rows if row["quote"].strip()]
    assert [(note.id, note.quote.exact, note.note) for note in notes] == expected
