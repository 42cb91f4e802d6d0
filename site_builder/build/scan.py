"""What a build stands on: every file it may read, by content; and in which parts that differs from the last build.

Input: a request, what the last build remembers. Output: digests of files, and named parts of the keys.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.build.request import Request
from site_builder.store import manifest, templates
from site_builder.store.pack import digest

PROGRAM = Path(__file__).resolve().parent.parent
Digests = dict[str, tuple[int, int, bytes]]
"""Name to (bytes, time stamp, digest)."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen. Names begin with ``content/``, ``templates0/`` and so on, or ``program/``.

    ``parts`` are the named parts of the keys that all articles and pages share.
    """

    stamps: manifest.Stamps
    files: Digests
    libraries: tuple[str, ...]
    parts: dict[str, bytes]

    def of(self, name: str) -> bytes:
        """Return the digest of one file, or nothing where there is none."""
        return self.files[name][2] if name in self.files else b""


def folders(request: Request) -> list[tuple[str, Path]]:
    """Return all folders that a build reads, each with its name in a ``Scan``."""
    looks = [(f"templates{number}", folder) for number, folder in enumerate(templates.folders(request.root))]
    return [("content", request.root / "content"), *looks, ("program", PROGRAM)]


def scan(request: Request, known: Mapping[str, tuple[int, int, bytes]], moment: int) -> Scan:
    """Look at every file; read those whose size or time stamp is not as ``known``.

    ``moment`` is the file system's time in ns at the start of the build. Raises ``OSError`` for what cannot be read.
    """
    where = dict(folders(request))
    stamps = manifest.settled(manifest.stamps(where.items()), moment)
    files: Digests = {}
    for name, stamp in stamps.items():
        old = known.get(name)
        if old is not None and old[:2] == stamp != manifest.UNSETTLED:
            files[name] = old
        else:
            head, _, tail = name.partition("/")
            files[name] = (*stamp, _digest(where[head] / tail))
    libraries = manifest.libraries()
    parts = {
        "program": _joined(files, _is_program) + digest(repr(libraries).encode()),
        "templates": _joined(files, _is_look),
        "static": _joined(files, _is_static),
        "dictionary": _dictionary(request),
        "settings": digest(repr((request.site, os.environ.get("SOURCE_DATE_EPOCH"))).encode()),
    }
    return Scan(stamps, files, libraries, parts)


def _digest(path: Path) -> bytes:
    try:
        return digest(path.read_bytes() if path.is_file() else b"")  # a pipe would wait for ever
    except OSError:  # who needs the file says so
        return b""


def _is_look(name: str) -> bool:
    """Tell whether pages are made with a file: templates are, and the script that stands in the head of each."""
    return name.startswith("templates") and name.endswith((".html", "/static/early.js"))


def _is_static(name: str) -> bool:
    return name.startswith("templates") and not _is_look(name)


def _is_program(name: str) -> bool:
    return name.startswith("program/")


def _joined(files: Digests, chosen: Callable[[str], bool]) -> bytes:
    return digest(repr(sorted((name, file[2]) for name, file in files.items() if chosen(name))).encode())


def _dictionary(request: Request) -> bytes:
    if not request.site.dictionary:
        return b""
    return _digest(request.root / request.site.dictionary)


def key(*parts: bytes | str) -> bytes:
    """Return one key made of parts, each told from the next."""
    return digest(
        b"\0".join([part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts])
    )
