"""Bullets and numbers at the heads of lines in a row are a list; one alone is text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from site_builder.clean.lines.bullets import find_items
from site_builder.clean.plain.text import clean_text
from site_builder.render.body import to_html
from site_builder.render.flat import flatten
from tests.clean.test_markdown import SNIPPETS

PROSE = "The keepers of the harbour count their lamps each evening, and nobody knows what becomes of the numbers."


def body(*lines: str) -> str:
    """Return the Markdown of lines in an article, without the prose around them."""
    text = "\n\n".join(["Who Counts the Lamps?", "By Ada Quill", PROSE, f"{PROSE} Again.", *lines, f"{PROSE} At last."])
    (draft,) = clean_text(text, "lamps.txt").drafts
    return draft.article.body.removeprefix(f"{PROSE}\n\n{PROSE} Again.\n\n").removesuffix(f"\n\n{PROSE} At last.")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("• The lamps are old.", "• Boats need them."), "- The lamps are old.\n- Boats need them."),
        (("- one of them", "- # two", "- three"), "- one of them\n- \\# two\n- three"),
        (("·第一点", "·第二点"), "- 第一点\n- 第二点"),
        (("2. Count them.", "3. Send the list.", "4. 5 * 3"), "2. Count them.\n3. Send the list.\n4. 5 \\* 3"),
        (("• a lamp of old", "1. Count.", "2. Send."), "• a lamp of old\n\n1. Count.\n2. Send."),
        (("- The lamps are old.",), "\\- The lamps are old."),
        (("1. Count them.", "3. Send the list."), "1\\. Count them.\n\n3\\. Send the list."),
        (("3.5 million lamps.", "4.5 million boats."), "3.5 million lamps.\n\n4.5 million boats."),
        (("-5 degrees it was.", "-6 degrees it was."), "-5 degrees it was.\n\n-6 degrees it was."),
    ],
)
def test_lines(lines: tuple[str, ...], expected: str) -> None:
    assert body(*lines) == expected


def test_a_note_in_an_item_keeps_its_mark() -> None:
    text = (
        PROSE,
        f"{PROSE} Yes.",
        "• The lamps are very old by now*.",
        "• Boats need each one of them.",
        PROSE,
        "* By hand.",
    )
    (draft,) = clean_text("\n\n".join(["Who Counts the Lamps?", "By Ada Quill", *text]), "lamps.txt").drafts
    assert "- The lamps are very old by now[^1].\n- Boats" in draft.article.body


@settings(max_examples=150, deadline=None)
@given(SNIPPETS, SNIPPETS)
def test_items_keep_their_words(one: str, two: str) -> None:
    lines = [f"• lamp {' '.join(text.split())} boat" for text in (one, two)]
    flat = flatten(to_html(body(*lines))[0])
    assert [flat.text[block.span.start : block.span.end].split() for block in flat.blocks] == [
        line.removeprefix("• ").split() for line in lines
    ]


def test_long_runs_take_no_more_time_than_their_length() -> None:
    assert len(find_items([f"{n}. x" for n in range(1, 1000)])) == 999
