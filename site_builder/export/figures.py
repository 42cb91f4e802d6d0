"""The pictures of an article in a book: those that the site publishes, at the place where its page shows them.

Input: an annotated article, the bytes of pictures by their path in the site. Output: where each stands, its name in the
book, its description. The place is told by the block that follows, so that the flat text need not know of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from site_builder.export.xml import text
from site_builder.model import address
from site_builder.model.facts import AnnotatedArticle

_STOP = re.compile(r'<img (?P<picture>[^>]*)>| id="(?P<id>[^"]*)"')
_SOURCE = re.compile(r'\bsrc="(?:\.\./\.\./(?P<path>articles/[\w-]+/[\w.]+)|(?P<own>[\w.]+))"')
_ALT = re.compile(r'\balt="([^"]*)"')
_KINDS = ((b"\x89PNG\r\n", "png", "image/png"), (b"\xff\xd8\xff", "jpg", "image/jpeg"), (b"RIFF", "webp", "image/webp"))
"""How a picture's bytes begin, the ending of its name and its media type: core types of EPUB 3.3, section 3.2."""


class Figure(NamedTuple):
    """A picture before a block, or "" at the article's end: its path in the site, its description."""

    before: str
    path: str
    alt: str


def figures(annotated: AnnotatedArticle, pictures: Mapping[str, bytes]) -> Iterator[Figure]:
    """Yield the article's pictures that ``pictures`` has, in order."""
    blocks = {block.id for block in annotated.text.body.blocks}
    waiting: list[tuple[str, str]] = []
    for stop in _STOP.finditer(annotated.html):
        if stop["id"] in blocks:
            yield from (Figure(stop["id"], *one) for one in waiting)
            waiting.clear()
        elif stop["picture"] and (path := _path(annotated.article.slug, stop["picture"])) in pictures:
            alt = _ALT.search(stop["picture"])
            waiting.append((path, unescape(alt[1]) if alt else ""))
    yield from (Figure("", *one) for one in waiting)


def _path(slug: str, attributes: str) -> str:
    """Return the path in the site that a picture's attributes name, or ""."""
    found = _SOURCE.search(attributes)
    return (found["path"] or address.article_path(slug) + found["own"]) if found else ""


def element(figure: Figure, pictures: Mapping[str, bytes]) -> str:
    """Return a picture as XHTML."""
    name = named(figure.path, pictures[figure.path])
    return f'<figure><img src="{name}" alt="{text(figure.alt)}"/></figure>' if name else ""


def named(path: str, data: bytes) -> str:
    """Return a picture's name in the book, or "" for bytes that readers of books need not know."""
    ending = next((suffix for start, suffix, _ in _KINDS if data.startswith(start)), "")
    return f"pictures/{path.removeprefix('articles/').replace('/', '-').rpartition('.')[0]}.{ending}" if ending else ""


def items(names: Iterable[str]) -> str:
    """Return pictures as items of the book's manifest."""
    types = {suffix: kind for _, suffix, kind in _KINDS}
    return "".join(
        f'<item id="p{number}" href="{name}" media-type="{types[name.rpartition(".")[2]]}"/>\n'
        for number, name in enumerate(names)
    )
