"""Cuts Chinese text into words.

Input: a text and the spans that must stay whole. Output: spans that tile the text's Hanzi, none of which crosses
the edge of a span that was to stay whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.annotate.lexicon import Lexicon
from site_builder.model.text import Span


def segment(text: str, whole: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """Return the words of ``text`` as spans that tile it; each span of ``whole`` (sorted, apart) is one of them."""
    spans, at = list[Span](), 0
    for kept in whole:
        spans += _cut(text, at, kept.start, lexicon)
        spans.append(kept)
        at = kept.end
    spans += _cut(text, at, len(text), lexicon)
    return spans


def _cut(text: str, start: int, end: int, lexicon: Lexicon) -> list[Span]:
    spans = list[Span]()
    if start < end:
        for piece in lexicon.cut(text[start:end]):
            spans.append(Span(start, start + len(piece)))
            start += len(piece)
    return spans
