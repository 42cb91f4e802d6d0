"""Pages as programs and people keep them: text browsers, letters, forums, notices, archives; in invented words."""

from __future__ import annotations

import textwrap

import pytest

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article
from site_builder.model.scrape import Cleaned
from tests.clean.families import Press

FIRST, SECOND = "The Quiet Bridge Divides the Lantern Quarter", "Who Pays for the Narrow Tram"
ZH = "老城的灯会为什么搬走了"


def cleaned(lines: list[str], name: str = "scrape.txt") -> Cleaned:
    return clean("\n\n".join(lines).encode(), name)


def articles(lines: list[str], name: str = "scrape.txt") -> list[Article]:
    return [draft.article for draft in cleaned(lines, name).drafts]


def text(article: Article) -> list[str]:
    return article.body.replace("\\", "").strip().split("\n\n")


def test_what_a_text_browser_writes_around_a_page() -> None:
    prose = Press("lynx").prose()
    told = [prose[0].replace(" ", " [6]", 1), prose[1].replace(" that ", " [7]that ", 1), *prose[2:]]
    page = ["   #[1]alternate\n   [2]The Canal Ledger\n\n     * [3]News\n     * [4]Culture", f"   {FIRST}"]
    page += ["   By [5]Ada Quill", "   May 4, 2019", "   (BUTTON) Share (BUTTON) Print", "   [quay-1200.jpg]"]
    page += [textwrap.indent(textwrap.fill(one, 68), "   ") for one in told]
    page += ["   Most read", "     * [8]The last lamp\n     * [9]A tram nobody took", "References\n\n   Visible links:"]
    page[-1] += "".join(f"\n   {n}. https://canal.example/{n}" for n in range(1, 10))
    ((article,), ledger) = ([draft.article for draft in cleaned(page).drafts], cleaned(page).ledger)
    assert (article.title, article.authors, article.date.text) == (FIRST, ("Ada Quill",), "2019-05-04")
    assert text(article) == prose
    assert [line.rule for line in ledger][-9:] == ["address of a link"] * 9


def test_numbers_in_brackets_that_lead_nowhere_stay() -> None:
    prose = [f"{line} [{n}]" for n, line in enumerate(Press("works").prose(), 1)]
    works = "".join(f"\n{n}. https://canal.example/{n}" for n in range(11, 15))
    (article,) = articles([FIRST, "By Ada Quill", "May 4, 2019", *prose, f"References{works}"])
    assert "[3]" in article.body


def test_articles_in_a_letter() -> None:
    ruler = "-" * 60
    page = [
        "From: The Canal Letter <quay@canal.example>\nDate: Thu, 4 Jul 2019 06:07:11 +0000\nSubject: Lamps and trams"
    ]
    page += ["THE CANAL LETTER", "Thursday, July 4, 2019", "IN TODAY’S LETTER", f"* {FIRST}\n* {SECOND}"]
    for n, (title, who) in enumerate([(FIRST, "Ada Quill"), (SECOND, "Bo Lindqvist")]):
        page += [
            ruler,
            "HARBOUR",
            title,
            f"by {who}",
            *Press(title).prose(),
            f"Read it online: https://canal.example/{n}",
        ]
        page += [ruler, "A WORD FROM OUR SPONSOR", "Tired of lamps? The Lamp Office keeps yours burning."]
    found = articles([*page, ruler, "How was it today?", "You are getting this because a lamp was lit."])
    assert [(one.title, one.authors, one.category) for one in found] == [
        (FIRST, ("Ada Quill",), "HARBOUR"),
        (SECOND, ("Bo Lindqvist",), "HARBOUR"),
    ]
    assert [text(one) for one in found] == [Press(one.title).prose() for one in found]


def test_a_letter_of_one_article_is_named_by_its_subject() -> None:
    page = [f"From: Ada Quill <quill@canal.example>\nDate: 4 May 2019\nSubject: {FIRST}", *Press("letter").prose()]
    assert [(one.title, one.authors) for one in articles(page)] == [(FIRST, ("Ada Quill",))]


def test_an_archive_of_a_blog_in_markdown() -> None:
    page = ["[The Lamp Is Lit](https://canal.example/)", "*notes from the quay*", "# Archive for May 2019"]
    for day, title in ((4, FIRST), (5, SECOND)):
        page += [f"## [{title}](https://canal.example/{day})", f"Saturday, {day} May 2019", *Press(title).prose()]
        page += ["[2 comments](#c) · [Permalink](#p) · Filed in [Lamps](#l)", "* * *"]
    found = articles([*page, "[« April 2019](#) [June 2019 »](#)", "## Blogroll", "- [Lamps](#)"], "blog.md")
    assert [(one.title, one.date.day) for one in found] == [(FIRST, "2019-05-04"), (SECOND, "2019-05-05")]
    assert [text(one) for one in found] == [Press(one.title).prose() for one in found]


def test_facts_in_a_row_and_buttons_under_a_chinese_title() -> None:
    prose = Press("行").prose_zh()
    head = [ZH, "2019年05月04日 07:43　渡口都市报　我有话说(213人参与)", "渡口都市报记者 林若川", "收藏本文", "A- A+"]
    (article,) = articles(
        ["渡口网 > 新闻 > 正文", *head, f"原标题：{ZH}（图）", *prose, "文章关键词：灯会 老城", "相关报道"]
    )
    assert (article.title, article.dek, article.authors) == (ZH, "", ("林若川",))
    assert (article.date.text, article.tags, text(article)) == ("2019-05-04T07:43", ("灯会 老城",), prose)


