"""What readers take along: decks and tables of each article and topic, a book of each topic."""

from __future__ import annotations

import io
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest

from site_builder.model.site import FEW, Packs, Site
from tests.build.sites import BRIDGE, SONG, built, pages, site, write

ARTICLE = {f"articles/{slug}/cards.{form}" for slug in ("song", "bridge") for form in ("apkg", "tsv")}
TOPIC = {f"topics/{slug}/{name}" for slug in ("trust", "cities") for name in ("cards.apkg", "cards.tsv", "book.epub")}
WHOLE = {"cards.apkg", "cards.tsv"}
DECKS = WHOLE | {path for path in TOPIC if "book" not in path}
EMPTY = "---\ntitle: Without a word\nslug: empty\ntopics: [trust]\nstatus: published\n---\n\nNothing Chinese here.\n"
PUBLIC = Site(public=True)
RESERVED = ("The youth league", "made a song about", "was seen by many", "put it on Weibo")


def packs(root: Path) -> set[str]:
    return {path for path in pages(root) if path.endswith((".apkg", "cards.tsv", ".epub"))}


def linked(root: Path, page: str) -> set[str]:
    """Return the packs that a page links to; each lies beside it."""
    html = pages(root)[f"{page}index.html"].decode()
    return {page + name for name in re.findall(r'href="((?:cards|book)\.\w+)"', html)}


def said(path: str, data: bytes, folder: Path) -> str:
    """Return all text inside a pack."""
    if path.endswith(".tsv"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if path.endswith(".epub"):
            return "".join(archive.read(name).decode() for name in archive.namelist())
        archive.extract("collection.anki2", folder)
    with sqlite3.connect(folder / "collection.anki2") as connection:
        return "".join(fields for (fields,) in connection.execute("select flds from notes"))


def told(root: Path) -> dict[str, str]:
    """Return the text of each pack of a built site."""
    files = pages(root)
    return {path: said(path, files[path], root) for path in packs(root)}


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("all", ARTICLE | TOPIC | WHOLE),
        ("auto", ARTICLE | TOPIC | WHOLE),
        ("topics", TOPIC | WHOLE),
        ("decks", DECKS),
        ("none", set()),
    ],
)
def test_the_setting_says_who_gets_packs_and_pages_link_to_what_there_is(
    tmp_path: Path, setting: Packs, expected: set[str]
) -> None:
    report = built(site(tmp_path), Site(packs=setting))
    assert not [issue for issue in report.issues if issue.severity == "error"]
    assert packs(tmp_path) == expected
    for page in ("articles/song/", "articles/bridge/", "topics/trust/", "topics/cities/"):
        assert linked(tmp_path, page) == {path for path in expected if path.startswith(page)}


def test_a_large_collection_has_no_decks_of_articles_unless_asked() -> None:
    assert [Site().packs_for(count) for count in (0, FEW, FEW + 1)] == ["all", "all", "decks"]
    assert Site(packs="all").packs_for(FEW + 1) == "all"


def test_an_article_without_chinese_has_no_deck_and_a_topic_without_articles_no_book(tmp_path: Path) -> None:
    site(tmp_path, song=EMPTY.replace("[trust]", "[cities]").replace("slug: empty", "slug: song"))
    assert built(tmp_path).published
    assert linked(tmp_path, "articles/song/") == set()
    assert linked(tmp_path, "topics/trust/") == {"topics/trust/cards.apkg", "topics/trust/cards.tsv"}
    assert packs(tmp_path).isdisjoint({"articles/song/cards.apkg", "topics/trust/book.epub"})


def test_another_setting_gives_what_a_cold_build_gives(tmp_path: Path) -> None:
    for setting in ("none", "all", "decks", "topics"):
        built(site(tmp_path / "warm"), Site(packs=setting))
        built(site(tmp_path / setting), Site(packs=setting))
        assert pages(tmp_path / "warm") == pages(tmp_path / setting)
        assert built(tmp_path / "warm", Site(packs=setting)).written == 0


def test_an_edit_makes_again_only_the_packs_that_show_it(tmp_path: Path) -> None:
    built(site(tmp_path))
    before = pages(tmp_path)
    write(tmp_path, "content/articles/song.md", SONG + "\nIt is sung in a teahouse (茶馆).\n")
    built(tmp_path)
    after = pages(tmp_path)
    changed = {path for path in packs(tmp_path) if before[path] != after[path]}
    assert changed == {path for path in ARTICLE | TOPIC | WHOLE if not re.search("bridge|cities", path)}
    assert "teahouse" in said("book.epub", after["topics/trust/book.epub"], tmp_path)


def test_a_public_build_packs_no_sentence_of_a_reserved_article(tmp_path: Path) -> None:
    built(site(tmp_path, bridge=BRIDGE.replace("[cities]", "[trust]")))
    assert all(text in told(tmp_path)["topics/trust/book.epub"] for text in RESERVED)
    built(tmp_path, PUBLIC)
    made = told(tmp_path)
    assert not [(path, quoted) for path, text in made.items() for quoted in RESERVED if quoted in text]
    book = made["topics/trust/book.epub"]
    assert "A song about trust" in book
    assert "The rights to this article are reserved" in book
    assert "The new bridge" in book
