"""What full-text search reads of an article, and of the words that order articles."""

import json
from dataclasses import replace

from site_builder.export.fulltext import full_text
from site_builder.export.reading import reading_file
from site_builder.model.article import Rights
from site_builder.model.text import Place, Span
from tests.export.samples import ANNOTATED, INDEX, SITE, WORD


def test_blocks_are_told_by_the_number_of_their_first_word() -> None:
    found = full_text(SITE, ANNOTATED)
    words = found.text.split()
    assert [(block, words[number]) for block, number in found.blocks] == [("p-green", "The"), ("p-many", "Many")]


def test_each_word_of_a_run_has_keys_in_characters_and_in_pinyin() -> None:
    parts = [
        replace(
            WORD, place=Place("body", Span(17 + n, 18 + n)), text=char, reading=replace(WORD.reading, syllables=(said,))
        )
        for n, (char, said) in enumerate(zip("绿皮车", ("lv4", "pi2", "che1"), strict=True))
    ]
    keys = full_text(SITE, replace(ANNOTATED, words=tuple(parts))).keys
    assert keys == ("绿皮车", "lvpiche", "皮车", "piche", "车", "che")


def test_a_public_index_has_no_text_of_a_reserved_article() -> None:
    reserved = replace(ANNOTATED, article=replace(ANNOTATED.article, rights=Rights("reserved")))
    found = full_text(replace(SITE, public=True), reserved)
    assert found.text == ANNOTATED.text.dek
    assert found.keys == ()
    assert full_text(SITE, reserved).text != found.text


def test_an_articles_words_are_told_by_number() -> None:
    slugs = [ref.slug for ref in INDEX.articles]
    uses = {slug: [one.term for one in INDEX.terms if slug in one.articles] for slug in slugs}
    path, data = reading_file(INDEX, uses)
    value = json.loads(data.decode().removeprefix('found("reading",').removesuffix(");\n"))
    assert path == "search/reading.js"
    assert value["words"] == ["绿皮车"]
    assert value["articles"][0][2] == [0]
    assert value["articles"][1][2] == []
