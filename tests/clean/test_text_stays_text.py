"""What a page shows as words reads the same on the built page, wherever it stood, and nothing of it runs."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.clean.page.html import clean_html
from site_builder.clean.plain.text import clean_text
from site_builder.model.article import Article
from site_builder.render.body import to_html
from site_builder.render.flat import flatten
from site_builder.store.content import dump_article, parse_article
from tests.clean.test_markdown import SNIPPETS

PROSE = "Every spring the workshops along the river open their doors, and the first paper birds go up, one by one."
SENTENCE = "The words {} stood on the wall of the mill for years, and nobody could say who had put them there."
NASTY = st.one_of(
    SNIPPETS,
    st.sampled_from(
        [
            "<img src=x onerror=quack()>",
            "</p><script>quack()</script>",
            "[kite](javascript:quack())",
            "![kite]()",
            "[^1]: kite",
            "{: .note onclick=quack() }",
            "| kite | --- |",
            "&lt;b&gt; &#x6a;avascript:",
            "---\ntitle: kite\n---",
            "{{ kite }} {% raw %}",
            "`````` ``` `kite",
            "]]> <![CDATA[ <!-- kite",
            "- [ ] * 1. + > # kite",
        ]
    ),
)
PLACES: dict[str, Callable[[str], str]] = {
    "paragraph": lambda words: f"<p>{words}</p>",
    "heading": lambda words: f"<h2>{words}</h2><p>{PROSE}</p>",
    "item": lambda words: f"<ul><li>{words}</li><li>{PROSE}</li></ul>",
    "numbered item": lambda words: f"<ol start=7><li>{PROSE}</li><li><p>{words}</p><p>{PROSE}</p></li></ol>",
    "quotation": lambda words: f"<blockquote><blockquote><p>{words}</p></blockquote><p>{PROSE}</p></blockquote>",
    "cell": lambda words: f"<table><tr><th>a</th><th>b</th></tr><tr><td>{words}</td><td>2</td></tr></table>",
    "caption": lambda words: f"<figure><img src=/a.png alt=a><figcaption>{words}</figcaption></figure><p>{PROSE}</p>",
    "link": lambda words: f"<p>{PROSE} <a href='https://example.org/a_(b)'>{words}</a></p>",
    "note": lambda words: f"<p>{PROSE}<sup><a href='#n1'>1</a></sup></p><ol><li id=n1>{words}</li></ol>",
    "reference": lambda words: f"<h2>References</h2><ul><li>{words}</li><li>Lin. 2019. “Kites.”</li></ul>",
    "code": lambda words: f"<p>{PROSE}</p><pre>{words}</pre><p>{PROSE}</p>",
}


def squeezed(text: str) -> str:
    return "".join(text.split())


def written(found: tuple[Article, ...]) -> Article:
    """Return the article as a build reads it from its file."""
    article, issues = parse_article(dump_article(replace(found[0], slug="kites")), "content/articles/kites.md")
    assert article is not None, issues
    return article


def assert_dead(page: str) -> None:
    """Nothing in the page runs or loads."""
    for tag in BeautifulSoup(page, "html.parser").find_all(True):
        assert tag.name not in {"script", "style", "iframe", "object", "svg", "math", "form", "input"}
        assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
        assert str(tag.get("href", "https:")).startswith(("https:", "http:", "mailto:", "#")), tag


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=40, deadline=None)
@given(NASTY)
def test_words_of_a_page(place: str, nasty: str) -> None:
    words = SENTENCE.format(nasty)
    body = PLACES[place](html.escape(words))
    source = (
        f"<!doctype html><meta charset=utf-8><title>Kites</title><article><h1>Kites</h1>{f'<p>{PROSE}</p>' * 3}{body}"
    )
    drafts = clean_html(source.encode(), "page.html", "https://news.example.org/kites").drafts
    page = to_html(written(tuple(draft.article for draft in drafts)).body)[0]
    assert squeezed(words) in squeezed(flatten(page).text)
    assert_dead(page)


@settings(max_examples=60, deadline=None)
@given(NASTY)
def test_words_of_a_text_scrape(nasty: str) -> None:
    words = SENTENCE.format(" ".join(nasty.split()))
    text = f"Kites over the river\n\nBy Lin Wei\n\n{PROSE}\n\n{PROSE}\n\n{words}\n\n{PROSE}\n"
    drafts = clean_text(text, "kites.txt").drafts
    page = to_html(written(tuple(draft.article for draft in drafts)).body)[0]
    assert squeezed(words) in squeezed(flatten(page).text)
    assert_dead(page)


@settings(max_examples=60, deadline=None)
@given(NASTY, NASTY)
def test_fields_of_the_front_matter_stay_as_they_are(title: str, dek: str) -> None:
    title, dek = f"The kite {' '.join(title.split())} title", f"The dek {' '.join(dek.split())} of it"
    again = written((Article("kites", title, "Text.", dek=dek, authors=(title, dek), tags=(dek,)),))
    assert (again.title, again.dek, again.authors, again.tags) == (title, dek, (title, dek), (dek,))
