"""The seed scrape against what a careful reader finds in it (``expected.json``)."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.topics import propose
from site_builder.model.article import Article
from site_builder.model.scrape import Cleaned
from site_builder.store.content import read_articles, read_topics

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
EXPECTED = json.loads((HERE / "expected.json").read_text("utf-8"))
NUMBERS = range(len(EXPECTED["articles"]))
SEED = ROOT / "seeds" / EXPECTED["file"]


@pytest.fixture(scope="module")
def cleaned() -> Cleaned:
    return clean(SEED.read_bytes(), f"seeds/{SEED.name}")


def captions(article: Article) -> list[str]:
    return re.findall(r"(?m)^!\[(.*)\]\(\)$", article.body)


def loose_notes(article: Article) -> list[str]:
    return [block.split("\n")[0] for block in article.body.split("\n\n") if block.endswith("{: .note }")]


def test_three_articles(cleaned: Cleaned) -> None:
    assert len(cleaned.drafts) == len(EXPECTED["articles"])


@pytest.mark.parametrize("number", NUMBERS)
def test_fields(cleaned: Cleaned, number: int) -> None:
    want, article = EXPECTED["articles"][number], cleaned.drafts[number].article
    assert article.title == want["title"]
    assert article.dek == want["dek"]
    assert article.category == want["category"]
    assert list(article.authors) == want["authors"]
    assert list(article.contributors) == want["contributors"]
    assert (article.date.text, article.date.precision) == (str(want["year"]), "year")
    assert article.publisher == article.rights.holder == want["publisher"]
    assert article.rights.notice == want["rights"]
    assert article.rights.year == want["year"]
    assert article.rights.status == "reserved"
    assert article.source.lines == tuple(want["lines"])


@pytest.mark.parametrize("number", NUMBERS)
def test_body(cleaned: Cleaned, number: int) -> None:
    want, body = EXPECTED["articles"][number], cleaned.drafts[number].article.body
    prose = [block for block in body.split("\n\n") if not re.search(r"\{: |^!\[|^\[\^|^#|^- ", block)]
    assert prose[0].startswith(want["first_words"])
    assert prose[-1].endswith(want["last_body_words"])
    assert re.findall(r"(?m)^## (.*?)$", body.split("## References")[0]) == want["headings"]
    assert body.count("\n- ") + body.startswith("- ") == want["references"]


@pytest.mark.parametrize("number", NUMBERS)
def test_captions_and_notes(cleaned: Cleaned, number: int) -> None:
    want, article = EXPECTED["articles"][number], cleaned.drafts[number].article
    assert captions(article) == want["captions"]
    tied = re.findall(r"(?m)^\[\^(\d+)\]: (.*)$", article.body)
    found = [f"*{text}" for _, text in tied] + [text.replace("\\", "") for text in loose_notes(article)]
    assert [text[: len(begin)] for text, begin in zip(found, want["notes"], strict=True)] == want["notes"]
    assert all(f"[^{mark}]" in article.body.split("\n\n[^")[0] for mark, _ in tied)


def test_the_mark_in_the_text_leads_to_its_note(cleaned: Cleaned) -> None:
    assert "building Credit China together.”[^1]" in cleaned.drafts[0].article.body
    assert any("footnote mark" in repair for repair in cleaned.drafts[0].repairs)


@pytest.mark.parametrize("line", EXPECTED["boilerplate"])
def test_no_furniture(cleaned: Cleaned, line: str) -> None:
    assert not any(line in draft.article.body for draft in cleaned.drafts)


def test_every_line_is_accounted_for(cleaned: Cleaned) -> None:
    lines = {number: line.strip() for number, line in enumerate(SEED.read_text("utf-8").split("\n"), 1) if line.strip()}
    assert {entry.line: entry.text for entry in cleaned.ledger} == lines
    assert all(bool(entry.part) != bool(entry.rule) for entry in cleaned.ledger)


@pytest.mark.parametrize("number", NUMBERS)
def test_topic_is_proposed_from_the_words(cleaned: Cleaned, number: int) -> None:
    article = cleaned.drafts[number].article
    topics, issues = read_topics(ROOT)
    assert not issues
    found = propose(article.title, article.dek, article.body, topics)
    assert [one.topic for one in found] == [EXPECTED["articles"][number]["topic"]]


def test_the_articles_of_the_site_are_what_ingest_makes(cleaned: Cleaned) -> None:
    articles: dict[str, Any] = {article.title: article for article in read_articles(ROOT)[0]}
    for draft in cleaned.drafts:
        assert articles[draft.article.title].body == draft.article.body
