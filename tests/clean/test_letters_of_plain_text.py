"""Letters as programs send them in plain text, and rows of what stands beside dates and buttons."""

import pytest

from site_builder.clean.lines.line import make_line
from tests.clean.test_heads_that_agree import EN, NAMES, PEOPLE, ZH, articles, en, text, zh

_DAY = "4 May 2019"


def starred(title: str) -> list[str]:
    return [f"** {title}\n{'-' * 60}"]


def test_headings_with_stars_and_a_ruler_begin_the_articles_that_are_signed() -> None:
    lines = ["THE CANAL POST", "=" * 60]
    for i, title in enumerate(EN):
        prose = en(title)
        lines += ["NOTES", *starred(title), f"{PEOPLE[i]} | {_DAY} | 3 min read", *prose[:2], *starred("Down the lock")]
        lines += [*prose[2:], "Like (4) | Comment (2) | Restack (https://canal.example/r/1)", "=" * 60]
    lines += ["A WORD TO OUR READERS\nThe post comes on Mondays.", "=" * 60, "Copyright (C) 2019 The Canal Post Ltd."]
    found = articles(lines)
    assert [(one.title, one.authors, one.category) for one in found] == [
        (title, (PEOPLE[i],), "NOTES") for i, title in enumerate(EN)
    ]
    assert all("## Down the lock" in one.body for one in found)
    assert not any(word in one.body for one in found for word in ("Restack", "Like", "Mondays", "===", "**"))
    assert found[-1].rights.holder == "The Canal Post Ltd"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Share (12) | Comment (3)", "line"),
        ("Facebook (https://canal.example/f) | Print (https://canal.example/p)", "line"),
        ("The lock keeper (https://canal.example/keeper) sold the boat (3)", "short"),
        ("(1)", "short"),
    ],
)
def test_addresses_and_counts_behind_buttons(row: str, kind: str) -> None:
    assert make_line(1, row, 0).kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "运河晚报  2019年5月4日  本报记者 林若川 实习生 戚薇",
        "林若川 · 2019年5月4日 · 阅读时间 12 分钟",
        "运河社 | 2019年5月4日 | 约 5 分钟读完",
    ],
)
def test_a_day_beside_names_and_the_time_of_reading(line: str) -> None:
    assert make_line(1, line, 0).kind == "date"


def test_two_who_sign_beside_a_day() -> None:
    lines: list[str] = []
    for i, title in enumerate(ZH):
        lines += [
            f"【桥】\n{title}\n运河晚报  2019年5月4日  本报记者 {NAMES[i]} 实习生 周明",
            *zh(title),
            "朗读  收藏  打印",
            "上一篇  下一篇",
        ]
    found = articles(lines)
    assert [(one.title, one.authors) for one in found] == [(title, (NAMES[i], "周明")) for i, title in enumerate(ZH)]


def test_articles_under_the_heading_of_a_page_that_a_reader_wraps() -> None:
    lines = [
        "Title: Essays - Canal House",
        "URL Source: https://canal.example/essays",
        "Markdown Content:",
        "Essays\n======",
    ]
    for i, title in enumerate(EN):
        lines += [
            "LAW",
            f"[{title}](https://canal.example/{i})\n-----------",
            f"[{PEOPLE[i]}](https://canal.example/p) | {_DAY}",
        ]
        lines += [*en(title), "**Related**", f"*   [The other lock](https://canal.example/r/{i})", "* * *"]
    found = articles(lines, "essays.md")
    assert [(one.title, one.authors) for one in found] == [(title, (PEOPLE[i],)) for i, title in enumerate(EN)]
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_linked_titles_with_a_sentence_and_the_time_of_reading_are_a_list() -> None:
    lines = ["[运河](https://canal.example/)", "# 随笔"]
    for i in range(7):
        lines += [
            f"## [第{i + 1}座桥上的灯](/{i})",
            f"守桥的人说，第{i + 1}盏灯亮得比水慢。",
            f"林若川 · 2019年5月{i + 1}日 · 阅读时间 1{i} 分钟",
            f"[阅读全文](/{i})",
        ]
    assert articles(lines, "list.md") == []
