"""pypinyin's tables are read from its files as pypinyin itself has them."""

import pytest
from pypinyin.pinyin_dict import pinyin_dict

from site_builder.annotate import phonetics


def test_every_character_is_read_as_pypinyin_reads_it() -> None:
    assert phonetics.characters() == {chr(code): row.split(",") for code, row in pinyin_dict.items()}


@pytest.mark.parametrize("code", [min(pinyin_dict), ord("白"), ord("行"), max(pinyin_dict)])
def test_one_character(code: int) -> None:
    assert phonetics.readings(chr(code)) == pinyin_dict[code].split(",")


@pytest.mark.parametrize("sign", ["a", "ꀀ", "\U0010ffff"], ids=["Latin", "Yi", "the last of all"])
def test_what_pypinyin_does_not_know(sign: str) -> None:
    assert ord(sign) not in pinyin_dict
    assert phonetics.readings(sign) == []
