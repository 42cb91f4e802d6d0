"""What stands at an address of the preview.

Input: the folder of the built site, pages that are made but not published yet. Output: the bytes and their type, the
address to go to instead, or what says that there is nothing.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from site_builder.server import guard, panel

_BYTES = "application/octet-stream"
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Found:
    """``data`` of the type ``kind``; ``there`` is False for a page that says there is none; ``moved`` an address."""

    data: bytes
    kind: str
    there: bool = True
    moved: str = ""

    @property
    def header(self) -> str:
        """The value of ``Content-Type``."""
        return f"{self.kind}; charset=utf-8" if self.kind.startswith("text/") else self.kind

    def with_data(self, data: bytes) -> Found:
        """Return the same with other bytes."""
        return replace(self, data=data)


def at(output: Path, early: Mapping[str, bytes], path: str) -> Found:
    """Return what stands at ``path``; a page that is made already comes before the one that is published."""
    name = path.lstrip("/")
    page = name + _INDEX if not name or name.endswith("/") else name
    if page in early:
        return Found(early[page], "text/html")
    if f"{page}/{_INDEX}" in early:
        return _moved(name)
    file = guard.file_at(output, path)
    data = _read(file)
    if file is None or data is None:
        nothing = _read(guard.file_at(output, "404.html"))
        return Found(panel.nothing_built().encode() if nothing is None else nothing, "text/html", there=False)
    if file.name == _INDEX and not page.endswith(_INDEX):
        return _moved(name)
    return Found(data, mimetypes.guess_type(file.name)[0] or _BYTES)


def _moved(name: str) -> Found:
    return Found(b"", "text/html", moved=f"/{name}/")


def _read(file: Path | None) -> bytes | None:
    """Return the bytes of a file; None where there is none, or a build that was just published took it away."""
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None
