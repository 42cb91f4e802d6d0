"""What the record of a card holds."""

from __future__ import annotations

import json

from site_builder.model.mined import Mined, Pair
from site_builder.model.text import Place, Span
from site_builder.model.word import Evidence, Gloss, Reading, Word
from site_builder.render.cards import Cards

HERE = Place("body", Span(0, 2))


def record(word: str, *english: str, senses: tuple[str, ...] = ()) -> dict[str, object]:
    pairs = tuple(Pair(word, one, "term", "translation", HERE, HERE, HERE, "paren", 1.0) for one in english)
    cards = Cards(Mined(pairs, ()), "../../")
    cards.tag(
        Word(HERE, word, "zh-Hans", Reading(("kou3", "bei1"), "kǒubēi", Evidence.DICTIONARY), Gloss(senses), word)
    )
    (only,) = json.loads(cards.json())
    return dict(only)


def test_english_that_differs_in_capitals_only_is_said_once_and_as_in_running_text() -> None:
    assert record("口碑", "Word of mouth", "good name", "word of mouth", "Good name")["a"] == [
        "word of mouth",
        "good name",
    ]


def test_a_card_carries_as_many_meanings_as_it_shows() -> None:
    assert record("口碑", senses=tuple("abcdefghij"))["g"] == list("abcdef")
