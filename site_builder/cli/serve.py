"""The verb ``serve``: the live preview, and with ``--edit`` the annotation editor.

Input: the command line. Output: a web server on this machine; what each build found is printed.
"""

from __future__ import annotations

import argparse
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from site_builder.cli import build as build_verb
from site_builder.cli import options, report

if TYPE_CHECKING:
    from site_builder.model.issue import Issue


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    parser = options.add_verb(verbs, "serve", "preview the site; rebuild and reload on every change", run=run)
    parser.add_argument("--edit", action="store_true", help="write notes on articles in the browser")
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="the port (default: 8000; 0: any)")
    parser.add_argument("--open", action="store_true", help="open the site in a browser")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):  # noqa: PLR2004 - TCP
        message = f'must be a number from 0 to 65535, not "{text[:20]}"'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def run(chosen: argparse.Namespace) -> int:
    """Serve until stopped; to stop it is no failure."""
    from site_builder.server import serve  # noqa: PLC0415 - `--help` serves nothing

    def tell(files: tuple[str, ...], issues: tuple[Issue, ...]) -> None:
        if files:
            more = f" and {len(files) - 1} more" if len(files) > 1 else ""
            report.say(chosen, f"built again for {report.visible(files[0])}{more}", files=list(files))
        report.finish(chosen, issues)

    def ready(address: str) -> None:
        report.say(chosen, f"serving {address} — Ctrl-C stops it", address=address)

    load = partial(build_verb.request, chosen)
    with suppress(KeyboardInterrupt):
        serve(load, tell, ready, port=chosen.port, edit=chosen.edit, show=chosen.open)
    return 0
