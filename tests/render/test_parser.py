"""What the parser passes over for speed changes nothing of what it makes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.render.parser import dialect, parser_for

_PIECES = (
    *("One word", "诚信", " ", "  \n", "\n", "\n\n", "\n\n    ", "\t", "“Quoted”", "(note)", "12. ", "- ", "> ", "# "),
    *("*", "**", "_", "__", "`", "``", "\\", "\\*", "[", "](", ")", "![", "]()", "[^1]", "[^1]: ", "|", "---", "==="),
    *("[x]: https://a.example ", "<https://a.example>", "<b>", "&copy;", "{: .note }", "{#id}", "--|--", "\\&", "a_b"),
)
WRITTEN = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)


@given(WRITTEN)
def test_a_text_reads_as_the_whole_dialect_reads_it(markdown: str) -> None:
    assert parser_for(markdown).convert(markdown) == dialect().convert(markdown)


def test_a_line_of_prose_inside_a_list_stays_its_paragraph() -> None:
    markdown = "- one\n\n    Two\n\n- three\n\nFour"
    assert parser_for(markdown).convert(markdown) == dialect().convert(markdown)
    assert "<p>Two</p>" in parser_for(markdown).convert(markdown)
