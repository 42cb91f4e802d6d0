"""Bylines in English and Chinese."""

import pytest

from site_builder.clean.words.names import bare_names, byline, find_byline, find_publisher, is_person, signed


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Quill", ["Ada Quill"]),
        ("By ADA QUILL and Bo Lindqvist", ["ADA QUILL", "Bo Lindqvist"]),
        ("By Ada Quill, Staff Writer", ["Ada Quill"]),
        ("Words by T. S. Oduya | Photography by Hana Novak", ["T. S. Oduya"]),
        ("Author: Carla de Souza", ["Carla de Souza"]),
        ("作者：何思齐", ["何思齐"]),
        ("文 | 林若川", ["林若川"]),
        ("本报记者 周明远 苏芳", ["周明远", "苏芳"]),
        ("記者陳怡君／台北報導", ["陳怡君"]),
    ],
)
def test_who_wrote_it(line: str, authors: list[str]) -> None:
    found = byline(line)
    assert found is not None
    assert list(found.authors) == authors


def test_contributors_are_not_authors() -> None:
    found = byline("– By Ada Quill, with contributions from Bo Lindqvist")
    assert found is not None
    assert (found.authors, found.contributors) == (("Ada Quill",), ("Bo Lindqvist",))


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the year, nobody knew",
        "By Lantern News",
        "记者通过电子邮件联系了港务委员会，尚未收到回应。",
        "文化与社会",
        "Ada Quill",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [("2020-02-22 10:36 来源：灯塔网 作者：陈一帆", "陈一帆"), ("Posted on May 4, 2019 by Ada Quill", "Ada Quill")],
)
def test_a_dated_line_names_its_author(line: str, name: str) -> None:
    found = find_byline(line)
    assert found is not None
    assert found.authors == (name,)


def test_a_name_beside_a_date() -> None:
    assert bare_names("Ada Quill · 4 May 2019 · 5 min read") == ("Ada Quill",)
    assert bare_names("May 4, 2019 | Long Reads") == ()


@pytest.mark.parametrize("name", ["Ada Quill", "Mei Tanaka-Ford", "欧阳青", "王芳", "阿伦·弗里曼"])
def test_a_person(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("text", ["Lantern News", "quiet bridge", "人物", "灯塔网", "China Tech"])
def test_no_person(text: str) -> None:
    assert not is_person(text)


def test_a_name_with_its_place_or_office() -> None:
    assert signed("Ada Quill in Quaytown") == ("Ada Quill",)
    assert signed("Ada Quill, Harbour Correspondent") == ("Ada Quill",)
    assert signed("Ada Quill and Bo Lindqvist") == ("Ada Quill", "Bo Lindqvist")
    assert signed("The museum that moved by night") == ()


def test_who_published_it() -> None:
    assert find_publisher("2020-02-22 10:36 来源：灯塔网 作者：陈一帆") == "灯塔网"
    assert find_publisher("《灯塔日报》（2019年03月04日 第 04 版）") == "灯塔日报"
