"""Scrapes of many layouts, text and pages, are cut into the articles that stand in them."""

import pytest

from site_builder.clean.dispatch import clean
from tests.clean.layouts import PAGES, TEXTS, Layout, made

SEEDS = range(4)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("one", TEXTS, ids=lambda one: one.name)
def test_articles_of_a_text(one: Layout, seed: int) -> None:
    text, truths = made(one, seed, count=2 + seed % 3)
    found = [draft.article for draft in clean(text.encode(), "scrape.txt").drafts]
    assert [(one.title, one.dek, one.authors, one.date.day) for one in found] == [
        (truth.title, truth.dek, truth.authors, truth.date) for truth in truths
    ]
    for article, truth in zip(found, truths, strict=True):
        assert article.body.replace("\\", "").strip() == "\n\n".join(truth.body).replace("\\", "")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("one", PAGES, ids=lambda one: one.name)
def test_articles_of_a_page(one: Layout, seed: int) -> None:
    html, truths = made(one, seed, count=2 + seed % 3, page=True)
    found = [draft.article for draft in clean(html.encode(), "page.html").drafts]
    assert [one.title for one in found] == [truth.title for truth in truths]
    for article, truth in zip(found, truths, strict=True):
        assert truth.body[0] in article.body.replace("\\", "")
        assert truth.body[-1] in article.body.replace("\\", "")
        assert "author" not in one.knows or article.authors == truth.authors
        assert article.date.day == truth.date


BELL = "The bell rang and people came down to the quay to look at it."
ENTRIES = "".join(
    f"<section><p>May 4, 2019 1{n}:20 GMT</p><h3>A lamp goes out in street {n}</h3><p>{BELL * 8}</p></section>"
    for n in range(5)
)
CARDS = "".join(
    f"<article><h2><a href=/{n}>The tram of street {n}</a></h2><time>May {n}, 2019</time><p>{BELL}</p></article>"
    for n in range(1, 8)
)


@pytest.mark.parametrize(
    ("html", "count"),
    [
        (f"<article><h1>The night of the lamps</h1><p>By Ada Quill</p><p>May 4, 2019</p>{ENTRIES}</article>", 1),
        (f"<main>{CARDS}</main>", 0),
    ],
    ids=["entries of a live blog", "cards"],
)
def test_what_is_not_several_articles(html: str, count: int) -> None:
    found = clean(f"<html><body>{html}</body></html>".encode(), "page.html")
    assert len(found.drafts) == count


def test_the_front_of_a_newspaper_is_no_article() -> None:
    lines = ["The Canal Ledger"]
    for n in range(9):
        lines += [
            f"The tram of street {n} stands still",
            "The bell rang and people came down to the quay to look at it.",
        ]
    found = clean("\n\n".join(lines).encode(), "front.txt")
    assert not found.drafts
