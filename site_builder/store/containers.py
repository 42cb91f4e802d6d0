"""Files that hold scrapes: zip, MHTML and WARC archives, unpacked in memory within limits.

Input: a file's name and bytes. Output: the scrapes in it, in order, and an issue for each that could not be read.
Names inside an archive are labels for people; nothing is written under them.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser
from pathlib import PurePosixPath

from site_builder.model.issue import Issue, Where
from site_builder.model.scrape import Scrape

try:
    from lzma import LZMAError
except ImportError:  # a Python compiled without it: no archive raises it there
    LZMAError = zlib.error  # type: ignore[misc, assignment]

SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml"})
ARCHIVES = frozenset({".zip", ".mhtml", ".mht", ".warc", ".gz"})
LARGEST = 50_000_000  # bytes of one scrape
_ODD = re.compile("[^ -~\u00a0-\uffff]+")
_MOST = 1000  # scrapes in one archive
_ALL = 400_000_000  # bytes of all scrapes in one archive
_BROKEN = (zipfile.BadZipFile, zlib.error, LZMAError, RuntimeError, OSError, EOFError, ValueError)
"""What ``zipfile`` raises for archives that are torn, locked, of later versions, or hold names in no encoding."""


def is_archive(name: str) -> bool:
    """Tell whether a file of this name may hold scrapes."""
    lower = name.lower()
    return lower.endswith((".zip", ".mhtml", ".mht", ".warc", ".warc.gz"))


def unpack(name: str, data: bytes) -> Iterator[Scrape | Issue]:
    """Yield the scrapes in an archive, or why one could not be read."""
    lower = name.lower()
    if lower.endswith(".zip"):
        yield from _zip(name, data)
    elif lower.endswith((".mhtml", ".mht")):
        yield _mhtml(name, data)
    else:
        yield from _warc(name, data)


def _problem(name: str, message: str) -> Issue:
    return Issue(Where(name), "E001", message)


def _label(name: str, inner: str) -> str:
    return f"{name}!{_ODD.sub('?', inner)[:200]}"


def _zip(name: str, data: bytes) -> Iterator[Scrape | Issue]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as problem:
        yield _problem(name, f"is no zip archive, or a broken one: {problem}")
        return
    with archive:
        wanted = [one for one in archive.infolist() if _is_wanted(one)]
        if not wanted:
            yield _problem(name, f"holds no scrape ({', '.join(sorted(SUFFIXES))})")
        if len(wanted) > _MOST:
            yield _problem(name, f"holds {len(wanted):,} files; only the first {_MOST:,} are read")
        left = _ALL
        for entry in sorted(wanted, key=lambda one: one.filename)[:_MOST]:
            found = _entry(name, archive, entry, left)
            left -= len(found.data) if isinstance(found, Scrape) else 0
            yield found


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    hidden = any(part.startswith(("__MACOSX", ".")) and part != ".." for part in path.parts)
    return not entry.is_dir() and not hidden and path.suffix.lower() in SUFFIXES


def _entry(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> Scrape | Issue:
    """Read one file of an archive; the size that its head claims is not believed."""
    label, limit = _label(name, entry.filename), min(LARGEST, left)
    try:
        with archive.open(entry) as file:
            data = file.read(limit + 1)
    except _BROKEN as problem:
        return _problem(label, f"cannot be unpacked: {problem}")
    return (
        Scrape(label, data)
        if len(data) <= limit
        else _problem(label, f"is too large: at most {limit:,} bytes are read")
    )


def _mhtml(name: str, data: bytes) -> Scrape | Issue:
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            address = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
            if isinstance(page, bytes) and page:
                return Scrape(name, page, _address(str(address)))
    return _problem(name, "holds no page (no part of the type text/html)")


def _address(text: str) -> str:
    return text.strip() if re.match(r"https?://\S+$", text.strip()) else ""


def _warc(name: str, data: bytes) -> Iterator[Scrape | Issue]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only needed for WARC files
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - as above

    found = 0
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            told = record.http_headers if record.rec_type == "response" else None
            kind = told.get_header("Content-Type", "") if told and told.get_statuscode() == "200" else ""
            if "html" not in kind or found >= _MOST:
                continue
            found += 1
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            page = record.content_stream().read(LARGEST + 1)
            label = _label(name, url)
            yield Scrape(label, page, _address(url)) if len(page) <= LARGEST else _problem(label, "is too large")
    # warcio reads on where a record has no address, or none of the lines it needs.
    except (ArchiveLoadFailed, AttributeError, EOFError, OSError, ValueError, zlib.error) as problem:
        yield _problem(name, f"is a broken WARC file: {problem}")
        return
    if not found:
        yield _problem(name, "holds no page (no response of the type text/html)")
