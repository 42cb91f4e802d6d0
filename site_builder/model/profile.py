"""What is known of one site: the content of ``seeds/profiles/<host>.toml``. Nothing needs one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """How one site lays out its pages; every key sharpens what cleaning would find anyway.

    ``article``, ``title``, ``dek``, ``byline``, ``date`` and ``drop`` are CSS selectors. ``furniture`` are whole
    lines that are no part of an article (upper and lower case alike). ``date_format`` is a ``strptime`` format of the
    day that ``date`` shows. ``publisher``, ``lang`` and ``rights`` (a notice) hold for pages that say nothing of it.
    ``names`` are words by which a text scrape shows that it came from there.
    """

    host: str = ""
    publisher: str = ""
    lang: str = ""
    article: str = ""
    title: str = ""
    dek: str = ""
    byline: str = ""
    date: str = ""
    date_format: str = ""
    drop: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    rights: str = ""
