"""Turns the Markdown of an article into safe HTML whose every paragraph can be linked to.

Input: Markdown in the dialect of ``content/``: Python-Markdown with footnotes, attr_list, tables and
sane_lists; raw HTML is text. Output: HTML without script, style or foreign pictures, and what was wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from site_builder.model import reference
from site_builder.model.issue import Issue, Where
from site_builder.model.reference import Reference
from site_builder.render.cited import tie
from site_builder.render.parser import parser_for
from site_builder.render.tame import tame
from site_builder.render.tokens import plain

if TYPE_CHECKING:
    from nh3 import Cleaner

_SCHEMES = {"http", "https", "mailto"}
_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "div"),
    *("table", "thead", "tbody", "tr", "th", "td", "code", "em", "strong", "a", "img", "br", "sup"),
}
_CLASSES = {
    "p": {"caption", "note"},
    "h2": {"references"},
    **{name: {"references"} for name in ("h3", "h4", "h5", "h6")},
    "ol": {"references"},
    "ul": {"references"},
    "li": {"references"},
    "div": {"footnote"},
    "a": {"footnote-ref", "footnote-backref"},
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "sup": {"id"}, "li": {"id"}, "ol": {"start"}}

_BACKLINK = re.compile(r'(?:&nbsp;)?<a [^>]*class="footnote-backref"[^>]*>[^<]*</a>')
_HREF = re.compile(r'href="([^"]*)"')
_NOTE_ID = re.compile(r'(<(?:sup|li)\b[^<>]*?) id="(?!fn(?:ref\d*)?-)[^"]*"')
_PICTURE = r'<img [^>]*>|<a class="picture"[^>]*>[^<]*</a>'
_FIGURE = re.compile(rf'(?:<p>({_PICTURE})</p>\s*)?<p class="caption">(.*?)</p>', re.DOTALL)
_LONE_PICTURE = re.compile(rf"<p>({_PICTURE})</p>")
_FOREIGN_PICTURE = re.compile(r'<img (?=[^>]*\bsrc="((?:[a-z]+:|//)[^"]*)")(?=(?:[^>]*\balt="([^"]*)")?)[^>]*>')
_ROOTED = re.compile(r'(<(?:a|img)\b[^<>]*? (?:href|src)=")/(?!/)')
_IN_LINK = r"""[^\s<>&"“”’]|&amp;"""
_LAST_OF_LINK = r"""[^\s<>&"“”’.,;:!?)\]}'、。，；：！？）」』》]"""
_BARE_LINK = re.compile(rf"(<a .*?</a>|<[^>]*>)|\bhttps?://(?:{_IN_LINK})*{_LAST_OF_LINK}", re.DOTALL)
_BLOCK = re.compile(
    r"<(p|h[2-6]|li|figcaption|t[dh]|pre)\b([^>]*)>([^<]*(?:<(?!/?(?:p|ul|ol|li|pre|blockquote)\b|/h\d|/figc|/t[dh])[^<]*)*)"
)
_BARE_HEADING = re.compile(r"<(h[2-6])>([^<]{1,60})<")
_ANY_TAG = re.compile(r"<[^>]*>")
_SUP = re.compile(r"<sup\b.*?</sup>|<a class=\"back\".*?</a>", re.DOTALL)
_NOT_WORD = re.compile(r"[^\w]+")
_BAD_SCHEME = re.compile(r"\]\(\s*<?\s*(?!https?:|mailto:)([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_NOTE = re.compile(r"^\[\^([^\]\n]+)\]:", re.MULTILINE)
_BACK = re.compile(r'<a class="back" href="#([^"]*)"[^>]*>[^<]*</a>')
_NO_ALT = re.compile(r"!\[\s*\]\(")
_UNSETTLED = re.compile(r"^<{7} edited here$", re.MULTILINE)
_SETTLE = "keep one, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"


@cache
def _cleaner() -> Cleaner:
    """Return this process's one sanitiser: the only gate between scraped text and a page."""
    import nh3  # noqa: PLC0415 - a warm build that renders nothing does not need it

    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def to_html(
    markdown: str, *, path: str = "", line: int = 1, root: str = "../../", references: tuple[Reference, ...] = ()
) -> tuple[str, tuple[Issue, ...]]:
    """Return the safe HTML of a Markdown body and the problems a reader would meet in it.

    Every paragraph, heading, list item, caption and cell has an ``id`` made of its own words, so that a
    link to it outlives changes elsewhere. ``path`` and ``line`` say where the body begins, for the issues.
    ``root`` leads from the page to the site's root: links that begin with ``/`` are made relative with it.
    Where the text cites one of ``references``, the year leads to its entry.
    """
    tamed = tame(markdown.replace("\x02", "").replace("\x03", ""))
    html = parser_for(tamed).convert(tamed)
    html = html.replace("<h1>", "<h2>").replace("</h1>", "</h2>") if "<h1" in html else html
    html = _references(_figures(_footnotes(_cleaner().clean(html))))
    html = _ROOTED.sub(rf"\g<1>{root}", html)
    html = _BARE_LINK.sub(_link, html) if html.count("://") > html.count('="http') else html
    html = _name_blocks(html)
    html = _unasked(html) if 'class="back"' in html else html
    return tie(html, references) if references else html, tuple(_issues(markdown, path, line))


def _footnotes(html: str) -> str:
    """Return ``html`` with its footnotes as a labelled section with links back that say where they lead."""
    html = _NOTE_ID.sub(r"\1", html) if ' id="' in html else html
    if 'class="footnote"' not in html:
        return html
    html = html.replace('<div class="footnote">\n<hr>', '<div class="footnotes" role="doc-endnotes">')
    start = max(0, html.find(' role="doc-endnotes">'))
    return html[:start] + _BACKLINK.sub(_back, html[start:])


def _back(found: re.Match[str]) -> str:
    href = _HREF.search(found[0])
    return f'<a class="back" href="{href[1] if href else "#"}" role="doc-backlink" aria-label="Back to the text">↩</a>'


def _unasked(html: str) -> str:
    """Return ``html`` without links back from footnotes to which nothing in the text leads."""
    return _BACK.sub(lambda found: found[0] if f' id="{found[1]}"' in html else "", html)


def _references(html: str) -> str:
    """Return ``html`` with the headings of lists of references marked as such."""

    def mark(found: re.Match[str]) -> str:
        known = reference.HEADING.fullmatch(plain(found[2]).strip())
        return f'<{found[1]} class="references">{found[2]}<' if known else found[0]

    return _BARE_HEADING.sub(mark, html)


def _figures(html: str) -> str:
    """Return ``html`` with pictures and captions as figures; a picture on another server becomes a link to it."""
    if "<img" in html:
        html = _FOREIGN_PICTURE.sub(_foreign, html)
        html = _FIGURE.sub(_figure, html)
        return _LONE_PICTURE.sub(r"<figure>\1</figure>", html)
    return _FIGURE.sub(_figure, html) if 'class="caption"' in html else html


def _figure(found: re.Match[str]) -> str:
    return f"<figure>{found[1] or ''}<figcaption>{found[2]}</figcaption></figure>"


def _foreign(found: re.Match[str]) -> str:
    """Show no picture from another server: it would tell that server who reads what."""
    return f'<a class="picture" href="{found[1]}">{found[2] or found[1]}</a>'


def _link(found: re.Match[str]) -> str:
    return found[1] or f'<a href="{found[0]}">{found[0]}</a>'


def _name_blocks(html: str) -> str:
    """Return ``html`` with an ``id`` on every block that has text of its own."""
    taken: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        tag, attributes, inner = found.groups()
        bare = _ANY_TAG.sub("", _SUP.sub("", inner)) if "<" in inner else inner
        text = " ".join(plain(bare).split())
        if not text or ' id="' in attributes:
            return found[0]
        return f'<{tag}{attributes} id="{_unique(_block_id(tag, text), taken)}">{inner}'

    return _BLOCK.sub(name, html)


def _block_id(tag: str, text: str) -> str:
    """Return what names a block: a heading by its words, anything else by a hash of them."""
    if tag[0] == "h":
        return "s-" + (_NOT_WORD.sub("-", text.lower()).strip("-")[:60] or "x")
    return "p" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()[:7]


def _unique(name: str, taken: dict[str, int]) -> str:
    taken[name] = count = taken.get(name, 0) + 1
    return f"{name}-{count}" if count > 1 else name


def _issues(markdown: str, path: str, line: int) -> list[Issue]:
    """Return what a reader would miss or stumble on: lost links, pictures not described, wordings to choose from."""
    found: list[Issue] = []
    for pattern, code, message, hint in (
        (_BAD_SCHEME, "W601", "a link that is not http, https or mailto was taken out", "write the address in full"),
        (_NO_ALT, "W602", "a picture has no description", "write it between the brackets: ![what it shows](file)"),
        (_UNSETTLED, "W604", "two wordings stand here, one edited and one of a newer scrape", _SETTLE),
    ):
        for match in pattern.finditer(markdown):
            before = markdown[: match.start()]
            place = Where(path, line + before.count("\n"), match.start() - before.rfind("\n"))
            found.append(Issue(place, code, message, "warning", hint))
    return found + list(_unasked_notes(markdown, path, line))


def _unasked_notes(markdown: str, path: str, line: int) -> Iterator[Issue]:
    for match in _NOTE.finditer(markdown):
        mark = f"[^{match[1]}]"
        if markdown.count(mark) == markdown.count(f"{mark}:"):
            where = Where(path, line + markdown.count("\n", 0, match.start()), 1)
            hint = f"put {mark} where it belongs, or take the note out"
            yield Issue(where, "W603", f"nothing in the text leads to the footnote {mark}", "warning", hint)
