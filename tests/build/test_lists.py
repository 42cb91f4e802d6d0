"""Lists are made of packed entries, which are not opened for them: they show what the entries themselves would."""

from __future__ import annotations

from site_builder.build.brief import tag_lines, term_lines
from site_builder.model.index import Rendering, TagEntry, TermEntry
from site_builder.model.word import Evidence, Gloss, Reading
from site_builder.render.listing import tag_line, term_line
from site_builder.store.codec import pack

SAID = (Rendering("Dēng", "romanisation", ()), Rendering("lamp", "translation", ()))
LAMP = TermEntry(
    "灯", "term", Reading(("deng1",), "dēng", Evidence.TABLE), Gloss(("light", "lamp", "lantern")), count=4
)
TERMS = (
    LAMP,
    TermEntry("澳", "place", Reading(("ao4",), "ào", Evidence.GUESS), Gloss(), SAID, mined=True),
    TermEntry("灯", "person", LAMP.reading, LAMP.gloss, SAID[:1]),
)
TAGS = (TagEntry("点灯", "diǎndēng", (), SAID[1:], count=2), TagEntry("灯", "dēng", ()))


def test_lines_of_packed_terms_are_those_of_the_terms() -> None:
    for term in TERMS:
        assert term_lines({term.term: pack(TermEntry, term)}) == [term_line(term)]
    both = {term.term: pack(TermEntry, term) for term in TERMS[:2]}
    assert [line.name for line in term_lines(both)] == ["澳", "灯"]


def test_lines_of_packed_hashtags_are_those_of_the_hashtags() -> None:
    packed = {tag.name: pack(TagEntry, tag) for tag in TAGS}
    assert tag_lines(packed) == [tag_line(TAGS[0]), tag_line(TAGS[1])]
