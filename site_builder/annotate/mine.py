"""Mine an article for its bilingual pairs and hashtags.

Input: the flat texts of an article. Output: Mined, in the order of the text. Nothing is looked up outside
the text but how characters are read: what the author put side by side is the evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from site_builder.annotate import hashtags
from site_builder.annotate.dictionary import Dictionary
from site_builder.annotate.kinds import is_name_long, kind, own_kind
from site_builder.annotate.mentions import Mention, mentions, tag_name
from site_builder.annotate.patterns import Finding, Part, findings
from site_builder.annotate.sentences import ends, sentence
from site_builder.model.mined import HashtagUse, Mined, Pair, TermKind
from site_builder.model.text import ArticleText, Block, Field, Place, Span

_LONGEST_TERM = 24  # code points: a quotation is not a glossary term
_SIDE = 40  # code points of context that tell a kind


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one block gave."""

    field: Field
    block: Span
    mentions: list[Mention]
    findings: list[Finding]
    stops: tuple[int, ...] = ()
    dictionary: Dictionary | None = None
    simplified: Callable[[str], str] = str


def mine(text: ArticleText, dictionary: Dictionary | None = None, simplified: Callable[[str], str] = str) -> Mined:
    """Return the pairs and hashtags of an article; every place is in the flat text of its field.

    ``dictionary`` helps to tell how far left a lower-case rendering reaches; ``simplified`` writes a text in
    simplified characters, so that a term or a hashtag has one name in both scripts.
    """
    read = [_read(text, field, block, here, dictionary, simplified) for field, block, here in _blocks(text)]
    pairs = [pair for one in read for pair in _pairs(text.of(one.field), one)]
    tags = [tag for one in read for tag in _tags(text, one)]
    return Mined(tuple(pairs), tuple(tags))


def _blocks(text: ArticleText) -> Iterator[tuple[Field, Block, list[Mention]]]:
    for field in ("title", "dek"):
        whole = text.of(field)
        yield field, Block(Span(0, len(whole)), "", "paragraph"), mentions(whole)
    blocks = [one for one in text.body.blocks if one.kind != "code"]
    starts = [one.span.start for one in blocks]
    grouped: dict[int, list[Mention]] = {}
    for mention in mentions(text.body.text):
        number = bisect_right(starts, mention.span.start) - 1
        if number >= 0 and mention.span.end <= blocks[number].span.end:
            grouped.setdefault(number, []).append(mention)
    for number, here in grouped.items():
        yield "body", blocks[number], here


def _read(
    text: ArticleText,
    field: Field,
    block: Block,
    here: list[Mention],
    dictionary: Dictionary | None,
    simplified: Callable[[str], str],
) -> _Reading:
    part = Part(text.of(field), block.span.start, block.span.end, block.kind != "reference", dictionary, simplified)
    found = list(findings(part, here)) if here else []
    telling = found or any(one.hashtag for one in here)
    stops = ends(part.text[part.low : part.high]) if telling else ()
    return _Reading(field, block.span, here, found, stops, dictionary, simplified)


def _pairs(text: str, read: _Reading) -> Iterator[Pair]:
    """Yield the pairs of one block; all pairs of one mention have the kind that its surest rendering shows."""
    by_mention: dict[int, dict[int, Finding]] = {}
    for one in sorted(read.findings, key=_order):
        if not one.mention.hashtag and len(one.mention.chinese) <= _LONGEST_TERM:
            by_mention.setdefault(one.mention.span.start, {}).setdefault(one.english.start, one)
    last = 0
    listed: TermKind = "term"
    for same in by_mention.values():
        found = list(same.values())
        what = _kind_of(text, read, found)
        if _goes_on(text[last : found[0].english.start]) and _follows(what, listed, text, found[0]):
            what = listed
        last, listed = max(found[0].mention.span.end, found[0].english.end), what
        shown = Place(read.field, sentence(text, read.block, read.stops, found[0].mention.span.start))
        for one in found:
            yield _pair(text, read, one, what, shown)


_LISTING = re.compile(r"[)）]?(?:,| and| or| &|, and|, or) [“‘\"']?")


def _goes_on(between: str) -> bool:
    """Tell whether nothing but the signs of a list stands between two pairs."""
    return _LISTING.fullmatch(between) is not None


