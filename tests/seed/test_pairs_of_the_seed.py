"""What the program mines from the seed's articles against what a careful reader finds in them (``expected.json``)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.annotate.lexicon import Lexicon
from site_builder.build.article import read
from site_builder.model.mined import Mined
from site_builder.store.content import read_articles

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXPECTED: list[dict[str, Any]] = json.loads((HERE / "expected.json").read_text("utf-8"))["articles"]
TITLES = [wanted["title"] for wanted in EXPECTED]


@pytest.fixture(scope="module")
def mined(lexicon: Lexicon) -> dict[str, Mined]:
    """The mined pairs and hashtags of each article of the repository's own content, by title."""
    articles, _ = read_articles(ROOT)
    return {article.title: read(article, lexicon).mined for article in articles if article.title in TITLES}


@pytest.mark.parametrize("wanted", EXPECTED, ids=range(len(EXPECTED)))
def test_every_pair_is_found_and_none_is_invented(wanted: dict[str, Any], mined: dict[str, Mined]) -> None:
    found: dict[str, set[str]] = {}
    for pair in mined[wanted["title"]].pairs:
        if pair.kind != "hashtag" and wanted.get("readings", {}).get(pair.chinese) != pair.english.lower():
            found.setdefault(pair.chinese, set()).add(pair.english)
    given = wanted.get("readings", {})
    pairs = {term: {one for one in english if given.get(term) != one} for term, english in wanted["pairs"]}
    assert found == pairs


def test_toned_pinyin_beside_a_term_is_mined_as_its_reading(mined: dict[str, Mined]) -> None:
    for wanted in EXPECTED:
        pairs = mined[wanted["title"]].pairs
        said = {pair.chinese: pair.english.lower() for pair in pairs if pair.relation == "romanisation"}
        for term, reading in wanted.get("readings", {}).items():
            assert said[term] == reading


@pytest.mark.parametrize("wanted", EXPECTED, ids=range(len(EXPECTED)))
def test_every_hashtag_is_found_with_its_translations(wanted: dict[str, Any], mined: dict[str, Mined]) -> None:
    found = {use.name: list(use.translations) for use in mined[wanted["title"]].hashtags}
    assert found == wanted["hashtags"]
