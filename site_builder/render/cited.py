"""Ties what an article cites to the entries of its list of references.

Input: the HTML of a body, its blocks named, and the references as fields. Output: the same text; a year in brackets
(``(Lin 2018)``, ``Lin (2018, 4)``) or a number in brackets leads to its entry, and an entry says what it is (COinS).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from site_builder.model.reference import Reference
from site_builder.render.tokens import cut, text_of

_LIST = re.compile(r'<h[2-6] class="references"')
_ENTRY = re.compile(r'<(?:li|p) id="([^"]+)">((?:(?!</?(?:li|p|ul|ol|h[2-6])\b).)*)', re.DOTALL)
_NUMBER = re.compile(r"\[(\d{1,3})\]")
_MARK = re.compile(r"(?<![\w/.-])((?:1[89]|20)\d\d[a-z]?)(?![\w/-])|\[(\d{1,3})\]")
_BLOCK = re.compile(r"</?(?:p|li|h[2-6]|t[dh]|figcaption|blockquote|pre)\b")
_NEAR = 300  # characters before a year in which its author must be named
_OPENS = re.compile(r"[(\[（]\s*$")
_BETWEEN = (
    r"(?:’s|'s)?(?: et al\.?|等| (?:and|&amp;) [^\s()]+(?: [^\s()]+)?)?(?:[,，]? ?(?:1[89]|20)\d\d[a-z]?)*[,，]? ?"
)
_OPEN = re.compile(r"[(\[（][^()\[\]（）]*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the list: its id, its number where it shows one, how the text names its first author, its year."""

    id: str
    number: str
    names: tuple[str, ...]
    year: str


def tie(html: str, references: Sequence[Reference]) -> str:
    """Return ``html`` with links from where it cites ``references`` to their entries; its text stays as it is."""
    found = _LIST.search(html)
    if found is None:
        return html
    entries: list[_Entry] = []
    left = list(references)

    def told(entry: re.Match[str]) -> str:
        words = text_of(entry[2])
        known = next((one for one in left if _is_in(one, words)), None)
        number = _NUMBER.match(words)
        if known is not None:
            left.remove(known)
        if known is not None or number:
            known = known or Reference()
            entries.append(_Entry(entry[1], number[1] if number else "", _names(known), known.year))
        return f"{entry[0]}{_coins(known)}" if known and (known.title or known.url) else entry[0]

    listed = _ENTRY.sub(told, html[found.start() :])
    return _linked(html[: found.start()], entries) + listed


def _is_in(one: Reference, words: str) -> bool:
    return one.title in words if one.title else bool(one.url) and one.url in words


def _names(one: Reference) -> tuple[str, ...]:
    """Return how the text may name the first author: the family name, or a body's name in one script or both."""
    whole = one.authors[0] if one.authors else ""
    family = whole.partition(",")[0]
    words = family.split()
    ends = (words[0], words[-1]) if len(words) == 2 else ()  # noqa: PLR2004 - given and family name, or two scripts
    return tuple(escape(name, quote=False) for name in dict.fromkeys((family, *ends)) if len(name) > 1)


def _coins(one: Reference) -> str:
    """Return an empty element that reference managers read (ContextObjects in Spans)."""
    values = (
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.title", one.title),
        *(("rft.creator", author) for author in one.authors),
        ("rft.date", one.year[:4]),
        ("rft.source", one.publication),
        ("rft.identifier", one.url),
    )
    return f'<span class="Z3988" title="{escape(urlencode([pair for pair in values if pair[1]]))}"></span>'


def _linked(html: str, entries: Sequence[_Entry]) -> str:
    pieces = cut(html)
    context, inside = "", 0
    for i, piece in enumerate(pieces):
        if i % 2:
            inside += piece.startswith("<a ") - piece.startswith("</a")
            context = "" if _BLOCK.match(piece) else context
        else:
            pieces[i] = piece if inside else "".join(_marks(piece, context, entries))
            context = (context + piece)[-_NEAR:]
    return "".join(pieces)


def _marks(piece: str, context: str, entries: Sequence[_Entry]) -> Iterator[str]:
    at = 0
    for found in _MARK.finditer(piece):
        before = (context + piece[: found.start()])[-_NEAR:]
        target = _numbered(found[2], entries) if found[2] else _dated(found[1], before, entries)
        if target:
            yield piece[at : found.start()]
            yield f'<a class="cited" href="#{target}" role="doc-biblioref">{found[0]}</a>'
            at = found.end()
    yield piece[at:]


def _numbered(number: str, entries: Sequence[_Entry]) -> str:
    return next((one.id for one in entries if one.number == number), "")


def _dated(year: str, before: str, entries: Sequence[_Entry]) -> str:
    """Return the entry of this year whose author is named right before it; where it opens a bracket, last before."""
    if not _OPEN.search(before):
        return ""
    between = r".*" if _OPENS.search(before) else _BETWEEN
    named = ((_stands(name, between, before), one.id) for one in entries if one.year == year for name in one.names)
    at, target = max(named, default=(-1, ""))
    return target if at >= 0 else ""


def _stands(name: str, between: str, text: str) -> int:
    """Return where ``name`` stands last in ``text`` with nothing but ``between`` after it, or -1."""
    found = re.search(rf"(?s:.*)(?<![A-Za-z])({re.escape(name)})(?![A-Za-z])(?s:{between})$", text)
    return found.start(1) if found else -1
