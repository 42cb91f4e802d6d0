"""The first rule of the house: what is woven in leaves the article's text as it was."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.word import Evidence, Reading
from site_builder.render.cards import parts
from site_builder.render.weave import strip, weave
from tests.render.build import annotated

_CHARS = st.sampled_from(list("ab <>&\"'*_[]()`#!|:{}\\-1.\n\u3000“”·，。中国人民報𠮷\u00a0"))
_TEXT = st.text(_CHARS, max_size=80)


@given(body=_TEXT, title=_TEXT, dek=_TEXT)
@settings(max_examples=300, deadline=None)
def test_text_is_sacred(body: str, title: str, dek: str) -> None:
    article = annotated(body, title=title, dek=dek)
    woven = weave(article)
    assert strip(woven.title) == title
    assert strip(woven.dek) == dek
    assert strip(woven.body) == article.text.body.text


@given(body=_TEXT, data=st.data())
@settings(max_examples=300, deadline=None)
def test_notes_leave_the_text_alone_wherever_they_stand(body: str, data: st.DataObject) -> None:
    text = annotated(body).text.body.text
    quotes = []
    for _ in range(3):
        start = data.draw(st.integers(0, max(0, len(text) - 1)))
        end = data.draw(st.integers(start, len(text)))
        if text[start:end]:
            quotes.append((text[start:end], "A note on 中国."))
    article = annotated(body, title="", notes=quotes)
    woven = weave(article)
    assert strip(woven.body) == text
    assert woven.body.count('class="mnote"') == len(quotes)


def test_a_word_is_a_link_to_its_term_with_reading_and_meaning() -> None:
    woven = weave(annotated("It is 中国."))
    assert (
        '<a lang="zh-Hans" class="w" href="../../glossary/中国/" data-p="māmā" data-g="a &amp; b">中国</a>'
        in woven.body
    )


def test_words_that_touch_share_one_language_mark() -> None:
    woven = weave(annotated("It is 中国人民."))
    assert woven.body.count("lang=") == 1
    assert woven.body.count('class="w') == 2


def test_a_hashtag_is_one_link_and_its_words_can_still_be_asked() -> None:
    woven = weave(annotated("See \\#中国人民# now."))
    assert (
        '<a class="tag" href="../../hashtags/中国人民/" lang="zh-Hans"><span class="nb">#<span class="w"' in woven.body
    )
    assert woven.body.count("<a ") == 1


def test_links_of_the_author_do_not_nest() -> None:
    woven = weave(annotated("See [the 中国 page](https://example.org/) now."))
    assert woven.body.count("<a ") == 1
    assert '<span lang="zh-Hans" class="w"' in woven.body


def test_a_word_is_marked_again_in_each_section() -> None:
    woven = weave(annotated("中国 and 中国\n\n## Next\n\n中国 and 中国"))
    assert woven.body.count('class="w"') == 2
    assert woven.body.count('class="w again"') == 2


def test_a_note_stands_after_its_paragraph_and_marks_its_words() -> None:
    woven = weave(annotated("He said *so* of 中国.\n\nNext.", notes=[("so of 中国", "Which 中国?")]))
    mark = woven.body.index('<sup class="nref"')
    beside = woven.body.index("<aside")
    assert mark < woven.body.index("</p>") < beside < woven.body.index("Next")
    assert '<em><span class="noted">so</span></em>' in woven.body
    assert 'class="w noted"' in woven.body


def test_a_word_that_markup_cuts_is_whole_on_its_card() -> None:
    assert re.findall(r'data-t="([^"]*)">(.)</a>', weave(annotated("This 中*国* is.")).body) == [
        ("中国", "中"),
        ("中国", "国"),
    ]


def test_a_long_term_is_cut_at_the_words_of_its_spelling() -> None:
    reading = Reading(("zhong1", "guo2", "qing1", "nian2", "bao4"), "Zhōngguó Qīngnián Bào", Evidence.TABLE)
    assert parts("中国青年报", reading) == [("中国", "Zhōngguó"), ("青年", "Qīngnián"), ("报", "Bào")]


def test_a_term_whose_spelling_does_not_fit_its_syllables_stays_whole() -> None:
    reading = Reading(("zhong1", "guo2", "qing1", "nian2", "bao4"), "China Youth", Evidence.TABLE)
    assert parts("中国青年报", reading) == []


def test_a_word_is_never_unmarked_inside_a_chinese_passage() -> None:
    woven = weave(annotated("中国 said.\n\n中国人民，中国人民！"))
    assert "again" not in woven.body


def test_a_public_page_has_no_word_of_a_reserved_text() -> None:
    woven = weave(annotated("Only 中国 here.", title="Title"), text=False)
    assert woven.body == ""


def test_a_chinese_passage_is_one_run_with_its_points() -> None:
    woven = weave(annotated("人民在中国，中国有人民。"))
    assert woven.body.count('<span class="zh" lang="zh-Hans">') == 1
    assert woven.body.endswith("。</span></p>")
    assert 'class="zh"' not in weave(annotated("They live in 中国, 人民 of 中国.")).body


def test_the_mark_of_a_note_stays_at_its_words_in_a_passage() -> None:
    woven = weave(annotated("人民在中国，中国有人民。", notes=[("人民在", "A note.")]))
    assert woven.body.index("<sup") < woven.body.index("，")


def test_a_word_of_a_heading_is_still_new_in_the_text_below() -> None:
    woven = weave(annotated("## On 中国\n\nThey love 中国, and 中国 knows."))
    assert (woven.body.count('"w"'), woven.body.count('"w again"')) == (2, 1)
