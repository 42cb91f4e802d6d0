"""The works that an article names, as CSL-JSON 1.0.2, which reference managers read.

Input: references. Output: the text of a file; the same references give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from site_builder.export.cite import name
from site_builder.model.reference import Reference


def references_csl(references: Iterable[Reference]) -> str:
    """Return a CSL-JSON file with an item for each of ``references``, in their order."""
    return json.dumps([_item(n, one) for n, one in enumerate(references, 1)], ensure_ascii=False, indent=1) + "\n"


def _item(number: int, one: Reference) -> dict[str, Any]:
    year = one.year[:4]
    accessed = [int(part) for part in one.accessed.split("-") if part.isdecimal()]
    item: dict[str, Any] = {
        "id": f"reference-{number}",
        "type": "webpage" if one.url else "document",
        "title": one.title,
        "author": [_author(whole) for whole in one.authors],
        "issued": {"date-parts": [[int(year)]]} if year.isdecimal() else None,
        "year-suffix": one.year[4:] if year.isdecimal() else "",
        "container-title": one.publication,
        "URL": one.url,
        "accessed": {"date-parts": [accessed]} if accessed else None,
    }
    return {key: value for key, value in item.items() if value}


def _author(whole: str) -> dict[str, str]:
    family, comma, given = whole.partition(", ")
    if comma:
        return {"family": family, "given": given}
    known = name(whole)
    return {"family": known.family, "given": known.given} if known.family else {"literal": whole}
