"""A page in, its article out."""

from __future__ import annotations

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.page.html import clean_html
from site_builder.model.profile import Profile

PAGE = """<!doctype html><html><head><meta charset="utf-8">
<title>The Kite Makers of Weifang - Example Post</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>The Kite Makers of Weifang</h1>
<p>Every spring the workshops along the river open their doors, and the first
paper birds of the year go up, one by one.</p>
<p>Old Mr Guo has made them for sixty years, he says, and his hands know the bamboo better than his eyes do now.</p>
<p>His granddaughter films him for a short-video site, where the hashtag #风筝#
has been read by many people this month.</p>
</article><footer>Connect with us</footer></body></html>"""


def test_a_page_becomes_an_article() -> None:
    (draft,) = clean_html(PAGE.encode(), "kites.html").drafts
    assert draft.article.title == "The Kite Makers of Weifang"
    assert draft.article.body.startswith("Every spring the workshops")
    assert "Connect with us" not in draft.article.body


def test_an_empty_page_is_a_problem_that_names_the_file() -> None:
    found = clean_html(b" \n ", "empty.html")
    assert [str(issue) for issue in found.issues] == ["empty.html: E002 the page holds no HTML"]
    assert not found.drafts


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


ONE = "Every spring the workshops along the river open their doors, and the first paper birds go up, one by one."
TWO = "Old Mr Guo has made them for sixty years, he says, and his hands know the bamboo better than his eyes do now."
THREE = "His granddaughter films him for a short-video site, where many people have seen the work of one morning."
PROSE = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


def body_of(found: bytes) -> str:
    (draft,) = clean_html(found, "page.html", "https://news.example.org/kites/").drafts
    return draft.article.body


def test_furniture_around_and_inside_the_text_is_left_out() -> None:
    source = page(
        f"""<header><a href=/>Example Post</a></header><nav><ul><li><a href=/a>World</a><li><a href=/b>Asia</a>
        </ul></nav>
        <article><h1>Kites</h1><div class="byline">By Ann Lee</div><div class="share-bar">Share this on Facebook</div>
        <p>{ONE}</p><div class=ad>Advertisement</div><p>{TWO}</p>
        <p><a href=/other>Ten more things to see in Weifang this spring</a></p><p>{THREE}</p>
        <h3>Related stories</h3><ul><li><a href=/1>How to fold a crane</a><li><a href=/2>A town of string</a>
        </ul></article>
        <div id=comments><h3>3 comments</h3>
        <p>I flew one of these as a child, and I still have it in my attic at home.</p></div>
        <footer>Terms of use. All rights reserved.</footer>"""
    )
    assert body_of(source) == f"{ONE}\n\n{TWO}\n\n{THREE}\n"


def test_every_block_is_accounted_for_once() -> None:
    source = page(
        f"<h1>Kites</h1><nav><a href=/>Home</a></nav><article>{PROSE}<p>Advertisement</p></article><p>Contact</p>"
    )
    ledger = clean_html(source, "page.html").ledger
    assert [entry.text for entry in ledger] == ["Kites", "Home", ONE, TWO, THREE, "Advertisement", "Contact"]
    assert all(bool(entry.part) != bool(entry.rule) for entry in ledger)


def test_what_stands_in_the_text_is_kept() -> None:
    source = page(
        f"""<article><p>{ONE}</p><h3>The wind</h3><p>{TWO} <a href="/guo?a=1">More</a> <b>now</b>.</p>
        <blockquote><p>A kite is a <i>promise</i>.</p></blockquote><ul><li>bamboo, split by hand</li>
        <li>paper, from the mill</li></ul>
        <figure><img src="a.jpg" alt="A kite"><figcaption>A kite over the river. Photo: Q. Ma</figcaption>
        </figure><p>{THREE}</p>
        <p>#风筝# it says.<sup><a href="#n1">1</a></sup></p><ol>
        <li id=n1>The tag was read often. <a href="#r1">↑</a></li></ol></article>"""
    )
    body = body_of(source)
    assert "\n\n## The wind\n\n" in body
    assert "[More](https://news.example.org/guo?a=1) **now**." in body
    assert "\n> A kite is a *promise*.\n" in body
    assert "\n- bamboo, split by hand\n- paper, from the mill\n" in body
    assert "![A kite](https://news.example.org/kites/a.jpg)\n\n![A kite over the river. Photo: Q. Ma]()\n" in body
    assert "\n\\#风筝# it says.[^1]\n" in body
    assert body.endswith("\n[^1]: The tag was read often.\n")


def test_fields_come_with_their_evidence() -> None:
    head = """<title>Kites over Weifang | Example Post</title><meta property="og:site_name" content="Example Post">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Kites over Weifang",
    "author":[
    {"@type":"Person",
    "name":"Ann Lee"},{"name":"Bo Chen"}],
    "datePublished":"2021-04-03T09:00:00+08:00","articleSection":"Society"}</script>"""
    source = page(
        f"<h1>Kites over Weifang</h1><p class=standfirst>A town of string and paper.</p><article>{PROSE}</article>",
        head,
    )
    (draft,) = clean_html(source, "page.html", "https://www.example.org/kites").drafts
    article = draft.article
    assert (article.title, article.dek) == ("Kites over Weifang", "A town of string and paper.")
    assert article.authors == ("Ann Lee", "Bo Chen")
    assert (article.date.text, article.date.precision) == ("2021-04-03T09:00+08:00", "time")
    assert (article.publisher, article.category) == ("Example Post", "Society")
    assert {one.field: one.source for one in draft.evidence}["date"] == "JSON-LD datePublished"


