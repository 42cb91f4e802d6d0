"""The verb's answers: one syllable a Hanzi, words that join to the text, the context's evidence."""

import json

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.answer import Request, answer
from site_builder.annotate.lexicon import Lexicon
from site_builder.model.han import hanzi

_TEXT = st.text(st.sampled_from('"\\银行行长重庆重量的得地了着过儿一个王媛长孫樂為 A1，。·𠀀'), max_size=20)


@given(texts=st.lists(_TEXT, max_size=4))
def test_an_answer_covers_its_text(lexicon: Lexicon, texts: list[str]) -> None:
    rows = answer([Request(str(at), text) for at, text in enumerate(texts)], lexicon)
    for text, row in zip(texts, rows, strict=True):
        assert len(row.pinyin) == len(hanzi(text))
        assert "".join(row.words) == "".join(text.split())
        assert [token.text for token in row.tokens] == row.words
        assert all(token.evidence for token in row.tokens if hanzi(token.text))


@given(texts=st.lists(_TEXT, max_size=2))
def test_a_line_says_what_the_answer_says(lexicon: Lexicon, texts: list[str]) -> None:
    for row in answer([Request('a "b"', text) for text in texts], lexicon):
        tokens = [token._asdict() for token in row.tokens]
        said = {"id": row.id, "text": row.text, "words": row.words, "pinyin": row.pinyin, "tokens": tokens}
        assert row.json == json.dumps(said, ensure_ascii=False)


@given(text=_TEXT.filter(str.strip), before=_TEXT, after=_TEXT)
def test_a_context_changes_no_text(lexicon: Lexicon, text: str, before: str, after: str) -> None:
    (row,) = answer([Request("1", text, f"{before}（{text}）{after}")], lexicon)
    assert len(row.pinyin) == len(hanzi(text))
    assert "".join(row.words) == "".join(text.split())


def test_the_context_is_evidence(lexicon: Lexicon) -> None:
    alone, beside = answer([Request("1", "单小北"), Request("2", "单小北", "Dan Xiaobei (单小北) won.")], lexicon)
    assert alone.tokens[0].pinyin == "Shàn Xiǎoběi"
    assert beside.tokens[0] == ("单小北", "Dān Xiǎoběi", "", "romanised: Dan Xiaobei")
