"""The verb ``annotate``: words, pinyin, meanings and their evidence for text on standard input.

Input: lines of text, or JSON Lines ``{"id","text","context"?}``. Output: a word a line, or JSON Lines
``{"id","text","words","pinyin","tokens"}``, written as they come.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder.cli import options, report

if TYPE_CHECKING:
    from site_builder.annotate.answer import Answer, Request

_BATCH = 1000  # sentences: the model works on many at once


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    parser = options.add_verb(verbs, "annotate", "read Chinese text on standard input", run=run)
    parser.add_argument("--jsonl", action="store_true", help='take and give JSON Lines: {"id", "text", "context"?}')
    parser.add_argument("--dictionary", type=Path, metavar="FILE", help="a CC-CEDICT file newer than the program's")
    parser.add_argument("--no-model", action="store_true", help="do without the polyphone model")


def run(chosen: argparse.Namespace) -> int:
    """Answer line by line; a line that is not a request is wrong use, and named."""
    gc.disable()  # what is remembered of words lives until the end, the rest holds no cycles: garbage is sought in vain
    try:
        return _run(chosen)
    finally:
        gc.enable()


def _run(chosen: argparse.Namespace) -> int:
    from site_builder.annotate.answer import answer  # noqa: PLC0415 - `--help` reads no dictionary
    from site_builder.knowledge import open_lexicon  # noqa: PLC0415

    lexicon = open_lexicon(_cache(chosen), chosen.dictionary, polyphones=not chosen.no_model)
    jsonl = chosen.jsonl or chosen.json
    asked = _requests(sys.stdin) if chosen.jsonl else _lines(sys.stdin)
    size = _BATCH if chosen.jsonl else 1
    while batch := list(itertools.islice(asked, size)):
        sys.stdout.writelines(one.json + "\n" if jsonl else _plain(one) for one in answer(batch, lexicon))
        sys.stdout.flush()
    if lexicon.lacks_model:
        print(f"site-builder: {report.NO_MODEL}", file=sys.stderr)
    return 0


def _cache(chosen: argparse.Namespace) -> Path:
    """Return the site's cache, or the user's where there is no site."""
    if (chosen.site / "content").is_dir():
        return Path(chosen.site) / ".cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "site-builder"


def _requests(lines: Iterable[str]) -> Iterator[Request]:
    from site_builder.annotate.answer import Request  # noqa: PLC0415
    from site_builder.model.issue import SiteError  # noqa: PLC0415

    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                yield Request(str(row["id"]), str(row["text"]), str(row.get("context") or ""))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                message = f'stdin:{number}: not a request: a line is {{"id": "…", "text": "…", "context": "…"?}}'
                raise SiteError(message) from error


def _lines(lines: Iterable[str]) -> Iterator[Request]:
    from site_builder.annotate.answer import Request  # noqa: PLC0415

    for number, line in enumerate(lines, 1):
        yield Request(str(number), line.rstrip("\n"))


def _plain(one: Answer) -> str:
    return "".join("\t".join(token).rstrip("\t") + "\n" for token in one.tokens) + "\n"
