"""Where an author puts English beside Chinese: brackets are read as a whole, the rest mention by mention.

Input: a part of a text, its Chinese mentions. Output: findings (mention, English span, relation, pattern, confidence).
"""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.annotate.bare import BRACKET, bare, english_of
from site_builder.annotate.brackets import bracket
from site_builder.annotate.cues import Finding, Part
from site_builder.annotate.mentions import Mention

__all__ = ["Finding", "Part", "findings"]


def findings(part: Part, here: list[Mention]) -> Iterator[Finding]:
    """Yield every pairing inside ``part``; ``here`` are its mentions in order."""
    loose: list[Mention] = []
    at = 0
    for found in BRACKET.finditer(part.text, part.low, part.high):
        while at < len(here) and here[at].span.start < found.start():
            loose.append(here[at])
            at += 1
        first = at
        while at < len(here) and here[at].span.end <= found.end():
            at += 1
        if first < at and not english_of(found):
            yield from bracket(part, found.start(), found.end(), here[first:at])
    for mention in (*loose, *here[at:]):
        yield from bare(part, mention)
