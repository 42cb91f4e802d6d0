"""Files as text, safely: what is read is checked, what is written appears whole or not at all.

Input: paths. Output: text, or an issue that says why there is none. Content comes from people and
from scrapes, so links that lead out of the site, pipes and huge files are refused, not followed.
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from site_builder.model.issue import Issue, Where

LARGEST = 4_000_000
"""Bytes of the largest text file that is read: some forty times a long article."""


def write_atomic(path: Path, content: str | bytes) -> None:
    """Write ``content`` (text as UTF-8) to ``path``: a reader sees the old file or the new one, never a half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions a file at ``path`` should have: those it has, or the usual ones."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0o644


def read_text(path: Path, shown: str, within: Path | None = None) -> tuple[str | None, tuple[Issue, ...]]:
    """Return the text of a file with Unix line ends and no byte order mark, or why there is none.

    ``shown`` is the path for people; a file whose real place is outside ``within`` is refused.
    """
    try:
        refusal = _refusal(path, within)
        data = b"" if refusal else path.read_bytes()
    except (OSError, RuntimeError) as problem:
        refusal = f"cannot be read: {getattr(problem, 'strerror', None) or problem}"
    if refusal:
        return None, (Issue(Where(shown), "E001", refusal),)
    return decode(data, shown)


def _refusal(path: Path, within: Path | None) -> str:
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        real = path.resolve(strict=True)
        if within is not None and not real.is_relative_to(within.resolve()):
            return "is a link to a file outside the site, and is not read"
        status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return "is not a regular file"
    if status.st_size > LARGEST:
        return f"is too large: {status.st_size:,} bytes, at most {LARGEST:,} are read"
    return ""


def decode(data: bytes, shown: str) -> tuple[str | None, tuple[Issue, ...]]:
    """Return UTF-8 ``data`` as text with Unix line ends; what is not UTF-8 is named by line and column."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        return None, (_not_utf8(data, problem.start, shown),)
    if "\r" not in text:
        return text, ()
    unix = text.replace("\r\n", "\n")
    if "\r" not in unix:
        return unix, ()
    hint = "save the file with Unix line ends"
    issue = Issue(Where(shown), "W101", "old Mac line ends (CR) are read as line ends", "warning", hint)
    return unix.replace("\r", "\n"), (issue,)


def _not_utf8(data: bytes, start: int, shown: str) -> Issue:
    line = data.count(b"\n", 0, start) + 1
    column = start - (data.rfind(b"\n", 0, start) + 1) + 1
    message = f"not UTF-8: byte 0x{data[start]:02x} at offset {start:,}"
    return Issue(Where(shown, line, column), "E002", message, hint="save the file as UTF-8")
