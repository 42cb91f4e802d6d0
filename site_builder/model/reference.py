"""References of an article: works that it names in a list at its foot."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEADING = re.compile(
    r"(?:references?|bibliography|works cited|sources?|further reading and references|literature"
    r"|参考(?:文献|资料|来源)|引用来源|资料来源)[:：]?",
    re.IGNORECASE,
)
"""The heading of a list of references, whole."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One work as a list of references names it; what the list does not say is "".

    ``year`` may end in a letter (``2017b``), as the article cites it. ``accessed`` is ISO 8601, cut at what is known.
    """

    authors: tuple[str, ...] = ()
    year: str = ""
    title: str = ""
    publication: str = ""
    url: str = ""
    accessed: str = ""
