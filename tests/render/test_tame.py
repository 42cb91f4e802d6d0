"""Hostile Markdown takes no more time than its length; honest Markdown is not touched."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.render.body import to_html
from site_builder.render.flat import flatten
from site_builder.render.tame import tame

HOSTILE = {
    "open brackets": "[" * 5000,
    "open links": "[a](" * 3000,
    "pictures": "![" * 3000,
    "notes": "[^" * 3000,
    "entities": "&amp;" * 5000,
    "nested items": "1. " * 2000,
    "indented items": "\n".join(" " * (4 * depth) + "- x" for depth in range(150)),
    "quotations": ">" * 5000,
    "mixed nesting": "> - " * 2000,
    "ticks": " ".join("`" * n for n in range(1, 90)),
    "comments": "<!--" * 5000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    start = process_time()
    html, _ = to_html(text)
    assert html
    assert process_time() - start < 5  # some take hours without the guard, all far less than a second each with it


def test_brackets_that_close_nothing_stay_words() -> None:
    assert flatten(to_html("[" * 300 + " tea")[0]).text.strip() == "[" * 300 + " tea"


def test_links_of_a_crowded_block_stay_links() -> None:
    items = "\n".join(f"- [tea {n}](https://a.example/{n})" for n in range(150))
    assert to_html(items)[0].count("<a href=") == 150


def test_entities_read_as_what_they_stand_for() -> None:
    html, _ = to_html("a &amp; b &copy; &#33590; &nosuch; \\&amp; <b> &lt;i&gt;")
    assert flatten(html).text.strip() == "a & b © 茶 &nosuch; &amp; <b> <i>"


@given(st.text("ab 茶-*+>1.#&[]()!\n", max_size=200))
def test_honest_text_is_not_touched(text: str) -> None:
    assert tame(text) == text or ("    " * 10 in text or any(line.count(" ") >= 9 for line in text.splitlines()))


@pytest.mark.parametrize(
    "text",
    [
        " a ".join("`" * n for n in range(1, 700)),
        "Said.[^1]" * 10_000 + "\n\n[^1]: Why.",
        "# a {: .b .c" * 10_000,
        "a {: b\n" * 10_000,
    ],
    ids=["backticks of rising length", "marks of one note", "braces in a heading", "braces in many lines"],
)
def test_crowded_marks_take_time_by_their_length(text: str) -> None:
    start = process_time()
    to_html(text)
    assert process_time() - start < 5


def test_crowded_marks_read_the_same() -> None:
    ticks = " a ".join("`" * n for n in range(1, 100))
    assert flatten(to_html(ticks)[0]).text.strip() == ticks
    assert flatten(to_html("## " + "a {b} " * 200)[0]).text.strip() == ("a {b} " * 200).strip()
    assert to_html("`a` ``b`` " * 100)[0].count("<code>") == 200
    assert to_html("Said.[^1] " * 100 + "\n\n[^1]: Why.")[0].count("<sup") == 100
