"""Notes and their marks."""

from site_builder.clean.plain.notes import tie_notes

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