def test_fields_of_a_wrong_type_are_no_fields() -> None:
    head = """<script type="application/ld+json">{"@type":["NewsArticle",1],"headline":{"a":1},
    "author":[1,null,{"name":[]}],
    "datePublished":20210403,"publisher":"x","keywords":{"y":2}}</script><title>Kites</title>"""
    (draft,) = clean_html(page(f"<article>{PROSE}</article>", head), "page.html").drafts
    assert draft.article.title == "Kites"
    assert draft.article.authors == ()


def test_two_dates_that_differ_are_told() -> None:
    head = "<meta property=article:published_time content=2021-04-03>"
    found = clean_html(page(f"<p>Published: 5 April 2021</p><article>{PROSE}</article>", head), "page.html")
    assert [issue.message for issue in found.issues] == [
        "date: 2021-04-03 (meta article:published_time), but 2021-04-05 (line 1)"
    ]


def test_a_page_of_teasers_is_no_article() -> None:
    teasers = "".join(
        f"<div><h3><a href=/{n}>Story number {n}</a></h3><p>A short word on it.</p></div>" for n in range(9)
    )
    found = clean_html(page(teasers), "list.html")
    assert not found.drafts
    assert found.why_none
    assert not found.issues


def test_ten_thousand_nested_elements_are_refused_or_read_in_bounded_time() -> None:
    for tag in ("div", "b", "blockquote", "ul><li"):
        clean_html(page(f"<{tag}>" * 10_000 + ONE), "deep.html")


def test_markup_that_was_words_stays_words() -> None:
    source = page(
        f"<article>{PROSE}<p>Type &lt;img src=x onerror=alert(1)&gt; here, he said to the class.</p></article>"
    )
    assert "Type &lt;img src=x onerror=alert(1)> here, he said to the class." in body_of(source)


def test_a_page_without_the_tags_that_html_lets_one_leave_out() -> None:
    (draft,) = clean_html(
        f"<!doctype html><meta charset=utf-8><title>Kites</title><article>{PROSE}".encode(), "a.html"
    ).drafts
    assert draft.article.body == f"{ONE}\n\n{TWO}\n\n{THREE}\n"


def test_a_page_of_endless_paragraphs_or_attributes_is_bounded() -> None:
    found = clean_html(page("<p>One more.</p>" * 31_000), "endless.html")
    assert "at most 30,000 are read" in found.why_none
    found = clean_html(page(f"<p {' '.join(f'a{n}=1' for n in range(6000))}>{ONE}</p>"), "many.html")
    assert "more than 5,000 attributes" in found.why_none
    assert clean_html(
        page(f"<article><div {' '.join(f'a{n}=1' for n in range(2000))}>{PROSE}</div></article>"), "a.html"
    ).drafts


def test_a_film_is_kept_as_a_link() -> None:
    film = '<iframe src="https://films.example.org/v/1" title="The kite song"></iframe>'
    assert "\n\n[video: The kite song](https://films.example.org/v/1)\n\n" in body_of(
        page(f"<article><p>{ONE}</p><p>{TWO}</p>{film}<p>{THREE}</p></article>")
    )


def test_a_profile_sharpens_a_known_site() -> None:
    note = "<p class=slogan>We fly for you, every day of the year, in any wind and over any roof.</p><p>Kite talk</p>"
    source = page(f"<div id=main>{PROSE}{note}</div>")
    known = Profile(
        "example.org", publisher="Example Post", article="#main", drop=(".slogan",), furniture=("kite talk",)
    )
    (draft,) = clean_html(source, "page.html", profile=known).drafts
    assert draft.article.body == f"{ONE}\n\n{TWO}\n\n{THREE}\n"
    assert draft.article.publisher == "Example Post"
    assert clean_html(source, "page.html", profile=Profile("example.org", article="(((")).drafts


def test_an_address_with_control_characters_breaks_nothing() -> None:
    source = page(
        f'<article><p>{ONE} <a href="more">More</a></p><p>{TWO}</p><p>{THREE}</p></article>',
        '<link rel="canonical" href="https://news.example.org/a&#1;b&#x7f;/">',
    )
    (draft,) = clean_html(source, "page.html").drafts
    assert "[More](https://news.example.org/a%20b%20/more)" in draft.article.body


@pytest.mark.parametrize(
    "odd",
    ["&#12;&#x1;&#x7F;", "<i {x}>a</i>", '<i {x}="y">a</i>', "<i a={b}c>a</i>", "&#xFFFE;&#55296;", "<i é=1 -=2>a</i>"],
)
def test_what_libxml_reads_and_cannot_write_breaks_nothing(odd: str) -> None:
    body = body_of(page(f"<article><p>{ONE} {odd}<script>x</script> Yes.</p><p>{TWO}</p><p>{THREE}</p></article>", odd))
    assert f"{TWO}\n\n{THREE}" in body


def test_what_lies_too_deep_to_be_read_stands_in_the_ledger() -> None:
    told = "<p>The old bridge was closed for two years, and those who lived beside it counted the days.</p>\n"
    deep = "<div>" * 300 + "<p>A lamp burns here.</p>" + "</div>" * 300
    found = clean(f"<html><body><article><h1>A</h1>\n{told * 4}{deep}</article></body></html>".encode(), "page.html")
    assert len(found.drafts) == 1
    assert [(issue.code, issue.where.line, issue.severity) for issue in found.issues] == [("W032", 6, "warning")]
    assert "A lamp burns here." in found.ledger[-1].text
    assert found.ledger[-1].rule.startswith("deeper than")
