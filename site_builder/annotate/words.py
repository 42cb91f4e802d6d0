"""Cuts every Chinese run of an article into words, and says how each is read and what it means.

Input: the flat texts of an article, what was mined from it, what is known from outside, a lexicon.
Output: words in the order of the texts; every Hanzi of every field belongs to exactly one. And problems.

What is said of the same stretch of text is worked out once: see ``Stretch``; what was worked out of an article before
need not be again: see ``Worked``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from site_builder.annotate.analysis import analyse
from site_builder.annotate.evidence import claims, editorial, in_article, misfit, terms, two_ways
from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.meaning import told_meaning
from site_builder.annotate.parts import Item, Token
from site_builder.annotate.readings import as_divided, as_name, as_said, reading, settle
from site_builder.annotate.stretches import Claim, Held, Piece, Said, Stretch, Worked
from site_builder.model.guide import Guide
from site_builder.model.han import HANZI, HANZI_ONLY, runs
from site_builder.model.issue import Issue, Where
from site_builder.model.making import maker
from site_builder.model.mined import Mined, TermKind
from site_builder.model.text import ArticleText, Field, Place, Span
from site_builder.model.word import Evidence, Gloss, Reading, Script, Word

_FIELDS: tuple[Field, ...] = ("title", "dek", "body")
_STRETCH = re.compile(rf"[{HANZI}]+(?:[^{HANZI}A-Za-z\n(（#＃]{{1,4}}[{HANZI}]+)*")
"""Hanzi that are read together: digits and punctuation may stand between them."""
_LONGEST_TERM = 12
_WHOLE = 4  # a term of so many characters may be one word


class Asked(NamedTuple):
    """An article whose words are wanted: its texts, what was mined from it, what is known from outside.

    ``worked`` is what came of it the last time, by the same lexicon.
    """

    text: ArticleText
    mined: Mined
    guide: Guide
    worked: Worked = Worked()


class Found(NamedTuple):
    """The words of an article, what an editor should look at, what to pass on for the next time."""

    words: tuple[Word, ...]
    issues: tuple[Issue, ...]
    worked: Worked


class _Field(NamedTuple):
    """One field: its text, its runs of Hanzi, what stands beside them, the mined terms in it."""

    name: Field
    text: str
    runs: list[Span]
    claims: list[Claim]
    held: list[Held]


class _Placed(NamedTuple):
    """A stretch and where it begins."""

    field: Field
    start: int
    stretch: Stretch


class _Lore(NamedTuple):
    """What is said of terms, by the site before this article; ``sizes``, longest first, of those with such a head.

    ``known`` are runs that were cut before; those that are asked for go into ``cuts``.
    """

    site: Mapping[str, Said]
    local: Mapping[str, Said]
    sizes: Mapping[str, Sequence[int]]
    known: Mapping[str, tuple[str, ...]]
    cuts: dict[str, tuple[str, ...]]

    def cut(self, text: str, lexicon: Lexicon) -> tuple[str, ...]:
        """Return the words of a run."""
        self.cuts[text] = words = self.known.get(text) or lexicon.cut(text)
        return words


class _Drawn(NamedTuple):
    """An article before it is read: its stretches, the problems of its terms, the runs that were cut for it."""

    placed: list[_Placed]
    issues: tuple[Issue, ...]
    cuts: Mapping[str, tuple[str, ...]]


_Spanned = TypeVar("_Spanned", Claim, Held)


def words(
    text: ArticleText, mined: Mined, guide: Guide, lexicon: Lexicon
) -> tuple[tuple[Word, ...], tuple[Issue, ...]]:
    """Return the words of an article and what an editor should look at."""
    found = words_of([Asked(text, mined, guide)], lexicon)[0]
    return found.words, found.issues


def words_of(asked: Iterable[Asked], lexicon: Lexicon) -> list[Found]:
    """Return the words of many articles, and what an editor should look at; the model is asked once for all."""
    given = list(asked)
    drawn = [_drawn(one, lexicon) for one in given]
    before = {stretch: row for one in given for stretch, row in one.worked.stretches}
    rows = iter(_pieces([one.stretch for article in drawn for one in article.placed], before, lexicon))
    return [_found(article, rows) for article in drawn]


def _found(article: _Drawn, rows: Iterator[tuple[Piece, ...]]) -> Found:
    """Return what is found of an article, whose stretches come first in ``rows``."""
    read = [next(rows) for _ in article.placed]
    stretches = dict(zip((one.stretch for one in article.placed), read, strict=True))
    worked = Worked(tuple(stretches.items()), tuple(article.cuts.items()))
    return Found(_placed(article.placed, read), article.issues, worked)


def _drawn(asked: Asked, lexicon: Lexicon) -> _Drawn:
    """Return the stretches of an article, and the problems of what is said of its terms."""
    text, mined, guide, worked = asked
    site, issues = terms(guide, lexicon)
    fields = [field for name in _FIELDS if (field := _field(name, text.of(name), mined, lexicon)).runs]
    local = {word: said for field in fields for word, said in in_article(field.claims, field.text)}
    lore = _Lore(site, local, _sizes((*site, *local)), dict(worked.cuts), {})
    placed = [one for field in fields for one in _stretches(field, guide, lore, lexicon)]
    return _Drawn(placed, (*issues, *_misfits(mined, lexicon)), lore.cuts)


def _field(name: Field, text: str, mined: Mined, lexicon: Lexicon) -> _Field:
    here, pairs = runs(text), [pair for pair in mined.pairs if pair.term.field == name]
    held = [Held(*_ends(pair.term.span), pair.chinese, pair.kind) for pair in pairs]
    return _Field(name, text, here, list(claims(text, here, pairs, lexicon)), held)


_WHICH_HOLDS = "If one is a slip, mend the article; else say in readings.yaml which holds."
_BOTH_RIGHT = "If both are right, add the word to readings.yaml."


def _misfits(mined: Mined, lexicon: Lexicon) -> Iterator[Issue]:
    for pair in mined.pairs:
        if misfit(pair.chinese, pair.english, pair.kind, lexicon):
            message = f'"{pair.english}" spells no reading of {pair.chinese}: a typo, or the wrong characters?'
            yield Issue(Where(""), "W201", message, "warning", _BOTH_RIGHT, quote=pair.chinese)
    for term, one, other in two_ways(mined.pairs, lexicon):
        message = f"{term} is spelled “{one}” and “{other}” in one article"
        yield Issue(Where(""), "W202", message, "info", _WHICH_HOLDS, quote=term)


def _stretches(field: _Field, guide: Guide, lore: _Lore, lexicon: Lexicon) -> Iterator[_Placed]:
    """Yield the stretches of a field with what is said of them: beside them, by editors, elsewhere."""
    claims, held = list(field.claims), list(field.held)
    for start, end in _occurrences(field, lore, lexicon):
        word = field.text[start:end]
        one = lore.site.get(word) or lore.local[word]
        if word in lore.site:
            held.append(Held(start, end, word, one.kind))
        if one.options:
            claims.append(Claim(start, end, one))
    claims += _noted(field.name, guide)  # last: of equals the last is heard
    claims.sort(key=_order)
    held.sort(key=_ends_of)
    starts = [claim.start for claim in claims], [one.start for one in held]
    for found in _STRETCH.finditer(field.text):
        start, end = found.span()
        inside = _inside(claims, starts[0], start, end), _inside(held, starts[1], start, end)
        yield _Placed(field.name, start, Stretch(found[0], *inside))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _ends_of(one: Held) -> tuple[int, int]:
    return one.start, one.end


def _order(claim: Claim) -> tuple[int, int, int]:
    return claim.start, claim.end, claim.said.evidence


def _noted(name: Field, guide: Guide) -> Iterator[Claim]:
    """Yield the readings of editors' notes on this very place."""
    for anchored in guide.notes:
        note, place = anchored.note, anchored.place
        if note.reading and place.field == name:
            syllables = editorial(note.quote.exact, note.reading)
            if syllables is not None and HANZI_ONLY.fullmatch(note.quote.exact):
                yield Claim(*_ends(place.span), Said((syllables,), Evidence.EDITOR, note.by or note.id))


