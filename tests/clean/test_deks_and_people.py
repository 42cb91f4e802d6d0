"""Deks, names and offices in heads: headings under headings, sentences over names, tables of filing, authors."""

import pytest

from site_builder.clean.lines.line import make_line
from site_builder.clean.words.names import byline
from tests.clean.families import Press
from tests.clean.test_heads_that_agree import EN, NAMES, PEOPLE, ZH, articles, en, text, zh

DAY = "4 May 2019"


def test_a_lower_heading_between_title_and_date_is_a_dek() -> None:
    lines = ["# The Canal Letter, No. 7"]
    for i, title in enumerate(EN):
        dek = f"### The lock keeper sold {i + 2} boats."
        lines += ["* * *", f"## {title}", dek, f"[{PEOPLE[i]}](https://canal.example/p) · {DAY}", *en(title)]
    found = articles(lines, "letter.md")
    assert [(one.title, one.dek) for one in found] == [
        (title, f"The lock keeper sold {i + 2} boats.") for i, title in enumerate(EN)
    ]


def test_a_sentence_over_authors_who_say_what_they_are_is_a_dek() -> None:
    lines: list[str] = []
    deks = [f"The lock of {name} is kept shut not because the water is high, but for want of a key." for name in PEOPLE]
    for i, (title, dek) in enumerate(zip(EN, deks, strict=True)):
        people = [PEOPLE[i], "Senior Fellow, Programme on Canals", "Ada Quill", "Research Associate"]
        lines += [f"URL: https://canal.example/{i}", f"Commentary | {DAY}", title, dek, *people, "Download PDF"]
        lines += [*en(title), "About the author", f"{PEOPLE[i]} studies locks."]
    found = articles(lines)
    assert [(one.title, one.dek, one.authors) for one in found] == [
        (title, deks[i], tuple(dict.fromkeys((PEOPLE[i], "Ada Quill")))) for i, title in enumerate(EN)
    ]
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_a_title_stands_under_the_table_that_files_it() -> None:
    lines = ["灯塔县人民政府门户网站", "首页 | 政务公开 | 简 繁"]
    for i, title in enumerate(ZH):
        filed = [
            "索 引 号：\t014-2019-1\t主题分类：\t桥梁",
            "发布机构：\t县桥梁局\t公开方式：\t主动公开",
            "有 效 性：\t有效\t文　　号：\t无",
        ]
        lines += [
            *filed,
            title,
            f"发布时间：2019-05-0{i + 1} 11:01　来源：县桥梁局　浏览次数：3次",
            *zh(title),
            "政策解读：一图看桥",
        ]
    assert [(one.title, one.dek) for one in articles(lines)] == [(title, "") for title in ZH]


def test_who_an_author_is_may_say_the_given_name_alone() -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        given = PEOPLE[i].split()[0]
        lines += [
            title,
            f"{PEOPLE[i]}",
            DAY,
            *en(title),
            PEOPLE[i],
            "FOLLOW",
            f"{given} joined the Ledger in 2015 and reports on locks.",
            "CONVERSATIONS (4)",
        ]
    found = articles(lines)
    assert len(found) == 3
    assert not any("joined" in one.body or "FOLLOW" in one.body for one in found)


def test_a_label_in_two_languages_names_the_authors() -> None:
    said = byline("Text 文字: Ada Quill / Bo Lindqvist")
    assert said is not None
    assert said.authors == ("Ada Quill", "Bo Lindqvist")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("本文约需三分钟读完", "stamp"),
        ("1,204 shares   18 comments", "stamp"),
        ("Gift article   Bookmark", "line"),
        ("Photograph 1 of 4: open gallery", "line"),
        ("[ Back to contents ]", "line"),
        ("You are reading the free edition. Members get the map of locks too.", "line"),
        ("The Lock Centre takes no institutional positions; the views expressed are the author's own.", "line"),
        ("Get the canal app today · Help · Privacy policy · Lock Labs", "line"),
        ("The boats · The lock keeper's second house · The long water", "short"),
    ],
)
def test_what_pages_say_of_themselves(line: str, kind: str) -> None:
    assert make_line(1, line, 0).kind == kind


def test_a_line_of_hashtags_under_each_head_is_of_the_page() -> None:
    lines = ["My list"]
    for i, title in enumerate(EN):
        lines += [
            title,
            f"canal.example · {PEOPLE[i]} · {DAY} · 1 min",
            f"Saved {i + 1}w ago   #canal #lock{i}  + Add tag",
        ]
        lines += [*en(title), "View original"]
    assert [text(one) for one in articles(lines)] == [en(title) for title in EN]


