"""Runs Pagefind, the full-text index that browsers read in pieces.

Input: what search reads of each article, one by one. Output: the index's files with their site paths. Its ready-made
user interfaces are left out: ``search.js`` asks its engine. The same articles in the same order give the same bytes.
The service is spoken to directly (messages of JSON in base64, each ended by a comma): the package's own
client waits a tenth of a second for each article.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from site_builder.model.fulltext import FullText
from site_builder.model.issue import SiteError

SEPARATOR = "\u2063"
"""Stands between an article's text and its keys (an invisible separator, which no article has)."""
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "wasm.unknown")


def index(articles: Iterable[FullText]) -> list[tuple[str, bytes]]:
    """Return the files of the index, sorted by path. Raises ``SiteError`` where Pagefind cannot run."""
    with tempfile.TemporaryDirectory(prefix="pagefind-") as folder:
        try:
            _run(articles, folder)
        except (OSError, ImportError, ValueError) as problem:
            message = f"the full-text index cannot be made ({problem}); is pagefind[extended] installed here?"
            raise SiteError(message) from problem
        files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        return [
            (f"pagefind/{path.relative_to(folder).as_posix()}", path.read_bytes())
            for path in files
            if not path.name.startswith(_UNUSED)
        ]


def _run(articles: Iterable[FullText], folder: str) -> None:
    from pagefind.service import get_executable  # noqa: PLC0415 (only a build that makes the index needs it)

    command = [str(get_executable() or "pagefind"), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as service:  # noqa: S603
        if service.stdin is None or service.stdout is None:
            raise OSError
        to, back = service.stdin, service.stdout
        made = _ask(to, back, {"type": "NewIndex", "config": {"force_language": "en"}})["index_id"]
        for article in articles:
            _ask(to, back, _record(made, article))
        _ask(to, back, {"type": "WriteFiles", "index_id": made, "output_path": folder})
        to.close()


def _ask(to: IO[bytes], back: IO[bytes], payload: dict[str, Any]) -> dict[str, Any]:
    to.write(b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
    to.flush()
    answer = bytearray()
    while (byte := back.read(1)) != b",":
        if not byte:
            message = "the program ended early"
            raise OSError(message)
        answer += byte
    said: dict[str, Any] = json.loads(b64decode(bytes(answer)))["payload"]
    if said["type"] == "Error":
        raise ValueError(said["message"])
    return said


def _record(index_id: int, article: FullText) -> dict[str, Any]:
    blocks = " ".join(f"{block}:{start}" for block, start in article.blocks)
    return {
        "type": "AddRecord",
        "index_id": index_id,
        "url": article.path,
        "content": f"{article.text} {SEPARATOR} {' '.join(article.keys)}",
        "language": "en",
        "meta": {"title": article.title, "path": article.path, "blocks": blocks},
    }
