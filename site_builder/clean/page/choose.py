"""Which blocks of a page are the article: a choice of the project's own, with two witnesses.

Input: the blocks, with the votes of trafilatura and readability-lxml, and the element that holds the article.
Output: the blocks in order, each with its part or with the rule that dropped it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from site_builder.clean.lines.line import is_date_line, weigh
from site_builder.clean.page.blocks import PICTURES, Block, Hints, container, heard
from site_builder.clean.page.furniture import name_it
from site_builder.clean.words.names import closing_name, is_person

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TEXT = frozenset({"body", "heading"})
_CLIMB = 2  # elements above the container in which split halves of an article are looked for
_FEW = 16  # words: a line of names and dates is shorter
_RESUMES = 15  # words of a block that both witnesses keep: the article goes on after a list
_YEAR_TIME = re.compile(r"(?:19|20)\d\d\b.{0,8}\b\d\d?[:h.]\d\d|\d\d?[:h]\d\d\b.{0,20}(?:19|20)\d\d")
_ASIDE = frozenset({"outside", "picture"})


def choose(root: HtmlElement, blocks: Sequence[Block], hints: Hints) -> list[Block]:
    """Return every block of a page of one article with its part or the rule that dropped it."""
    blocks = heard(blocks, hints)
    chosen = choose_in(container(root, blocks, hints), blocks, hints)
    voted = sum(block.words for block in blocks if block.is_prose and block.votes)
    if _words(chosen) >= voted / 4:
        return chosen
    # Something outweighs the article (a notice, a gallery): the heaviest half may be a better place to look.
    second = choose_in(container(root, blocks, hints, share=0.5), blocks, hints)
    return max(chosen, second, key=_words)


def _words(blocks: Sequence[Block]) -> float:
    return sum(block.words for block in blocks if block.part == "body")


def choose_in(box: HtmlElement, blocks: Sequence[Block], hints: Hints) -> list[Block]:
    """Return every block with its part or the rule that dropped it; ``box`` holds the article."""
    inside = set(box.iter())
    judged = [_judge(block, box, hints, inside=block.element in inside) for block in blocks]
    return _pictures(_signed(_orphans(_lead(_regions(_flow(_dated(_lead_figure(judged))))))))


def _signed(blocks: list[Block]) -> list[Block]:
    """Make a byline of the name alone that opens the text, and of one that closes it behind a dash or in brackets."""
    first = next((i for i, block in enumerate(blocks) if block.part in TEXT), len(blocks))
    over = blocks[first : first + 2]
    if len(over) > 1 and not over[0].is_heading and over[1].is_prose and is_person(over[0].text):
        blocks[first] = over[0].judged("byline")
    last = max((i for i, block in enumerate(blocks) if block.part in TEXT), default=-1)
    said = closing_name(blocks[last].text) if last > 0 else None
    if said and said.authors[0] != blocks[last].text:
        blocks[last] = blocks[last].judged("byline")
    return blocks


def _lead_figure(blocks: list[Block]) -> list[Block]:
    """Keep the figure that stands between the title and the text, though outside of what holds the text."""
    first = next((i for i, block in enumerate(blocks) if not block.rule and block.part == "body"), -1)
    title = next((i for i in range(first, -1, -1) if blocks[i].element.tag == "h1"), first)
    return [
        block.judged(*_figured(block)) if title < i < first and block.rule == "outside" else block
        for i, block in enumerate(blocks)
    ]


def _figured(block: Block) -> tuple[str, str]:
    """Return (part, rule) of a block over the text: of a figure its picture or its caption."""
    if not any(element.tag == "figure" for element in block.element.iterancestors("figure")):
        return "", block.rule
    return ("", "picture") if block.element.tag in PICTURES else ("caption", "") if block.text else ("", block.rule)


def _dated(blocks: list[Block]) -> list[Block]:
    """Keep the headings that are dates, as those of a chronicle are, where they stand among the text."""
    text = [i for i, block in enumerate(blocks) if block.part == "body" and block.is_prose]
    among = range(text[0], text[-1]) if text else ()
    return [
        block.judged("heading") if i in among and block.part == "date" and block.is_heading else block
        for i, block in enumerate(blocks)
    ]


def _judge(block: Block, box: HtmlElement, hints: Hints, *, inside: bool) -> Block:
    path = hints.path(block.element, box) if inside else None
    if path is None and block.votes == 2 and block.is_prose:  # noqa: PLR2004 - both witnesses
        path = _path_nearby(block, box, hints)
    if path is None:
        return block.judged(rule="outside")
    part, rule = name_it(block, path, hints) or ("heading" if block.is_heading else "body", "")
    return block.judged(part, rule)


def _path_nearby(block: Block, box: HtmlElement, hints: Hints) -> list[HtmlElement] | None:
    for _ in range(_CLIMB):
        above = box.getparent()
        if above is None or above.tag in {"body", "html"}:
            return None
        box = above
        path = hints.path(block.element, box)
        if path is not None:
            return path
    return None


def _flow(blocks: list[Block]) -> list[Block]:
    """Keep what no witness kept where it stands between two kept blocks and looks like them."""
    inside = [i for i, block in enumerate(blocks) if block.rule not in _ASIDE and block.part != "caption"]
    out = list(blocks)
    for before, at, after in zip(inside, inside[1:], inside[2:], strict=False):
        block = blocks[at]
        if block.rule != "kept by neither witness" or out[before].part not in TEXT or blocks[after].part not in TEXT:
            continue
        alike = block.element.tag == blocks[before].element.tag == blocks[after].element.tag
        if block.links < 0.3 and block.words >= 3 and (alike or block.words >= 20):  # noqa: PLR2004 - a sentence
            out[at] = block.judged("heading" if block.is_heading else "body")
    return out


def _regions(blocks: list[Block]) -> list[Block]:
    """Drop what follows the heading of a list, of comments or of a footer, until the article clearly goes on."""
    out = []
    opened = ""
    for block in blocks:
        kind, _, name = block.rule.partition(": ")
        if name and kind in {"list", "comments", "footer"}:
            opened = name
        elif opened and block.part in TEXT:
            resumes = block.is_prose and block.votes == 2 and block.words >= _RESUMES  # noqa: PLR2004 - both witnesses
            opened = "" if resumes else opened
            out.append(block if resumes else block.judged(rule=f"under {opened}"))
            continue
        out.append(block.judged(block.part, name) if name else block)
    return out


def _lead(blocks: list[Block]) -> list[Block]:
    """Say what stands above the first paragraph: the title, the date, and what is only a head."""
    first = next((i for i, block in enumerate(blocks) if block.part == "body" and block.is_prose), -1)
    title = next((i for i in range(first, -1, -1) if blocks[i].part in TEXT and blocks[i].element.tag == "h1"), 0)
    return [
        block.judged(rule="head of the page")
        if i < title and block.part in TEXT and block.words < _FEW
        else _in_lead(block, blocks[i - 1] if i else None, blocks[first], before=i < first)
        if i < first + 2
        else block
        for i, block in enumerate(blocks)
    ]


def _in_lead(block: Block, over: Block | None, first: Block, *, before: bool) -> Block:
    if block.part not in TEXT:
        return block
    if block.element.tag == "h1":
        return block.judged("title")
    if over and over.element.tag == "h1" and is_date_line(block.text, weigh(block.text)):
        return block.judged("date")
    if not before:
        return block
    if block.words < _FEW and _YEAR_TIME.search(block.text):
        return block.judged("date")
    beside = block.readability and block.part == "body" and block.element.getparent() is first.element.getparent()
    return block if block.votes == 2 or beside else block.judged(rule="head of the page")  # noqa: PLR2004


def _orphans(blocks: list[Block]) -> list[Block]:
    """Drop headings after which no text comes."""
    last = max((i for i, block in enumerate(blocks) if block.part == "body"), default=-1)
    return [
        block.judged(rule="heading of nothing") if block.part == "heading" and i > last else block
        for i, block in enumerate(blocks)
    ]


def _pictures(blocks: list[Block]) -> list[Block]:
    """Keep the pictures, embeds and captions that stand among the text; drop captions of what is not there."""
    text = [i for i, block in enumerate(blocks) if block.part in TEXT]
    if not text:
        return [block.judged(rule="no article") if block.part == "caption" else block for block in blocks]
    return [
        _picture(block, blocks[i - 1] if i else None, among=text[0] - 4 <= i <= text[-1] + 2)
        for i, block in enumerate(blocks)
    ]


def _picture(block: Block, _before: Block | None, *, among: bool) -> Block:
    if block.rule in {"picture", "embed"} and among and (block.element.get("src") or ""):
        return block.judged(block.rule)
    if block.part == "caption" and not among:
        return block.judged(rule="caption of another picture")
    return block
