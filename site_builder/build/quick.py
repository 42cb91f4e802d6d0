"""A build without changes: looks at files, opens none of them, and says what the last build said.

Input: a request. Output: the last build's report where nothing it depends on has changed, else None.
"""

from __future__ import annotations

import os

from site_builder.build.request import Report, Request
from site_builder.build.scan import Scan, folders
from site_builder.model.issue import Issue
from site_builder.store import manifest, pack
from site_builder.store.codec import codec


def unchanged(request: Request) -> Report | None:
    """Return the report of the last build, when this one would do nothing."""
    if not request.publish:
        return None
    value = pack.load(request.place / "quick")
    if not isinstance(value, dict) or value["asked"] != _asked(request) or value["output"] != _output(request):
        return None
    if value["libraries"] != manifest.libraries() or value["stamps"] != manifest.stamps(folders(request)):
        return None
    issues = codec(tuple[Issue, ...]).unpack
    return Report(True, issues(value["issues"]) if issues else (), *value["counts"])


def remember(request: Request, seen: Scan, report: Report) -> None:
    """Note what this build saw and said."""
    issues = codec(tuple[Issue, ...]).pack
    counts = (report.articles, report.topics, report.terms, report.hashtags, report.pages)
    value = {
        "asked": _asked(request),
        "output": _output(request),
        "libraries": seen.libraries,
        "stamps": seen.stamps,
        "issues": issues(report.issues) if issues else (),
        "counts": counts,
    }
    pack.dump(request.place / "quick", value)


def _asked(request: Request) -> str:
    return repr((request.site, request.strict, request.found, request.full_text, os.environ.get("SOURCE_DATE_EPOCH")))


def _output(request: Request) -> tuple[int, ...]:
    """Return what the output looks like from outside: its identity, and the time stamps of its first two floors."""
    try:
        status = os.stat(request.output)
        with os.scandir(request.output) as entries:
            inside = sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries)
    except OSError:
        return ()
    return (status.st_ino, status.st_mtime_ns, *(stamp for _, stamp in inside))
