"""Partial dates as other formats want them; what is not known is never made up where the format lets us.

Input: ``PartialDate``. Output: RFC 3339 instants, lists of numbers.
"""

from __future__ import annotations

import re

from site_builder.model.article import PartialDate

_PARTS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_TIME = re.compile(r"T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$")
UNKNOWN = "1970-01-01T00:00:00Z"
"""Stands where a format insists on an instant and nothing is known: readers sort it last."""


def parts(date: PartialDate) -> list[int]:
    """Return year, month and day as far as they are known.

    >>> parts(PartialDate("2019-04", "month"))
    [2019, 4]
    """
    found = _PARTS.match(date.text)
    return [int(part) for part in found.groups() if part] if found else []


def instant(date: PartialDate) -> str:
    """Return the first second of what is known, as RFC 3339 has it (Atom allows nothing shorter).

    >>> instant(PartialDate("2019", "year"))
    '2019-01-01T00:00:00Z'
    """
    known = parts(date)
    if not known:
        return UNKNOWN
    year, month, day = [*known, 1, 1][:3]
    time = _TIME.search(date.text)
    clock = f"{time[1]}{time[2] or ':00'}{_zone(time[3])}" if time else "00:00:00Z"
    return f"{year:04}-{month:02}-{day:02}T{clock}"


def _zone(zone: str | None) -> str:
    if not zone or zone == "Z":
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
