"""What is said of words beside a page of very many: each word once, and never anything but words."""

from __future__ import annotations

import json
from re import findall

from site_builder.model.mined import Mined
from site_builder.model.text import Place, Span
from site_builder.model.word import Evidence, Gloss, Reading, Word
from site_builder.render.cards import Cards, Told
from site_builder.render.meanings import script, style

HERE = Place("body", Span(0, 1))


def word(text: str, said: str, *senses: str, term: str = "") -> Word:
    reading = Reading(tuple(f"{one}1" for one in said.split()), said, Evidence.DICTIONARY)
    return Word(HERE, text, "zh-Hans", reading, Gloss(senses), term or text)


def names(data: str) -> list[str]:
    return findall(r"data-(\w)=", data)


def test_an_element_says_its_pinyin_and_the_rest_is_told_once() -> None:
    cards = Cards(Mined((), ()), apart=True)
    tags = [cards.tag(word("灯", "dēng", "lamp")) for _ in range(2)]
    assert [names(tag.data) for tag in tags] == [["p", "y"], ["p", "y"]]
    assert names(tags[0].unlinked) == ["p", "y", "u"]  # a word inside a hashtag leads to its term by name
    assert cards.told == (Told("灯", "灯", "dēng", (("g", "lamp"),)),)


def test_a_word_written_alike_that_is_another_says_all_itself() -> None:
    cards = Cards(Mined((), ()), apart=True)
    cards.tag(word("重", "zhòng", "heavy"))
    assert names(cards.tag(word("重", "chóng", "again")).data) == ["p", "y", "g", "i"]
    assert [one.pinyin for one in cards.told] == ["zhòng"]


def test_a_word_of_which_nothing_is_known_is_not_told() -> None:
    cards = Cards(Mined((), ()), apart=True)
    cards.tag(word("谌", "chén"))
    assert cards.told == ()


def test_an_ordinary_page_has_all_on_its_elements() -> None:
    cards = Cards(Mined((), ()))
    assert "lamp" in cards.tag(word("灯", "dēng", "lamp")).data
    assert cards.told == ()


HOSTILE = Told("灯", "灯", "dēng", (("g", '"}*{color:red}/*\\\n</style><script>alert(1)</script>'),))


def test_no_meaning_ends_its_string() -> None:
    rule = style([HOSTILE], "pages")
    assert rule.count("\n") == 1
    inside = rule.split("{--g:", 1)[1].removesuffix("}\n")
    assert findall(r'^"[^"\n<]*"$', inside) == [inside]
    assert "\\22 }*{color:red}/*\\5c \\a \\3c /style>" in inside
    said = script([HOSTILE]).removeprefix("reader.tell(").removesuffix(");\n")
    assert json.loads(said) == {"灯": dict(HOSTILE.values)}


def test_a_rule_follows_the_address_that_the_setting_gives() -> None:
    told = [Told("灯", "灯", "dēng", (("a", "lantern"), ("g", "lamp")))]
    assert style(told, "pages") == '[data-p="dēng"]:is([href$="/灯/"],[data-u="灯"]){--g:"lantern"}\n'
    assert '[href$="/#灯"]' in style(told, "anchors")
