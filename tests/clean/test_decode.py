"""Bytes of any encoding become the same text, and what was mended is said."""

from __future__ import annotations

import gzip

import pytest

from site_builder.clean.decode import NotTextError, decode

SIMPLIFIED = "昨天，这座城市的图书馆说，他们要把所有的旧报纸都放到网上，让大家能看到过去的生活。"
TRADITIONAL = "昨天，這座城市的圖書館說，他們要把所有的舊報紙都放到網上，讓大家能看到過去的生活。"
WESTERN = "The café’s owner — “naïve”, she says — reopened in May."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb2312", "gbk", "gb18030", "hz"])
def test_simplified_chinese(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "gbk"])
def test_traditional_chinese(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_western_text() -> None:
    assert decode(WESTERN.encode("cp1252")).text == WESTERN


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("big5", "gbk"),
        ("utf-8", "gbk"),
        ("gb2312", "utf-8"),
        ("iso-8859-1", "gb18030"),
        ("gb2312", "gb18030"),
        ("nonsense", "gbk"),
    ],
)
def test_the_bytes_are_believed_over_the_declaration(declared: str, real: str) -> None:
    page = f'<html><head><meta charset="{declared}"><title>x</title><p>{SIMPLIFIED}'
    assert decode(page.encode(real)).text == page


def test_a_late_declaration() -> None:
    page = f"<html><!--{'x' * 5000}--><meta http-equiv='Content-Type' content='text/html; charset=GBK'><p>{SIMPLIFIED}"
    found = decode(page.encode("gbk"))
    assert (found.text, found.encoding, found.repairs) == (page, "gb18030", ())


def test_a_wrong_declaration_is_reported() -> None:
    page = f"<meta charset=big5><p>{SIMPLIFIED}"
    assert decode(page.encode("gbk")).repairs == ("the page says big5, but reads as gb18030",)


def test_mojibake_is_mended_and_quotes_are_left_curly() -> None:
    broken = "plain line\n" + WESTERN.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    found = decode(broken.encode())
    assert found.text == f"plain line\n{WESTERN}"
    assert found.repairs == ("line 2: mojibake mended",)


def test_utf8_read_as_gbk_is_mended() -> None:
    broken = "图书馆里的人".encode().decode("gb18030")
    assert decode(f"“{broken}”".encode()).text == "“图书馆里的人”"


@pytest.mark.parametrize(
    "text", ["“诚信“ ‘x’", "ＡＢＣ，（全角）！", "&lt;b&gt; &amp;", "ﬁrst", "a\u3000b", "#话题#", "e\u0301"]
)
def test_what_is_no_mojibake_is_left_alone(text: str) -> None:
    assert decode(text.encode()).text == text
    assert decode(text.encode()).repairs == ()


def test_line_numbers_hold() -> None:
    found = decode("one\r\ntwo\rthree\x0cstill three\u2028still three\n\nfive".encode())
    assert found.text.split("\n")[1] == "two"
    assert found.text.count("\n") == 4


def test_control_characters_and_turned_writing_are_removed_and_said() -> None:
    found = decode("a\x00b\x08c \u202egpj.exe".encode())
    assert found.text == "abc gpj.exe"
    assert len(found.repairs) == 2


def test_a_file_cut_inside_a_character_is_still_utf8() -> None:
    found = decode(SIMPLIFIED.encode()[:-1])
    assert found.encoding == "utf-8"
    assert found.text[:-1] == SIMPLIFIED[:-1]
    assert found.repairs


BINARIES = [gzip.compress(b"x" * 99, mtime=0), b"PK\x03\x04rest", b"%PDF-1.4", b"\x89PNG\r\n", bytes(200)]


@pytest.mark.parametrize("data", BINARIES)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


def test_nothing_is_nothing() -> None:
    assert decode(b"").text == ""
