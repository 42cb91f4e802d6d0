"""HTML fragments become Markdown that Python-Markdown reads as the same text."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.clean.writing.writer import write
from tests.clean.test_markdown import READERS, SNIPPETS, flat, rendered


def markdown_of(fragment: str) -> str:
    return write(BeautifulSoup(f"<div>{fragment}</div>", "lxml").div)  # type: ignore[arg-type]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()


CASES = [
    ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo  \nlines\n"),
    ("loose text <b>bold</b><p>Two</p>", "loose text **bold**\n\nTwo\n"),
    ("<h1>Big</h1><h3>Small #</h3>", "## Big\n\n### Small \\#\n"),
    ("<p>a <b>bold </b>word, an <i> odd</i> one</p>", "a **bold** word, an *odd* one\n"),
    ("<p>他说<b>“诚信”</b>是</p>", "他说**“诚信”**是\n"),
    ("<p><b>a</b><i>b</i></p>", "**a**b\n"),
    ('<p><a href="https://example.org/x">a [b]</a></p>', "[a \\[b\\]](https://example.org/x)\n"),
    ('<p>Look!<a href="https://example.org/">here</a></p>', "Look\\![here](https://example.org/)\n"),
    ('<p><a href="javascript:alert(1)">here</a></p>', "here\n"),
    ("<p>#点亮# it says</p>", "\\#点亮# it says\n"),
    ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n    - c\n"),
    ("<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a\n\n4. b\n\n    c\n"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
    ("<pre>x = 1\n  y</pre>", "    x = 1\n      y\n"),
    (
        "<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td><td></td></tr></table>",
        "| a | b\\|c |\n| --- | --- |\n| 1 |  |\n",
    ),
    (
        (
            "<table><tr><th colspan=2>a</th><th>b</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr>"
            "<tr><td>4</td><td>5</td></tr><tr><td>6</td><td colspan=9999999>7</td></tr></table>"
        ),
        "| a |  | b |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n|  | 4 | 5 |\n| 6 | 7 |  |\n",
    ),
    ("<table><tr><td><p>laid</p><p>out</p></td></tr></table>", "laid\n\nout\n"),
    (
        '<figure><img src="https://example.org/a.jpg" alt="A cat"><figcaption>A cat. Photo: Q</figcaption></figure>',
        "![A cat](https://example.org/a.jpg)\n\n![A cat. Photo: Q]()\n",
    ),
    (
        '<iframe src="https://video.example.org/v/1" title="The song"></iframe>',
        "[video: The song](https://video.example.org/v/1)\n",
    ),
    ("<p>&lt;img src=x onerror=alert(1)&gt; &amp;lt;</p>", "&lt;img src=x onerror=alert(1)> &amp;lt;\n"),
    ("<p>mark<sup data-note='1'>1</sup></p>", "mark[^1]\n"),
    ("<p>use <code>a_b</code> here</p>", "use `a_b` here\n"),
    ("<p><script>alert(1)</script><!-- x --></p>", ""),
]


@pytest.mark.parametrize(("fragment", "expected"), CASES)
def test_fragment(fragment: str, expected: str) -> None:
    assert markdown_of(fragment) == expected


PHRASES = st.recursive(
    SNIPPETS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(["b", "i", "em", "strong", "code", 'a href="https://example.org/a_b(c)"', "span"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PHRASES, max_size=4), st.sampled_from(["p", "h2", "blockquote", "li", "td"]))
def test_phrases_keep_their_text(parts: list[str], tag: str) -> None:
    wrap = {
        "li": ("<ul><li>", "</li></ul>"),
        "td": ("<table><tr><td>", "</td><td>x</td></tr><tr><td>y</td></tr></table>"),
    }
    before, after = wrap.get(tag, (f"<{tag}>", f"</{tag}>"))
    fragment = before + "".join(parts) + after
    want = words(BeautifulSoup(fragment, "lxml").get_text(" " if tag == "td" else ""))
    page = rendered(markdown_of(fragment), READERS[0])
    got = words(flat(page))
    assert got.replace(" ", "") == want.replace(" ", "")
    assert re.search(r"<(?!/?(?:p|h2|blockquote|ul|li|table|thead|tbody|tr|td|th|strong|em|code|a|br)\b)", page) is None
