"""Whether a page lists other articles: entries that lead away, each with a sentence or two, and no running text.

Input: the judged blocks of a page. Output: yes or no. Whether an entry is a heading, a row, an item or a term does not
count: what counts is that between any two short bits of text some link leads to what they tell of.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from site_builder.clean.lines.line import weigh
from site_builder.clean.page.blocks import Block
from site_builder.clean.writing.markdown import squeeze

_LINKED = 0.9  # of a heading: it leads to another page
_TEASERS = 4  # linked headings: fewer may stand in an article
_FEW, _SENTENCES = 3, 45.0  # linked headings and words between them, where each has a sentence or two
_STRETCH = 100.0  # words: a longer stretch of text is no teaser
_WORD, _INTRODUCED = 25.0, 60.0  # words of a paragraph and of the text with which a list of cards introduces itself
_HEADLINE = 2.5  # words: a shorter link is a name, a section or a button
_PER_ENTRY = 2  # bits of text


def is_list(chosen: Sequence[Block]) -> bool:
    """Tell whether a page lists other articles, and has no long stretch of text between them."""
    text = [i for i, block in enumerate(chosen) if block.part == "body"]
    if not text:
        return False
    if sum(block.is_heading and block.links > _LINKED for block in chosen) >= _TEASERS:
        told = [chosen[i].words for i in text]
        if max(told) < _WORD and sum(told) < _INTRODUCED:
            return True
    listed = chosen[max(0, text[0] - 2) : text[-1] + 1]
    linked, longest = _stretches(listed, [block.is_heading and block.links > _LINKED for block in listed])
    if (linked >= _TEASERS and longest < _STRETCH) or (linked >= _FEW and longest < _SENTENCES):
        return True
    return _is_river(chosen[max(0, text[0] - 2) : text[-1] + 2])


def _is_river(listed: Sequence[Block]) -> bool:
    """Tell whether entries of any make follow each other: links to what they tell of, with a sentence or two each."""
    buttons = _buttons(listed)
    linked, longest = _stretches(listed, [_is_entry(block, buttons) for block in listed])
    bits = sum(block.part == "body" and block.words >= _HEADLINE for block in listed)
    return linked >= _TEASERS and longest < _SENTENCES and bits <= _PER_ENTRY * linked


def _stretches(blocks: Sequence[Block], leads: Sequence[bool]) -> tuple[int, float]:
    """Return how many ``blocks`` lead away, and the words of the longest stretch of text between two of them."""
    linked, stretch, longest = 0, 0.0, 0.0
    for block, away in zip(blocks, leads, strict=True):
        if away:
            linked, stretch = linked + 1, 0.0
        if block.part == "body":
            stretch += block.words
            longest = max(longest, stretch)
    return linked, longest


def _buttons(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the texts of links that lead from many entries to as many pages: "Read more"."""
    led: dict[str, set[str]] = {}
    for block in blocks:
        for link in block.element.iter("a") if block.links else ():
            if not (link.get("href") or "#").startswith("#"):  # a place on the page itself, as of a note
                led.setdefault(squeeze(link.text_content()), set()).add(link.get("href") or "")
    return frozenset(text for text, pages in led.items() if text and len(pages) >= _TEASERS)


def _is_entry(block: Block, buttons: Collection[str]) -> bool:
    """Tell whether a block is a headline that leads away, begins with one, or has the button of all entries."""
    if not block.links:
        return False
    if block.links > _LINKED and block.words >= _HEADLINE:
        return True
    links = [text for link in block.element.iter("a") if (text := squeeze(link.text_content()))]
    if any(text in buttons for text in links):
        return True
    before = block.text.partition(links[0])[0] if links else block.text
    return bool(links) and weigh(links[0]) >= _HEADLINE > weigh(before)
