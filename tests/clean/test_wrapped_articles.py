"""Articles inside letters, programs and questions; heads with offices, rows of counts and sections in them."""

from __future__ import annotations

import pytest

from tests.clean.families import Press
from tests.clean.test_frames import DEKS, PEOPLE, TITLES, articles, text

ZH = ("老城的灯会为什么搬走了", "江上电车的客流少了一半", "档案馆搬迁之后")


def test_an_article_that_a_letter_passes_on_and_its_answers() -> None:
    prose = Press("passed on").prose()
    page = [f"From: Carla <c@canal.example>\nSubject: FYI: {TITLES[0]}\nDate: Tue, 22 Apr 2003 21:17:40 GMT"]
    page += ["[Passing this on from the Ledger.]", TITLES[0], "By Ada Quill\nCanal Ledger, April 20, 2003", *prose]
    page += ["--\nCarla de Souza", f"From: Bo <b@canal.example>\nSubject: Re: FYI: {TITLES[0]}\nDate: 23 Apr 2003"]
    page += ["Carla wrote:", f"> {prose[0]}", "I heard this on the radio, and they got the date wrong, as they do."]
    (found,) = articles(page)
    assert (found.title, found.authors, found.date.day) == (TITLES[0], ("Ada Quill",), "2003-04-20")
    assert text(found) == prose


def test_the_title_that_a_readers_program_writes_with_its_site() -> None:
    page = [f"Title: {TITLES[0]} | Canal Ledger", "URL Source: https://canal.example/a", "Markdown Content:"]
    page += ["[Culture](https://canal.example/c)", f"{TITLES[0]}\n====", DEKS[0], "By Ada Quill", "August 11, 2021"]
    (found,) = articles(
        [*page, *Press("program").prose(), "## Related", "*   [A tram](https://canal.example/t)"], "a.md"
    )
    assert (found.title, found.dek, found.authors) == (TITLES[0], DEKS[0], ("Ada Quill",))
    assert (found.source.url, text(found)) == ("https://canal.example/a", Press("program").prose())


def test_an_answer_to_a_question_with_rows_of_counts() -> None:
    page = ["首页 会员 发现 等你来答", "怎么看老城的灯会搬走这件事？", "关注问题　写回答", "好问题 71　12 条评论　分享"]
    page += ["关注者 6586　被浏览 333,562", "查看全部 641 个回答", "林若川", "灯会青年", "3761 人赞同了该回答"]
    (found,) = articles([*page, *Press("答").prose_zh(), "发布于 2020-08-21 07:19", "赞同 5662", "241 条评论"])
    assert (found.title, found.authors, found.date.day) == ("怎么看老城的灯会搬走这件事？", ("林若川",), "2020-08-21")


def test_a_section_between_the_dek_and_the_author() -> None:
    page = ["WIDER", "Explore", "Log in"]
    for n, (title, dek, who) in enumerate(zip(TITLES, DEKS, PEOPLE, strict=True), 2):
        page += [title, dek, "HARBOUR", who, f"{n} years ago", f"52{n} shares", *Press(title).prose()]
        page += ["SPONSORED CONTENT", "This pan outlives you", "Paid for by Ironmonger", f"You were reading: {title}"]
        page += [f"Up next: {TITLES[n - 1]}"] if n - 1 < len(TITLES) else ["You have read it all"]
    found = articles(page)
    assert [(one.title, one.dek, one.authors) for one in found] == [
        (title, dek, (who,)) for title, dek, who in zip(TITLES, DEKS, PEOPLE, strict=True)
    ]
    assert not any("This pan" in one.body for one in found)


def test_an_essay_that_is_signed_and_dated_at_its_end() -> None:
    page = ["Granary Quarterly", "Menu", "Essay", TITLES[0], DEKS[0], "PDF · Larger text", "I.", *Press("e1").prose()]
    page += ["II.", *Press("e2").prose(), "Ada Quill", "Published December 28, 2015"]
    (found,) = articles([*page, "Granary is free to read and not free to make. Help us pay.", "Next in Issue 40"])
    assert (found.title, found.dek, found.authors) == (TITLES[0], DEKS[0], ("Ada Quill",))
    assert (found.date.day, text(found)[-1]) == ("2015-12-28", Press("e2").prose()[-1])


