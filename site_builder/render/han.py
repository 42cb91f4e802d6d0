"""Marks the Chinese in plain text, for places where words are not woven: lists, headings, notes.

Input: text. Output: escaped HTML in which every Chinese run says its language, so that browsers
choose the right face and screen readers the right voice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape

from site_builder.model.han import HANZI
from site_builder.render.tokens import cut

_RUN = re.compile(f"[{HANZI}](?:[{HANZI}·，、。：；！？《》「」『』（）]*[{HANZI}])?")


def with_lang(text: str, script: str = "zh-Hans") -> str:
    """Return ``text`` as HTML with ``lang`` on its Chinese runs."""
    escaped = escape(text, quote=False)
    return escaped if escaped.isascii() else _RUN.sub(_marked(script), escaped)


def html_with_lang(html: str, script: str = "zh-Hans") -> str:
    """Return sanitised HTML (as ``body`` writes it) with ``lang`` on the Chinese runs of its text."""
    pieces = cut(html)
    pieces[::2] = [_RUN.sub(_marked(script), piece) for piece in pieces[::2]]
    return "".join(pieces)


@cache
def _marked(script: str) -> Callable[[re.Match[str]], str]:
    """Return what puts one run into its element; a function, since ``re`` expands a text slower than one."""
    return lambda run: f'<span lang="{script}">{run[0]}</span>'
