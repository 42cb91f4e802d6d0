"""Notes and their marks."""

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.plain.notes import tie_notes
from tests.clean.families import Press

TEXT = "Keepers argued at length over the slogan's wording{}, and most of them gave up."


def ties(texts: list[str], notes: list[str]) -> list[tuple[int, str, int]]:
    return [(tie.text, texts[tie.text][tie.start : tie.end], tie.note) for tie in tie_notes(texts, notes)[0]]


def test_a_mark_leads_to_the_note_that_bears_it() -> None:
    texts = [TEXT.format("**"), TEXT.format("*")]
    assert ties(texts, ["*one", "**two"]) == [(0, "**", 1), (1, "*", 0)]


def test_numbers_in_brackets() -> None:
    assert ties([TEXT.format("[1]"), TEXT.format("[2]")], ["[1] one", "[2] two"]) == [(0, "[1]", 0), (1, "[2]", 1)]


def test_a_mark_that_no_note_bears_is_matched_in_order_and_logged() -> None:
    texts, notes = [TEXT.format("**")], ["*one", "*two"]
    assert ties(texts, notes) == [(0, "**", 0)]
    assert tie_notes(texts, notes)[1] == ("footnote mark ** in the text tied to the note marked *",)


def test_masked_names_are_no_marks() -> None:
    assert ties(["– Ad** Qu****", TEXT.format("**")], ["**two"]) == [(1, "**", 0)]


def test_stars_between_blanks_and_words_in_brackets_are_no_marks() -> None:
    assert ties(["They built a 5 * 3 grid and asked for [no] questions at all."], ["*one"]) == []


def test_a_note_without_a_mark_is_left() -> None:
    assert ties(["Nothing in this sentence bears a mark of any kind."], ["*one"]) == []


@pytest.mark.parametrize(
    ("mark", "tied"),
    [
        ("them.[1] It was <b>late</b>.[2]", "them.[^1] It was **late**.[^2]"),
        ("them<sup>[1]</sup>, and it was <b>late</b><sup>[2]</sup>.", "them[^1], and it was **late**[^2]."),
        ("them.[1] It was late.", "them.\\[1] It was late."),
        ("them.[1] It was late.[1] They slept.[2]", "them.\\[1] It was late.\\[1] They slept.\\[2]"),
    ],
    ids=["text", "raised", "one note unmarked", "one cited twice"],
)
def test_marks_of_a_page_that_are_text_lead_to_their_notes(mark: str, tied: str) -> None:
    prose = "".join(f"<p>{text}</p>" for text in Press("notes of a page").prose())
    notes = "<p>[1] The office sent a <i>note</i> on Wednesday.</p><p>[2] Nobody has read it.</p>"
    page = f"<h1>The last lamp</h1><p>By Ada Quill, 5 March 2024</p>{prose}<p>The keeper agreed with {mark}</p>{notes}"
    (draft,) = clean(f"<html><body>{page}</body></html>".encode(), "lamp.html").drafts
    first, second = ("[^1]:", "[^2]:") if "[^2]" in tied else ("\\[1]", "\\[2]")
    end = f"{first} The office sent a *note* on Wednesday.\n\n{second} Nobody has read it.\n"
    assert f"The keeper agreed with {tied}" in draft.article.body
    assert draft.article.body.endswith(
        end if "[^2]" in tied else end.replace("[^1]:", "\\[1]").replace("[^2]:", "\\[2]")
    )
