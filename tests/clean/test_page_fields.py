"""What a page says of its article in its head, its bylines and its attributes, and which of them is believed."""

import pytest

from site_builder.clean.page.html import clean_html
from site_builder.model.article import Article

PROSE = "".join(
    f"<p>The kite makers of the old town met for the {nth} time and agreed, after an hour of talk, that the square"
    " should stay as it is and that nobody would be asked to move before the spring.</p>"
    for nth in ("first", "second", "third", "fourth")
)
NAMED = "<meta property=og:site_name content=Weifang>"
PROSE_ZH = "".join(
    f"<p>老城的风筝匠人第{nth}次开会，讨论了一个小时以后一致同意，广场应当保持原样，春天以前谁也不必搬走。</p>"
    for nth in "一二三四"
)


def read(body: str, head: str = "<title>Kites over Weifang</title>", lang: str = "en", url: str = "") -> Article:
    source = f"<html lang={lang}><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    (draft,) = clean_html(source.encode(), "page.html", url).drafts
    return draft.article


@pytest.mark.parametrize(
    ("head", "over", "date"),
    [
        ("<meta property=article:published_time content=2021-04-03T09:00:00+08:00>", "", "2021-04-03T09:00+08:00"),
        ("<meta name=dc.date content=2021-03-01>", "<p>3 April 2021</p>", "2021-04-03"),
        ("<meta name=dc.date content=2021-03-01>", "", "2021-03-01"),
        ("", "<p>Updated: 5 April 2021</p><p>Published: 3 April 2021</p>", "2021-04-03"),
        ("", "<p>Published: 3 April 2021. Updated: 5 April 2021</p>", "2021-04-03"),
        ("", "<p>Updated: 5 April 2021</p>", "2021-04-05"),
        ("<script>var page = {\"publishedAt\": \"2021-04-03T01:00:00Z\"}</script>", "", "2021-04-03"),
        ("<script>[{\"pubDate\": \"2021-04-03 10:00\"}, {\"pubDate\": \"2021-04-07 10:00\"}]</script>", "", ""),
        ("<meta name=pubdate content=2021-04-04T01:00:00Z>", "<p>Posted 3 April 2021</p>", "2021-04-03"),
        ('<script type="application/ld+json">{"pubDate":"2021-04-03T09:00:00"}</script>', "", "2021-04-03T09:00"),
        (
            '<script type="application/ld+json"><![CDATA[{"@type":"Article","datePublished":"2021-04-03"}]]></script>',
            "",
            "2021-04-03",
        ),
    ],
)  # fmt: skip
def test_the_date_of_publication(head: str, over: str, date: str) -> None:
    body = f"<h1>Kites over Weifang</h1>{over}<article>{PROSE}</article><footer>© 7 May 2022 Example Post</footer>"
    assert read(body, f"<title>Kites over Weifang</title>{head}").date.text == date


def test_a_day_in_the_first_paragraph_is_not_the_day_of_publication() -> None:
    first = "<p>摘要：2021年4月1日，风筝节在老城广场举行，来自各地的匠人到场。</p>"
    body = f"<h1>风筝节开幕</h1><div>发表于2021-04-03 21:30| 阅读</div>{first}"
    assert read(body + PROSE_ZH, "<title>风筝节开幕</title>", "zh").date.text == "2021-04-03T21:30"


def test_a_guess_that_no_reader_can_check_is_no_date() -> None:
    body = f"<h1>Kites over Weifang</h1><article>{PROSE}</article><p class=lastupdated>Last updated: 5 April 2021</p>"
    assert read(body).date.text == ""


@pytest.mark.parametrize(
    ("over", "authors"),
    [
        ("<p>kites! | By Ann Lee | April 13, 2020</p>", ("Ann Lee",)),
        ("<p>By Ann Lee on April 13, 2020</p>", ("Ann Lee",)),
        ("<div><span>By</span><a href=/team/x>Ann Lee</a></div>", ("Ann Lee",)),
        ("<div class=authors><a href=/author/annlee/><img src=a.png> Ann Lee</a></div>", ("Ann Lee",)),
        ("<p>Words <a href='https://example.org/authors/ann-lee'>Ann Lee</a> pictures</p>", ("Ann Lee",)),
        ("<p>Written by Ann Lee Edited by Bo Chen</p>", ("Ann Lee",)),
        ("<div class=author><a href=/x>Ann Lee</a> Makes kites of paper</div>", ("Ann Lee",)),
        ("<p>Kites caught by Federal Agents</p>", ()),
        ("<div class=author>Last Updated</div>", ()),
    ],
)
def test_who_wrote_it(over: str, authors: tuple[str, ...]) -> None:
    assert read(f"<h1>Kites over Weifang</h1>{over}<article>{PROSE}</article>").authors == authors


