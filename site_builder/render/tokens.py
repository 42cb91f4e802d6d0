"""Cuts HTML that ``body`` or ``weave`` wrote into text and everything else.

Input: sanitised HTML (every attribute quoted, ``<`` and ``>`` escaped in text and attributes).
Output: pieces that alternate between text and markup; joined, they are the input again.
"""

from __future__ import annotations

import re
from html import unescape

CHROME = r'<sup\b.*?</sup>|<a class="back".*?</a>|<aside\b.*?</aside>'
"""Markup whose words are not the article's: note marks, links back from notes, margin notes."""

_MARKUP = re.compile(rf"({CHROME}|<[^>]*>)", re.DOTALL)


def cut(html: str) -> list[str]:
    """Return text, markup, text, …, text: always an odd number of pieces, text at even places."""
    return _MARKUP.split(html)


def plain(text: str) -> str:
    """Return a text piece as a reader sees it: entities become the characters they stand for."""
    return unescape(text) if "&" in text else text


def text_of(html: str) -> str:
    """Return what a reader reads in ``html``: its text pieces, joined."""
    return plain("".join(cut(html)[::2]))
