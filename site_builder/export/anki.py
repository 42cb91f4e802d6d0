"""Anki decks (.apkg) of study cards.

Input: a name, the site path of the deck, cards. Output: the bytes of a package, the same for the same cards.

A note's GUID is made of its term alone, so a word that several decks teach is one note in a reader's collection,
and a deck that is imported again updates its notes. Three things of a package would change from build to
build: the times in the zip, the times and ids of notes (fixed here), and the number of the SQLite library that
stands in the database's head (set to one value here). What is left to the machine is how its zlib packs; so
two machines give the same database, and the same package where they have the same zlib.
"""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape
from typing import Any

from site_builder.export.cards import Card
from site_builder.export.zip import pack

MODEL = 1_607_392_319
"""The id of the note type: Anki keeps what a reader changed in its look as long as this stays."""
_MOMENT = 1_577_836_800  # 2020-01-01: notes need a time, and the build has no clock
_NEW = -1  # the update number of what no server has seen
_SQLITE = slice(96, 100)  # the last writer's version, in the head of a database file (sqlite.org/fileformat2)
_FIELDS = ("Term", "Before", "Match", "After", "Pinyin", "English", "Meanings", "Traditional", "HSK", "Link")
_FRONT = '<p class="sentence">{{Before}}<b lang="zh-Hans">{{Match}}</b>{{After}}</p>'
_BACK = """{{FrontSide}}<hr id="answer">
<p class="term" lang="zh-Hans">{{Term}}{{#Traditional}} <span lang="zh-Hant">{{Traditional}}</span>{{/Traditional}}</p>
<p class="pinyin" lang="zh-Latn-pinyin">{{Pinyin}}</p>
{{#English}}<p class="english">{{English}}</p>{{/English}}
{{#Meanings}}<p class="meanings">{{Meanings}}</p>{{/Meanings}}
<p class="source">{{#HSK}}HSK {{HSK}} {{/HSK}}{{#Link}}<a href="{{Link}}">the sentence in its article</a>{{/Link}}</p>
"""
_STYLE = """.card { font: 20px/1.6 Georgia, serif; text-align: left; max-width: 36em; margin: 1em auto; }
b, .term { color: #a3281e; font-weight: normal; } .term { font-size: 2em; margin: 0; }
.night_mode b, .night_mode .term { color: #ff8f80; }
.pinyin, .source { opacity: .75; } .source { font-size: .8em; }
"""


def deck(name: str, path: str, cards: Iterable[Card]) -> bytes:
    """Return a package with one deck; ``path`` (of the deck's file on the site) settles the deck's id.

    genanki makes the collection, its deck and its note type; the rows of notes and cards are those that it would
    write, but all at once: one at a time they take eight times as long.
    """
    import genanki  # noqa: PLC0415 (heavy, and only packs need it)

    made = genanki.Deck(_number(path), name)
    made.add_model(_model())
    return pack([("collection.anki2", _database(genanki.Package(made), made.deck_id, cards)), ("media", b"{}")])


def _database(package: Any, number: int, cards: Iterable[Card]) -> bytes:
    first = _MOMENT * 1000
    fields = [_fields(card) for card in cards]
    notes = [
        (first + 2 * at, _guid(one[0]), MODEL, _MOMENT, _NEW, "  ", escape("\x1f".join(one)), escape(one[0]))
        for at, one in enumerate(fields)
    ]
    shown = [(first + 2 * at + 1, first + 2 * at, number, _MOMENT, _NEW) for at in range(len(fields))]
    connection = sqlite3.connect(":memory:")
    try:
        package.write_to_db(connection.cursor(), _MOMENT, itertools.count(first))
        connection.executemany("insert into notes values (?,?,?,?,?,?,?,?,0,0,'')", notes)
        connection.executemany("insert into cards values (?,?,?,0,?,?,0,0,0,0,0,0,0,0,0,0,0,'')", shown)
        connection.commit()
        data = bytearray(connection.serialize())
    finally:
        connection.close()
    data[_SQLITE] = bytes(4)
    return bytes(data)


@cache
def _model() -> Any:
    import genanki  # noqa: PLC0415

    templates = [{"name": "Sentence", "qfmt": _FRONT, "afmt": _BACK}]
    return genanki.Model(MODEL, "Annotated reader", [{"name": one} for one in _FIELDS], templates, css=_STYLE)


@lru_cache(32_768)  # the deck of a topic teaches what that of the site teaches
def _guid(term: str) -> str:
    import genanki  # noqa: PLC0415

    made: str = genanki.guid_for("site-builder", term)
    return made


def _fields(card: Card) -> tuple[str, ...]:
    return (
        card.term,
        card.before,
        card.match,
        card.after,
        card.pinyin,
        card.english,
        card.meanings,
        card.traditional,
        card.hsk,
        card.link,
    )


def _number(path: str) -> int:
    """Return a deck's id: made of its path, in the range that Anki's own ids have."""
    return int.from_bytes(hashlib.sha256(path.encode()).digest()[:4], "big") % (1 << 30) + (1 << 30)
