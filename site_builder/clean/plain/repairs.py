"""What scrapes say twice or garble: mended where no word is lost, told where a person must decide.

Input: the parts of an article and its dek. Output: the parts, and a log of what was mended or found odd.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.clean.lines.parts import Part

_ODD = re.compile(r"“[^“”\n]{1,60}“(?=[\s,.;:!?)，。；：！？）]|$)|‘[^‘’\n]{1,60}‘(?=[\s,.;:!?)，。；：！？）]|$)")
_BARE = re.compile(r"\W+")


def mend(parts: Sequence[Part], dek: str, title: str = "") -> tuple[list[Part], tuple[str, ...]]:
    """Drop what is said twice: title and dek over the text, captions; tell odd quotation marks."""
    kept: list[Part] = []
    log: list[str] = []
    captions: set[str] = set()
    begun = False
    for part in parts:
        bare = _BARE.sub("", part.line.text)
        first = part.part in {"body", "heading"} and not begun
        rule = ""
        if first and bare and bare == _BARE.sub("", title):
            rule = "the title again"
        elif first and bare and bare == _BARE.sub("", dek):
            rule = "the dek again"
        elif part.part == "caption" and bare in captions:
            rule = "the caption again"
        begun = begun or (first and rule != "the title again")
        captions |= {bare} if part.part == "caption" else set()
        kept.append(Part(part.line, rule=rule) if rule else part)
        log += [f"line {part.line.number}: {rule}, dropped"] if rule else []
    return kept, (*log, *_odd_quotes(kept))


def _odd_quotes(parts: Sequence[Part]) -> list[str]:
    """Tell quotations that close with an opening mark; the text keeps them, for it is the author's."""
    return [
        f"line {part.line.number}: the quotation {found[0]} closes with an opening mark; left as it stands"
        for part in parts
        if part.part in {"body", "heading", "caption", "note"}
        for found in _ODD.finditer(part.line.text)
    ]
