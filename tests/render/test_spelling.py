"""Syllables come back from a spelling as they went into it; the browser tests hold the script to the same cases."""

from __future__ import annotations

import pytest

from site_builder.render.spelling import said

CASES = {
    "cháguǎn": "cha2 guan3",
    "Xī’ān": "xi1 an1",
    "xiān": "xian1",
    "fāng'àn": "fang1 an4",
    "fàngùn": "fan4 gun4",
    "lǜpíchē": "lv4 pi2 che1",
    "nǚ’ér": "nv3 er2",
    "lüèduó": "lve4 duo2",
    "Zhōngguó Cháyè Bàngōngshì": "zhong1 guo2 cha2 ye4 ban4 gong1 shi4",
    "shénme": "shen2 me5",
    "yī-èr": "yi1 er4",
    "xióng": "xiong2",
    "": "",
}
"""What is spelled, and its syllables."""


@pytest.mark.parametrize(("spelled", "syllables"), CASES.items())
def test_syllables_of_a_spelling(spelled: str, syllables: str) -> None:
    assert said(spelled) == syllables


def test_what_no_rule_can_tell_differs_from_what_is_said() -> None:
    """Such a word carries its syllables."""
    assert said("nàr") != "na4 r5"
    assert said("ńg") != "ng2"
