"""A page in, its article out."""

from __future__ import annotations

from site_builder.clean.html import clean_html

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
    assert [str(issue) for issue in found.issues] == ["empty.html: I002 the page is empty"]
    assert not found.drafts
