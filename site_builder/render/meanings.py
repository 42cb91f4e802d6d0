"""Writes what is said of an article's words beside its page, where that would be more than the page itself.

Input: what ``cards`` set apart. Output: the same twice: a script, which tells ``reader.js`` once there is a reader, and
a style sheet, by which browsers without scripts show meanings on hover and on paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from site_builder.model.site import Entries
from site_builder.render.cards import Told

_UNSAFE = re.compile(r'[\x00-\x1f\x7f"\\<]')


def script(told: Iterable[Told]) -> str:
    """Return the script: the values of each word by its text."""
    values = {one.text: dict(one.values) for one in told}
    return f"reader.tell({json.dumps(values, ensure_ascii=False, separators=(',', ':'))});\n"


def style(told: Iterable[Told], entries: Entries) -> str:
    """Return the style sheet: the meaning of each word, told by where it leads and its pinyin, in ``--g``."""
    return "".join(
        _rule(one, "/#" if entries == "anchors" else "/", "" if entries == "anchors" else "/") for one in told
    )


def _rule(one: Told, before: str, after: str) -> str:
    """Return the rule of one word, or "" where nothing is known of its meaning."""
    values = dict(one.values)
    said = values.get("a") or values.get("g", "")
    link, slug = _string(before + one.slug + after), _string(one.slug)
    return f"[data-p={_string(one.pinyin)}]:is([href$={link}],[data-u={slug}]){{--g:{_string(said)}}}\n" if said else ""


def _string(text: str) -> str:
    """Return text as a string of CSS (CSS Syntax 3, 4.3.7): what could end it is written by its number."""
    return '"' + _UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'
