"""Every kind of evidence has its words; what it rests on is shown where a reader can look at it."""

from __future__ import annotations

import pytest

from site_builder.model.word import Evidence, Reading
from site_builder.render.why import why


@pytest.mark.parametrize("evidence", Evidence)
def test_every_evidence_is_told_in_a_sentence(evidence: Evidence) -> None:
    assert why(Reading((), "", evidence)).endswith(".")


def test_a_spelling_in_the_text_is_shown_and_the_row_of_a_table_is_not() -> None:
    assert why(Reading((), "", Evidence.TONED, "chá")) == "Toned pinyin stands beside it in the text: chá."
    assert why(Reading((), "", Evidence.PHRASE, "row 7")) == "Reading from a table of phrases."
