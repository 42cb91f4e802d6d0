from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.anchors import anchor
from site_builder.model.editorial import Note
from site_builder.model.issue import Where
from site_builder.model.text import Quote
from tests.annotate.texts import article

TEXT = article("A lamp stood by the gate. The gate was open.", "Nobody saw the ‘slow village’ (慢村).", title="Lamps")


def note(exact: str, before: str = "", after: str = "") -> Note:
    return Note("n1", Quote(exact, before, after), where=Where("content/annotations/lamps.yaml", 3, 1))


def test_a_quote_that_stands_once_is_anchored() -> None:
    (found,), issues = anchor([note("慢村")], TEXT)
    assert TEXT.body.text[found.place.span.start : found.place.span.end] == "慢村"
    assert not issues


def test_a_quote_in_the_title_is_anchored_there() -> None:
    (found,), _ = anchor([note("Lamps")], TEXT)
    assert found.place.field == "title"


def test_a_quote_that_stands_twice_is_an_orphan() -> None:
    found, (issue,) = anchor([note("gate")], TEXT)
    assert not found
    assert issue.code == "E041"
    assert str(issue.where) == "content/annotations/lamps.yaml:3:1"
    assert "prefix" in issue.hint


def test_context_chooses_between_two() -> None:
    (found,), _ = anchor([note("gate", before="The ")], TEXT)
    assert found.place.span.start == TEXT.body.text.index("gate was")


def test_wrong_context_is_an_orphan_and_says_what_stands_there() -> None:
    found, (issue,) = anchor([note("slow village", before="fast ")], TEXT)
    assert not found
    assert issue.code == "E040"
    assert "saw the ‘" in issue.hint


def test_straight_quotes_are_explained_not_accepted() -> None:
    found, (issue,) = anchor([note("'slow village'")], TEXT)
    assert not found
    assert "‘slow village’" in issue.hint
    assert "quotation marks" in issue.hint


def test_the_nearest_text_is_shown() -> None:
    _, (issue,) = anchor([note("The gate is open")], TEXT)
    assert "nearest: “The gate was ope" in issue.hint


def test_an_empty_quote_is_an_orphan() -> None:
    _, (issue,) = anchor([note("")], TEXT)
    assert issue.code == "E042"


@given(st.text("ab \n慢村", max_size=30), st.text("ab慢", min_size=1, max_size=4))
def test_a_quote_is_found_once_or_reported(body: str, exact: str) -> None:
    text = article(body)
    found, issues = anchor([note(exact)], text)
    assert len(found) + len(issues) == 1
    stands = sum(body.startswith(exact, at) for at in range(len(body)))
    assert len(found) == (1 if stands == 1 else 0)


@given(st.text("ab 慢村", max_size=20), st.data())
def test_a_quote_with_its_whole_context_is_always_found(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    if start < end:
        (found,), issues = anchor([note(body[start:end], body[:start], body[end:])], article(body))
        assert (found.place.span.start, found.place.span.end) == (start, end)
        assert not issues


def test_spaces_that_yaml_trims_do_not_make_an_orphan() -> None:
    (found,), _ = anchor([note("慢", "the old", "is shut")], article("慢 or the old 慢 is shut"))
    assert found.place.span.start == 13


def test_quotes_that_cross_are_a_warning_and_quotes_within_are_not() -> None:
    text = article("the old 慢村 inn is shut")
    found, issues = anchor([note("old 慢村"), note("慢村 inn"), note("慢村")], text)
    assert len(found) == 3
    assert [(issue.code, issue.severity) for issue in issues] == [("W043", "warning")]
