"""The inside of a paragraph: HTML phrases to inline Markdown.

Input: a BeautifulSoup node. Output: one string in which text is escaped and only emphasis, code, links,
line breaks and note marks are markup. Emphasis is left out where it could not be read back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from site_builder.clean.writing.markdown import escape, link

if TYPE_CHECKING:
    from bs4.element import PageElement

_STRONG = frozenset({"strong", "b"})
_EM = frozenset({"em", "i", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_SKIPPED = frozenset({"script", "style", "template", "noscript", "svg", "math", "button", "input", "select", "rp"})
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_WORDS = frozenset({"text", "code"})
_NO_CODE = re.compile(r"[`\\\\<&|\]]")  # what a code span, a table or a link text could not hold
_DEEPEST = 60  # inline elements inside each other; what is deeper loses its marks, not its text


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks; ``kind`` is text, code, break or note."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""
    kind: str = "text"


def inline(nodes: Iterable[PageElement]) -> str:
    """Return the inline Markdown of ``nodes``, without blanks at its ends; line breaks are two spaces and a feed."""
    return render(tidy(run for node in nodes for run in runs(node, Run(""))))


def runs(node: PageElement, marks: Run, depth: int = 0) -> Iterator[Run]:
    """Yield the runs of a node; ``marks`` carries what its ancestors said."""
    from bs4.element import NavigableString, PreformattedString, Tag  # noqa: PLC0415 - bs4 is only needed at ingest

    if isinstance(node, PreformattedString):
        return
    if isinstance(node, NavigableString):
        yield replace(marks, text=str(node))
        return
    if not isinstance(node, Tag) or node.name in _SKIPPED:
        return
    if node.name == "br":
        yield Run("", kind="break")
        return
    if node.get("data-note"):
        yield Run(str(node["data-note"]), kind="note")
        return
    if depth > _DEEPEST:
        yield replace(marks, text=node.get_text())
        return
    for child in node.children:
        yield from runs(child, _marked(node.name, str(node.get("href") or ""), marks), depth + 1)


def _marked(name: str, href: str, marks: Run) -> Run:
    if name in _STRONG:
        return replace(marks, strong=True)
    if name in _EM:
        return replace(marks, em=True)
    if name in _CODE and not marks.href:
        return replace(marks, kind="code")
    if name == "a" and href and not marks.href:
        return replace(marks, href=href, kind="text")
    return marks


def tidy(found: Iterable[Run]) -> list[Run]:
    """Return runs with blanks collapsed across their borders, like ones joined, and none empty."""
    out: list[Run] = []
    blank = True
    for run in found:
        if run.kind == "break":
            if out and out[-1].kind != "break":
                out.append(run)
            blank = True
            continue
        text = _BLANKS.sub(" ", run.text)
        text = text.removeprefix(" ") if blank else text
        if not text:
            continue
        blank = text.endswith(" ")
        if out and replace(out[-1], text="") == replace(run, text="") and run.kind != "note":
            text = out.pop().text + text
        out.append(replace(run, text=text))
    while out and (out[-1].kind == "break" or not out[-1].text.strip()):
        out.pop()
    return out


def render(tidied: list[Run]) -> str:
    """Return tidied runs as inline Markdown."""
    text = ""
    for href, group in groupby(tidied, key=lambda run: run.href):
        inner = _emphasis(list(group))
        if href:
            before, words, after = _cut(inner)
            # A link right behind an exclamation mark would be read as a picture.
            text = text[:-1] + "\\!" if text.endswith("!") and not before else text
            inner = before + link(words, href) + after
        text += inner
    return re.sub(r" +(?=  \n)", "", text).strip()


def _emphasis(members: list[Run]) -> str:
    out = ""
    for weight, group in groupby(members, key=lambda run: 2 * run.strong + run.em if run.kind in _WORDS else 0):
        before, words, after = _cut("".join(_one(run) for run in group))
        # Marks of two runs that touch could not be told apart.
        mark = "" if (out + before).endswith("*") or not words else "*" * weight
        out += f"{before}{mark}{words}{mark}{after}"
    return out


def _one(run: Run) -> str:
    if run.kind == "break":
        return "  \n"
    if run.kind == "note":
        return f"[^{run.text}]"
    if run.kind == "code" and not _NO_CODE.search(run.text) and run.text.strip():
        before, words, after = _cut(run.text)
        return f"{before}`{words}`{after}"
    return escape(run.text)


def _cut(text: str) -> tuple[str, str, str]:
    """Return the blanks before, the words, and the blanks after."""
    words = text.strip()
    start = len(text) - len(text.lstrip())
    return text[:start], words, text[start + len(words) :]