def _follows(what: TermKind, listed: TermKind, text: str, one: Finding) -> bool:
    """Tell whether a rendering may be what its neighbour in a list is: a name in capitals, a title after a title."""
    how, chinese = one.pattern.rpartition(" ")[2], one.mention.chinese
    if not text[one.english.start].isupper() or (
        listed == "person" and not (is_name_long(chinese) and "的" not in chinese)
    ):
        return False
    if how == "quoted":
        return listed == "work" and what in {"term", "slogan"}
    return what == "term" and how in {"spelled", "surname", "capitals"}


def _order(one: Finding) -> tuple[int, int]:
    return one.mention.span.start, one.english.start


def _surest(one: Finding) -> tuple[bool, float]:
    return one.relation == "romanisation", -one.confidence


def _kind_of(text: str, read: _Reading, same: list[Finding]) -> TermKind:
    """Return the kind that the surest translation of a mention shows, else its spelling.

    What is translated is no person, though its pinyin looks like a name.
    """
    translated = any(one.relation != "romanisation" for one in same)
    for one in sorted(same, key=_surest) if len(same) > 1 else same:
        what = _kind(text, read, one)
        if what != "term" and not (translated and what == "person" and one.relation == "romanisation"):
            return what
    return "term"


def _kind(text: str, read: _Reading, one: Finding) -> TermKind:
    english = text[one.english.start : one.english.end]
    how, chinese = one.pattern.rpartition(" ")[2], read.simplified(one.mention.chinese)
    if own := own_kind(chinese, english, how):
        return own
    where, block = one.mention.span, read.block
    first, last = min(where.start, one.english.start), max(where.end, one.english.end)
    before = text[max(block.start, first - _SIDE) : first].rstrip("“‘\"'(")
    after = text[last : min(block.end, last + _SIDE)].lstrip(")）”’\"'")
    return kind(chinese, english, how, before, after, read.dictionary)


def _pair(text: str, read: _Reading, one: Finding, what: TermKind, shown: Place) -> Pair:
    chinese, term = one.mention.chinese, one.mention.span
    if chinese.startswith(("《", "〈")) and chinese.endswith(("》", "〉")):
        chinese, term = chinese[1:-1], Span(term.start + 1, term.end - 1)
    return Pair(
        chinese=chinese,
        english=text[one.english.start : one.english.end],
        kind=what,
        relation=one.relation,
        term=Place(read.field, term),
        rendering=Place(read.field, one.english),
        sentence=shown,
        pattern=one.pattern,
        confidence=one.confidence,
        name=name if (name := read.simplified(chinese)) != chinese else "",
    )


def _tags(text: ArticleText, read: _Reading) -> Iterator[HashtagUse]:
    whole = text.of(read.field)
    tags = [one for one in read.mentions if one.hashtag]
    for mention in tags:
        shown = sentence(whole, read.block, read.stops, mention.span.start)
        given = [one.english for one in read.findings if one.mention is mention and one.relation != "romanisation"]
        told, more = _told_of(whole, shown, mention, tags), _next_words(text, read, shown)
        yield HashtagUse(
            name=read.simplified(tag_name(mention.chinese)),
            text=whole[mention.span.start : mention.span.end],
            place=Place(read.field, mention.span),
            sentence=Place(read.field, shown),
            translations=_unique(whole[one.start : one.end] for one in sorted(given)),
            views=hashtags.views(told) or hashtags.views(more),
            host=hashtags.host(told) or hashtags.host(more),
        )


def _told_of(whole: str, shown: Span, mention: Mention, tags: Iterable[Mention]) -> str:
    """Return what the sentence ``shown`` says of one hashtag of those in it."""
    here = [one for one in tags if shown.covers(one.span)]
    spans = [Span(one.span.start - shown.start, one.span.end - shown.start) for one in here]
    told = whole[shown.start : shown.end]
    return hashtags.share(told, spans, here.index(mention)) if mention in here else told


def _next_words(text: ArticleText, read: _Reading, shown: Span) -> str:
    """Return the sentence after ``shown``, in this block or the next, if it goes on about the hashtag."""
    whole = text.of(read.field)
    rest = Span(min(shown.end, read.block.end), read.block.end)
    if not whole[rest.start : rest.end].strip():
        following = (
            [one.span for one in text.body.blocks if one.span.start >= read.block.end] if read.field == "body" else []
        )
        if not following:
            return ""
        rest = following[0]
    told = whole[rest.start : rest.end].lstrip()
    return told if hashtags.speaks_of_hashtag(told) else ""


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
