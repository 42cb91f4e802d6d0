"""Slugs: names that become one folder of the site, on every file system and in every address.

Input: a proposed slug. Output: what is wrong with it, or "".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol

from site_builder.model.issue import Issue, Where

LONGEST = 120  # bytes of UTF-8: with a suffix it stays under the 255 that file systems allow

_SAFE = re.compile(r"\w(?:[\w.-]*\w)?")
# Windows keeps these for devices, with any extension: learn.microsoft.com, "Naming Files, Paths, and Namespaces".
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


class Sluggish(Protocol):
    """What has a slug and a file."""

    @property
    def slug(self) -> str:
        """The slug."""

    @property
    def path(self) -> str:
        """The file it came from."""


def fault(slug: str) -> str:
    """Return what is wrong with ``slug``, for a person, or ``""``."""
    if not _SAFE.fullmatch(slug):
        return "letters, digits, hyphens, underscores and inner dots only"
    if len(slug.encode()) > LONGEST:
        return f"at most {LONGEST} bytes"
    if _DEVICE.fullmatch(slug):
        return "Windows keeps this name for a device"
    if unicodedata.normalize("NFC", slug) != slug:
        return "write it in composed characters (Unicode NFC)"
    return ""


def suggestion(text: str) -> str:
    """Return a slug made of the letters and digits of ``text``, in lower case, or ``""``."""
    plain = unicodedata.normalize("NFC", text).lower()
    plain = re.sub(r"[’']", "", plain)
    return re.sub(r"[\W_]+", "-", plain).encode()[:80].decode("utf-8", "ignore").strip("-")


def clashes(items: Iterable[Sluggish]) -> tuple[Issue, ...]:
    """Report every slug that two files share; some file systems fold case, so case makes no difference."""
    by_slug: dict[str, list[str]] = {}
    for item in items:
        by_slug.setdefault(item.slug.casefold(), []).append(item.path)
    return tuple(
        Issue(
            Where(path), "E019", f'the slug "{slug}" is taken by {paths[0]} too', hint="give one of them another slug"
        )
        for slug, paths in by_slug.items()
        for path in paths[1:]
    )
