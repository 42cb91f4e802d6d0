"""Names in front of a title in a list of references, one by one.

Input: what stands before the title (``Lin, Wei, and Jae Park. 2019.``). Output: the names as they are written.
"""

from __future__ import annotations

import re

from site_builder.model.han import HANZI

_YEAR = re.compile(r"[(（](?:(?:1[89]|20)\d\d[a-z]?|n\.d\.)[^()（）]*[)）]|(?<!\d)(?:1[89]|20)\d\d[a-z]?(?!\d)")
_ROLE = re.compile(
    r"[(（]?\b(?:eds?|trans|dir)\.?[)）]?(?=[\s,.]|$)|(?:等人?|主编|编著|[著编译])$|\bet al\b\.?", re.IGNORECASE
)
_HAN = re.compile(f"[{HANZI}]")
_LATIN = re.compile(r"[A-Za-z]")
_CHINESE_BREAK = re.compile(r"[,，、;；:：]|\s(?:和|与)\s")
_BREAK = re.compile(r"\s*;\s*|,?\s+(?:and|&|with)\s+")
_INITIALS = re.compile(r"[^,;&]+?,\s*(?:[A-Z]\.[\s-]?)+")
_LONGEST = 200  # characters; what is longer is no list of names
_ENDS = " ,:：，、；;。．"


def read_authors(text: str) -> tuple[str, ...]:
    """Return the names in ``text``, which stands before a title."""
    bare = _ROLE.sub("", " ".join(_YEAR.sub(" ", text).split()).strip(_ENDS + "."))
    if not bare or len(bare) > _LONGEST:
        return ()
    if _HAN.search(bare) and not _LATIN.search(bare):
        return _full(_CHINESE_BREAK.split(bare))
    dotted = f"{bare}." if re.search(r"\b[A-Z]$", bare) else bare
    initials = _INITIALS.findall(re.sub(r"\s*(?:,\s*)?(?:&|\band\b)\s*", ", ", dotted).replace(".,", ".;"))
    if initials and dotted.count(",") >= len(initials) and _INITIALS.match(dotted):
        return _full(initials)
    return _full([name for part in _BREAK.split(bare) for name in _listed(part)])


def _listed(part: str) -> list[str]:
    """Cut ``Lin, Wei, Jae Park`` after the name that is turned round; ``Wei Lin, Jae Park`` at each comma."""
    pieces = [piece.strip() for piece in part.split(",")]
    if len(pieces) > 1 and all(word.islower() for word in pieces[0].split()[:-1]):
        return [f"{pieces[0]}, {pieces[1]}", *pieces[2:]]
    return pieces


def _full(names: list[str]) -> tuple[str, ...]:
    stripped = [name.strip(_ENDS) for name in names]
    return tuple(name if re.search(r"\b[A-Z]\.$", name) else name.rstrip(".") for name in stripped if name.strip("."))
