"""What a page sets around its text beside words that a lexicon knows: keys, contents, options, readers, pages."""

from __future__ import annotations

from tests.clean.families import Press
from tests.clean.test_frames import PEOPLE, TITLES, articles, text

ZH = ("老城的灯会为什么搬走了", "江上电车的客流少了一半", "档案馆搬迁之后")


ENDS = ("渡口的灯又亮了。（完）", "没有人说明原因。（完）", "店主们还在等。（完）")
DEKS = ("写字的是个男孩", "票价上涨之后", "十一箱与一张收据")


def test_dates_over_titles_with_a_line_of_facts_under_each_text() -> None:
    page = ["渡口通讯社", "滚动 | 国内 | 国际 | 财经", "专线稿件（仅供签约用户）"]
    for n, title in enumerate(ZH, 1):
        page += [f"2019-05-0{n} 22:40:40　[社会]", title, *Press(title).prose_zh()[:-1], ENDS[n - 1]]
        page += [f"稿件编号：YJ2019050{n}　字数：49{n}　收藏　下载"]
    found = articles([*page, "上一页 1 2 3 下一页"])
    assert [(one.title, one.date.day) for one in found] == [(title, f"2019-05-0{n}") for n, title in enumerate(ZH, 1)]
    assert all(text(one)[-1].endswith("（完）") for one in found)


def test_a_page_that_was_printed_from_a_reader() -> None:
    prose = Press("printed").prose()
    top = f"{TITLES[0]}    about:reader?url=https%3A%2F%2Fcanal.example%2F8524"
    page = [top, "canal.example", TITLES[0], PEOPLE[0], "7-9 minutes", *prose[:3], "1 of 2    5/17/2019, 11:53 PM", top]
    (found,) = articles([*page, *prose[3:], "2 of 2    5/17/2019, 11:53 PM"])
    assert (found.title, found.authors, text(found)) == (TITLES[0], (PEOPLE[0],), prose)


def test_letters_with_salutations_under_furniture() -> None:
    page = ["THE WEEKLY FERRY", "Home", "Small Ads", "Your Letters", "Write to: The Editor, The Ferry, 3 Quay Street."]
    for title, who in zip(TITLES, PEOPLE, strict=True):
        page += [title, "Dear Editor,", *Press(title).prose()[:3], who, "Upper Quay"]
    found = articles([*page, "Have your say", "Most commented", "The last lamp on the quay", "A tram nobody took"])
    assert [(one.title, one.authors) for one in found] == [(a, (b,)) for a, b in zip(TITLES, PEOPLE, strict=True)]
    assert all(text(one) == ["Dear Editor,", *Press(one.title).prose()[:3]] for one in found)


def test_what_a_table_of_contents_names_is_a_title() -> None:
    page = ["案头剪报", "第280期（内部交流）", "2019年5月6日编印", "本期目录"]
    page += [f"{title}……………{n}" for n, title in enumerate(ZH, 1)]
    for n, title in enumerate(ZH, 1):
        page += [title, DEKS[n - 1], f"《渡口画报》2019年5月{n}日　林若川", *Press(title).prose_zh()]
        page += [f"（原载《渡口画报{n}》，本刊有删节）", "返回目录"]
    found = articles(page)
    assert [(one.title, one.dek, one.date.day) for one in found] == [
        (title, DEKS[n - 1], f"2019-05-0{n}") for n, title in enumerate(ZH, 1)
    ]
    assert [text(one) for one in found] == [Press(title).prose_zh() for title in ZH]


def test_a_live_page_has_keys_and_options_over_its_text() -> None:
    told = [f"1{n}:2{n} — {line}" for n, line in enumerate(Press("live").prose(), 2)]
    keys = ["Key moments", "12:22  On the quay", "14:24  What we know", "Show key events only"]
    page = [TITLES[0], "By Ada Quill", "3 May 2019", "This page is no longer being updated", "Follow", *keys, *told]
    (found,) = articles([*page, "Share", "Load earlier posts", "More on this story", "A tram nobody took"])
    assert text(found) == told


def test_a_dek_under_the_date_is_no_button() -> None:
    page = [
        TITLES[0],
        "By Ada Quill",
        "3 May 2019",
        "What the lamp office has to say of it",
        "Share",
        *Press("d").prose(),
    ]
    assert articles(page)[0].dek == "What the lamp office has to say of it"


def test_readers_posts_are_told_by_who_wrote_and_when() -> None:
    prose = Press("readers").prose_zh()
    page = [ZH[0], "林若川", "2019-05-04 13:55:30　阅读 13万+", "+关注", *prose, "禁止转载", "39人已赞赏"]
    page += ["收藏　转发 225　评论 602　赞 6860", "按热度　按时间"]
    for n, name in enumerate(("老张", "小陈", "灯塔", "白菜"), 1):
        page += [f"{name}：这个数字是怎么算出来的？求出处。", f"{n}月5日 18:2{n}　来自网页版　回复　赞[{n}8]"]
    (found,) = articles(page)
    assert text(found) == prose


