"""Cuts every Chinese run of an article into words, and says how each is read and what it means.

Input: the flat texts of an article, what was mined from it, what is known from outside, a lexicon.
Output: words in the order of the texts; every Hanzi of every field belongs to exactly one. And problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.readings import of_word
from site_builder.annotate.segment import segment
from site_builder.model.guide import Guide
from site_builder.model.han import HANZI, has_hanzi
from site_builder.model.issue import Issue
from site_builder.model.mined import Mined
from site_builder.model.text import ArticleText, Field, Place, Span
from site_builder.model.word import Word

_FIELDS: tuple[Field, ...] = ("title", "dek", "body")
_STRETCH = re.compile(rf"[{HANZI}]+(?:[\d，、：·《》“”‘’ ]{{1,3}}[{HANZI}]+)*")
_HANZI_ONLY = re.compile(f"[{HANZI}]+")


def words(
    text: ArticleText, mined: Mined, guide: Guide, lexicon: Lexicon
) -> tuple[tuple[Word, ...], tuple[Issue, ...]]:
    """Return the words of an article and what an editor should look at."""
    terms = _terms(mined)
    found = [word for field in _FIELDS for word in _of_field(text.of(field), field, terms, lexicon)]
    return tuple(found), ()


def _terms(mined: Mined) -> dict[Place, str]:
    """Return the places that stay whole, with the term each leads to."""
    return {pair.term: pair.chinese for pair in mined.pairs if has_hanzi(pair.chinese)}


def _of_field(text: str, field: Field, terms: dict[Place, str], lexicon: Lexicon) -> Iterator[Word]:
    whole = sorted(place.span for place in terms if place.field == field)
    for found in _STRETCH.finditer(text):
        stretch = Span(*found.span())
        inside = [Span(one.start - stretch.start, one.end - stretch.start) for one in whole if stretch.covers(one)]
        for span in segment(found[0], inside, lexicon):
            yield from _word(found[0], span, stretch.start, field, lexicon)


def _word(stretch: str, span: Span, shift: int, field: Field, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the word of a span, or one for each run of Hanzi in it where something else stands between."""
    for found in _HANZI_ONLY.finditer(stretch, span.start, span.end):
        place = Place(field, Span(found.start() + shift, found.end() + shift))
        script = lexicon.converter.script(found[0])
        yield Word(place, found[0], script, of_word(found[0], lexicon), term=found[0])
