from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.model.han import has_hanzi
from tests.annotate.texts import article

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[tuple[str, str, list[str]]]:
    return list(_cases(name))


def _cases(name: str) -> Iterator[tuple[str, str, list[str]]]:
    for case in re.split(r"^## ", (CASES / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, text, *rest = [line for line in case.splitlines() if line.strip()]
        yield title, text, rest


@pytest.mark.parametrize(("title", "text", "pairs"), cases("pairs.md"))
def test_pairs(title: str, text: str, pairs: list[str]) -> None:
    mined = mine(article(text))
    assert sorted(f"{one.chinese} = {one.english} ({one.kind})" for one in mined.pairs) == sorted(
        line[2:] for line in pairs
    ), title


@pytest.mark.parametrize(("title", "text", "tags"), cases("hashtags.md"))
def test_hashtags(title: str, text: str, tags: list[str]) -> None:
    found = []
    for one in mine(article(text)).hashtags:
        more = f"; {one.views}; {one.host}" if one.views or one.host else ""
        found.append(f"{one.name} = {' | '.join(one.translations)}{more}".strip())
    assert found == [line[2:].strip() for line in tags], title


def test_places_are_verbatim() -> None:
    text = article("Before.", "Critics of Lin Anfeng (林安凤) met. They like the “slow village” (慢村) of old.")
    for pair in mine(text).pairs:
        body = text.body.text
        assert body[pair.term.span.start : pair.term.span.end] == pair.chinese
        assert body[pair.rendering.span.start : pair.rendering.span.end] == pair.english
        assert pair.chinese in body[pair.sentence.span.start : pair.sentence.span.end]


def test_the_sentence_is_the_one_that_shows_the_pair() -> None:
    text = article("It rained. Dr. Lin Anfeng (林安凤) stayed at 9 a.m. until noon. It stopped.")
    place = mine(text).pairs[0].sentence.span
    assert text.body.text[place.start : place.end].startswith("Dr. Lin Anfeng")


def test_titles_and_deks_are_mined() -> None:
    mined = mine(article(title="The Rise of Lin Anfeng (林安凤)", dek="A “slow village” (慢村) wakes."))
    assert [(pair.term.field, pair.english) for pair in mined.pairs] == [
        ("title", "Lin Anfeng"),
        ("dek", "slow village"),
    ]


def test_original_titles_in_sources_are_no_terms() -> None:
    words = "Guangming 光明网. 2018. “A Tour of Lamps [点灯之旅今天在山东正式开始].” Guangming, May 10."
    text = article(words)
    reference = text.body.blocks[0].__class__(text.body.blocks[0].span, "r", "reference")
    mined = mine(text.__class__("", "", text.body.__class__(words, (reference,))))
    assert [pair.chinese for pair in mined.pairs] == ["光明网"]


KIND = re.compile(r" \((person|organisation|place|slogan|work|law|platform|term)\)$")


def judge(text: str, judged: list[str], lexicon: Lexicon) -> tuple[set[str], set[str], set[str]]:
    """Return what was found rightly, found wrongly, and missed."""
    must = {KIND.sub("", line.removeprefix("- ")).strip() for line in judged if line[0] != "?"}
    may = {KIND.sub("", line[2:]).strip() for line in judged if line[0] == "?"}
    mined = mine(article(text), lexicon.dictionary)
    found = {f"{pair.chinese} = {pair.english}" for pair in mined.pairs}
    found |= {f"# {tag.name} = {' | '.join(tag.translations)}".strip() for tag in mined.hashtags}
    return found & (must | may), found - must - may, must - found


def test_precision_and_recall_on_judged_sentences(lexicon: Lexicon) -> None:
    verdicts = [judge(text, judged, lexicon) for _, text, judged in cases("judged.md")]
    right, wrong, missed = (sum(map(len, column)) for column in zip(*verdicts, strict=True))
    assert right / (right + wrong) >= 0.95, [one[1] for one in verdicts if one[1]]
    assert right / (right + missed) >= 0.9, [one[2] for one in verdicts if one[2]]


def test_kinds_on_judged_sentences(lexicon: Lexicon) -> None:
    told = dict[str, str]()
    for _, text, judged in cases("judged.md"):
        wanted = {KIND.sub("", line[2:]).strip(): said[1] for line in judged if (said := KIND.search(line))}
        pairs = mine(article(text), lexicon.dictionary).pairs
        kinds = {f"{pair.chinese} = {pair.english}": pair.kind for pair in pairs}
        told |= {f"{pair} ({kinds[pair]})": kind for pair, kind in wanted.items() if pair in kinds}
    wrong = [f"{pair}: {kind}" for pair, kind in told.items() if not pair.endswith(f"({kind})")]
    assert len(wrong) / len(told) <= 0.08, wrong


def test_a_hashtag_has_one_name_in_both_scripts(lexicon: Lexicon) -> None:
    mined = mine(article("They wrote #一村點燈# and #一村点灯#."), simplified=lexicon.simplified)
    assert [(tag.name, tag.text) for tag in mined.hashtags] == [("一村点灯", "#一村點燈#"), ("一村点灯", "#一村点灯#")]


def test_a_term_has_one_name_in_both_scripts(lexicon: Lexicon) -> None:
    mined = mine(
        article("The “lamp village” (點燈村), later “village of lamps” (点灯村)."), simplified=lexicon.simplified
    )
    assert [(pair.chinese, pair.canonical) for pair in mined.pairs] == [("點燈村", "点灯村"), ("点灯村", "点灯村")]


SIGNS = [*"()（）[]“”‘’《》#＃，\n", '"', ", ", ". ", " ", "’s "]
WORDS = ["村", "慢村", "林安凤", "Lin Anfeng", "slow village", "chéngxìn", "12", "A"]
CUES = ["the ", "literally ", "also ", "means ", "of ", "and "]
SNIPPETS = st.sampled_from([*SIGNS, *WORDS, *CUES])


@given(st.lists(SNIPPETS, max_size=24))
def test_whatever_is_mined_stands_in_the_text_inside_one_block(pieces: list[str]) -> None:
    text = article(*"".join(pieces).split("\n"))
    body = text.body.text
    mined = mine(text)
    for pair in mined.pairs:
        term, english = pair.term.span, pair.rendering.span
        assert body[term.start : term.end] == pair.chinese
        assert body[english.start : english.end] == pair.english
        assert not term.meets(english)
        assert any(block.span.covers(term) and block.span.covers(english) for block in text.body.blocks)
        assert pair.sentence.span.covers(term)
    for tag in mined.hashtags:
        assert body[tag.place.span.start : tag.place.span.end] == tag.text
        assert has_hanzi(tag.name)
