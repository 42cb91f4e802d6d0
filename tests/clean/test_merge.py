"""Three-way merge of what was ingested, what a person wrote, and what the scrape says now."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.clean.merge import MIDDLE, MINE, THEIRS, merge_text

TEXTS = st.lists(st.sampled_from("abcdef"), max_size=8).map("\n".join)


def test_changes_in_different_places_are_both_taken() -> None:
    assert merge_text("a\nb\nc\nd", "A\nb\nc\nd", "a\nb\nc\nD") == ("A\nb\nc\nD", 0)


def test_changes_of_one_place_stand_side_by_side() -> None:
    merged, conflicts = merge_text("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc")
    assert conflicts == 1
    assert merged.split("\n") == ["a", MINE, "", "mine", "", MIDDLE, "", "theirs", "", THEIRS, "c"]


@given(TEXTS, TEXTS)
def test_who_did_nothing_has_no_say(base: str, other: str) -> None:
    assert merge_text(base, base, other) == (other, 0)
    assert merge_text(base, other, base) == (other, 0)
    assert merge_text(base, other, other) == (other, 0)


@given(TEXTS, TEXTS, TEXTS)
def test_no_new_line_is_lost(base: str, mine: str, theirs: str) -> None:
    merged = merge_text(base, mine, theirs)[0].split("\n")
    for line in {*mine.split("\n"), *theirs.split("\n")} - {*base.split("\n")}:
        assert line in merged