def test_a_player_over_a_title_is_no_text() -> None:
    page = ["Longwave", "Become a Member", "▶ 00:00 / 42:17", "1x  15s", TITLES[0], "Episode 31: what the keeper wrote"]
    (found,) = articles([*page, "August 8, 2023", *Press("player").prose(), "[AD BREAK]", "More Episodes", "A lamp"])
    assert (found.title, found.date.day) == (TITLES[0], "2023-08-08")
    assert text(found) == Press("player").prose()


def test_a_newspapers_page_in_a_row_with_its_day() -> None:
    page = []
    for title, dek in zip(ZH, ("灯会之后", "票价上涨", "一张收据"), strict=True):
        page += [
            "2016年07月25日　第A13版：特别报道　【字号 大 中 小】",
            title,
            dek,
            "□本报记者　林若川",
            *Press(title).prose_zh(),
        ]
        page += ["下一篇", "渡口日报社版权所有，未经书面授权禁止使用"]
    found = articles(page)
    assert [(one.title, one.authors, one.date.day) for one in found] == [
        (title, ("林若川",), "2016-07-25") for title in ZH
    ]


def test_numbers_that_count_what_a_letter_tells_are_its_text() -> None:
    told = [f"{sign} {line}" for sign, line in zip("①②③④⑤⑥", Press("早餐").prose_zh(), strict=True)]
    page = ["主题：早餐前读完｜灯会搬走了", "时间：2022年1月28日 06:10", "如果您无法正常浏览此邮件，请点击这里"]
    page += [
        "早餐前读完｜灯会搬走了",
        "2022年1月28日 星期五　本期撰稿：水新月",
        "早上好。今天是个多云的早晨，适合走路上班。",
    ]
    (found,) = articles([*page, *told[:3], "—— 广告 ——", "小火慢炖锅八折", "—— 广告结束 ——", *told[3:]])
    assert (found.authors, text(found)[1:]) == (("水新月",), told)


POST = (
    "<div class=date-outer><h2 class=date-header><span>{day}</span></h2><div class=posts>"
    "<div class='post hentry'><h3 class=post-title>{title}</h3><div class=body>{text}</div>"
    "<p>Posted by Ada Quill, 9 PM</p></div></div></div>"
)


@pytest.mark.parametrize(
    "caption", ["", "<table><tr><td><img src=https://canal.example/q.jpg></td></tr><tr>{}</tr></table>"]
)
def test_posts_of_a_blog_under_the_heading_of_a_day(caption: str) -> None:
    cell = caption.format("<td class=tr-caption>The quay at dusk, seen from the tram.</td>") if caption else ""
    rows = [
        POST.format(day=f"Sunday, May {n}, 2012", title=title, text=cell + "<br><br>".join(Press(title).prose()))
        for n, title in enumerate(TITLES, 1)
    ]
    page = f"<html><body><h1>Quay Notes</h1><div class='widget Blog'>{''.join(rows)}</div></body></html>"
    found = articles([page], "blog.html")
    assert [(one.title, one.date.day) for one in found] == [(t, f"2012-05-0{n}") for n, t in enumerate(TITLES, 1)]
    assert not caption or all("![The quay at dusk, seen from the tram.]()" in one.body for one in found)


@pytest.mark.parametrize(
    ("line", "dek"), [("灯会搬走以后", "灯会搬走以后"), ("渡口日报", ""), ("首席评论员", ""), ("要闻", "")]
)
def test_a_short_line_under_a_chinese_title_is_its_dek_if_it_is_nothing_else(line: str, dek: str) -> None:
    prose = "".join(f"<p>{one}</p>" for one in Press("短").prose_zh())
    head = f"<h1>{ZH[0]}</h1><div class=x>{line}</div><div class=y>2019-05-04 10:20　来源：渡口网　作者：林若川</div>"
    (found,) = articles(
        [f"<html><head><title>{ZH[0]}_渡口网</title></head><body>{head}{prose}</body></html>"], "a.html"
    )
    assert found.dek == dek
