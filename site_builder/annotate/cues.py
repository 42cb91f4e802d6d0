"""The words and marks by which a text says "this is the same in the other language".

Input: a text, places in it. Output: quoted English with the words that lead to it, and what those words claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from site_builder.annotate.dictionary import Dictionary
from site_builder.annotate.mentions import Mention
from site_builder.annotate.spelling import fits, has_tones
from site_builder.model.han import HANZI
from site_builder.model.mined import Relation
from site_builder.model.text import Span

_QUOTED = re.compile(
    rf"“(?P<a>[^“”\n{HANZI}]{{2,120}})[”“]|‘(?P<b>(?:[^‘’\n{HANZI}]|(?<=\w)’(?=\w)){{2,120}})[’‘](?!\w)"
    rf"|\"(?P<c>[^\"\n{HANZI}]{{2,120}})\"|(?<!\w)'(?P<d>(?:[^'\n{HANZI}]|(?<=\w)'(?=\w)){{2,120}})'(?!\w)"
)
_QUOTE_MARK = re.compile("[“‘\"']")
_LATIN = re.compile("[A-Za-z]")
_ALSO = re.compile(r"\b(?:also|or|alternatively|sometimes|aka|otherwise)\b", re.IGNORECASE)
LITERAL = re.compile(r"\blit(?:erally|\.|:|\b)", re.IGNORECASE)
_MAY_FOLLOW = re.compile(
    r"(?:,|;|:| –| —|[”’\"'“‘])?\s*\(?(?:which|that|and|a|can|could|is|are|was|were|often|also|usually|sometimes"
    r"|commonly|it|they|best|roughly|literal\w*|lit|mean\w*|translat\w+|rendered|refer\w*|stand\w*|in english"
    r"|or|aka|known)\b",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?)…")
_CUE = re.compile(
    r"^(?:,|;|:| –| —)?\s*\(?(?:(?:which|that|and|an? (?:[\w-]+ ){0,2}(?:term|phrase|word|expression|name|saying)"
    r"|can be|could be|can|could|may|might|is|are|was|were|often|also"
    r"|usually|sometimes|commonly|it|they|best|roughly) )*"
    r"(?:literally|lit\.|literal(?:ly)? (?:meaning|translat\w+)|mean(?:s|ing)?|translat(?:es?|ed|ing|able)"
    r"|rendered|refer(?:s|ring)? to|stand(?:s|ing)? for|in english|or|aka|known in english)"
    r"(?: (?:as|to|into|refers to|means|meaning|translates to|translate[sd] as|a|an|the|in english))*[:,]?\s*$",
    re.IGNORECASE,
)
LITERALLY = re.compile(
    r"^[”’\"'“‘]?[,;:]?\s*(?:which )?literally (?:refers? to|means?|meaning|translat\w+ (?:as|to|into)|a |an |the )?\s*"
    r"(?P<english>(?!refers?\b|means?\b|translat)[^\W\d_][\w’'-]*(?: (?!but\b|and\b|which\b|in\b|is\b)[\w’'-]+){0,5}?)"
    r"(?=[,.;:!?)]| but\b| and\b| which\b| in\b|$)"
)
_APPOSED = re.compile(r",? (?:or |i\.e\.,? )?(?=[“‘\"'])")
_MOST_WORDS = 8  # of a quotation in apposition
_OWN = re.compile(rf"[.,;:!?]*[”’\"'“‘]\s?[(（\[［][^()（）\[\]\n]{{0,40}}?[{HANZI}]")
"""Behind a quotation: a bracket with Chinese, so that it renders this and not what stands before it."""
_WHICH = re.compile(r"^,? which [^.;!?\n]{0,60}?(?:render|translate|call)(?:s|d|ed)?(?: it)? (?:as |into )?(?=[“‘\"'])")


class Finding(NamedTuple):
    """One English span for one mention."""

    mention: Mention
    english: Span
    relation: Relation
    pattern: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of text with the bounds of its block, so that no pattern looks beyond them."""

    text: str
    low: int
    high: int
    inline: bool = True
    dictionary: Dictionary | None = None
    simplified: Callable[[str], str] = str


def quotes(text: str, where: Span) -> Iterator[tuple[Span, str]]:
    """Yield the quoted English of ``where``, without stops at the end, each with the words that lead to it."""
    at = where.start
    if not _QUOTE_MARK.search(text, where.start, where.end):
        return
    for one in _QUOTED.finditer(text, where.start, where.end):
        start, end = one.span(one.lastgroup or 0)
        while end > start and text[end - 1] in " ,.;:":
            end -= 1
        if _LATIN.search(text, start, end):
            yield Span(start, end), text[at : one.start()]
        at = one.end()


def relation(cue: str, english: str, mention: Mention) -> Relation:
    """Return what ``cue``, the words before it, say that ``english`` is."""
    if has_tones(english) or fits(mention.chinese, english):
        return "romanisation"
    if LITERAL.search(cue):
        return "literal"
    return "also" if _ALSO.search(cue) else "translation"


def moved(span: tuple[int, int], by: int) -> Span:
    """Return the span ``by`` code points further right."""
    return Span(span[0] + by, span[1] + by)


def apposed(part: Part, at: int, mention: Mention) -> Iterator[Finding]:
    """Read a quotation behind Chinese in the running text: ``凡尔赛文学, “Versailles literature,”``."""
    found = _APPOSED.match(part.text, at, part.high) if part.text[at : at + 1] in {",", " "} else None
    span, _ = next(quotes(part.text, Span(found.end(), min(part.high, at + 120))), (None, "")) if found else (None, "")
    if not found or not span or span.start != found.end() + 1 or _OWN.match(part.text, span.end, part.high):
        return
    if part.inline and part.text.count(" ", span.start, span.end) < _MOST_WORDS:
        yield Finding(mention, span, "translation", "after", 0.8)


def _renderings(part: Part, rest: Span, told: bool) -> Iterator[tuple[Span, str]]:
    """Yield quotations of ``rest`` with the words that lead to each, as long as those say that they render something.

    ``told`` says that the words before ``rest`` have said so of the first.
    """
    for span, cue in quotes(part.text, rest):
        if _OWN.match(part.text, span.end, part.high) or not (
            (told and not cue.strip()) or _CUE.match(cue.strip("”’\"'"))
        ):
            return
        yield span, cue
        told = False


def _owned(part: Part, rest: Span) -> bool:
    """Tell whether the first quotation of ``rest`` renders the Chinese in its own bracket."""
    span, _ = next(quotes(part.text, rest), (rest, ""))
    return span is not rest and _OWN.match(part.text, span.end, part.high) is not None


def after(part: Part, at: int, mention: Mention) -> Iterator[Finding]:
    """Read a rendering that follows the Chinese or its bracket in the same clause."""
    text = part.text
    if at < part.high and text[at] in _ENDS:
        return
    if not _MAY_FOLLOW.match(text, at, part.high):
        return
    window = text[at : min(part.high, at + 160)]
    which = _WHICH.match(window)
    rest = Span(at + which.end() if which else at, min(part.high, at + 240))
    found = list(_renderings(part, rest, bool(which)))
    if found:
        for span, cue in found:
            yield Finding(mention, span, relation(cue, text[span.start : span.end], mention), "after", 0.85)
    elif not _owned(part, rest) and (plain := LITERALLY.match(window)):
        yield Finding(mention, moved(plain.span("english"), at), "literal", "after", 0.75)
