"""Data files: JSON-LD, W3C annotations, the glossary."""

import json
from dataclasses import replace

from site_builder.export.data import article_json_ld, glossary_head, glossary_lines, json_list, web_annotations
from site_builder.export.files import citations, notes, of_site, topic_feed
from tests.export.samples import ANNOTATED, ARTICLE, INDEX, SITE, TERM


def test_an_article_is_described_with_its_source_and_its_rights() -> None:
    about = json.loads(article_json_ld(SITE, ARTICLE))
    assert about["headline"] == ARTICLE.title
    assert about["datePublished"] == "2021-03"
    assert about["isBasedOn"] == ARTICLE.source.url
    assert about["copyrightNotice"] == "©2021 Rail & Tea Weekly"


def test_a_title_cannot_close_the_script_that_carries_it() -> None:
    hostile = replace(ARTICLE, title="</script><script>alert(1)</script>")
    assert "</script" not in article_json_ld(SITE, hostile)
    assert json.loads(article_json_ld(SITE, hostile))["headline"] == hostile.title


def test_a_note_names_its_block_and_its_words() -> None:
    collection = json.loads(web_annotations(SITE, ANNOTATED))
    (note,) = collection["first"]["items"]
    assert collection["total"] == 1
    assert note["id"] == "https://tea.example/read/articles/green-train/#note-n1"
    assert note["motivation"] == "describing"
    assert note["created"] == "2024-05-06T00:00:00Z"
    assert note["target"]["selector"]["value"] == "p-green"
    assert note["target"]["selector"]["refinedBy"] == {"type": "TextQuoteSelector", "exact": "绿皮车"}


def test_the_glossary_says_where_each_reading_comes_from() -> None:
    (term,) = json.loads(json_list([glossary_lines(SITE, TERM)[0]]))
    assert term["pinyin"] == "lǜpíchē"
    assert term["evidence"] == "dictionary"
    assert term["renderings"] == [{"english": "green train", "relation": "translation", "articles": ["green-train"]}]


def test_a_cell_of_the_glossary_never_breaks_its_row() -> None:
    made = glossary_head() + glossary_lines(SITE, replace(TERM, term="绿\t皮\n车"))[1]
    head, row, end = made.decode().split("\n")
    assert len(head.split("\t")) == len(row.split("\t"))
    assert row.startswith("绿 皮 车\t綠皮車\tlǜpíchē\tterm\tgreen train\t")
    assert end == ""


def test_all_files_have_a_path_of_their_own() -> None:
    files = [
        *citations(SITE, ANNOTATED.article),
        notes(SITE, ANNOTATED),
        topic_feed(SITE, INDEX.topics[0], INDEX.articles),
        *of_site(SITE, INDEX, ["", "articles/green-train/"]),
    ]
    paths = [path for path, _ in files]
    assert len(paths) == len(set(paths))
    assert {"feed.xml", "topics/trains/feed.xml", "sitemap.xml", "robots.txt"} <= set(paths)
    assert "articles/green-train/notes.jsonld" in paths
