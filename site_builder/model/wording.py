"""Words as people write them: short values for messages, guesses at what was meant, one of two spellings.

Input: what a person wrote. Output: text.
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


def plainer(one: str, other: str) -> str:
    """Return of two that differ in capitals only that with fewer, the first of those alike: the other began a sentence.

    >>> plainer("Good faith", "good faith")
    'good faith'
    """
    return min(one, other, key=_capitals)


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))
