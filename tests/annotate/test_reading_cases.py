"""Every case of ``cases/readings.md`` holds, and without the model those of ``cases/unaided.md``."""

from pathlib import Path

import pytest

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.annotate.words import words
from site_builder.model.guide import Guide
from site_builder.model.text import ArticleText, Block, FlatText, Span

_CASES = Path(__file__).parent / "cases"


def _cases(name: str) -> list[object]:
    found: list[object] = []
    for case in (_CASES / name).read_text(encoding="utf-8").split("\n## ")[1:]:
        title, text, *rows = case.strip().split("\n")
        found.append(pytest.param(text, [tuple(row.split(" | ")) for row in rows], id=title))
    return found


@pytest.mark.parametrize(("text", "expected"), _cases("readings.md"))
def test_words_are_read_as_the_case_says(lexicon: Lexicon, text: str, expected: list[tuple[str, str, str]]) -> None:
    _holds(lexicon, text, expected)


@pytest.mark.parametrize(("text", "expected"), _cases("unaided.md"))
def test_words_are_read_so_without_the_model(unaided: Lexicon, text: str, expected: list[tuple[str, str, str]]) -> None:
    _holds(unaided, text, expected)


def _holds(lexicon: Lexicon, text: str, expected: list[tuple[str, str, str]]) -> None:
    article = ArticleText("", "", FlatText(text, (Block(Span(0, len(text)), "b", "paragraph"),)))
    found, _ = words(article, mine(article), Guide(), lexicon)
    named = {word for word, _, _ in expected}
    read = [(one.text, one.reading.text, one.reading.evidence.name.lower()) for one in found if one.text in named]
    assert [row for row in read if row in expected] == expected
    assert {row[0] for row in read} == named