def test_a_library_writes_the_family_name_first() -> None:
    head = "<title>Kites</title><meta name=dc.creator content='Lee, Ann'><meta name=dc.creator content='Chen, Bo'>"
    assert read(f"<article>{PROSE}</article>", head).authors == ("Ann Lee", "Bo Chen")


def test_a_given_name_alone_is_filled_up_from_the_page() -> None:
    head = "<title>Kites</title><meta name=author content=Ann>"
    assert read(f"<article>{PROSE}</article><p>Ann Lee</p>", head).authors == ("Ann Lee",)


def test_a_blog_may_be_called_after_its_author() -> None:
    head = "<title>Kites</title><meta property=og:site_name content='Ann Lee’s blog'>"
    assert read(f"<article>{PROSE}</article>", head).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("over", "author", "publisher"),
    [
        ("<p>2021-04-03 10:36 来源：灯塔网 作者：陈一帆</p>", ("陈一帆",), "灯塔网"),
        ("<p>2021-04-03 10:36 来源： 运河日报 举报</p>", (), "运河日报"),
        ("<p>来源：本站原创 时间：2021年4月3日</p>", (), ""),
        ("<p>灯塔网记者 陈一帆</p><p>2021-04-03 10:08 来源：灯塔网</p>", ("陈一帆",), "灯塔网"),
    ],
)
def test_a_chinese_head_names_author_and_source(over: str, author: tuple[str, ...], publisher: str) -> None:
    article = read(f"<h1>风筝节在老城开幕</h1>{over}{PROSE_ZH}", "<title>风筝节在老城开幕</title>", "zh")
    assert (article.authors, article.publisher) == (author, publisher)


@pytest.mark.parametrize(
    ("head", "over", "title"),
    [
        ("<title>风筝节在老城开幕-灯塔网</title>", "<div>风筝节在老城开幕</div>", "风筝节在老城开幕"),
        ("<title>Kite notes » Archive » The square stays as it is</title>", "<h2>The square stays as it is</h2>",
         "The square stays as it is"),
        ("<title>Kites - Weifang</title>", "<div>Kites</div>", "Kites - Weifang"),
        ("<meta property=og:title content='Spring news'>", "<h1>The kite makers keep their square</h1>",
         "The kite makers keep their square"),
    ],
)  # fmt: skip
def test_the_title_is_what_the_page_shows_over_the_text(head: str, over: str, title: str) -> None:
    assert read(f"{over}<article>{PROSE}</article>", head).title == title


def test_a_text_editor_in_a_name_is_where_text_was_edited() -> None:
    body = "".join(f"<div class=elementor-text-editor><p>{one}</div>" for one in PROSE.split("<p>")[1:])
    assert read(f"<h1>Kites over Weifang</h1>{body}").body.count("The kite makers") == 4


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "<meta property=og:title content='A walk in Weifang'><meta property=og:site_name content=Weifang>",
            "A walk in Weifang",
        ),
        (
            "<meta property=og:title content='A walk – Weifang'><meta property=og:site_name content=Weifang>",
            "A walk – Weifang",
        ),
        ("<title>Ada » Blog Archive » A walk – Weifang</title>", "A walk – Weifang"),
    ],
)
def test_the_name_of_the_site_may_be_words_of_the_title(head: str, title: str) -> None:
    assert read(f"<h1>{title}</h1><article>{PROSE}</article>", head).title == title


def test_a_dek_may_stand_over_the_date() -> None:
    dek = "The makers of kites met, and they agreed that the square stays."
    over = f"<p>{dek}</p><p>By Ann Lee</p><p>May 4, 2019 9:15 AM</p>"
    article = read(f"<article><h1>Kites over Weifang</h1>{over}{PROSE}</article>")
    assert (article.dek, article.date.text) == (dek, "2019-05-04T09:15")


def test_a_line_that_goes_on_from_the_one_above_it_is_no_title() -> None:
    title = "<b>On kites<font size=4><br>...or, why nobody flies them any more</font></b>"
    over = f"<p align=center><font size=+3>{title}</font></p>"
    assert read(f"{over}{PROSE}", "<title>Kites of the old town</title>").title == "Kites of the old town"
