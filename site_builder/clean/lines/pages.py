"""What a printed page says at its head or foot, in text that was taken from a document: its title and its number.

Input: physical lines. Output: which of them count pages. Such a line has the same words each time, a number that counts
up by one at its head or foot (``CANAL QUARTERLY | 12``), and a paragraph runs on over one of them at least; or it
counts them all (``2 of 3``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

RULE = "counts the pages"
_NUMBER = re.compile(r"\d{1,4}")
_OUTER = re.compile(r"^[\s|–—-]*\d+\s|\s\d+[\s|–—-]*$")
_SERIES = re.compile(r"(?<!\d)(\d{1,3}) ?(?:of|/) ?(\d{1,3})(?!\d)")
_NEAR = 5  # lines
_LINE = 30  # characters of a line of text
_END = re.compile(r"[.!?。！？:：;；…][\"'”’」』）)\]]*$")
_GOES_ON = re.compile(r"[a-z\u3400-\u9fff,，;；)）]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 90  # characters
_FEWEST = 3  # pages


def page_lines(physical: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines that count pages."""
    found: dict[str, list[tuple[int, list[int]]]] = defaultdict(list)
    for i, raw in enumerate(physical):
        text = raw.strip()
        outer = _OUTER.search(text)
        if 0 < len(text) <= _LONGEST and outer and _WORD.search(text) and (numbers := _NUMBER.findall(text)):
            mask = " ".join(_NUMBER.sub("0", text).split())
            found[mask].append((i, [int(number) for number in numbers]))
    pages: set[int] = set()
    for places in found.values():
        at = [i for i, _ in places]
        if _count_all([_SERIES.search(physical[i]) for i in at]):
            pages.update(at)
        counted = len(places) >= _FEWEST and _count_up([numbers for _, numbers in places])
        if counted and any(_runs_over(physical, i) for i in at):
            pages.update(at)
    return frozenset(pages)


def _count_all(ranks: Sequence[re.Match[str] | None]) -> bool:
    """Tell whether lines count all the pages that they name: ``1 of 2``, ``2 of 2``."""
    said = [(int(rank[1]), int(rank[2])) for rank in ranks if rank]
    return len(ranks) > 1 and said == [(n, len(ranks)) for n in range(1, len(ranks) + 1)]


def _runs_over(physical: Sequence[str], i: int) -> bool:
    """Tell whether a paragraph runs on over a line."""
    before = next((raw.strip() for raw in reversed(physical[max(0, i - _NEAR) : i]) if raw.strip()), "")
    after = next((raw.strip() for raw in physical[i + 1 : i + 1 + _NEAR] if raw.strip()), "")
    return len(before) >= _LINE and not _END.search(before) and _GOES_ON.match(after) is not None


def _count_up(rows: Sequence[Sequence[int]]) -> bool:
    """Tell whether one number of the rows counts up by one, and the others stay."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    counts = [column == list(range(column[0], column[0] + len(column))) for column in columns]
    same = [len({*column}) == 1 for column in columns]
    return sum(counts) == 1 and all(one or other for one, other in zip(counts, same, strict=True))
