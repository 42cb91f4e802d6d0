"""Notes of a page whose marks are text: ``them.[1]`` in a sentence, ``[1] The office …`` in a paragraph below.

Input: an element that holds an article (it is changed here). Output: the marks as links to their notes, as pages that
link them have it. Only where each number stands at one mark and one note below it: else it may be a work that is cited
again, and to tie some of the notes would part them from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NOTE = re.compile(r"\s*\[(\d{1,2})\]\s*\S")
_MARK = re.compile(r"(?<=\S)\[(\d{1,2})\](?=[\s.,;:!?)，。；：！？、）”’\"']|$)")
_ALONE = re.compile(r"\s*\[(\d{1,2})\]\s*")
_NOTES = frozenset({"p", "li", "div", "dd"})


def link_written_notes(top: HtmlElement) -> None:
    """Make each mark that is text a link to the note below it."""
    order = {element: i for i, element in enumerate(top.iter()) if isinstance(element.tag, str)}
    notes = [(begun[1], one) for one in order if one.tag in _NOTES and (begun := _NOTE.match(one.text or ""))]
    if not notes:
        return
    targets = dict(notes)
    heads = set(targets.values())
    found = (mark for element in order for mark in _marks(element, in_note=element in heads))
    marks = [mark for mark in found if mark[0] in targets and not (mark[1] is top and mark[2])]
    led = {number for number, element, *_ in marks if order[element] < order[targets[number]]}
    if not len(targets) == len(notes) == len(marks) == len(led):
        return
    # From the last to the first: a text is cut at its end first, so that the places before stay true.
    for number, element, tail, start, end in reversed(marks):
        targets[number].set("id", targets[number].get("id") or f"written-note-{number}")
        _wrap(element, targets[number].get("id"), tail=tail, start=start, end=end)


def _marks(element: HtmlElement, *, in_note: bool) -> Iterator[tuple[str, HtmlElement, bool, int, int]]:
    """Yield the number of each mark in an element's own text and behind it, and where it stands."""
    alone = _ALONE.fullmatch(element.text or "") if element.tag == "sup" else None
    for found in [alone] if alone else [] if in_note else _MARK.finditer(element.text or ""):
        yield found[1], element, False, found.start(), found.end()
    for found in _MARK.finditer(element.tail or ""):
        yield found[1], element, True, found.start(), found.end()


def _wrap(element: HtmlElement, name: str, *, tail: bool, start: int, end: int) -> None:
    """Put the characters from ``start`` to ``end`` of an element's text, or of the text behind it, into a link."""
    text = (element.tail if tail else element.text) or ""
    link = element.makeelement("a", {"href": f"#{name}"})
    link.text, link.tail = text[start:end], text[end:]
    if tail:
        element.tail = text[:start]
        element.getparent().insert(element.getparent().index(element) + 1, link)
    else:
        element.text = text[:start]
        element.insert(0, link)
