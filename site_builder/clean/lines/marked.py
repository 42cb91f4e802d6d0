"""A scrape in Markdown, or Markdown around HTML, as the lines that a text scrape has.

Input: the text of one file. Output: a ``Line`` for each block, with its level and its Markdown in the dialect of
``content/``. What is markup is read as such once, here; every word of it then goes the way that plain text goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from site_builder.clean.lines.front import FRONT, front_lines, fronts
from site_builder.clean.lines.line import Line, make_line, weigh
from site_builder.clean.words.names import is_person
from site_builder.clean.writing.markdown import escape, squeeze

if TYPE_CHECKING:
    from bs4 import Tag

_FOOTNOTE = re.compile(r"\[\^(?P<name>[A-Za-z0-9-]{1,40})\]:[ \t]*")
_ADDRESS = re.compile(r" {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*<?(?:https?|mailto):\S+")
_DEFINED = re.compile(f"{_FOOTNOTE.pattern}|{_ADDRESS.pattern}")
_LINKED = re.compile(r"\[(?!!)(?P<title>(?:(?!\]\()[^\n])+)\]\((?P<url>https?://[^\s()]+)\)\s*")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,80})\]\([^\s()]{1,400}\)")
_BUTTON = re.compile(r"(?:\s*!?\[[^\[\]\n]{0,60}\]\(javascript:\S{0,60}\))+\s*", re.IGNORECASE)
"""A link that leads nowhere: something to press."""
_MARKS = re.compile(r"\]\(https?://|^#{1,6} \S|^\*\*[^*\n]+\*\*$|</(?:p|div|h[1-6]|a)>", re.MULTILINE)
_MANY = 3
_WRAPPED = re.compile(r"#{1,6}\s+(?P<inner>.*?)\s*#*|(?P<mark>\*\*|__|\*|_)(?P<bold>.+?)(?P=mark)")
_WIKI = re.compile(r"\[\[([^\[\]]{1,80})\]\]")  # a link within a collection of notes
_BULLET = re.compile(r"^[-*+]\s+(?=[\w ]{2,20}[:：]\s)")
_LABEL = 200  # characters of a line of names and dates
_EMPHASIS = re.compile(r"(?<![*\w])(\*\*|__|\*|_)(?=\S)([^*_]+?)(?<=\S)\1(?![*\w])")
_PICTURE = re.compile(r"(?:\[\s*)?!\[[^\]\n]{0,300}\]\([^()\n]{1,600}\)(?:\s*\]\([^()\n]{1,600}\))?")
_PICTURED, _CAPTIONED = 2, 45.0  # lines of a picture and its caption, and words of the latter
_HASHES = re.compile(r"(#{1,6})\s+\S")
_UNDERLINE = re.compile(r"(?:=+|-{3,})\s*")
_DEEP = re.compile(r"(?:[>\s]*>){20}|(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){20}")
_OPEN = 100  # brackets left open in one block: the parser looks for the end of each to the end of the block
_LARGEST = 400_000  # characters of one block of Markdown
_ESCAPED = re.compile(r"(?<!\\)\\([~<>|\"'$%&=,/:;?@^])")
"""What may be escaped in Markdown, and the parser leaves as it is."""
_HASHTAG = re.compile(r"^#(?=[^\s#][^#\n]*(?:#|[.。!！?？]\s*$))", re.MULTILINE)
"""A hash that is glued to its word, in a line with another one or with a full stop: no heading."""
_HTML = re.compile(r"\s*<(?:!doctype|!--|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_CONTAINERS = frozenset(
    {"div", "section", "article", "main", "body", "html", "center", "header", "footer", "span", "font", "[document]"}
)
_CAPTION = re.compile(r"caption|credit", re.IGNORECASE)
_LINKS_SHARE = 0.45
_STEP = 4.0  # words of a step on the way to a page
_OFFERS = frozenset({"newsletter and support", "advertisement"})  # rules of what no title is
_TRAIL = re.compile(r"\s*[/>›»|]\s*")
_TOLD = frozenset({"date", "byline", "list"})  # what a row of links may be as well: its words say so


def is_marked(text: str, name: str) -> bool:
    """Tell whether a scrape is Markdown: by its name, its front matter, its linked title, or its many marks."""
    start = text.lstrip("\ufeff\n ")
    if name.lower().endswith((".md", ".markdown")) or FRONT.match(start):
        return True
    return _LINKED.match(start) is not None or len(_MARKS.findall(text[:20_000])) >= _MANY


def read_marked(text: str) -> tuple[Line, ...]:
    """Return the blocks of a Markdown scrape as lines, in order."""
    physical = text.split("\n")
    found: list[Line] = []
    addresses = "\n".join(line for line in physical if _ADDRESS.match(line))
    base, done = "", 0
    for start, end in (*fronts(text, physical), (len(physical), len(physical))):
        for first, block in _chunks(physical[:start], done):
            lines = list(_block_lines(first, block, base, addresses))
            base = base or next((line.url for line in lines if line.url), "")
            found += lines
        found += front_lines(physical, start, end)
        done = end
    topped = any(line.level == 1 and physical[line.number - 1].startswith("# ") for line in found)
    return tuple(replace(line, level=0) if topped and _is_link(line, physical) else line for line in found)


def _is_link(line: Line, physical: Sequence[str]) -> bool:
    """Tell whether a line that could be a title is only a link: of a name, a site, a section."""
    return line.level == 1 and bool(line.url) and physical[line.number - 1].startswith("[")


def _chunks(physical: Sequence[str], start: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the runs of lines between blank lines, with the 1-based number of their first."""
    numbered = enumerate(physical[start:], start + 1)
    for blank, group in groupby(numbered, key=lambda pair: not pair[1].strip()):
        if not blank:
            run = list(group)
            yield run[0][0], [line for _, line in run]