def _sizes(known: Iterable[str]) -> dict[str, list[int]]:
    """Return by the first two characters of words how long those are that begin so, the longest first."""
    found = dict[str, set[int]]()
    for word in known:
        if 1 < len(word) <= _LONGEST_TERM:
            found.setdefault(word[:2], set()).add(len(word))
    return {head: sorted(sizes, reverse=True) for head, sizes in found.items()}


def _occurrences(field: _Field, lore: _Lore, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the places of known terms in a field, longest first, none inside another."""
    text = field.text
    for run in field.runs if lore.sizes else ():
        at = run.start
        while at < run.end - 1:
            size = _longest(text, at, run.end, lore)
            if size and _stands_alone(text, at, at + size, run, lore, lexicon):
                yield at, at + size
                at += size
            else:
                at += 1


def _longest(text: str, at: int, end: int, lore: _Lore) -> int:
    for size in lore.sizes.get(text[at : at + 2], ()):
        word = text[at : at + size]
        if size <= end - at and (word in lore.site or word in lore.local):
            return size
    return 0


def _stands_alone(text: str, start: int, end: int, run: Span, lore: _Lore, lexicon: Lexicon) -> bool:
    """Tell whether a term stands as itself: two characters may be halves of two other words."""
    if end - start > 2 or (start, end) == _ends(run):  # noqa: PLR2004 - a term of two characters
        return True
    edges, at = set[int](), run.start
    for word in lore.cut(text[run.start : run.end], lexicon):
        edges.add(at)
        at += len(word)
    return {start, end} <= edges | {at}


def _inside(spanned: Sequence[_Spanned], starts: list[int], start: int, end: int) -> tuple[_Spanned, ...]:
    """Return what lies inside the stretch from ``start`` to ``end``, in the stretch's own offsets."""
    low = bisect_left(starts, start)
    high = bisect_left(starts, end, low)
    return tuple([one.moved(-start) for one in spanned[low:high] if one.end <= end])


def _pieces(
    stretches: Sequence[Stretch], before: Mapping[Stretch, tuple[Piece, ...]], lexicon: Lexicon
) -> list[tuple[Piece, ...]]:
    """Return the words of each stretch; what was worked out before is remembered."""
    found = [before.get(stretch) or lexicon.stretches.get(stretch) for stretch in stretches]
    missing = [stretch for stretch, row in zip(stretches, found, strict=True) if row is None]
    new = dict.fromkeys(missing)
    tokens = analyse([_item(stretch, lexicon) for stretch in new], lexicon)
    made = {stretch: tuple(_words(stretch, row, lexicon)) for stretch, row in zip(new, tokens, strict=True)}
    lexicon.stretches.add(made)
    rest = iter(missing)
    return [made[next(rest)] if row is None else row for row in found]


def _placed(placed: Sequence[_Placed], rows: Sequence[tuple[Piece, ...]]) -> tuple[Word, ...]:
    """Return the words of an article in place; what could be of either script is of that of the other characters."""
    found = [(one.field, one.start, row) for one, row in zip(placed, rows, strict=True)]
    either: Script = "zh-Hant" if any(one.script == "zh-Hant" for *_, row in found for one in row) else "zh-Hans"
    return tuple(
        [
            _word(_place(field, _span(start + begin, start + end)), text, script or either, read, meaning, term)
            for field, start, row in found
            for begin, end, script, text, read, meaning, term in row
        ]
    )


_word, _place, _span = maker(Word), maker(Place), maker(Span)


def _item(stretch: Stretch, lexicon: Lexicon) -> Item:
    """Return what is to be analysed: names and short terms stay whole, the edges of all terms are edges of words."""
    if not stretch.held:
        return Item(stretch.text)
    people, whole, edges = set[Span](), set[Span](), set[int]()
    for start, end, term, kind in stretch.held:
        edges |= {start, end}
        if kind == "person" and lexicon.may_be_name(term):
            people.add(Span(start, end))
        elif end - start <= _WHOLE and lexicon.is_word(term):
            whole.add(Span(start, end))
    return Item(stretch.text, frozenset(edges), frozenset(whole | people), frozenset(people))


def _words(stretch: Stretch, tokens: Iterable[Token], lexicon: Lexicon) -> Iterator[Piece]:
    script = lexicon.script(stretch.text)
    for token in tokens:
        if not token.syllables:
            continue
        text, taken = stretch.text[token.start : token.end], 0
        for found in HANZI_ONLY.finditer(text):
            start, end = token.start + found.start(), token.start + found.end()
            syllables = token.syllables[taken : taken + end - start]
            taken += end - start
            said = [claim for claim in stretch.claims if claim.start < end and start < claim.end]
            read = settle(start, syllables, token.evidence, said) if said else reading(syllables, token.evidence)
            around = [one for one in stretch.held if one.start <= start and end <= one.end]
            holder = max(around, key=_size, default=None)
            whole = holder is not None and _ends_of(holder) == (start, end)
            yield Piece(start, end, script, *_told(found[0], read, holder and holder[2:], whole, lexicon))


def _size(one: Held) -> int:
    return one.end - one.start


@lru_cache(maxsize=8_000)
def _told(
    text: str, read: Reading, holder: tuple[str, TermKind | None] | None, whole: bool, lexicon: Lexicon
) -> tuple[str, Reading, Gloss, str]:
    """Return a word, its reading as it is written, its meaning and its term; ``holder`` is the term around it.

    ``whole`` tells whether that term is the word itself.
    """
    term, named = holder or (text, None)
    kind = named if whole else None
    read = as_said(read)
    if named is not None:
        read = as_name(read, text, named, lexicon.names.surname(lexicon.simplified(text)) if kind else "")
    read = as_divided(read, lexicon.breaks(text))
    return text, read, told_meaning(text, read, kind, lexicon), lexicon.simplified(term)
