"""The title of an article, without the name of its site.

Input: the page's head and the texts of its top headings. Output: the title and where it came from.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from site_builder.clean.lines.line import weigh
from site_builder.clean.page.head import Head, strings
from site_builder.clean.writing.markdown import squeeze

_BREAK = re.compile(
    r"\s+[|｜–—•·»›:/-]+\s+|\s*[|｜»_]+\s*|\s*-{2,}\s*|(?<=[\u4e00-\u9fff])\s*[-–—]+\s*(?=[\u4e00-\u9fffA-Z])"
)
_BLOG = re.compile(r"(?:blog )?archives? [»›>] ", re.IGNORECASE)  # what blogs put before a title
_GOES_ON = ("...", "…")  # the line over it: no title begins like that
_ALIKE = 0.5  # of two texts: one is the other with a name before or behind it
_MOST = 0.5  # of a heading
_WORDS = 4  # of a heading: a shorter one may be the name of the site or of a section
_LONGEST = 300  # characters: longer is no title


def find_title(
    head: Head, headings: Sequence[str], names: Iterable[str], seen: Collection[str] = (), lone: str = ""
) -> tuple[str, str]:
    """Return (title, source).

    ``headings`` are the page's h1, ``names`` the site's own names, ``seen`` the texts of the page's blocks, and
    ``lone`` is the only h1 where it stands right over the text, or what stands for one on a page without: a long one is
    the title, whatever the head says.
    """
    site = tuple(name for name in names if name)
    stated = [(squeeze(html.unescape(text)), source) for text, source in _stated(head) if text]
    if stated and stated[0][0] in headings and not _BLOG.match(stated[0][0]):
        return stated[0][0], "h1"  # its last words may be the site's name as well
    plain = [(_BLOG.sub("", shorten(text, site, seen)), source) for text, source in stated]
    likely = sorted(((_likeness(heading, plain), -i) for i, heading in enumerate(headings)), reverse=True)
    if likely and (likely[0][0] >= _ALIKE or not plain):
        heading = headings[-likely[0][1]]
        return _tighter(heading, plain)
    shown = [one for one in plain if one[0] in seen and weigh(one[0]) >= _WORDS]
    if not headings and shown:
        return shown[0]
    alike = not headings and _likeness(lone, plain) >= _ALIKE  # then the head writes it without a section's name
    if weigh(lone) >= _WORDS and not alike and not is_site(lone, site) and not lone.startswith(_GOES_ON):
        return lone, "heading over the text"
    return plain[0] if plain else ("", "")


def stated_titles(head: Head, names: Iterable[str]) -> list[tuple[str, str]]:
    """Return what the head says the title is, each without the site's name, and where it says so."""
    site = tuple(name for name in names if name)
    return [(shorten(squeeze(html.unescape(text)), site), source) for text, source in _stated(head) if text]


def _likeness(heading: str, plain: Sequence[tuple[str, str]]) -> float:
    """Return how much a heading is what the head says the title is, 0 to 1."""
    return max((_alike(heading, text) for text, _ in plain[:4]), default=0.0)


def _tighter(heading: str, plain: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return the heading, or what the head says where that is the heading without a label before it."""
    for text, source in plain:
        if text != heading and _letters(heading).endswith(_letters(text)) and len(text) >= _MOST * len(heading):
            return text, source
    return heading, "h1"


def _stated(head: Head) -> Iterator[tuple[str, str]]:
    yield from head.meta("og:title")
    for article in head.articles:
        yield from ((text, "JSON-LD headline") for text in strings(article.get("headline"), "@value"))
    yield from head.meta("twitter:title", "parsely-title", "sailthru.title", "dc.title")
    yield head.title, "title"


def shorten(title: str, names: Sequence[str], seen: Collection[str] = ()) -> str:
    """Return ``title`` without the site's name at its end or beginning.

    What stands before or behind a break is the title where the page shows it as a line of its own (``seen``).

    >>> shorten("Kites over Weifang | Example Post", ("Example Post",))
    'Kites over Weifang'
    >>> shorten("风筝节开幕-灯塔网", (), {"风筝节开幕"})
    '风筝节开幕'
    """
    breaks = list(_BREAK.finditer(title))
    for found in breaks:
        if is_site(title[found.end() :], names):
            return title[: found.start()].strip()
    for found in reversed(breaks):
        if is_site(title[: found.start()], names):
            return title[found.end() :].strip()
    parts = [part for found in breaks for part in (title[: found.start()].strip(), title[found.end() :].strip())]
    shown = [part for part in parts if part in seen and len(part) >= _MOST * len(title)]
    return max(shown, key=len, default=title.strip(" -–—|·»"))


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
