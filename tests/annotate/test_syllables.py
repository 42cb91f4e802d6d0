"""Spellings of single syllables."""

import pytest

from site_builder.annotate.orthography import Breaks, halves, parts, spell
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


@pytest.mark.parametrize(
    ("word", "known", "breaks"),
    [
        ("山高水长", (), ((2, "-"),)),
        ("取而代之", (), ()),
        ("嗤之以鼻", (), ()),
        ("安安静静", (), ()),
        ("一衣带水", ("衣带",), ()),
        ("光明正大", ("光明", "明正"), ((2, "-"),)),
        ("更上一层楼", (), ()),
    ],
)
def test_an_idiom_is_halved_where_it_is_read_so(word: str, known: tuple[str, ...], breaks: Breaks) -> None:
    assert halves(word, known) == breaks


@pytest.mark.parametrize(
    ("name", "breaks"),
    [
        ("湖水颜色", ((2, " "),)),
        ("望远镜镜头", ((3, " "),)),
        ("湖水颜色镜头", ((2, " "), (4, " "))),
        ("望远镜", ()),
        ("湖水色", ()),
        ("大湖水颜色", ()),
        ("南北东西路", ()),
    ],
)
def test_a_name_is_written_by_words_where_there_is_one_way(name: str, breaks: Breaks) -> None:
    assert parts(name, {"湖水", "颜色", "望远镜", "镜头", "湖水颜色镜头", "南北", "东西路", "南北东", "西路"}) == breaks


def test_a_part_that_is_written_apart_needs_no_apostrophe() -> None:
    assert spell(("ping2", "an1", "an1", "ding4"), ((2, "-"),)) == "píng'ān-āndìng"
