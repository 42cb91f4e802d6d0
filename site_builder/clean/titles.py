"""The title of an article, without the name of its site.

Input: the page's head and the texts of its top headings. Output: the title and where it came from.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from site_builder.clean.head import Head, strings
from site_builder.clean.markdown import squeeze

_BREAK = re.compile(
    r"\s+[|｜–—•·»›:/-]+\s+|\s*[|｜»_]+\s*|\s*-{2,}\s*|(?<=[\u4e00-\u9fff])\s*[-–—]+\s*(?=[\u4e00-\u9fff])"
)
_ALIKE = 0.5  # of two texts: one is the other with a name before or behind it
_LONGEST = 300  # characters: longer is no title


def find_title(head: Head, headings: Sequence[str], names: Iterable[str]) -> tuple[str, str]:
    """Return (title, source); ``headings`` are the page's h1, ``names`` the site's own names."""
    site = tuple(name for name in names if name)
    stated = [(squeeze(html.unescape(text)), source) for text, source in _stated(head) if text]
    plain = [(shorten(text, site), source) for text, source in stated]
    for heading in headings:
        if any(_alike(heading, text) >= _ALIKE or _within(heading, text) for text, _ in stated[:4]):
            return heading, "h1"
    if plain:
        return plain[0]
    return (headings[0], "h1") if headings else ("", "")


def _stated(head: Head) -> Iterator[tuple[str, str]]:
    yield from head.meta("og:title")
    for article in head.articles:
        yield from ((text, "JSON-LD headline") for text in strings(article.get("headline"), "@value"))
    yield from head.meta("twitter:title", "parsely-title", "sailthru.title", "dc.title")
    yield head.title, "title"


def shorten(title: str, names: Sequence[str]) -> str:
    """Return ``title`` without the site's name at its end or beginning.

    >>> shorten("Kites over Weifang | Example Post", ("Example Post",))
    'Kites over Weifang'
    """
    breaks = list(_BREAK.finditer(title))
    for found in breaks:
        if is_site(title[found.end() :], names):
            return title[: found.start()].strip()
    for found in reversed(breaks):
        if is_site(title[: found.start()], names):
            return title[found.end() :].strip()
    return title


def is_site(text: str, names: Sequence[str]) -> bool:
    """Tell whether ``text`` is one of the site's names, or begins or ends with it."""
    bare = _letters(text)
    return any(
        name and bare and (bare in name or (name in bare and len(bare) < 3 * len(name)))
        for name in map(_letters, names)
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:_LONGEST].casefold(), other[:_LONGEST].casefold(), autojunk=False).ratio()


def _within(one: str, other: str) -> bool:
    """Tell whether ``one`` is a good part of ``other``."""
    return len(one) >= 6 and _letters(one) in _letters(other)  # noqa: PLR2004 - a word or two
