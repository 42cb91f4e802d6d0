"""Ordinary pages of newspapers, magazines and letters: what stands around their titles and between their paragraphs."""

from __future__ import annotations

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.lines.line import make_line
from site_builder.clean.lines.opening import reporters
from site_builder.clean.words.names import byline
from site_builder.clean.words.picture_words import credits_picture
from site_builder.model.article import Article
from tests.clean.families import Press

TITLE = "The Quiet Bridge Divides the Lantern Quarter"
DEK = "What the lamp office has to say of it"
ZH, ZH_DEK = "老城的灯会为什么搬走了", "河边的人说夜里太安静"
PROSE_ZH = ["灯会搬到了河的对岸，老城里的人说，夜里安静得让人睡不着觉，只听见船夫的桨声。"] * 2
PROSE_ZH += ["船夫们在桥下等到天亮，没有一个人来问过河要多少钱，也没有人来看灯，更没有人唱歌。"]


def one(lines: list[str], name: str = "scrape.txt") -> Article:
    (draft,) = clean("\n\n".join(lines).encode(), name).drafts
    return draft.article


def text(article: Article) -> list[str]:
    return article.body.replace("\\", "").strip().split("\n\n")


@pytest.mark.parametrize(
    "between", [["Share"], ["https://canal.example/p/7"], ["Photo: Bo Lindqvist", "Advertisement"]]
)
def test_a_dek_under_the_date_has_something_between_it_and_the_text(between: list[str]) -> None:
    found = one([TITLE, "By Ada Quill", "3 May 2019", DEK, *between, *Press("dek").prose()])
    assert (found.title, found.dek) == (TITLE, DEK)


def test_the_heading_of_the_first_section_is_no_dek() -> None:
    found = one([TITLE, "By Ada Quill", "3 May 2019", "The lamps of the office", *Press("dek").prose()])
    assert (found.dek, text(found)[0]) == ("", "## The lamps of the office")


def test_a_line_that_is_not_marked_is_a_dek_where_headings_are() -> None:
    head = [f"# {ZH}", "[赵书南](https://canal.example/u/7)·2019年5月3日 12:47", "[听这篇](javascript:void\\(0\\))"]
    found = one([*head, ZH_DEK, "![](https://canal.example/a.jpg)", *PROSE_ZH, "## 桥下", *PROSE_ZH], "scrape.md")
    assert (found.title, found.dek, found.authors) == (ZH, ZH_DEK, ("赵书南",))
    assert "javascript" not in found.body


def test_a_dek_that_is_a_heading_over_a_linked_name_and_a_day() -> None:
    head = [f"# {TITLE}", f"### {DEK}", "[Ada Quill](https://canal.example/@quill)", "May 3, 2019"]
    found = one([*head, *Press("letter").prose()], "scrape.md")
    assert (found.dek, found.authors, found.date.text) == (DEK, ("Ada Quill",), "2019-05-03")


def test_a_picture_and_the_line_under_it_in_one_paragraph() -> None:
    prose = Press("picture").prose()
    seen = "![](https://canal.example/a.png)\nThe lamp office in May"
    found = one([f"# {TITLE}", "By Ada Quill", "May 3, 2019", *prose[:2], seen, *prose[2:]], "scrape.md")
    assert [block for block in text(found) if "a.png" in block] == ["![](https://canal.example/a.png)"]
    assert "![The lamp office in May]()" in text(found)


def test_an_article_is_posted_with_the_name_of_its_column() -> None:
    page = ["Reed Archive", "Lamps"]
    for n, who in enumerate(("Ada Quill", "Bo Lindqvist")):
        page += [
            f"Kept in May: Reading Room | {TITLE} {n}?",
            "3 May 2019",
            "Card",
            f"Title: {TITLE} {n}?",
            f"Author: {who}",
        ]
        page += ["Date: 2019.5.3", *Press(f"card-{n}").prose(), "Tags: lamps, quays"]
    drafts = clean("\n\n".join(page).encode(), "scrape.txt").drafts
    assert [draft.article.title for draft in drafts] == [f"Kept in May: Reading Room | {TITLE} {n}?" for n in range(2)]


def test_a_box_that_readers_may_skip() -> None:
    prose = Press("box").prose()
    box = ["Skip Lamps and continue reading", "Lamps", "A tram nobody took", "Who lit the last of them", "End of Lamps"]
    assert text(one([TITLE, "By Ada Quill", "3 May 2019", *prose[:2], *box, *prose[2:]])) == prose


def test_the_title_that_read_more_leads_to() -> None:
    prose = Press("more").prose()
    told = [*prose[:2], "READ MORE", "A tram that nobody took all summer", *prose[2:]]
    assert text(one([TITLE, "By Ada Quill", "3 May 2019", *told])) == prose