def test_a_newspaper_and_its_day_over_a_labelled_headline() -> None:
    page = []
    for n, title in enumerate((FIRST, SECOND), 1):
        page += [
            f"{n} of 2 DOCUMENTS",
            "The Canal Ledger",
            f"May {n}, 2019 Friday\nFinal Edition",
            f"HEADLINE: {title}",
        ]
        page += ["BYLINE: Ada Quill", "HIGHLIGHT: The lamps will stay, the office says", "BODY:", *Press(title).prose()]
        page += [f"LOAD-DATE: June {n}, 2019", "Copyright 2019 Canal Ledger Ltd.\nAll Rights Reserved"]
    found = articles(page)
    assert [(one.title, one.date.text) for one in found] == [(FIRST, "2019-05-01"), (SECOND, "2019-05-02")]
    assert {one.dek for one in found} == {"The lamps will stay, the office says"}


def test_a_notice_keeps_the_office_and_the_day_that_sign_it() -> None:
    page = []
    for day in (4, 5):
        page += [
            f"关于老城灯会搬迁的通告（{day}）",
            f"发布日期：2019-05-0{day}　来源：渡口市灯会办公室　浏览次数：12次",
        ]
        page += [
            f"渡灯发〔2019〕{day}号",
            *Press(str(day)).prose_zh(),
            "举报人应当如实提供线索，办公室对举报内容保密。",
        ]
        page += ["渡口市灯会办公室", f"2019年5月{day}日", "【打印本页】　【关闭窗口】", "下一篇：没有了"]
    found = articles(page)
    assert [one.date.text for one in found] == ["2019-05-04", "2019-05-05"]
    for day, one in zip((4, 5), found, strict=True):
        assert text(one)[-3:] == [
            "举报人应当如实提供线索，办公室对举报内容保密。",
            "渡口市灯会办公室",
            f"2019年5月{day}日",
        ]
        assert text(one)[0] == Press(str(day)).prose_zh()[0]


def test_a_forum_has_one_article_and_readers() -> None:
    prose = Press("论坛").prose_zh()
    head = [
        "望江社区 › 论坛 › 茶馆 › 查看主题",
        f"主题：{ZH}",
        "楼主：山中客　发表于 2019-05-04 11:57:08　|　只看该作者",
    ]
    foot = ["收藏　分享　支持 67　反对 7　举报", "签名：一壶浊酒"]
    for n in (2, 3):
        foot += [
            f"{n}楼　白菜　发表于 2019-05-0{n} 14:07:41",
            "楼上说得对，我们这边也是这样。",
            "回复　引用　举报　TOP",
        ]
    (article,) = articles(
        [*head, "查看：3378　回复：80", "（转帖）　作者：林若川　来源：渡口纪事", *prose, *foot, "快速回复"]
    )
    assert (article.title, article.authors, article.date.day) == (ZH, ("林若川",), "2019-05-04")
    assert text(article) == prose


def test_the_author_of_a_column_in_markdown_is_no_title() -> None:
    head = [
        f"# {ZH}",
        "![头图](https://canal.example/h.jpg)",
        "[![林若川](https://canal.example/a.jpg)](https://canal.example/p)",
    ]
    head += ["[林若川](https://canal.example/p)", "灯会观察者，写字的", "关注他", "853 人赞同了该文章"]
    prose = Press("专栏").prose_zh()
    (article,) = articles([*head, *prose, "编辑于 2019-05-04 10:51", "66 条评论"], "column.md")
    assert (article.title, article.authors, article.date.day) == (ZH, ("林若川",), "2019-05-04")
    assert text(article) == ["![头图](https://canal.example/h.jpg)", *prose]


def page_of(inner: str, head: str = "") -> Article:
    (draft,) = clean(f"<html><head>{head}</head><body>{inner}</body></html>".encode(), "page.html").drafts
    return draft.article


def test_a_heading_by_its_role_is_a_heading() -> None:
    prose = "".join(f"<p>{line}</p>" for line in Press("role").prose())
    dek = "The harbour office says that the lamps will stay"
    article = page_of(
        f"<main><div class=t role=heading aria-level=1>{FIRST}</div><div class=s>{dek}</div>"
        f"<div>By Ada Quill</div><div>May 4, 2019</div><section>{prose}</section></main>".replace(
            "role=heading", 'role="heading"'
        ),
        f"<title>{FIRST} | Canal Ledger</title>",
    )
    assert (article.title, article.dek) == (FIRST, dek)


@pytest.mark.parametrize(
    "figure",
    [
        "<img src=https://canal.example/q.jpg><div class=x>{}</div>",
        "<p><img src=https://canal.example/q.jpg><br>{}</p>",
        "<div><picture><source srcset=/q.webp><img src='data:image/gif;base64,R0'></picture><span>{}</span></div>",
    ],
)
def test_a_credited_line_under_a_picture_is_its_caption(figure: str) -> None:
    prose = [f"<p>{line}</p>" for line in Press("caption").prose()]
    inner = "".join([*prose[:2], figure.format("The quay at dusk. Photo: Quay Pictures"), *prose[2:]])
    article = page_of(f"<article><h1>{FIRST}</h1><p>By Ada Quill</p>{inner}</article>")
    assert "![The quay at dusk. Photo: Quay Pictures]()" in article.body


def test_whom_readers_see_is_the_author_before_a_tag_that_names_the_site() -> None:
    prose = "".join(f"<p>{line}</p>" for line in Press("作者").prose_zh())
    head = f"<title>{ZH}_渡口新闻</title><meta name=author content=渡口>"
    seen = page_of(f"<div><h1>{ZH}</h1><div>2019-05-04 08:49　来源: 沿江时报　作者：林若川</div>{prose}</div>", head)
    assert seen.authors == ("林若川",)
