"""New articles, topics and terms: files that build as they are, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.store.content import read_articles, read_editorial, read_topics


def new(site: Path, *words: str) -> int:
    return main(["--site", str(site), "--quiet", "new", *words])


def test_a_new_article_is_a_draft_under_its_title(site: Path) -> None:
    assert new(site, "article", "Tea’s long: road") == 0
    articles, issues = read_articles(site)
    assert issues == ()
    made = next(article for article in articles if article.slug == "teas-long-road")
    assert (made.title, made.status, made.body) == ("Tea’s long: road", "draft", "")


def test_a_new_topic_asks_for_a_summary(site: Path) -> None:
    assert new(site, "topic", "喝茶") == 0
    ((topic,), issues) = read_topics(site)
    assert (topic.slug, topic.title, topic.terms, issues) == ("喝茶", "喝茶", (), ())


def test_a_slug_can_be_given_and_is_checked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(site, "article", "茶", "--slug", "tea-road") == 0
    assert (site / "content/articles/tea-road.md").exists()
    assert new(site, "article", "茶", "--slug", "../up") == 1
    assert "E018 slug cannot be" in capsys.readouterr().err
    assert new(site, "article", "!!!") == 1


def test_what_is_there_stays(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "content/articles/tea.md").read_bytes()
    assert new(site, "article", "Tea") == 1
    assert "content/articles/tea.md: E019 is there already" in capsys.readouterr().err
    assert (site / "content/articles/tea.md").read_bytes() == before


def test_a_term_joins_the_glossary_without_touching_it(site: Path) -> None:
    glossary = site / "content/glossary.yaml"
    glossary.write_text("glossary:\n- {term: 茶} # ours\n")
    assert new(site, "term", " 茶馆 ") == 0
    assert glossary.read_text() == "glossary:\n- {term: 茶} # ours\n- term: 茶馆\n  reading: ''\n  english: []\n"
    assert [entry.term for entry in read_editorial(site)[0].glossary] == ["茶", "茶馆"]
    assert new(site, "term", "茶") == 1
