"""Cuts every Chinese run of an article into words, and says how each is read and what it means.

Input: the flat texts of an article, what was mined from it, what is known from outside, a lexicon.
Output: words in the order of the texts; every Hanzi of every field belongs to exactly one. And problems.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from site_builder.annotate.analysis import analyse
from site_builder.annotate.evidence import Claim, Said, claims, editorial, in_article, misfit, terms
from site_builder.annotate.gloss import gloss
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.parts import Item, Token
from site_builder.annotate.readings import as_divided, as_name, as_said, reading, settle
from site_builder.model.guide import Guide
from site_builder.model.han import HANZI, HANZI_ONLY
from site_builder.model.issue import Issue, Where
from site_builder.model.mined import Mined, TermKind
from site_builder.model.text import ArticleText, Field, Place, Span
from site_builder.model.word import Evidence, Script, Word

_FIELDS: tuple[Field, ...] = ("title", "dek", "body")
_STRETCH = re.compile(rf"[{HANZI}]+(?:[^{HANZI}A-Za-z\n(（#＃]{{1,4}}[{HANZI}]+)*")
"""Hanzi that are read together: digits and punctuation may stand between them."""
_LONGEST_TERM = 12
_WHOLE = 4  # a term of so many characters may be one word

Analysed = tuple[tuple[str, ...], Evidence]
"""What analysis found of a word: syllables and evidence."""
Lore = tuple[Mapping[str, Said], Mapping[str, Said]]
"""What is said of terms: by the site, and by this article."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A term that stands in a field: its words lead to its page, and its edges are edges of words."""

    span: Span
    term: str
    kind: TermKind | None


_Spanned = TypeVar("_Spanned", Claim, _Held)


