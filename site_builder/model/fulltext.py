"""What the full-text index reads of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FullText:
    """One article for full-text search.

    ``text`` is what a result quotes, ``keys`` what is found besides: Chinese words and their pinyin, which a
    search that cuts English at spaces would miss. ``blocks`` are (block id, number of the first word in ``text``),
    words being what stands between white space.
    """

    path: str
    title: str
    text: str
    keys: tuple[str, ...] = ()
    blocks: tuple[tuple[str, int], ...] = ()
