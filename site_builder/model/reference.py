"""References of an article: works that it names in a list at its foot."""

from __future__ import annotations

import re

HEADING = re.compile(
    r"(?:references?|bibliography|works cited|sources?|further reading and references|literature"
    r"|参考(?:文献|资料|来源)|引用来源|资料来源)[:：]?",
    re.IGNORECASE,
)
"""The heading of a list of references, whole."""
