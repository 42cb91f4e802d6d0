"""Words for messages: short values, and guesses at what was meant.

Input: what a person wrote. Output: text for a message.
"""

from __future__ import annotations

from collections.abc import Collection

_SHOWN = 60  # characters of a value in a message
_LIKENESS = 0.6  # difflib's own default: one or two letters of six


def shorten(text: str) -> str:
    """Return ``text`` short enough for a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return ``; did you mean "title"?`` where one of ``known`` is near, else ``""``."""
    import difflib  # noqa: PLC0415 - only a mistake needs it

    near = difflib.get_close_matches(word[:_SHOWN].lower(), list(known), 1, _LIKENESS)
    return f'; did you mean "{near[0]}"?' if near else ""
