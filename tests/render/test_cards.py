"""What the attributes of a word's element say for its card."""

from __future__ import annotations

from html import unescape
from re import findall

from site_builder.model.mined import Mined, Pair
from site_builder.model.text import Place, Span
from site_builder.model.word import Evidence, Gloss, Reading, Word
from site_builder.render.cards import Cards

HERE = Place("body", Span(0, 2))
READ = Reading(("kou3", "bei1"), "kǒubēi", Evidence.DICTIONARY)


def says(
    word: str, *english: str, senses: tuple[str, ...] = (), reading: Reading = READ, term: str = ""
) -> dict[str, str]:
    pairs = tuple(Pair(term or word, one, "term", "translation", HERE, HERE, HERE, "paren", 1.0) for one in english)
    tag = Cards(Mined(pairs, ())).tag(Word(HERE, word, "zh-Hans", reading, Gloss(senses), term or word))
    return {name: unescape(value) for name, value in findall(r'data-(\w)="([^"]*)"', tag.data)}


def test_a_card_says_reading_and_meaning_and_nothing_that_it_need_not() -> None:
    assert says("口碑", senses=("public praise", "“word of mouth”")) == {
        "p": "kǒubēi",
        "g": "public praise / “word of mouth”",
    }


def test_english_that_differs_in_capitals_only_is_said_once_and_as_in_running_text() -> None:
    assert says("口碑", "Word of mouth", "good name", "word of mouth", "Good name")["a"] == "word of mouth · good name"


def test_a_card_carries_as_many_meanings_as_it_shows() -> None:
    assert says("口碑", senses=tuple("abcdefghij"))["g"] == "a / b / c / d / e / f"


def test_syllables_are_said_only_where_the_spelling_does_not_say_them() -> None:
    assert "y" not in says("西安", reading=Reading(("xi1", "an1"), "Xī'ān", Evidence.DICTIONARY))
    assert says("哪儿", reading=Reading(("na3", "r5"), "nǎr", Evidence.DICTIONARY))["y"] == "na3 r5"


def test_the_reason_is_said_where_it_is_not_the_common_one() -> None:
    said = says("口碑", reading=Reading(READ.syllables, READ.text, Evidence.ROMANISED, "Koubei"))
    assert said["w"] == "It is spelled beside it in the text: Koubei."


def test_a_word_inside_a_term_says_the_term_and_what_the_author_calls_it() -> None:
    assert says("口碑", "Word-of-mouth Prize", term="口碑奖") == {
        "p": "kǒubēi",
        "m": "口碑奖",
        "e": "Word-of-mouth Prize",
    }