@dataclass(frozen=True, slots=True)
class _Field:
    """What is known of one field: claims and terms, both sorted by place."""

    name: Field
    text: str
    claims: tuple[Claim, ...]
    held: tuple[_Held, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a field to be read as one; offsets of its item begin at ``start``, all others in the field."""

    field: Field
    start: int
    item: Item
    claims: tuple[Claim, ...]
    held: tuple[_Held, ...]


def words(
    text: ArticleText, mined: Mined, guide: Guide, lexicon: Lexicon
) -> tuple[tuple[Word, ...], tuple[Issue, ...]]:
    """Return the words of an article and what an editor should look at."""
    said, issues = lexicon.remember((guide.readings, guide.glossary, guide.known), lambda: terms(guide, lexicon))
    found = [(name, claims(text.of(name), name, mined, lexicon)) for name in _FIELDS]
    local = {word: one for name, here in found for word, one in in_article(here, text.of(name))}
    fields = [_field(name, text.of(name), here, mined, guide, (said, local), lexicon) for name, here in found]
    stretches = [stretch for field in fields for stretch in _stretches(field, lexicon)]
    tokens = analyse([stretch.item for stretch in stretches], lexicon)
    script = _script(text, lexicon)
    made = [
        word for stretch, row in zip(stretches, tokens, strict=True) for word in _words(stretch, row, script, lexicon)
    ]
    return tuple(made), (*issues, *_misfits(mined, lexicon))


_BOTH_RIGHT = "If both are right, add the word to readings.yaml."


def _misfits(mined: Mined, lexicon: Lexicon) -> Iterator[Issue]:
    for pair in mined.pairs:
        if misfit(pair, lexicon):
            message = f'"{pair.english}" spells no reading of {pair.chinese}: a typo, or the wrong characters?'
            yield Issue(Where(""), "W201", message, "warning", _BOTH_RIGHT, quote=pair.chinese)


def _script(text: ArticleText, lexicon: Lexicon) -> Script:
    """Tell the script of what could be either: that of the article's other characters."""
    return lexicon.script("".join(run for name in _FIELDS for run in HANZI_ONLY.findall(text.of(name)))) or "zh-Hans"


def _field(
    name: Field, text: str, found: list[Claim], mined: Mined, guide: Guide, said: Lore, lexicon: Lexicon
) -> _Field:
    """Gather what is said of the parts of a field: beside them, by editors, elsewhere."""
    held = [_Held(pair.term.span, pair.chinese, pair.kind) for pair in mined.pairs if pair.term.field == name]
    here = list(found)
    for span, word in _occurrences(text, said, lexicon):
        one = said[0].get(word) or said[1][word]
        if word in said[0]:
            held.append(_Held(span, word, one.kind))
        if one.options:
            here.append(Claim(span, one.options, one.evidence, one.because))
    here += _noted(name, guide)  # last: of equals the last is heard
    by_place = sorted(here, key=lambda claim: (claim.span, claim.evidence))
    return _Field(name, text, tuple(by_place), tuple(sorted(held, key=lambda one: one.span)))


def _noted(name: Field, guide: Guide) -> Iterator[Claim]:
    """Yield the readings of editors' notes on this very place."""
    for anchored in guide.notes:
        note, place = anchored.note, anchored.place
        if note.reading and place.field == name:
            syllables = editorial(note.quote.exact, note.reading)
            if syllables is not None and HANZI_ONLY.fullmatch(note.quote.exact):
                yield Claim(place.span, (syllables,), Evidence.EDITOR, note.by or note.id)


def _occurrences(text: str, said: Lore, lexicon: Lexicon) -> Iterator[tuple[Span, str]]:
    """Yield the places of known terms in a field, longest first, none inside another."""
    if not (said[0] or said[1]):
        return
    for run in HANZI_ONLY.finditer(text):
        at = run.start()
        while at < run.end():
            word = _longest(text, at, run.end(), said)
            if word and _stands_alone(text, Span(at, at + len(word)), Span(*run.span()), lexicon):
                yield Span(at, at + len(word)), word
                at += len(word)
            else:
                at += 1


def _longest(text: str, at: int, end: int, said: Lore) -> str:
    for size in range(min(_LONGEST_TERM, end - at), 1, -1):
        word = text[at : at + size]
        if word in said[0] or word in said[1]:
            return word
    return ""


def _stands_alone(text: str, span: Span, run: Span, lexicon: Lexicon) -> bool:
    """Tell whether a term stands as itself: two characters may be halves of two other words."""
    if len(span) > 2 or span == run:  # noqa: PLR2004 - a term of two characters
        return True
    edges, at = set[int](), run.start
    for word in lexicon.cut(text[run.start : run.end]):
        edges.add(at)
        at += len(word)
    return {span.start, span.end} <= edges | {at}


def _stretches(field: _Field, lexicon: Lexicon) -> Iterator[_Stretch]:
    starts = [claim.span.start for claim in field.claims], [held.span.start for held in field.held]
    for found in _STRETCH.finditer(field.text):
        span = Span(*found.span())
        here = _inside(field.claims, starts[0], span)
        held = _inside(field.held, starts[1], span)
        yield _Stretch(field.name, span.start, _item(found[0], span.start, held, lexicon), here, held)


def _inside(spanned: tuple[_Spanned, ...], starts: list[int], span: Span) -> tuple[_Spanned, ...]:
    low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return tuple(one for one in spanned[low:high] if one.span.end <= span.end)


def _item(text: str, shift: int, held: Sequence[_Held], lexicon: Lexicon) -> Item:
    """Return what is to be analysed: names and short terms stay whole, the edges of all terms are edges of words."""
    if not held:
        return Item(text)
    moved = [(Span(one.span.start - shift, one.span.end - shift), one) for one in held]
    people = {span for span, one in moved if one.kind == "person" and lexicon.may_be_name(one.term)}
    whole = people | {span for span, one in moved if len(span) <= _WHOLE and lexicon.is_word(one.term)}
    edges = frozenset(edge for span, _ in moved for edge in (span.start, span.end))
    return Item(text, edges, frozenset(whole), frozenset(people))


def _words(stretch: _Stretch, tokens: Iterable[Token], script: Script, lexicon: Lexicon) -> Iterator[Word]:
    script = lexicon.script(stretch.item.text) or script
    for token in tokens:
        if not token.syllables:
            continue
        text, taken = stretch.item.text[token.start : token.end], 0
        if len(token.syllables) == len(text):  # Hanzi only
            span = Span(stretch.start + token.start, stretch.start + token.end)
            yield _word(text, span, (token.syllables, token.evidence), stretch, script, lexicon)
            continue
        for found in HANZI_ONLY.finditer(text):
            start = stretch.start + token.start + found.start()
            span = Span(start, start + len(found[0]))
            syllables = token.syllables[taken : taken + len(span)]
            taken += len(span)
            yield _word(found[0], span, (syllables, token.evidence), stretch, script, lexicon)


def _word(text: str, span: Span, analysed: Analysed, stretch: _Stretch, script: Script, lexicon: Lexicon) -> Word:
    claims_here = [claim for claim in stretch.claims if claim.span.meets(span)] if stretch.claims else ()
    read = as_said(settle(span, *analysed, claims_here)) if claims_here else reading(*analysed)
    held = [one for one in stretch.held if one.span.covers(span)] if stretch.held else ()
    holder = max(held, key=lambda one: len(one.span), default=None)
    kind = holder.kind if holder is not None and holder.span == span else None
    if holder is not None and holder.kind is not None:
        read = as_name(read, text, holder.kind, lexicon.names.surname(lexicon.simplified(text)) if kind else "")
    read = as_divided(read, lexicon.breaks(text))
    meaning = gloss(text, read.syllables, kind, lexicon.dictionary)
    term = lexicon.simplified(holder.term if holder is not None else text)
    return Word(Place(stretch.field, span), text, script, read, meaning, term)
