"""What was text stays text after Python-Markdown, with raw HTML allowed and with it forbidden."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from site_builder.clean.writing.markdown import block, cell, escape, heading, image, link, paragraph, safe_url, squeeze

MARKS = "#*_[](){}<>&;:|\\`~-+=.!^\"'/0123456789 \n\t"
WORDS = [
    "诚信",
    "点亮",
    "img src=x onerror=alert(1)",
    "lt",
    "amp",
    "b",
    "user_credit_score",
    "2018. ",
    "    ",
    "---",
    "===",
]
SNIPPETS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(MARKS + "aé“”点", max_size=6)), max_size=12).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=60)


def reader(*, raw_html: bool) -> Markdown:
    md = Markdown(extensions=["footnotes", "attr_list", "tables", "sane_lists"])
    if not raw_html:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
    return md


READERS = (reader(raw_html=True), reader(raw_html=False))


def rendered(markdown: str, md: Markdown) -> str:
    return str(md.reset().convert(markdown))


def one_paragraph(page: str) -> str:
    """The text of a page that is a single paragraph without any element in it."""
    assert re.findall(r"</?\w+", page) == ["<p", "</p"], page
    return flat(page)


def flat(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


CASES = [
    "#诚信点亮中国# was a hashtag of that week",
    "#一#",
    "## not a heading",
    "2018. “A year to remember”",
    "1. not a list",
    "- not a list",
    "+ nor this",
    "* nor this",
    "5 * 3 grid, 2 * 4 too",
    "a *b* _c_ **d** __e__ ***f***",
    "user_credit_score and _x_ and __init__",
    "[no] [^1] [a](b) ![c](d) [e][f]",
    "[a]: http://example.org",
    "[^1]: not a note",
    "<b>bold</b> &lt;img src=x onerror=alert(1)&gt; &amp; &copy; &#35;",
    "<!-- a remark --> <?php ?> <![CDATA[x]]>",
    "<https://example.org> <me@example.org>",
    "{: .caption } {#id} a {.b}",
    "> not a quotation",
    "---",
    "- - -",
    "***",
    "===",
    "| a | b |",
    "`code` ``x``",
    "back\\slash \\* \\\\ end\\",
    "*" * 40,
    "wzxhzdk:0 klzzwxh:0001",
]


@pytest.mark.parametrize("text", CASES)
@pytest.mark.parametrize("md", READERS, ids=["raw HTML", "no raw HTML"])
def test_text_stays_text(text: str, md: Markdown) -> None:
    assert one_paragraph(rendered(block(text), md)) == text


def test_indented_text_is_no_code() -> None:
    assert "<code>" not in rendered(block("    four spaces\n\tand a tab"), READERS[0])


@settings(max_examples=400, deadline=None)
@given(st.one_of(SNIPPETS, ANY_TEXT))
def test_any_text_is_one_paragraph_of_the_same_text(text: str) -> None:
    want = squeeze(text)
    for md in READERS:
        page = rendered(block(text), md)
        assert (one_paragraph(page) if want else page) == want


@settings(max_examples=200, deadline=None)
@given(SNIPPETS, SNIPPETS)
def test_lines_of_one_paragraph_stay_lines_of_text(one: str, two: str) -> None:
    one, two = squeeze(one), squeeze(two)
    if one and two:
        page = rendered(paragraph(f"{escape(one)}  \n{escape(two)}"), READERS[0])
        assert flat(page).replace("\n", " ") == f"{one} {two}"
        assert re.findall(r"<(\w+)", page) == ["p", "br"]


@settings(max_examples=200, deadline=None)
@given(SNIPPETS)
def test_headings_keep_their_text(text: str) -> None:
    want = squeeze(text)
    if want:
        page = rendered(heading(escape(want), 2), READERS[0])
        assert flat(page) == want
        assert re.findall(r"</?\w+", page) == ["<h2", "</h2"]


@settings(max_examples=200, deadline=None)
@given(SNIPPETS)
def test_cells_keep_their_text(text: str) -> None:
    want = squeeze(text)
    page = rendered(f"| a | b |\n| --- | --- |\n| {cell(escape(want))} | x |", READERS[0])
    assert flat(re.findall(r"<td>(.*?)</td>", page)[0]) == want


@settings(max_examples=200, deadline=None)
@given(SNIPPETS)
def test_links_keep_their_text(text: str) -> None:
    want = squeeze(text)
    if want:
        page = rendered(link(escape(want), "https://example.org/a(b)_c?d=1&lt;=2"), READERS[0])
        assert flat(page) == want
        assert page.count("<a href=") == 1


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//",
        "",
        "file:///etc/x",
        "x.html",
    ],
)
def test_addresses_that_could_run_code_are_dropped(url: str) -> None:
    assert safe_url(url) == ""
    assert link("words", url) == "words"
    assert image("words", url) == ""


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/中国", "https://example.org/%E4%B8%AD%E5%9B%BD"),
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("https://example.org/?a=1&b=%20", "https://example.org/?a=1&b=%20"),
        ('https://example.org/"x"', "https://example.org/%22x%22"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_addresses_are_encoded_where_markdown_needs_it(url: str, safe: str) -> None:
    assert safe_url(url) == safe
