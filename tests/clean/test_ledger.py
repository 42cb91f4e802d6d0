"""The ledger: each non-empty line of a scrape stands in it once, with its part or the rule that dropped it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from site_builder.clean.lines.line import BLANK
from site_builder.clean.plain.text import clean_text
from tests.clean.families import FAMILIES, Press, scrape

_PRESS = Press("ledger")
LINES = st.one_of(
    st.sampled_from(
        [
            "",
            "Advertisement",
            "Related",
            "By Ada Quill",
            "March 4, 2019",
            "© 2019 Quay Press",
            "---",
            "Reply",
            "来源：灯塔网",
        ]
    ),
    st.sampled_from([_PRESS.sentence() for _ in range(9)] + [_PRESS.title() for _ in range(9)] + _PRESS.prose_zh()),
    st.sampled_from(
        ["*a note at the foot of it all", "# 诚信 #", "[^1]: x", "> quoted", "    code", "1. one", "- two"]
    ),
    st.text(max_size=40),
)
SCRAPES = st.lists(LINES, max_size=40).map("\n".join)


def visible(text: str) -> list[tuple[int, str]]:
    found = ((number, raw.strip(BLANK)) for number, raw in enumerate(text.split("\n"), 1))
    return [(number, line) for number, line in found if line]


@given(SCRAPES)
def test_nothing_is_lost_and_nothing_stands_twice(text: str) -> None:
    ledger = clean_text(text, "scrape.txt").ledger
    assert [entry.line for entry in ledger] == [number for number, _ in visible(text)]
    assert all(bool(entry.part) != bool(entry.rule) for entry in ledger)
    assert all((entry.article is not None) == bool(entry.part) for entry in ledger)


@given(SCRAPES)
def test_the_ledger_names_the_articles_that_there_are(text: str) -> None:
    cleaned = clean_text(text, "scrape.txt")
    named = {entry.article for entry in cleaned.ledger if entry.article is not None}
    assert named == set(range(len(cleaned.drafts)))
    assert bool(cleaned.drafts) != bool(cleaned.why_none)


@given(SCRAPES)
def test_no_word_of_a_body_is_new(text: str) -> None:
    source = re.sub(r"\W", "", text)
    for draft in clean_text(text, "scrape.txt").drafts:
        for block in re.split(r"\n\n", draft.article.body):
            plain = re.sub(r"\{: \.\w+ \}|\[\^\d+\]:?|&lt;|&amp;|&#\d+;|^## References", "", block)
            for line in plain.split("\n"):
                assert re.sub(r"\W", "", line) in source


def test_families_are_accounted_for() -> None:
    for family in FAMILIES:
        text, _ = scrape(family, 1)
        ledger = clean_text(text, "scrape.txt").ledger
        assert [entry.line for entry in ledger] == [number for number, _ in visible(text)]
