"""The settings of a site: what ``content/site.toml`` and the command line decide."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """Settings that templates and exports may read.

    ``base_url`` is the absolute address with a trailing slash, or "" where none is known: then only
    relative links are written, and feeds and the sitemap are left out. ``public`` leaves the text of
    articles whose rights are reserved out of the build.
    """

    title: str = "The Annotated Reader"
    tagline: str = ""
    base_url: str = ""
    lang: str = "en"
    author: str = ""
    public: bool = False
    drafts: bool = False
    dictionary: str = ""
