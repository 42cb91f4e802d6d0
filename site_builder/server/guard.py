"""Who may talk to the preview: only pages that the preview itself served, in a browser on this machine.

Input: the headers of a request. Output: yes or no. A foreign page can make a browser send requests to
127.0.0.1 (cross-site request forgery), and can give its own name that address (DNS rebinding); the first shows
in ``Origin``, the second in ``Host``.
"""

from __future__ import annotations

import hmac
from pathlib import Path

_NAMES = ("127.0.0.1", "localhost", "[::1]")


def hosts(port: int) -> frozenset[str]:
    """Return the values of ``Host`` that mean this server; a browser leaves port 80 out."""
    named = {f"{name}:{port}" for name in _NAMES}
    return frozenset(named | set(_NAMES) if port == 80 else named)  # noqa: PLR2004 - the port of http


def trusted(host: str, origin: str | None, port: int) -> bool:
    """Tell whether a request was meant for this server, and came from a page of its own, if from any page."""
    allowed = hosts(port)
    return host in allowed and (origin is None or origin in {f"http://{name}" for name in allowed})


def may_write(host: str, origin: str | None, port: int, sent: str, token: str) -> bool:
    """Tell whether a request may change files: from a page of this server that holds the session's ``token``."""
    known = hmac.compare_digest(sent.encode("utf-8", "surrogatepass"), token.encode())
    return known and origin is not None and trusted(host, origin, port)


def file_at(root: Path, path: str) -> Path | None:
    """Return the file below ``root`` that the address ``path`` names, or None; a folder's file is ``index.html``."""
    try:
        base = root.resolve()
        file = (base / path.lstrip("/")).resolve()
        if file.is_dir():
            file = (file / "index.html").resolve()
        return file if file.is_relative_to(base) and file.is_file() else None
    except (OSError, ValueError):  # a name too long, a NUL in it, a loop of links
        return None
