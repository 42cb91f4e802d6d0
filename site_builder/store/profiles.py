"""Reads ``seeds/profiles/<host>.toml``: what is known of one site.

Input: the folder of the site. Output: profiles in the order of their hosts, and every problem found.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from site_builder.model.issue import Issue, Where
from site_builder.model.profile import Profile
from site_builder.model.wording import did_you_mean
from site_builder.store.files import read_text

_LISTS = frozenset({"drop", "furniture", "names"})
_KEYS = tuple(field.name for field in fields(Profile) if field.name != "host")


def read_profiles(root: Path) -> tuple[tuple[Profile, ...], tuple[Issue, ...]]:
    """Return all profiles of the site at ``root``; a broken one is reported and left out."""
    profiles: list[Profile] = []
    issues: list[Issue] = []
    for path in sorted((root / "seeds" / "profiles").glob("*.toml")):
        shown = f"seeds/profiles/{path.name}"
        text, found = read_text(path, shown, root)
        profile, more = parse_profile(text, path.stem, shown) if text is not None else (None, ())
        issues += (*found, *more)
        profiles += [profile] if profile else []
    return tuple(profiles), tuple(issues)


def parse_profile(text: str, host: str, path: str) -> tuple[Profile | None, tuple[Issue, ...]]:
    """Return the profile in ``text``, or None, and what is wrong with it."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        return None, (Issue(Where(path), "E030", f"not TOML: {problem}"),)
    issues = tuple(issue for key, value in values.items() if (issue := _fault(key, value, path)))
    if issues:
        return None, issues
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Profile(host, **given), ()


def _fault(key: str, value: Any, path: str) -> Issue | None:
    if key not in _KEYS:
        return Issue(
            Where(path), "E012", f'unknown key "{key}"{did_you_mean(key, _KEYS)}', hint="keys: " + ", ".join(_KEYS)
        )
    if key not in _LISTS:
        good, wanted = isinstance(value, str), 'text in quotes: "…"'
    else:
        good = isinstance(value, list) and all(isinstance(one, str) for one in value)
        wanted = 'a list of texts: ["…", "…"]'
    return None if good else Issue(Where(path), "E017", f'"{key}" must be {wanted}')
