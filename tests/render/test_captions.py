"""Captions: the words of a picture that has no address belong to the picture above, or to one that is not there."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.clean.writing.markdown import caption, escape, link, squeeze
from site_builder.render.body import to_html
from site_builder.render.flat import flatten
from tests.clean.test_markdown import SNIPPETS


def kinds(markdown: str) -> list[tuple[str, str]]:
    flat = flatten(to_html(markdown)[0])
    return [(block.kind, flat.text[block.span.start : block.span.end].strip()) for block in flat.blocks]


def test_a_caption_stands_below_its_picture() -> None:
    page = BeautifulSoup(to_html("![A mill](/articles/mill/1.png)\n\n![The mill in 上海.]()")[0], "html.parser")
    assert page.figure is not None
    assert [tag.name for tag in page.figure.find_all(True)] == ["img", "figcaption"]
    assert page.figure.get_text() == "The mill in 上海."


def test_a_caption_without_its_picture_is_a_figure_too() -> None:
    assert kinds("Before.\n\n![The mill at dusk (Quay Post).]()\n\nAfter.") == [
        ("paragraph", "Before."),
        ("caption", "The mill at dusk (Quay Post)."),
        ("paragraph", "After."),
    ]


def test_a_caption_keeps_links_emphasis_and_marks_of_notes() -> None:
    page = to_html("![The *mill*. Photo: [Q](https://example.org/q).[^1]]()\n\n[^1]: By hand.")[0]
    assert '<em>mill</em>. Photo: <a href="https://example.org/q">Q</a>.<sup' in page


def test_a_caption_may_stand_in_a_list_and_in_a_quotation() -> None:
    assert kinds("> ![A mill.]()")[0][1] == "A mill."
    assert '<p class="caption"' not in to_html("- one\n\n    ![A mill.]()\n\n- two")[0]


@pytest.mark.parametrize(
    "markdown",
    ["Words ![A mill.]() words", "![A mill.]() words", "![a](https://example.org/a.png) ![b]()", "!\\[A mill.]()"],
)
def test_what_is_no_caption(markdown: str) -> None:
    assert "caption" not in to_html(markdown)[0]


def test_the_old_writing_is_read_still() -> None:
    assert kinds("The mill.\n{: .caption }") == [("caption", "The mill.")]


@settings(max_examples=300, deadline=None)
@given(st.lists(SNIPPETS, min_size=1, max_size=3))
def test_any_text_is_a_caption_of_the_same_text(parts: list[str]) -> None:
    lines = [line for line in map(squeeze, parts) if line]
    linked = link(escape("mill] [x"), "https://example.org/m(1)")
    body = caption("  \n".join([*map(escape, lines), linked]))
    (found,) = kinds(body)
    assert found[0] == "caption"
    assert found[1].split() == " ".join([*lines, "mill] [x"]).split()
