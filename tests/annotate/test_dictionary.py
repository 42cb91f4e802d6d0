"""The index of dictionaries: what goes in comes out, and damage is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from site_builder.annotate.dictionary import Dictionary, Entry, compile_entries, pack, parse, unpack
from site_builder.annotate.lexicon import Lexicon
from site_builder.model.issue import SiteError

_OPENCC = OpenCC("s2t")
_KEYS = st.text(st.characters(exclude_characters="\t\n\r\x1e\x1f", exclude_categories=["Cs"]), min_size=1, max_size=6)


@given(st.dictionaries(_KEYS, _KEYS))
def test_every_row_is_found_and_nothing_else(rows: dict[str, str]) -> None:
    table = unpack(pack({"rows": rows}.items()))["rows"]
    assert {key: table.get(key) for key in rows} == rows
    assert table.get("\t") is None
    assert dict(table.items()) == rows


def test_an_entry_is_found_by_both_spellings() -> None:
    line = "長江 长江 [Chang2 Jiang1] /Yangtze River, or Chang Jiang/"
    rows: dict[str, dict[str, str]] = {name: {} for name in ("bands", "kinds", "levels", "traditional")}
    rows["cedict"] = compile_entries(parse(line, "x"))
    dictionary = Dictionary(unpack(pack(rows.items())))
    entry = Entry("長江", "长江", "Chang2 Jiang1", ("Yangtze River, or Chang Jiang",))
    assert dictionary.entries("长江") == dictionary.entries("長江") == (entry,)
    assert entry.proper
    assert "江长" not in dictionary


def test_a_line_of_another_form_is_named() -> None:
    with pytest.raises(SiteError, match=r"my\.txt:2: not a line of CC-CEDICT"):
        list(parse("# comment\n長江 = Yangtze", "my.txt"))


@pytest.mark.parametrize(
    "damage", [b"", b"other", pack({"a": {"x": "y"}}.items())[:-1], pack({"a": {"x": "y"}}.items()) + b"z"]
)
def test_a_damaged_index_is_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match="index"):
        unpack(damage)


@given(text=st.text(st.sampled_from("沈钟张后里面干杯发国台湾乾隆皇帝头发系统联系只有于是余光中"), max_size=6))
def test_traditional_forms_are_those_of_opencc(lexicon: Lexicon, text: str) -> None:
    assert lexicon.dictionary.traditional(text) == _OPENCC.convert(text)
