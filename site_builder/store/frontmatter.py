"""Front matter: the YAML between two lines of ``---`` at the head of a Markdown file.

Input: a file's text. Output: the YAML, the body and the line on which the body begins; or an issue.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from site_builder.model.issue import Issue, Where
from site_builder.store.yaml import Form, read_form

_CLOSE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_LARGEST = 100_000  # characters of front matter


class Parts(NamedTuple):
    """A Markdown file in its two parts; ``body_line`` is 1-based."""

    yaml: str
    body: str
    body_line: int


def split(text: str, path: str) -> tuple[Parts | None, tuple[Issue, ...]]:
    """Cut ``text`` into front matter and body, without the blank lines around the body."""
    if not (text.startswith("---\n") or text.rstrip() == "---"):
        hint = "begin the file with a line of three hyphens, the keys, and another such line"
        return None, (Issue(Where(path, 1, 1), "E010", "no front matter", hint=hint),)
    close = _CLOSE.search(text, 4)
    if close is None or close.start() > _LARGEST:
        message = "the front matter has no end" if close is None else "the front matter is too long"
        return None, (Issue(Where(path, 1, 1), "E010", message, hint="end it with a line of three hyphens"),)
    rest = text[close.end() :]
    body = rest.lstrip("\n")
    line = text.count("\n", 0, close.end()) + 1 + len(rest) - len(body)
    return Parts(text[4 : close.start()], body.rstrip("\n"), line), ()


def read(text: str, path: str, found: list[Issue]) -> tuple[Form, Parts] | None:
    """Return the keys and the parts of a Markdown file, or None; what is wrong is added to ``found``."""
    parts, issues = split(text, path)
    found.extend(issues)
    if parts is None:
        return None
    form = read_form(parts.yaml, path, 2, found)
    if form is None and not found:
        found.append(Issue(Where(path, 1, 1), "E010", "the front matter is empty", hint="title: …"))
    if form is not None:
        found.extend(_odd_characters(parts, path))
    return None if form is None else (form, parts)


def _odd_characters(parts: Parts, path: str) -> list[Issue]:
    """Warn of the first invisible direction mark and the first control character of the body."""
    if parts.body.replace("\n", " ").replace("\u3000", " ").replace("\xa0", " ").isprintable():
        return []  # the usual case, in a fifth of the time
    rules = (
        (_BIDI, "W102", "invisible direction marks in the text"),
        (_CONTROL, "W103", "control characters in the text"),
    )
    issues = []
    for pattern, code, message in rules:
        match = pattern.search(parts.body)
        if match:
            line = parts.body.count("\n", 0, match.start())
            column = match.start() - parts.body.rfind("\n", 0, match.start())
            where = Where(path, parts.body_line + line, column)
            issues.append(Issue(where, code, f"{message} (U+{ord(match[0]):04X})", "warning", "delete them"))
    return issues
