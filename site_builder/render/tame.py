"""Keeps hostile Markdown from taking hours: what Python-Markdown reads in quadratic time or by recursion.

Input: Markdown. Output: Markdown that reads the same to people and stays cheap. Honest text comes back unchanged:
only lists and quotations nested beyond ten levels, blocks crowded with brackets or backticks that close nothing, lines
crowded with braces, and notes with hundreds of marks differ.
"""

from __future__ import annotations

import re
from collections import Counter

_DEEPEST = 10  # levels of lists and quotations
_CROWDED = 100  # opening brackets in one block; each unclosed one is followed to the end of the block

_BRACKET, _BRACE, _TICK = "&#91;", "&#123;", "&#96;"
_NOTE_MARK = re.compile(r"\[\^([^\[\]\n]{1,80})\](?!:)")
_TICKS = re.compile(r"`+")
_BRACED = re.compile(rf"^(?! {{4}})(?:[^{{\n]*\{{){{{_CROWDED}}}.*$", re.MULTILINE)
_MARKER = r"(?:[-*+>]|\d{1,9}\.)"
_MANY_MARKERS = re.compile(rf"^((?:[ \t]*{_MARKER}(?=[ \t>])){{{_DEEPEST}}})([ \t]*)(?={_MARKER})", re.MULTILINE)
_DEEP_ITEM = re.compile(rf"^[ ]{{{4 * _DEEPEST},}}(?={_MARKER}[ \t])", re.MULTILINE)
_HOLDS_ITEMS = re.compile(rf"^[ ]{{0,3}}(?:{_MARKER}[ \t]|\[\^)", re.MULTILINE)
_BLOCKS = re.compile(r"(\n[ \t]*\n)")
_CODE = re.compile(r"(?:(?: {4}|\t).*(?:\n|$))+")
_CLOSED = re.compile(r"(\\.|`[^`\n]*`|!?\[[^\[\]\n]{0,300}\](?:\([^()\[\]\n]{0,2000}\)|(?!\()))|\[")


def tame(markdown: str) -> str:
    """Return ``markdown`` with nothing in it that takes time beyond its length."""
    markdown = _shallow(markdown)
    if markdown.count("[") > _CROWDED:
        markdown = _unbracketed(_marked_less(markdown))
    if markdown.count("`") > _CROWDED:
        markdown = "".join(map(_unticked, _BLOCKS.split(markdown)))
    if markdown.count("{") > _CROWDED:
        markdown = _BRACED.sub(lambda line: line[0].replace("{", _BRACE), markdown)
    return markdown


def _marked_less(markdown: str) -> str:
    """Keep the first marks of each note; Python-Markdown looks through all earlier ones at each further one."""
    seen: Counter[str] = Counter()

    def kept(mark: re.Match[str]) -> str:
        seen[mark[1]] += 1
        return mark[0] if seen[mark[1]] <= _CROWDED else _BRACKET + mark[0][1:]

    return _NOTE_MARK.sub(kept, markdown)


def _unticked(block: str) -> str:
    """Write the backticks of a crowded block that have no run of the same length as the character they are."""
    runs = Counter(_TICKS.findall(block)) if block.count("`") > _CROWDED else Counter[str]()
    if len(runs) <= _CROWDED // 10:
        return block
    return _TICKS.sub(lambda run: run[0] if runs[run[0]] > 1 else _TICK * len(run[0]), block)


def _shallow(markdown: str) -> str:
    """Keep lists and quotations from nesting deeper than the parser's stack."""
    if " " * (4 * _DEEPEST) in markdown:
        markdown = _DEEP_ITEM.sub(" " * (4 * _DEEPEST), markdown)
    return _MANY_MARKERS.sub(r"\1\2" + "\\\\", markdown)


def _unbracketed(markdown: str) -> str:
    """Write the brackets of crowded blocks that are no link as the character they are."""
    may_be_code = not _HOLDS_ITEMS.search(markdown)
    parts = _BLOCKS.split(markdown)
    for i, block in enumerate(parts):
        if block.count("[") > _CROWDED and not (may_be_code and _CODE.fullmatch(block)):
            parts[i] = _CLOSED.sub(lambda found: found[1] or _BRACKET, block)
    return "".join(parts)