def _block_lines(first: int, block: list[str], base: str, addresses: str) -> Iterator[Line]:
    """Yield the lines of one block: a title with its underline, HTML, labelled lines, notes, or a block of Markdown."""
    at = next((i for i, line in enumerate(block) if _DEFINED.match(line)), len(block))
    yield from _text_lines(first, block[:at], base, addresses)
    starts = [i for i in range(at, len(block)) if _DEFINED.match(block[i])]
    for i, end in pairwise((*starts, len(block))):
        said = "\n".join(map(str.strip, block[i:end]))
        if note := _FOOTNOTE.match(said):
            yield _note_line(first + i, note["name"], said[note.end() :], base, addresses)
        else:
            yield replace(make_line(first + i, said, 0), kind="line", rule="address of a link")


def _note_line(number: int, name: str, said: str, base: str, addresses: str) -> Line:
    """Return a note of Markdown, which names its mark in the text."""
    markup = " ".join(line.markup for line in _written(number, said, base, addresses))
    return replace(make_line(number, f"[^{name}]: {squeeze(said)}", 0), kind="note", part="note", markup=markup)


def _text_lines(first: int, block: list[str], base: str, addresses: str) -> Iterator[Line]:
    """Yield the lines of a block that defines neither notes nor addresses."""
    if len(block) == _PICTURED and _PICTURE.fullmatch(block[0].strip()) and weigh(block[1]) <= _CAPTIONED:
        yield from _written(first, block[0], base, addresses)
        yield from (
            replace(line, kind="short", part="caption") for line in _written(first + 1, block[1], base, addresses)
        )
        return
    while block and (len(block) > 1 or _HASHES.match(block[0]) or _LINKED.fullmatch(block[0])):
        underlined = len(block) > 1 and _UNDERLINE.fullmatch(block[1]) is not None
        hashes = _HASHES.match(block[0])
        linked = _LINKED.fullmatch(_bare(block[0]))
        linked = None if linked and is_person(linked["title"]) else linked  # that leads to an author
        if not (underlined or hashes or linked):
            break
        level = len(hashes[1]) if hashes else 1 if linked or block[1].startswith("=") else 2
        yield _titled(first, block[0], level, base, addresses)
        first, block = first + 1 + underlined, block[1 + underlined :]
    if block and all(map(_BUTTON.fullmatch, block)):
        for number, line in enumerate(block, first):
            yield replace(make_line(number, line.strip(), 0), kind="line", rule="button of the page")
        return
    if all(make_line(first, _bare(line), 0).kind in {"label", "date", "byline", "stamp"} for line in block):
        for number, line in enumerate(block, first):
            yield make_line(number, _unlinked(_bare(line)), 0)
    elif block:
        yield from _written(first, "\n".join(block), base, addresses)


def _bare(line: str) -> str:
    """Return a line without the hashes or stars around it, or the bullet before a label."""
    line = _EMPHASIS.sub(r"\2", _BULLET.sub("", line)) if len(line) < _LABEL else line
    line = _WIKI.sub(r"\1", line)
    found = _WRAPPED.fullmatch(line.strip())
    return (found["inner"] or found["bold"] or "").strip() if found else line.strip()


def _unlinked(line: str) -> str:
    """Return a line with the words of its links in their place, apart from what is glued to them."""
    return _LINK.sub(lambda found: found[1] + " " * line[found.end() :][:1].isalnum(), line)


def _titled(number: int, raw: str, level: int, base: str, addresses: str) -> Line:
    line = next(_written(number, _bare(raw), base, addresses), None)
    linked = _LINKED.fullmatch(_bare(raw))
    text = linked["title"] if linked else line.text if line else _bare(raw)
    plain = make_line(number, text, 1)
    closes = (
        plain.kind in ({"comments", "footer"} if linked else {"list", "comments", "footer"})
        and level + bool(linked) > 1
    )
    offers = plain.kind == "line" and (plain.ends or plain.rule in _OFFERS)  # a sentence that leads away
    closes = closes or (linked is not None and offers)
    kind = plain.kind if closes else "short"
    return replace(plain, kind=kind, level=0 if closes else level, url=linked["url"] if linked else "", markup="")


