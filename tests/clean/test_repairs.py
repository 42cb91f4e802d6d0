"""Repairs are logged, and none of them changes a word."""

from site_builder.clean.lines.line import make_line
from site_builder.clean.lines.parts import Part
from site_builder.clean.plain.repairs import mend
from site_builder.clean.plain.text import clean_text, language_of
from tests.clean.families import Press

DEK = "Keepers of the old harbour vote on the lamps tonight."


def part(number: int, text: str, kind: str = "body") -> Part:
    return Part(make_line(number, text, 1), kind)


def test_a_dek_that_is_repeated_as_first_paragraph_is_dropped() -> None:
    parts, log = mend([part(5, DEK), part(7, DEK)], DEK)
    assert [(one.part, one.rule) for one in parts] == [("", "the dek again"), ("body", "")]
    assert log == ("line 5: the dek again, dropped",)


def test_a_caption_that_stands_twice_is_dropped_once() -> None:
    parts, log = mend([part(5, "A lamp.", "caption"), part(7, "A lamp", "caption")], "")
    assert [one.part for one in parts] == ["caption", ""]
    assert log == ("line 7: the caption again, dropped",)


def test_odd_quotation_marks_are_told_and_left() -> None:
    parts, log = mend([part(3, "“灯火“ (“lamplight”) is painted on ‘every‘ wall, ‘so’ they say.")], "")
    assert parts[0].line.text.startswith("“灯火“")
    assert [entry.split()[4] for entry in log] == ["“灯火“", "‘every‘"]


def test_good_quotation_marks_are_not_told() -> None:
    assert mend([part(3, "“One,” she said. “Two.” The ’90s, ‘so’ to speak.")], "")[1] == ()


def test_repairs_reach_the_draft() -> None:
    text = "\n\n".join(["The Lamp", DEK, "By Ada Quill", "May 4, 2019", DEK, *Press("repairs").prose()])
    assert clean_text(text, "x.txt").drafts[0].repairs == ("line 9: the dek again, dropped",)


def test_the_language_of_a_body() -> None:
    assert language_of("The lamp (灯火) is lit.") == "en"
    assert language_of("".join(Press("zh").prose_zh())) == "zh-Hans"
    assert language_of("這個時候他們說國家會發現電車沒有開") == "zh-Hant"


def test_a_title_that_is_repeated_over_the_text_is_dropped_and_the_dek_after_it() -> None:
    parts, log = mend([part(5, "The Lamp", "heading"), part(7, DEK), part(9, "The lamp.")], DEK, "The Lamp")
    assert [one.rule for one in parts] == ["the title again", "the dek again", ""]
    assert log == ("line 5: the title again, dropped", "line 7: the dek again, dropped")
