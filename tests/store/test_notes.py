"""What editors write in YAML: notes, glossary, readings, hashtags."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model.editorial import Editorial, GlossaryEntry, HashtagEntry, Note, ReadingEntry
from site_builder.model.issue import Where
from site_builder.model.text import Quote
from site_builder.store.content import read_editorial, read_notes
from site_builder.store.editorial import parse_notes

PATH = "content/annotations/tea.yaml"


def test_a_note_has_all_its_fields() -> None:
    text = """# by hand
- id: n1
  quote: 茶馆
  prefix: the old
  suffix: is shut
  kind: reading
  reading: cháguǎn
  gloss: tea house
  note: |
    First line.
    Second line.
  by: Lin
  date: 2024-05-01
"""
    quote = Quote("茶馆", "the old", "is shut")
    words = "First line.\nSecond line."
    where = Where(PATH, 3, 10)
    note = Note("n1", quote, "reading", "cháguǎn", "tea house", words, "Lin", "2024-05-01", where)
    assert parse_notes(text, PATH) == ((note,), ())


def test_a_list_under_one_key_is_a_list() -> None:
    notes, issues = parse_notes("annotations:\n- {quote: 茶, note: tea}\n", PATH)
    assert [(note.quote.exact, note.kind, len(note.id)) for note in notes] == [("茶", "note", 8)]
    assert issues == ()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "annotations:\n", "[]\n"])
def test_no_notes_is_no_problem(text: str) -> None:
    assert parse_notes(text, PATH) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("annotations: tea\n", ':1:14: E014 "annotations" must be a list, not a text'),
        ("- tea\n", ':1:3: E014 each item of "annotations" must be a mapping, not a text'),
        ("- note: x\n", ':1:3: E016 "quote" is missing or empty'),
        ("- {quote: '', note: x}\n", ':1:11: E016 "quote" is missing or empty'),
        ("- {quote: 茶}\n", ":1:11: E016 the note says nothing"),
        ("- {quote: 茶, note: x, quot: y}\n", ':1:23: E012 unknown key "quot"; did you mean "quote"?'),
        ("- {quote: 茶, note: x, kind: remark}\n", ':1:29: E017 "kind" cannot be "remark"'),
        ("- {id: a, quote: 茶, note: x}\n- {id: a, quote: 水, note: x}\n", ':2:8: E023 the id "a" is taken'),
        ("- &a {quote: 茶, note: x}\n- *a\n", ":1:3: E015 anchors and aliases"),
    ],
)
def test_what_is_wrong_with_a_note_is_named_with_its_place(text: str, expected: str) -> None:
    issues = [str(issue) for issue in parse_notes(text, PATH)[1]]
    assert [issue for issue in issues if issue.startswith(PATH + expected)], issues


def test_the_editors_files_are_read(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "glossary.yaml").write_text("- {term: 茶馆, reading: cháguǎn, english: [tea house], kind: place}\n")
    (content / "readings.yaml").write_text("readings:\n- {word: 重庆, reading: Chóngqìng, why: place name}\n")
    (content / "hashtags.yaml").write_text("- {name: '#一起 喝茶#', english: [Tea together], topics: [leisure]}\n")
    editorial, issues = read_editorial(tmp_path)
    assert issues == ()
    assert editorial == Editorial(
        (GlossaryEntry("茶馆", "cháguǎn", ("tea house",), "place", where=Where("content/glossary.yaml", 1, 10)),),
        (ReadingEntry("重庆", "Chóngqìng", "place name", Where("content/readings.yaml", 2, 10)),),
        (HashtagEntry("一起喝茶", ("Tea together",), ("leisure",), where=Where("content/hashtags.yaml", 1, 10)),),
    )


def test_two_entries_for_one_word_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/readings.yaml").write_text("- {word: 行, reading: háng}\n- {word: 行, reading: xíng}\n")
    editorial, issues = read_editorial(tmp_path)
    assert [entry.reading for entry in editorial.readings] == ["háng"]
    assert [str(issue) for issue in issues] == ['content/readings.yaml:2:10: E023 "行" has an entry already']


def test_a_site_without_these_files_has_nothing_to_say(tmp_path: Path) -> None:
    assert read_editorial(tmp_path) == (Editorial(), ())
    assert read_notes(tmp_path, "tea") == ((), ())
