from __future__ import annotations

import pytest

from site_builder.annotate.dictionary import Dictionary, compile_entries, pack, parse, unpack
from site_builder.annotate.gloss import gloss, is_plain, word_by_word
from site_builder.annotate.lexicon import Lexicon
from site_builder.model.mined import TermKind

FILE = """\
燈 灯 [deng1] /lamp; light/CL:盞|盏[zhan3]/
村 村 [cun1] /village/
張 张 [Zhang1] /surname Zhang/
張 张 [zhang1] /to open up/sheet of paper/
王村 王村 [Wang2 cun1] /Wang Village (sb's home, abbr. for 大王村|大王村[Da4 Wang2 cun1])/
王村 王村 [wang2 cun1] /(fig.) a village of kings/
乹 干 [gan1] /old variant of 乾|干[gan1]/
乾 干 [gan1] /dry/
明燈 明灯 [ming2 deng1] /see 燈|灯[deng1]/
西安 西安 [Xi1 an1] /Xi'an, see also 長安|长安[Chang2 an1]/
亦作 亦作 [yi4 zuo4] /also written as/
圳 圳 [zhen4] /used in place names/used in 圳村[Zhen4 cun1]/
燈市 灯市 [deng1 shi4] /a market, a fair etc/
儿童节 儿童节 [er2 tong2 jie2] /(Tw) a feast for sb or sth/also pr. [er2 tong2 jie5]/
"""


@pytest.fixture(scope="module")
def small() -> Dictionary:
    entries, characters = compile_entries(parse(FILE, "small.u8")), {"张": "張", "灯": "燈"}
    rows = {"cedict": entries, "bands": {"灯": "5000"}, "kinds": {}, "traditional": characters, "levels": {}}
    return Dictionary(unpack(pack(rows.items())))


@pytest.mark.parametrize(
    ("word", "kind", "senses"),
    [
        ("灯", None, ("lamp; light",)),
        ("张", None, ("to open up", "sheet of paper")),
        ("张", "person", ("surname Zhang", "to open up", "sheet of paper")),
        (
            "王村",
            "place",
            ("Wang Village (somebody's home, short for 大王村 (Dà Wángcūn))", "(figuratively) a village of kings"),
        ),
        ("明灯", None, ("lamp; light",)),
        ("干", None, ("dry",)),
        ("西安", "place", ("Xi'an",)),
        ("亦作", None, ("also written as",)),
        ("圳", None, ("used in place names",)),
        ("灯市", None, ("a market, a fair etc.",)),
        ("儿童节", None, ("(Taiwan) a feast for somebody or something",)),
    ],
)
def test_senses_are_cleaned_for_people(
    small: Dictionary, word: str, kind: TermKind | None, senses: tuple[str, ...]
) -> None:
    assert gloss(word, (), kind, small).senses == senses


@pytest.mark.parametrize(("word", "band"), [("灯", 5000), ("燈", 5000), ("明灯", 0), ("村灯", 0)])
def test_a_gloss_says_among_how_many_words_it_is_in_either_script(small: Dictionary, word: str, band: int) -> None:
    assert gloss(word, (), None, small).frequency == band


@pytest.mark.parametrize(("word", "band"), [("社会", 1000), ("目的地", 5000), ("假山", 20000), ("饕餮", 0)])
def test_common_words_are_in_narrow_bands(lexicon: Lexicon, word: str, band: int) -> None:
    assert gloss(word, (), None, lexicon.dictionary).frequency == band


def test_an_entry_is_plain_where_cleaning_changes_nothing() -> None:
    plain = {entry.simplified for entry in parse(FILE, "small.u8") if is_plain(entry.senses)}
    assert plain == {"村", "张", "干", "亦作"}


@pytest.mark.parametrize(
    ("word", "syllables", "senses"),
    [
        ("后", ("hou4",), ("back", "behind")),
        ("强拆", ("qiang2", "chai1"), ("强 strong", "拆 to tear open")),
        ("缪云晴", ("Miao4", "Yun2", "qing2"), ()),
    ],
)
def test_the_common_meaning_comes_first_and_a_persons_name_has_none(
    lexicon: Lexicon, word: str, syllables: tuple[str, ...], senses: tuple[str, ...]
) -> None:
    assert gloss(word, syllables, None, lexicon.dictionary).senses[: len(senses) or None] == senses


def test_the_reading_chooses_the_entry(small: Dictionary) -> None:
    assert gloss("张", ("zhang1",), None, small).senses[0] == "to open up"


def test_a_word_that_is_not_there_is_composed(small: Dictionary) -> None:
    found = gloss("村灯", (), None, small)
    assert found.composed
    assert found.senses == ("村 village", "灯 lamp")
    assert (found.traditional, found.simplified) == ("村燈", "村灯")


def test_a_person_s_name_means_nothing(small: Dictionary) -> None:
    found = gloss("张村灯", (), "person", small)
    assert found.senses == ()
    assert (found.traditional, found.simplified) == ("張村燈", "张村灯")


def test_a_surname_is_not_written_as_the_word_it_looks_like(lexicon: Lexicon) -> None:
    assert gloss("沈洛", (), "person", lexicon.dictionary).traditional == "沈洛"
    assert gloss("钟洛", (), "person", lexicon.dictionary).traditional == "鍾洛"


def test_traditional_words_are_found(small: Dictionary) -> None:
    assert gloss("燈", (), None, small).simplified == "灯"


def test_words_of_a_hashtag(small: Dictionary) -> None:
    assert word_by_word("王村亮灯", small) == ("王村", "亮", "灯")


def test_hsk_levels(lexicon: Lexicon) -> None:
    assert gloss("银行", (), None, lexicon.dictionary).hsk == "3"
    assert gloss("虐待", (), None, lexicon.dictionary).hsk == "7-9"
    assert gloss("共青团", (), None, lexicon.dictionary).hsk == ""


def test_no_sense_of_the_whole_dictionary_keeps_its_machinery(lexicon: Lexicon) -> None:
    words = ["法院", "一会儿", "后", "着", "只", "台湾", "上合", "七律", "丈夫", "三明治", "里", "发", "面", "斗"]
    for word in words:
        for sense in gloss(word, (), None, lexicon.dictionary).senses:
            assert "[" not in sense, (word, sense)
            assert "|" not in sense, (word, sense)
            assert not sense.startswith(("CL:", "variant of", "see ", "also pr.")), (word, sense)
