"""Find the words that editors' notes quote.

Input: notes and the flat texts of their article. Output: anchored notes, and an issue for each orphan.
A quote must stand there exactly, and once (or once with its ``before`` and ``after``): it is found or it is
an orphan, never moved to something like it. What is like it goes into the hint.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from site_builder.model.editorial import AnchoredNote, Note
from site_builder.model.han import HANZI
from site_builder.model.issue import Issue
from site_builder.model.text import ArticleText, Field, Place, Quote, Span

_FIELDS: tuple[Field, ...] = ("title", "dek", "body")
_LIKE = 0.6  # below this, showing the nearest text would mislead
_SPACES = 8  # the most spaces between a quote and its context
_PIECE = re.compile(rf"(?=([{HANZI}]{{2}}|\b\w{{4,}}\b))")
_MOST_PLACES = 20  # of one word that are looked at
_COARSE = 12  # code points in which words may be cut or put in and still tell the same place
_MOST_WINDOWS = 6
_SHOWN = 80  # code points of a quotation in a message
_FLAT = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-", "—": "-", "＃": "#", "，": ",", "：": ":"}
)


def anchor(notes: Iterable[Note], text: ArticleText) -> tuple[tuple[AnchoredNote, ...], tuple[Issue, ...]]:
    """Return the notes with the place of their quote, and an orphan issue (E040, E041, E042) for each of the rest."""
    found: list[AnchoredNote] = []
    issues: list[Issue] = []
    for note in notes:
        places = list(_places(note.quote, text)) or list(_places(note.quote, text, spaces=_SPACES))
        if len(places) == 1:
            found.append(AnchoredNote(note, places[0]))
        else:
            issues.append(replace(_orphan(note, text, len(places)), stops=False))
    return tuple(found), (*issues, *_overlaps(found))


def _overlaps(found: Iterable[AnchoredNote]) -> Iterator[Issue]:
    """Yield a warning for each note that begins inside another and ends outside it; one within another is fine."""
    ordered = sorted(found, key=lambda one: (one.place, one.note.id))
    for i, first in enumerate(ordered):
        for second in ordered[i + 1 :]:
            a, b = first.place, second.place
            if a.field != b.field or b.span.start >= a.span.end:
                break
            if a.span.start < b.span.start < a.span.end < b.span.end:
                message = f"note “{second.note.id}” overlaps note “{first.note.id}”"
                yield Issue(
                    second.note.where, "W043", message, "warning", "let one quote hold the other, or stand beside it"
                )


def _places(quote: Quote, text: ArticleText, spaces: int = 0) -> Iterator[Place]:
    """Yield every place where the quote stands with its context, overlapping ones too; ``spaces`` may stand between."""
    if not quote.exact:
        return
    for field in _FIELDS:
        whole = text.of(field)
        at = whole.find(quote.exact)
        while at >= 0:
            end = at + len(quote.exact)
            if _follows(whole, at, quote.before, spaces) and _precedes(whole, end, quote.after, spaces):
                yield Place(field, Span(at, end))
            at = whole.find(quote.exact, at + 1)


def _follows(whole: str, at: int, before: str, spaces: int) -> bool:
    """Tell whether ``before`` stands right before ``at``; YAML trims values, so spaces may be lost between them."""
    if whole.endswith(before, 0, at):
        return True
    return spaces > 0 and whole[max(0, at - len(before) - spaces) : at].rstrip().endswith(before.rstrip())


def _precedes(whole: str, end: int, after: str, spaces: int) -> bool:
    """Tell whether ``after`` stands right after ``end``, or with no more than ``spaces`` between."""
    if whole.startswith(after, end):
        return True
    return spaces > 0 and whole[end : end + len(after) + spaces].lstrip().startswith(after.lstrip())


def _orphan(note: Note, text: ArticleText, count: int) -> Issue:
    quoted = f"note “{note.id}”: the quote “{_short(note.quote.exact)}”"
    if not note.quote.exact:
        return Issue(
            note.where, "E042", f"note “{note.id}” quotes nothing", hint="write the words of the article under “quote”"
        )
    if count > 1:
        how = "lengthen the quote, or give the words before and after it as “prefix” and “suffix”"
        return Issue(note.where, "E041", f"{quoted} stands {count} times in the article", hint=how)
    alone = list(_places(Quote(note.quote.exact), text))
    if alone:
        return Issue(
            note.where,
            "E040",
            f"{quoted} stands in the article, but not with its prefix and suffix",
            hint=_context(alone, text),
        )
    return Issue(note.where, "E040", f"{quoted} is not in the article", hint=_hint(note.quote.exact, text))


def _context(places: list[Place], text: ArticleText) -> str:
    place = places[0]
    whole = text.of(place.field)
    before = whole[max(0, place.span.start - 20) : place.span.start]
    after = whole[place.span.end : place.span.end + 20]
    more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
    return f"there it has prefix “{before}” and suffix “{after}”{more}"


def _hint(exact: str, text: ArticleText) -> str:
    """Say what comes nearest, and why it is not the same if only its form differs."""
    for change, why in _FORMS:
        folded = change(exact)
        for field in _FIELDS:
            whole = text.of(field)
            if len(change(whole)) == len(whole) and (at := change(whole).find(folded)) >= 0:
                return f"the article has “{_short(whole[at : at + len(folded)])}”: {why}"
            if change(whole).find(folded) >= 0:
                return why
    near = _nearest(exact, text)
    return f"nearest: “{_short(near)}”" if near else "nothing in the article is like it; was its sentence cut?"


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", words)


def _quotes(words: str) -> str:
    return words.translate(_FLAT)


def _spaces(words: str) -> str:
    return " ".join(words.translate(_FLAT).split())


_FORMS = (
    (_nfc, "its accents are composed in another way (Unicode NFC); copy the words from the page"),
    (_quotes, "its quotation marks, dashes or width differ; copy the words from the page"),
    (str.lower, "its capitals differ"),
    (_spaces, "its spaces or line breaks differ"),
)


def _nearest(exact: str, text: ArticleText) -> str:
    """Return the stretch of text most like ``exact``, or ``""``: the windows that share most of its words, compared."""
    best, likeness = "", _LIKE
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(exact)
    for window in _windows(exact, text):
        matcher.set_seq1(window)
        if (ratio := matcher.ratio()) > likeness:
            best, likeness = window, ratio
    return best


def _windows(exact: str, text: ArticleText) -> Iterator[str]:
    """Yield the stretches, as long as ``exact``, whose place most of its words and pairs of Hanzi agree on."""
    votes: Counter[tuple[Field, int]] = Counter()
    for piece in _PIECE.finditer(exact):
        for field in _FIELDS:
            for found in islice(re.finditer(re.escape(piece[1]), text.of(field)), _MOST_PLACES):
                votes[field, max(0, found.start() - piece.start(1)) // _COARSE] += 1
    for (field, near), _ in sorted(votes.items(), key=lambda one: (-one[1], one[0]))[:_MOST_WINDOWS]:
        whole = text.of(field)
        for start in range(near * _COARSE, (near + 1) * _COARSE):
            if start == 0 or (not whole[start - 1].isalnum() and not whole[start : start + 1].isspace()):
                yield whole[start : start + len(exact)].split("\n")[0]


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
