"""``content/site.toml`` becomes a ``Site``; all problems are reported at once.

Input: the text of the file, and what the command line sets over it. Output: a ``Site`` and issues.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

from site_builder.model.issue import Issue, Where
from site_builder.model.site import Entries, Packs, Site
from site_builder.model.wording import did_you_mean, shorten

PATH = "content/site.toml"
"""Where the settings stand, relative to the site."""

KEYS: dict[str, type] = {
    "title": str,
    "tagline": str,
    "base_url": str,
    "lang": str,
    "author": str,
    "public": bool,
    "drafts": bool,
    "dictionary": str,
    "packs": str,
    "entries": str,
}

_NAMES = {str: 'text in quotes: "…"', bool: "true or false"}
_CHOICES: dict[str, tuple[str, ...]] = {"packs": get_args(Packs), "entries": get_args(Entries)}
_URL = re.compile(r"https?://[^\s/?#\"'<>\\]+(?:/[^\s?#\"'<>\\]*)?", re.IGNORECASE)
_AT = re.compile(r"(.*?) \(at line (\d+), column (\d+)\)", re.DOTALL)


def read(text: str) -> tuple[Site, tuple[Issue, ...]]:
    """Return the settings in ``text``, with the default for all that is missing or wrong, and every problem.

    The keys may stand at the top of the file or in a table ``[site]``.
    """
    import tomllib  # noqa: PLC0415 - `--help` needs no settings

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return Site(), (_not_toml(str(problem), text),)
    table = values.pop("site", {})
    if not isinstance(table, dict):
        return Site(), (Issue(_place("site", text), "E031", '"site" is a table of settings', hint="[site]"),)
    values = table | values
    found: list[Issue] = []
    good = {key: value for key, value in values.items() if _holds(key, value, text, found)}
    site = replace(Site(), **good)
    return replace(site, base_url=with_slash(site.base_url)), tuple(found)


def misplaced(path: str) -> Issue:
    """Return a warning for settings that stand where nothing reads them."""
    return Issue(Where(path), "W107", f"is not read: settings stand in {PATH}", "warning", "move it there")


def _not_toml(message: str, text: str) -> Issue:
    match = _AT.fullmatch(message)
    where = Where(PATH, int(match[2]), int(match[3])) if match else Where(PATH, text.rstrip("\n").count("\n") + 1)
    return Issue(where, "E030", f"not TOML: {match[1] if match else message}", hint='a line is: key = "value"')


def _holds(key: str, value: Any, text: str, found: list[Issue]) -> bool:
    """Tell whether ``key`` may have ``value``; what is wrong is added to ``found``."""
    message, hint = _fault(key, value)
    if message:
        found.append(Issue(_place(key, text), "E031", message, hint=hint))
    return not message


def _fault(key: str, value: Any) -> tuple[str, str]:
    if key not in KEYS:
        return f'unknown key "{shorten(key)}"{did_you_mean(key, KEYS)}', f"known keys: {', '.join(KEYS)}"
    if not isinstance(value, KEYS[key]):
        return f'"{key}" must be {_NAMES[KEYS[key]]}', ""
    if key == "base_url" and value:
        return url_fault(str(value)), "for example: https://example.org/reader/"
    if key in _CHOICES and value not in _CHOICES[key]:
        return f'"{key}" cannot be "{shorten(str(value))}"', f"one of: {', '.join(_CHOICES[key])}"
    return "", ""


def _place(key: str, text: str) -> Where:
    match = re.search(rf'^[ \t]*(\[*["\']?{re.escape(key)}["\']?)[ \t]*[=.\]]', text, re.MULTILINE)
    if match is None:
        return Where(PATH)
    start = match.start(1)
    return Where(PATH, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def url_fault(url: str) -> str:
    """Return what is wrong with ``url`` as the address of a site, or ``""``."""
    if _URL.fullmatch(url):
        return ""
    return f'the base URL must be http(s)://host/path without query or spaces, not "{shorten(url)}"'


def with_slash(url: str) -> str:
    """Return ``url`` with the one trailing slash that a base URL has; ``""`` stays."""
    return f"{url.rstrip('/')}/" if url else ""


def override(site: Site, *, base_url: str | None, public: bool, drafts: bool) -> Site:
    """Return ``site`` with what the command line says over it."""
    return replace(
        site,
        base_url=site.base_url if base_url is None else with_slash(base_url),
        public=site.public or public,
        drafts=site.drafts or drafts,
    )
