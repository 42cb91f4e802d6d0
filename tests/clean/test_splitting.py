"""Scrapes of many kinds of pages are cut into the articles that stand in them, whole and without furniture."""

import re

import pytest

from site_builder.clean.plain.text import clean_text
from site_builder.model.article import Article
from tests.clean.families import FAMILIES, scrape, teasers

SEEDS = range(8)


def words(article: Article) -> str:
    """Return the text of a body without its Markdown."""
    lines = (line for line in article.body.split("\n\n") if not line.endswith("]()"))
    return "\n".join(re.sub(r"\\(?=[^\w\s])|^## ", "", line) for line in lines)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("family", FAMILIES)
def test_articles_come_out_whole(family: str, seed: int) -> None:
    text, truths = scrape(family, seed)
    articles = [draft.article for draft in clean_text(text, "scrape.txt").drafts]
    assert [article.title for article in articles] == [truth.title for truth in truths]
    for article, truth in zip(articles, truths, strict=True):
        assert words(article) == "\n".join(truth.body)
        assert article.dek == truth.dek
        assert article.authors == truth.authors
        assert article.date.day == truth.date


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_of_teasers_has_no_article_and_says_why(seed: int) -> None:
    cleaned = clean_text(teasers(seed), "list.txt")
    assert not cleaned.drafts
    assert cleaned.why_none.startswith("a list page")


@pytest.mark.parametrize(("text", "why"), [("", "the file is empty"), ("Menu\nSearch\nLog in\n", "no title")])
def test_a_scrape_without_articles_says_why(text: str, why: str) -> None:
    assert why in clean_text(text, "empty.txt").why_none
