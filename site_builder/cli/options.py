"""The flags that every verb takes, and what they come to.

Input: argparse namespaces. Output: folders, the settings of the site, with the command line over the file.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from site_builder.model.issue import Issue
    from site_builder.model.site import Site

Verbs = Any
"""What ``add_subparsers`` returns; argparse keeps the type private."""


def add_verb(verbs: Verbs, name: str, help_text: str, *, run: Any) -> argparse.ArgumentParser:
    """Add the verb ``name`` with the common flags; ``run(namespace) -> exit code`` does its work."""
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=help_text, description=help_text)
    add_common(parser, defaults=False)
    parser.set_defaults(run=run)
    return parser


def add_common(parser: argparse.ArgumentParser, *, defaults: bool) -> None:
    """Add the common flags; they may stand before the verb (with ``defaults``) or after it."""
    group = parser.add_argument_group("common flags")

    def flag(name: str, default: object, help_text: str, **more: Any) -> None:
        group.add_argument(name, default=default if defaults else argparse.SUPPRESS, help=help_text, **more)

    flag("--site", Path(), "the folder of the site (default: the working folder)", metavar="DIR", type=Path)
    flag("--output", None, "where the site is built (default: output/ in the site)", metavar="DIR", type=Path)
    flag("--base-url", None, "the address the site will have, a sub-path included", metavar="URL", type=_url)
    flag("--drafts", False, "build drafts too", action="store_true")
    flag("--public", False, "leave out the text of articles whose rights are reserved", action="store_true")
    flag("--strict", False, "take warnings as errors", action="store_true")
    flag("--jobs", None, "how many processes may work (default: as many as help)", metavar="N", type=_jobs)
    flag("--json", False, "print JSON Lines for programs", action="store_true")
    flag("--quiet", False, "print problems only", action="store_true")
    flag("--verbose", False, "print what is done and how long it takes", action="store_true")


def _url(text: str) -> str:
    from site_builder import settings  # noqa: PLC0415 - `--help` loads no values

    if text and (fault := settings.url_fault(text)):
        raise argparse.ArgumentTypeError(fault)
    return text


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:5]) <= 1024):  # noqa: PLR2004 - more helps no machine
        message = f'must be a whole number from 1 to 1024, not "{text[:20]}"'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def root(chosen: argparse.Namespace) -> Path:
    """Return the folder of the site; one without ``content/`` is wrong use."""
    from site_builder.model.issue import SiteError  # noqa: PLC0415 - as above

    folder = Path(chosen.site)
    if not (folder / "content").is_dir():
        message = (
            f"{folder / 'content'}: no such folder; go to the site, or name it with --site DIR, or make one: init DIR"
        )
        raise SiteError(message)
    return folder


def output(chosen: argparse.Namespace) -> Path:
    """Return the folder that the site is built into."""
    return Path(chosen.output) if chosen.output is not None else Path(chosen.site) / "output"


def load_site(chosen: argparse.Namespace) -> tuple[Site, tuple[Issue, ...]]:
    """Return the settings of the site with the command line over them, and every problem of the file."""
    from site_builder import settings  # noqa: PLC0415 - `--help` reads nothing
    from site_builder.store.files import read_text  # noqa: PLC0415

    folder = root(chosen)
    path = folder / settings.PATH
    text, issues = read_text(path, settings.PATH, folder) if path.exists() else ("", ())
    site, more = settings.read(text or "")
    if (folder / "site.toml").is_file():
        more += (settings.misplaced("site.toml"),)
    site = settings.override(site, base_url=chosen.base_url, public=chosen.public, drafts=chosen.drafts)
    return site, (*issues, *more)
