"""Runs Pagefind, the full-text index that browsers read in pieces.

Input: what search reads of each article, one by one. Output: the index's files with their site paths. Its ready-made
user interfaces are left out: ``search.js`` asks its engine. The same articles in the same order give the same bytes.
The service is spoken to directly (messages of JSON in base64, each ended by a comma): the package's own
client waits a tenth of a second for each article.
"""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable
from io import BufferedReader
from typing import IO, Any

from site_builder.model.fulltext import FullText
from site_builder.model.issue import SiteError

SEPARATOR = "\u2063"
"""Stands between an article's text and its keys (an invisible separator, which no article has)."""
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight", "wasm.unknown")


def index(articles: Iterable[FullText]) -> list[tuple[str, bytes]]:
    """Return the files of the index, sorted by path. Raises ``SiteError`` where Pagefind cannot run."""
    try:
        files = _run(articles)
    except (OSError, ImportError, ValueError) as problem:
        message = f"the full-text index cannot be made ({problem}); is pagefind[extended] installed here?"
        raise SiteError(message) from problem
    named = ((file["path"], file["content"]) for file in files)
    kept = ((path, data) for path, data in named if not path.rpartition("/")[2].startswith(_UNUSED))
    return sorted((f"pagefind/{path}", b64decode(data)) for path, data in kept)


def _run(articles: Iterable[FullText]) -> list[dict[str, str]]:
    """Return the files as the service gives them. It could also write them, but ends before the last is written."""
    from pagefind.service import get_executable  # noqa: PLC0415 (only a build that makes the index needs it)

    command = [str(get_executable() or "pagefind"), "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as service:  # noqa: S603
        if service.stdin is None or not isinstance(service.stdout, BufferedReader):
            raise OSError
        to, back = service.stdin, service.stdout
        made = _ask(to, back, {"type": "NewIndex", "config": {"force_language": "en"}})["index_id"]
        for article in articles:
            _ask(to, back, _record(made, article))
        files: list[dict[str, str]] = _ask(to, back, {"type": "GetFiles", "index_id": made})["files"]
        to.close()
        return files


def _ask(to: IO[bytes], back: BufferedReader, payload: dict[str, Any]) -> dict[str, Any]:
    to.write(b64encode(json.dumps({"message_id": 1, "payload": payload}).encode()) + b",")
    to.flush()
    said: dict[str, Any] = json.loads(b64decode(_message(back)))["payload"]
    if said["type"] == "Error":
        raise ValueError(said["message"])
    return said


def _message(back: BufferedReader) -> bytes:
    """Return what comes before the next comma."""
    answer = bytearray()
    while True:
        ready = back.peek(1)
        if not ready:
            message = "the program ended early"
            raise OSError(message)
        end = ready.find(b",")
        answer += back.read(len(ready) if end < 0 else end + 1)
        if end >= 0:
            return bytes(answer[:-1])


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