def test_a_trail_and_an_offer_in_markdown_are_no_text() -> None:
    press = Press("trail")
    prose = press.prose()
    lines = [
        f"---\ntitle: {EN[0]}\nauthor: Ada Quill\ndate: 2019-05-04\n---\n[Canal Post](https://canal.example/) / [Locks](https://canal.example/l)"
    ]
    lines += [*prose[:2], "[Get unlimited access for a year. See plans](https://canal.example/plans)", *prose[2:]]
    (found,) = articles(lines, "one.md")
    assert text(found) == prose


def test_two_who_sign_with_links_are_no_trail() -> None:
    lines = [
        f"# {EN[0]}",
        "[Ada Quill](https://canal.example/a) / [Bo Lindqvist](https://canal.example/b)",
        DAY,
        *en("x"),
    ]
    (found,) = articles(lines, "one.md")
    assert found.authors == ("Ada Quill", "Bo Lindqvist")


def test_names_of_a_chinese_byline_whose_families_are_seldom() -> None:
    said = byline(f"作者：{NAMES[0]} 伍清")
    assert said is not None
    assert said.authors == (NAMES[0], "伍清")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("[文/渡口网 林若川]", "林若川"),
        ("【文/渡口网 林若川】", "林若川"),
        ("以下文章来源于运河边 ，作者老灯", "老灯"),
        ("以下文章来源于运河边，作者林若川 .", "林若川"),
    ],
)
def test_who_wrote_what_a_site_has_copied(line: str, author: str) -> None:
    said = byline(line)
    assert said is not None
    assert said.authors == (author,)


def test_a_day_over_a_section_over_each_title_dates_it() -> None:
    lines = ["Canal Papers"]
    for i, title in enumerate(EN):
        lines += [f"May {i + 1}, 2019", "Viewpoint", title, PEOPLE[i], *en(title), "Keywords: locks, keys"]
    assert [(one.title, one.authors, one.date.day, one.category) for one in articles(lines)] == [
        (title, (PEOPLE[i],), f"2019-05-0{i + 1}", "Viewpoint") for i, title in enumerate(EN)
    ]


def test_a_name_over_a_report_that_opens_with_its_reporter_is_no_dek() -> None:
    prose = zh("name")
    lines = [ZH[0], "来源：渡口网", "2019-05-04 11:20", NAMES[0], f"（渡口网记者 {NAMES[0]}）{prose[0]}", *prose[1:]]
    (found,) = articles(lines)
    assert found.dek == ""


def test_points_and_dashes_before_deks_are_no_part_of_them() -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        deks = [
            f"• The lock keeper sold {i + 2} of his boats to the town",
            f"• Nobody has had the key of {PEOPLE[i]} since, the ledger shows",
        ]
        lines += [
            "Advertisement",
            "China / Canals",
            title,
            *deks,
            PEOPLE[i],
            f"Published: 9:00am, {i + 1} May 2019",
            *en(title),
        ]
    said = [one.dek for one in articles(lines)]
    assert len(said) == 3
    assert all("•" not in dek and dek.startswith("The lock keeper") and "Nobody has" in dek for dek in said)


def test_names_over_dates_over_titles_are_of_the_articles_under_them() -> None:
    lines = ["Canal Papers"]
    for i, title in enumerate(EN):
        lines += [PEOPLE[i], f"May {i + 1}, 2019 | 6-min read | LOCKS", title, *en(title)]
    found = articles(lines)
    assert [(one.title, one.authors) for one in found] == [(title, (PEOPLE[i],)) for i, title in enumerate(EN)]
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_who_posted_in_a_forum_wrote_it_where_nothing_else_is_said() -> None:
    lines = ["望江论坛 » 时事"]
    for i, title in enumerate(ZH):
        lines += [
            title,
            f"楼主：{NAMES[i]}  时间：2019-05-04 11:2{i}:08 点击：211 回复：1{i}",
            *zh(title),
            "楼主发言：3次 发图：0张 | 更多",
        ]
    assert [(one.title, one.authors, one.date.day) for one in articles(lines)] == [
        (title, (NAMES[i],), "2019-05-04") for i, title in enumerate(ZH)
    ]
