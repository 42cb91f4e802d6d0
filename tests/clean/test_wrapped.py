"""Hard line breaks are undone where a text was set to a width, and only there."""

import textwrap

from site_builder.clean.lines.wrapped import join_wrapped
from tests.clean.families import Press


def test_paragraphs_come_back_with_the_number_of_their_first_line() -> None:
    paragraphs = [f"{Press(str(n)).sentence()} {Press(str(n)).sentence()}" for n in range(4)]
    lines = "\n\n".join("\n".join(textwrap.wrap(one, 66)) for one in paragraphs).split("\n")
    found = [(number, text) for number, text in join_wrapped(lines) if text]
    assert [text for _, text in found] == paragraphs
    assert all(
        paragraph.startswith(lines[number - 1]) for (number, _), paragraph in zip(found, paragraphs, strict=True)
    )


def test_verses_and_lists_stay_as_they_are() -> None:
    lines = ["The lamp is lit,", "the boat is in,", "the bridge is up,", "the bells begin.", "Home", "News", "About"]
    assert [text for _, text in join_wrapped(lines)] == lines


def test_chinese_is_joined_without_blanks() -> None:
    text = "".join(Press("zh").prose_zh()).replace("，", "").replace("。", "")[:225]
    lines = [text[i : i + 25] for i in range(0, len(text), 25)]
    assert join_wrapped(lines) == [(1, text)]