def test_the_line_under_the_word_for_it_is_a_caption() -> None:
    told = [*PROSE_ZH[:2], "图像加注文字，", "灯会搬走以前的河岸。", PROSE_ZH[2]]
    found = one([ZH, "赵书南", "2019年5月3日", *told])
    assert text(found) == [*PROSE_ZH[:2], "![灯会搬走以前的河岸。]()", PROSE_ZH[2]]


def test_who_the_author_is_under_the_name_at_the_end() -> None:
    prose = Press("who").prose()
    about = ["Ada Quill", "Based on the quay, Quill writes about lamps."]
    assert text(one([TITLE, "By Ada Quill", "3 May 2019", *prose, *about, "+ Follow", "Lamps"])) == prose


@pytest.mark.parametrize(
    "row",
    [
        "河岸报>>社会·法治",
        "首页 > 社会 > 正文",
        "Home  China  Lamps  Business  Culture & Edu  Sports",
        "点击播报本文，约 00:00/06:12",
    ],
)
def test_what_leads_through_a_site(row: str) -> None:
    assert make_line(1, row, 0).kind == "line"
    assert one([row, ZH, "赵书南", "2019年5月3日13:49 | 来源：河岸报", *PROSE_ZH]).title == ZH


@pytest.mark.parametrize(
    ("row", "kind"), [("#灯会#河岸", "label"), ("#lamps#narrow trams", "label"), ("#灯会##河岸#挂着。", "short")]
)
def test_tags_stand_side_by_side(row: str, kind: str) -> None:
    assert make_line(1, row, 0).kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "Photo taken on May 3, 2019 shows a lamp in the quarter. (Reed/Ada Quill)",
        "河岸的灯。摄：林若川／渡口传媒",
        "An illustration of the lamp, as shared on the quay.",
    ],
)
def test_captions(line: str) -> None:
    assert credits_picture(line)
    assert not credits_picture("The photo was taken by nobody, she said, and it shows nothing of the quay.")


def test_names_beside_newspapers() -> None:
    assert [named.authors for one in ("渡口新闻记者 水新月", "文｜渡口 林若川") if (named := byline(one))] == [
        ("水新月",),
        ("林若川",),
    ]
    assert reporters("【文/渡口网 林若川】灯会搬到了河的对岸。") == ("林若川",)


def test_the_title_of_an_article_is_its_highest_heading() -> None:
    posts = ""
    for n in range(2):
        told = "".join(f"<p>{line}</p>" for line in Press(f"high-{n}").prose())
        posts += f"<article><header><h3>Lamps</h3><h1>{TITLE} {n}</h1></header>{told}<h2>Under it</h2>{told}</article>"
    page = f"<!doctype html><html><body><main>{posts}</main></body></html>"
    assert [draft.article.title for draft in clean(page.encode(), "page.html").drafts] == [f"{TITLE} 0", f"{TITLE} 1"]


@pytest.mark.parametrize("line", ["（灯会供图）", "资料图。", "图为灯会搬走以前的河岸。渡口社记者 林若川 摄"])
def test_a_credit_under_a_picture_is_a_caption_though_a_paragraph(line: str) -> None:
    told = [
        f"<p>{one}</p>" for one in (*PROSE_ZH, "他们说，河上的灯是一盏一盏熄的，最后一盏熄在船闸的那一边，没有人看见。")
    ]
    seen = f"<p align=center><img src='https://canal.example/a.jpg'></p><p align=center><span>{line}</span></p>"
    body = f"<h1>{ZH}</h1>{told[0]}{seen}{''.join(told[1:])}"
    page = f"<html><head><title>{ZH}</title></head><body><div>{body}</div></body></html>"
    (draft,) = clean(page.encode(), "page.html").drafts
    assert f"\n{line}\n" not in draft.article.body
    assert line in draft.article.body


def test_a_button_without_an_end_takes_no_time() -> None:
    button = "[Keep](javascript:" + "\\(a\\)" * 300 + "x"
    assert (
        one([f"# {TITLE}", "By Ada Quill", "May 3, 2019", button, *Press("keep").prose()], "scrape.md").title == TITLE
    )


@pytest.mark.parametrize(
    "notice",
    [
        "凡本网注明“来源：渡口网”的所有作品，均为本网合法拥有版权的作品，其他媒体使用时须写明出处。",
        "凡注明来源为其他媒体的作品，本报均转载自别处，目的在于传递更多信息，并不代表本报赞同其观点。",
    ],
)
def test_the_notice_at_the_foot_of_a_chinese_site_is_no_text(notice: str) -> None:
    found = one(
        [ZH, "2019年5月3日 来源：渡口网 作者：赵书南", *PROSE_ZH, "本文链接：https://canal.example/p/7", notice]
    )
    assert text(found) == PROSE_ZH
