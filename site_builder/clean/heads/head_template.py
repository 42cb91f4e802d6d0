"""What a page sets under each of its heads: lines of its template, between the head and the text.

Input: lines with their kinds, heads. Output: the same heads, with such lines as their last.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace

from site_builder.clean.lines.head_block import Head
from site_builder.clean.lines.line import Line
from site_builder.clean.lines.roles import CONTENT
from site_builder.clean.words.picture_words import credits_picture

_TEMPLATE = 20  # lines under a head that may be of the page's template
_LABELLED = re.compile(r"[^\W\d][\w ’'-]{1,30}[:：](?=\s*\S)")
_SPEAKS = re.compile(r"(?:q|a|question|answer|reader|dear .*|(?:editor['’]s )?note|问|答|编者按|按语?|读者)[:：]")
_HASHTAG, _NUMBER = re.compile(r"#[\w-]+"), re.compile(r"\d+")
_TOLD = 6.0  # words of a sentence that no article begins with by chance, as another does
_FACT = 20.0  # words of a fact with its label
_LEADS_ON = re.compile(r"[,，:：–—-]$")


def with_template(lines: Sequence[Line], heads: Sequence[Head]) -> tuple[Head, ...]:
    """Return heads with the short lines under them, a few, that stand under another head as well.

    They come back word for word, or their labels do, each once in its article: who speaks is labelled often.
    """
    once = _labels_once(lines, heads)
    for _ in range(_TEMPLATE):
        first = [_template(lines[head.end], once) for head in heads if head.end < len(lines)]
        shared = {text for text, count in Counter(first).items() if text and count > 1}
        if not shared:
            break
        heads = [
            replace(head, end=head.end + 1)
            if head.end < len(lines) and _template(lines[head.end], once) in shared
            else head
            for head in heads
        ]
    return tuple(heads)


def _template(line: Line, labels: Set[str]) -> str:
    """Return what may come back of a line under a head: its label, or all of a short line that is no sentence."""
    label = _LABELLED.match(line.text) if line.kind in CONTENT and not line.level and line.weight <= _FACT else None
    if label and label[0].casefold() in labels:
        return label[0].casefold()
    return _unfiled(line.text) if (_is_bare(line) or _is_told(line)) and not _LEADS_ON.search(line.text) else ""


def _is_told(line: Line) -> bool:
    """Tell whether a line is a sentence of some length: no greeting."""
    return line.kind in CONTENT and line.ends and not line.level and _TOLD <= line.weight <= _FACT


def _unfiled(text: str) -> str:
    """Return what comes back of a line: of one with hashtags all but these and its numbers."""
    return _NUMBER.sub("0", _HASHTAG.sub("#", text)) if _HASHTAG.search(text) else text


def _labels_once(lines: Sequence[Line], heads: Sequence[Head]) -> Set[str]:
    """Return the labels of lines that stand once in each article, or right under heads; and in no other place."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if found := _LABELLED.match(line.text):
            places[found[0].casefold()].append(i)
    ends = {head.end for head in heads}
    said = {label: at for label, at in places.items() if len(at) > 1 and not _SPEAKS.match(label)}
    return {label for label, at in said.items() if len(at) == len(heads) or ends.issuperset(at)}


def _is_bare(line: Line) -> bool:
    return line.kind == "short" and not line.ends and not credits_picture(line.text)
