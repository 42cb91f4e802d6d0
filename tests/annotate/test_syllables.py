"""Spellings of single syllables."""

import pytest

from site_builder.annotate.orthography import spell
from site_builder.annotate.syllables import marked, numbered, zhuyin


@pytest.mark.parametrize(
    ("written", "inside", "spelled", "bopomofo"),
    [
        ("zhōng", "zhong1", "zhōng", "ㄓㄨㄥ"),
        ("lu:4", "lv4", "lǜ", "ㄌㄩˋ"),
        ("nüè", "nve4", "nüè", "ㄋㄩㄝˋ"),
        ("jǔ", "ju3", "jǔ", "ㄐㄩˇ"),
        ("xiōng", "xiong1", "xiōng", "ㄒㄩㄥ"),
        ("guì", "gui4", "guì", "ㄍㄨㄟˋ"),
        ("liú", "liu2", "liú", "ㄌㄧㄡˊ"),
        ("yīng", "ying1", "yīng", "ㄧㄥ"),
        ("wēng", "weng1", "wēng", "ㄨㄥ"),
        ("wǔ", "wu3", "wǔ", "ㄨˇ"),
        ("yuè", "yue4", "yuè", "ㄩㄝˋ"),
        ("zi", "zi5", "zi", "˙ㄗ"),
        ("ń", "n2", "ń", "ㄣˊ"),
        ("ǹg", "ng4", "ǹg", "ㄫˋ"),
    ],
)
def test_a_syllable_in_each_of_its_spellings(written: str, inside: str, spelled: str, bopomofo: str) -> None:
    assert numbered(written) == inside
    assert marked(inside) == spelled
    assert zhuyin(inside) == bopomofo


@pytest.mark.parametrize(
    ("syllables", "spelled"),
    [
        ("Xi1 an1", "Xī'ān"),
        ("tian1 e2", "tiān'é"),
        ("Wang2 Yuan2", "Wáng Yuán"),
        ("wan2 r5", "wánr"),
        ("yi1 fu5", "yīfu"),
    ],
)
def test_words_are_joined_with_capitals_apostrophes_and_erhua(syllables: str, spelled: str) -> None:
    assert spell(tuple(syllables.split(" "))) == spelled
