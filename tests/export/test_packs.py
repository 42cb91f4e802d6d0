"""Study packs: cards, TSV, Anki decks."""

import io
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

from site_builder.export.anki import deck
from site_builder.export.cards import SHORT, cards, cards_tsv
from site_builder.model.index import Citation, Rendering
from tests.export.samples import SITE, TERM

PATH = "articles/green-train/cards.apkg"
LONG = Citation("green-train", "p-green", "So many old people say that " * 9, "绿皮车", " has come back to stay" * 9)


def notes(package: bytes, folder: Path) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        archive.extract("collection.anki2", folder)
    with sqlite3.connect(folder / "collection.anki2") as connection:
        return connection.execute("select guid, flds from notes order by id").fetchall()


def test_the_front_of_a_card_is_the_sentence_that_it_came_from() -> None:
    (card,) = cards(SITE, [TERM], ())
    assert card.before + card.match + card.after == "The green train (绿皮车) is back."
    assert card.english == "green train"
    assert card.link == "https://tea.example/read/articles/green-train/#p-green"


def test_what_authors_explained_comes_before_plain_words() -> None:
    plain = replace(TERM, term="火车", mined=False)
    assert [card.term for card in cards(SITE, [plain, TERM], ())] == ["绿皮车", "火车"]


def test_a_term_without_a_meaning_or_a_sentence_makes_no_card() -> None:
    assert cards(SITE, [replace(TERM, places=())], ()) == ()
    assert cards(SITE, [replace(TERM, renderings=(), gloss=replace(TERM.gloss, senses=()))], ()) == ()


def test_a_public_pack_quotes_no_more_than_a_phrase_of_a_reserved_article() -> None:
    term = replace(TERM, places=(LONG,))
    public = replace(SITE, public=True)
    (whole,) = cards(public, [term], ())
    (short,) = cards(public, [term], {"green-train"})
    assert whole.before == LONG.before
    assert short.before.startswith("…")
    assert short.after.endswith("…")
    assert len(short.before) <= SHORT + 1
    assert len(short.after) <= SHORT + 1
    assert LONG.before.endswith(short.before[1:])
    assert cards(SITE, [term], {"green-train"}) == (whole,)
    assert whole.link.endswith("/articles/green-train/#p-green")
    assert short.link.endswith("/articles/green-train/")


def test_a_name_that_is_only_spelled_has_its_spelling_for_english_and_a_word_has_not() -> None:
    spelled = (Rendering("Lu Pi", "romanisation", ()),)
    person, word = (replace(TERM, kind=kind, renderings=spelled) for kind in ("person", "term"))
    assert [card.english for card in cards(SITE, [person, word], ())] == ["Lu Pi", ""]
    called = replace(person, renderings=(*spelled, Rendering("Old Green", "translation", ())))
    assert cards(SITE, [called], ())[0].english == "Old Green"


def test_a_card_is_one_row_of_its_table() -> None:
    head, row, _ = cards_tsv(cards(SITE, [TERM], ())).split("\n")
    assert head.startswith("sentence\tterm\tpinyin\t")
    assert row.split("\t")[:4] == ["The green train (绿皮车) is back.", "绿皮车", "lǜpíchē", "green train"]


def test_a_deck_is_the_same_to_the_byte_each_time() -> None:
    made = cards(SITE, [TERM, replace(TERM, term="火车")], ())
    assert deck("Green", PATH, made) == deck("Green", PATH, made)


def test_a_word_is_one_note_in_every_deck_that_teaches_it(tmp_path: Path) -> None:
    ((guid, fields),) = notes(deck("Green", PATH, cards(SITE, [TERM], ())), tmp_path)
    ((other, _),) = notes(deck("All", "cards.apkg", cards(SITE, [replace(TERM, places=(LONG,))], ())), tmp_path)
    assert guid == other
    assert fields.split("\x1f")[:4] == ["绿皮车", "The green train (", "绿皮车", ") is back."]


def test_markup_in_a_sentence_stays_text(tmp_path: Path) -> None:
    hostile = replace(TERM, places=(Citation("x", "", "<script>", "绿皮车", "</script>"),))
    ((_, fields),) = notes(deck("Green", PATH, cards(SITE, [hostile], ())), tmp_path)
    assert "&lt;script&gt;" in fields
    assert "<script>" not in fields
