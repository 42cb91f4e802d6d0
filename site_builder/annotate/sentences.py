"""Find the sentence that shows something.

Input: a text and the bounds of one block of it. Output: spans of sentences in code points.
Rules: a sentence ends at ``. ! ?`` (and closing quotes) before a space and a capital, or at ``。！？``.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from site_builder.model.text import Span

_END = re.compile(r"(?:[.!?…]+[”’\"')\]]*(?=\s+[“‘\"'(\[*]*[A-Z0-9#\u3400-\u9fff])|[。！？]+[”’」』]*)\s*")
_STOP = re.compile("[.!?…。！？]")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|No|vs|etc|lit|approx|Gen|Sen|Rep|Gov|Inc|Co|Ltd|[Ff]ig|[Vv]ol|[Ee]d|cf|[A-Z]))\.$"
)


def ends(text: str) -> tuple[int, ...]:
    """Return the offset behind each sentence of ``text``, the last one excepted."""
    found, at = list[int](), 0
    while stop := _STOP.search(text, at):
        start = stop.start()
        end = _END.match(text, start)
        at = end.end() if end else start + 1
        if end and not (text[start] == "." and _SHORT.search(text, max(0, start - 7), start + 1)):
            found.append(at)
    return tuple(found)


def sentence(text: str, block: Span, stops: tuple[int, ...], at: int) -> Span:
    """Return the sentence of ``block`` that holds offset ``at``; both ends trimmed of white space.

    ``stops`` are the ``ends`` of the block's text.
    """
    number = bisect_right(stops, at - block.start)
    start = block.start + (stops[number - 1] if number else 0)
    end = block.start + stops[number] if number < len(stops) else block.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
