"""Makes the Markdown parser for a text: Python-Markdown in the dialect of ``content/``, no more than it needs.

Input: Markdown. Output: a parser for it, one for each set of extensions and process. What reads quicker here reads
the same: a text without any character of markup skips the patterns, a line that can be nothing but a paragraph the
tests of other blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import EscapeInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from site_builder.render.captions import CaptionProcessor

_SIGNS = {"footnotes": "[^", "attr_list": "{", "tables": "|"}
"""Extensions and what a text must hold to have any use for them."""

_CONFIGS = {"footnotes": {"SEPARATOR": "-"}}  # a colon in an id must be escaped in style sheets

_NEEDED = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "linebreak": ("  \n",),
    "em_strong": ("*", "_"),
}
"""Inline patterns and of what a text must hold one for them to match; what is not named here is always tried."""

_MARKED = re.compile(r"[`\\\[<*_]|  \n")
"""Whatever an inline pattern can match has one of these; the rest is plain."""

_PLAIN_BLOCK = re.compile(r"[^\W\d_\n|][^\n|]*|[\"“‘'(《「『][^\n|]*")
"""One line that begins with a letter or a quotation mark, and is no row of a table: a paragraph, whatever it is in."""


class _Escape(EscapeInlineProcessor):
    r"""A backslash before ``&`` keeps an entity literal: ``\&copy;`` reads ``&copy;``."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name that Python-Markdown calls
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        if m.group(1) == "&":
            return self.md.htmlStash.store("&amp;"), m.start(0), m.end(0)
        return super().handleMatch(m, data)


class _PlainParagraph(ParagraphProcessor):
    """Takes at once what no other block can be."""

    def test(self, parent: Element, block: str) -> bool:
        return _PLAIN_BLOCK.fullmatch(block) is not None


class _PlainText(Treeprocessor):
    """Marks text without markup as done, so that no inline pattern is tried on it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if (text := element.text) and not _MARKED.search(text):
                element.text = AtomicString(text)
            if (tail := element.tail) and not _MARKED.search(tail):
                element.tail = AtomicString(tail)


class _Sought:
    """The expression of an inline pattern, looked for only where the text holds what every match of it holds."""

    __slots__ = ("_expression", "_needed")

    def __init__(self, expression: re.Pattern[str], needed: tuple[str, ...]) -> None:
        self._expression = expression
        self._needed = needed

    def finditer(self, data: str, start: int) -> Iterable[re.Match[str]]:
        for one in self._needed:
            if one in data:
                return self._expression.finditer(data, start)
        return ()


def parser_for(markdown: str) -> Markdown:
    """Return a parser, fresh to use, with the extensions that ``markdown`` can have a use for."""
    parser = _parser(tuple(name for name, sign in _SIGNS.items() if sign in markdown))
    parser.reset()
    return parser


@cache
def _parser(extensions: tuple[str, ...]) -> Markdown:
    """Return this process's one parser with ``extensions``: building it costs more than most articles."""
    return quickened(dialect(extensions))


def dialect(extensions: Iterable[str] = tuple(_SIGNS)) -> Markdown:
    """Return a parser of the dialect of ``content/``, with those ``extensions`` that only some texts need."""
    parser = Markdown(extensions=[_extension(name) for name in (*extensions, "sane_lists")], output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.inlinePatterns.deregister("automail")
    parser.inlinePatterns.deregister("entity")  # entities reach the page as they are; stashing each takes square time
    parser.parser.blockprocessors.register(CaptionProcessor(parser.parser), "caption", 85)  # after code, before tables
    parser.inlinePatterns.register(_Escape(r"\\(.)", parser), "escape", 180)
    parser.ESCAPED_CHARS.extend("&<|~\"':=$%@/,;?^")
    return parser


def _extension(name: str) -> Extension:
    """Return one of Python-Markdown's own extensions; asked for by its name, it is sought in all installed packages."""
    extension: Extension = import_module(f"markdown.extensions.{name}").makeExtension(**_CONFIGS.get(name, {}))
    return extension


def quickened(parser: Markdown) -> Markdown:
    """Return ``parser``, taught to pass over what cannot matter: it makes the same of every text, sooner."""
    parser.parser.blockprocessors.register(_PlainParagraph(parser.parser), "plain", 200)  # before all
    parser.treeprocessors.register(_PlainText(parser), "plain", 21)  # right before the inline patterns
    for name, needed in _NEEDED.items():
        if name in parser.inlinePatterns:
            pattern = parser.inlinePatterns[name]
            pattern.compiled_re = _Sought(pattern.compiled_re, needed)  # type: ignore[assignment]
    inline = parser.treeprocessors["inline"]
    inline.inlinePatterns = list(parser.inlinePatterns)  # type: ignore[attr-defined]  # a registry looks if it is sorted
    return parser
