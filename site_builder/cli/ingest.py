"""The verb ``ingest``: scrapes become articles under content/.

Input: files, folders, or ``-``. Output: a line for each article; a ledger, a report or differences on request.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_builder.cli import options, report

if TYPE_CHECKING:
    from site_builder.ingest import Done
    from site_builder.model.issue import Issue
    from site_builder.store.pictures import Fetch

_TOLD = {
    "new": "wrote",
    "unchanged": "unchanged",
    "updated": "updated",
    "edited": "kept your edits in",
    "merged": "merged",
    "conflict": "merged with conflicts",
    "duplicate": "left out a duplicate of",
    "joined": "joined",
}


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    parser = options.add_verb(verbs, "ingest", "clean scrapes and file their articles under content/", run=run)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders or - (default: seeds/ of the site)")
    parser.add_argument("--explain", action="store_true", help="show what became of every line, and why")
    parser.add_argument("--report", metavar="FILE", type=Path, help="write what --explain shows to FILE, as JSON")
    parser.add_argument("--diff", action="store_true", help="show how a scrape differs from the article in content/")
    parser.add_argument("--fetch", action="store_true", help="fetch the addresses that .url files name")
    parser.add_argument("--images", action="store_true", help="fetch the pictures of articles into their folders")
    parser.add_argument("--merge", action="store_true", help="merge scrapes with edits and duplicates")


def run(chosen: argparse.Namespace) -> int:
    """Ingest, tell what was done, and return the exit code."""
    from site_builder.ingest import ingest  # noqa: PLC0415 - `--help` cleans nothing
    from site_builder.store.files import write_atomic  # noqa: PLC0415 - as above

    root = options.root(chosen)
    with _fetching(asked=chosen.fetch or chosen.images) as fetch:
        done, issues = ingest(
            root,
            chosen.paths,
            merge=chosen.merge,
            fetch=fetch if chosen.fetch else None,
            images=fetch if chosen.images else None,
            told=lambda one: _tell(chosen, one),
        )
    if chosen.report:
        text = json.dumps([_facts(one) for one in done], ensure_ascii=False, indent=1)
        write_atomic(chosen.report, text + "\n")
    return report.finish(chosen, (*issues, *_no_articles(done)))


@contextmanager
def _fetching(*, asked: bool) -> Iterator[Fetch | None]:
    """Give what fetches pages and pictures, all at one pace; nothing where nobody asked for it."""
    if not asked:
        yield None
        return
    from site_builder.store.fetch import fetch_one, opened  # noqa: PLC0415 - as above

    with opened() as fetcher:
        yield partial(fetch_one, fetcher)


def _no_articles(done: tuple[Done, ...]) -> list[Issue]:
    from site_builder.model.issue import Issue, Where  # noqa: PLC0415 - as above

    return [
        Issue(Where(one.name), "W040", f"no article in it: {one.cleaned.why_none}", "warning")
        for one in done
        if not one.cleaned.drafts and not one.cleaned.issues
    ]


def _tell(chosen: argparse.Namespace, one: Done) -> None:
    for result in one.results:
        note = "; ".join(filter(None, (result.note, _touching(result.touched))))
        text = f"{_TOLD[result.fate]} {result.path}" + (f": {note}" if note else "")
        report.say(chosen, text, path=result.path, fate=result.fate, title=result.title, note=note)
        if chosen.diff and result.diff:
            report.say(chosen, result.diff, diff=result.diff)
    if chosen.explain:
        for line in explain(one):
            report.say(chosen, line)


def _touching(notes: tuple[str, ...]) -> str:
    """Say which notes of editors would lose their place."""
    return f"touches {len(notes)} annotation(s): {', '.join(notes)}" if notes else ""


def explain(one: Done) -> list[str]:
    """Return the ledger of a scrape as a table, and the evidence for the fields of its articles."""
    rows = [f"{one.name}: {len(one.cleaned.drafts)} article(s) {one.cleaned.why_none}".rstrip()]
    rows.append(f"{'line':>5}  {'article':7}  {'part or rule':34}  text")
    for entry in one.cleaned.ledger:
        number = str(_counted(entry.article) or "-")
        what = entry.part or f"dropped: {entry.rule}"
        rows.append(f"{entry.line:5}  {number:7}  {what:34}  {report.visible(entry.text[:60])}")
    for count, draft in enumerate(one.cleaned.drafts, 1):
        rows += [f"article {count}: {found.field} = {found.value}  ({found.source})" for found in draft.evidence]
        rows += [f"article {count}: repaired: {repair}" for repair in draft.repairs]
    return rows


def _counted(article: int | None) -> int | None:
    """Return the number of an article as people count: the first is 1."""
    return None if article is None else article + 1


def _facts(one: Done) -> dict[str, Any]:
    return {
        "file": one.name,
        "why_none": one.cleaned.why_none,
        "articles": [
            {
                "path": result.path,
                "fate": result.fate,
                "note": result.note,
                "title": draft.article.title,
                "evidence": [{"field": e.field, "value": e.value, "source": e.source} for e in draft.evidence],
                "repairs": list(draft.repairs),
                "diff": result.diff,
                "touches": list(result.touched),
            }
            for draft, result in zip(one.cleaned.drafts, one.results, strict=True)
        ],
        "ledger": [
            {"line": e.line, "article": _counted(e.article), "part": e.part, "rule": e.rule, "text": e.text}
            for e in one.cleaned.ledger
        ],
    }