def _written(number: int, source: str, base: str, addresses: str = "") -> Iterator[Line]:
    """Yield the blocks of HTML or Markdown ``source``; what is too deep or too large to read is plain text.

    ``addresses`` are the lines that say where the links of the whole file lead to.
    """
    from bs4 import BeautifulSoup  # noqa: PLC0415 - only scrapes need it
    from markdown import markdown  # noqa: PLC0415 - as above

    if _DEEP.search(source) or len(source) > _LARGEST or source.count("(") - source.count(")") > _OPEN:
        yield make_line(number, squeeze(source), 1)
        return
    source = _HASHTAG.sub(r"\#", _ESCAPED.sub(lambda found: f"&#{ord(found[1])};", source))
    told = f"{source}\n\n{addresses}" if addresses and "]" in source else source
    html = source if _HTML.match(source) else markdown(told, extensions=["tables", "sane_lists"])
    soup = BeautifulSoup(html, "lxml")
    for tag in soup.find_all(["script", "style", "noscript", "template"]):
        tag.decompose()
    for tag in soup.find_all(href=True):
        tag["href"] = urljoin(base, str(tag["href"]))
    for tag in soup.find_all("img", src=True):
        tag["src"] = urljoin(base, str(tag["src"]))
    for element in _leaves(soup):
        yield from _line_of(number, element)


def _leaves(root: Tag) -> Iterator[Tag]:
    """Yield the elements that are blocks of their own; text loose in a container is wrapped in a paragraph."""
    from bs4 import BeautifulSoup, Tag  # noqa: PLC0415 - only scrapes need it

    for loose, group in groupby(list(root.children), key=lambda node: not isinstance(node, Tag) or _is_inline(node)):
        if not loose:
            for node in group:
                if isinstance(node, Tag):
                    yield from _leaves(node) if node.name in _CONTAINERS else [node]
            continue
        wrapper = BeautifulSoup("<p></p>", "lxml").p
        if wrapper is not None:
            wrapper.extend(list(group))
            yield wrapper


def _is_inline(node: Tag) -> bool:
    from site_builder.clean.writing.writer import BLOCKS  # noqa: PLC0415 - the writer loads bs4

    return node.name not in BLOCKS and node.find(list(BLOCKS)) is None


def _line_of(number: int, element: Tag) -> Iterator[Line]:
    from site_builder.clean.writing.writer import blocks  # noqa: PLC0415 - the writer loads bs4

    if element.name == "hr":
        yield make_line(number, "---", 1)
        return
    text = squeeze(element.get_text(" " if element.name in {"ul", "ol", "table", "blockquote"} else ""))
    if not text and not element.find("img") and element.name != "img":
        return
    yield from _tag_line(number, element)
    level = int(element.name[1]) if re.fullmatch(r"h[1-6]", element.name) else 0
    markup = "\n\n".join(blocks([element], 0))
    if not text and not markup:
        yield _unseen(number, element)
        return
    line = replace(make_line(number, text or "image", 1), markup=markup, level=level)
    yield replace(line, **_hints(element, text, line))


def _unseen(number: int, element: Tag) -> Line:
    """Return what a picture that has no address says: its words are the caption of what is not there."""
    pictures = [element] if element.name == "img" else element.find_all("img")
    said = squeeze(" ".join(str(one.get("alt") or "") for one in pictures))
    if not said:
        return replace(make_line(number, "image", 1), kind="line", rule="picture without an address")
    return replace(make_line(number, said, 1), kind="short", part="caption", markup=escape(said))


def _hints(element: Tag, text: str, line: Line) -> dict[str, Any]:
    """Return what the markup says of a line's kind."""
    if not text:
        return {"kind": "picture"}
    if element.name == "figcaption" or _CAPTION.search(" ".join(element.get("class") or [])):
        return {"part": "caption"}
    linked = sum(len(link.get_text()) for link in element.find_all("a"))
    links = len(element.find_all("a")) >= _MANY and linked > _LINKS_SHARE * len(text)
    links = links or _is_trail(element, text)
    if links and not line.ends and line.kind not in _TOLD:
        return {"kind": "line", "rule": "mostly links"}
    return {}


def _is_trail(element: Tag, text: str) -> bool:
    """Tell whether a line is two links to a site and its section, with a sign between; names of people are none."""
    names = [squeeze(link.get_text()) for link in element.find_all("a")]
    parted = len(names) > 1 and _TRAIL.split(text) == names
    return parted and all(weigh(name) <= _STEP for name in names) and not all(map(is_person, names))


def _tag_line(number: int, element: Tag) -> Iterable[Line]:
    names = [squeeze(link.get_text()) for link in element.find_all("a", rel="tag")]
    return [make_line(number, "Tags: " + ", ".join(names), 1)] if names else []