def test_an_archive_in_markdown_has_a_word_over_its_articles() -> None:
    page = ["# 2019年5月存档", "本文件由志愿者整理，按发布日期排列。如有遗漏请提出。", "[返回目录](#top)"]
    for n, title in enumerate(ZH, 1):
        page += [f"## {title}", f"> 作者：戚{'薇雨明'[n - 1]}\n> 来源：渡口周末\n> 日期：2019-05-0{n}"]
        page += [
            f"### 渡口：{DEKS[n - 1]}",
            *Press(title).prose_zh(),
            f"[原文链接](https://canal.example/{n}) ｜ 快照 ｜ 状态：第{n}种",
            "---",
        ]
    found = articles([*page, "最后更新：自动脚本"], "archive.md")
    assert [(one.title, one.authors, one.date.day) for one in found] == [
        (title, (f"戚{'薇雨明'[n - 1]}",), f"2019-05-0{n}") for n, title in enumerate(ZH, 1)
    ]
    assert [text(one) for one in found] == [
        [f"### 渡口：{dek}", *Press(title).prose_zh()] for dek, title in zip(DEKS, ZH, strict=True)
    ]


def test_a_conversation_with_its_roles_and_buttons() -> None:
    talk = [
        line
        for n, said in enumerate(Press("对话").prose_zh())
        for line in (f"渡口日记：第{n}盏灯呢？", f"孟姐：{said}")
    ]
    page = [
        "人物　街区　手艺　饭桌",
        "对话",
        ZH[0],
        "老板娘说，灯不怕没人看",
        "采访、撰文：杨舒婷",
        "2019年9月3日",
        *talk,
    ]
    foot = ["微信 微博 豆瓣 复制链接", "喜欢这篇", "546", "往期对话", "灯会的另一面", "闻不到味道，比发烧更要紧？"]
    (found,) = articles([*page, "孟姐在店里。喻晓彤 摄", *foot])
    assert (found.title, found.dek, found.authors) == (ZH[0], "老板娘说，灯不怕没人看", ("杨舒婷",))
    assert text(found) == [*talk, "![孟姐在店里。喻晓彤 摄]()"]


def test_options_of_a_page_and_who_translated() -> None:
    page = [TITLES[0], "By Ada Quill", "Translated from the Chinese by Bo Lindqvist", "Published 24 January 2017"]
    page += ["Reading mode: side by side | English only | 仅中文", *Press("options").prose()]
    (found,) = articles([*page, "Ada Quill was born in Quaytown.", "Bo Lindqvist translates from Chinese."])
    assert (found.authors, found.contributors) == (("Ada Quill",), ("Bo Lindqvist",))
    assert text(found) == Press("options").prose()


def test_two_authors_under_the_date_and_a_button_under_others() -> None:
    page = [TITLES[0], "March 25, 2022", "Ada Quill and Bo Lindqvist", "Download PDF", "Print", "Cite"]
    (found,) = articles([*page, *Press("two").prose()])
    assert (found.authors, text(found)) == (("Ada Quill", "Bo Lindqvist"), Press("two").prose())


def test_what_markdown_escapes_is_its_text() -> None:
    page = [
        f"# {TITLES[0]}",
        "By Ada Quill",
        "It read “\\~\\~never\\~\\~ rarely”.",
        "Lamps < 3% \\> 2 \\| 1 \\& more were counted.",
    ]
    (found,) = articles([*page, *Press("escape").prose()], "escape.md")
    assert "~~never~~ rarely" in found.body.replace("\\", "")


def test_the_largest_line_of_an_old_page_is_its_title() -> None:
    told = "<br><br>".join(Press("old").prose())
    inner = f"<font size=5><b>{TITLES[0]}</b></font><br>\n<a href=/p>For printers</a> <a href=/m>E-mail</a><br><br>"
    foot = "<br><br><font size=2>By <b>Ada Quill</b>, Ledger staff writer<br>Posted Friday, August 15, 2003</font>"
    links = "<br><br><a href=#>Back to top</a> | <a href=/l>Write a letter to the editor</a>"
    page = f"<table><tr><td>{inner}<font size=3>{told}</font>{foot}{links}</td></tr></table>"
    (found,) = articles(
        [f"<html><head><title>Canal Ledger Online</title></head><body>{page}</body></html>"], "old.html"
    )
    assert (found.title, found.authors, found.date.day) == (TITLES[0], ("Ada Quill",), "2003-08-15")
    assert text(found) == Press("old").prose()
