"""The verb ``build``: make the site.

Input: the folder of the site and the common flags. Output: the built site, and what was done, in one line.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from site_builder.cli import options, report

if TYPE_CHECKING:
    from site_builder.build.request import Report, Request
    from site_builder.build.stages import Stages


def add(verbs: options.Verbs) -> None:
    """Describe the verb to argparse."""
    parser = options.add_verb(verbs, "build", "build the site into the output folder", run=run)
    parser.add_argument("--executor", default="", metavar="URL", help="a cluster to work on: dask://HOST:PORT")
    parser.add_argument("--no-full-text", action="store_true", help="leave out the index for searching whole texts")
    parser.add_argument("--profile", action="store_true", help="say where the time went, in seconds of the processor")
    parser.add_argument("--explain", nargs="?", const="", metavar="PAGE", help="say why pages were made, build nothing")


def run(chosen: argparse.Namespace) -> int:
    """Build the site, say what was built and what is wrong with the content."""
    from site_builder.build import Live, build  # noqa: PLC0415 - `--help` builds nothing
    from site_builder.build.stages import Stages  # noqa: PLC0415 - as above

    asked = request(chosen)
    if chosen.explain is not None:
        return _explain(chosen, asked)
    stages = Stages(watched=chosen.profile)
    live = Live(stages=stages) if chosen.profile else None  # with one, a build does not ask first whether it need be
    done = build(asked, lambda text: print(text, file=sys.stderr), live)
    code = report.finish(chosen, done.issues)
    _say(chosen, asked, done)
    if done.terms:
        report.say_without_model(chosen)
    if chosen.profile:
        _profile(chosen, stages)
    return code


def _profile(chosen: argparse.Namespace, stages: Stages) -> None:
    """Print what each stage cost, the dearest first."""
    ordered = sorted(stages.spent.items(), key=lambda one: (-one[1][0], one[0]))
    for name, (seconds, count) in ordered:
        report.say(chosen, f"{seconds:9.3f} s {count:7,} × {name}", stage=name, seconds=round(seconds, 6), count=count)
    whole = sum(seconds for _, (seconds, _) in ordered)
    report.say(chosen, f"{whole:9.3f} s in all, but for starting the program", stage="", seconds=round(whole, 6))


def request(chosen: argparse.Namespace, *, publish: bool = True) -> Request:
    """Return what the flags ask for, with the problems of ``site.toml``."""
    from site_builder.build.request import Request  # noqa: PLC0415 - `--help` builds nothing

    site, found = options.load_site(chosen)
    root, output = options.root(chosen), options.output(chosen)
    return Request(
        root,
        output,
        site,
        strict=chosen.strict,
        publish=publish,
        found=found,
        jobs=chosen.jobs or 0,
        executor=getattr(chosen, "executor", ""),
        full_text="never" if getattr(chosen, "no_full_text", False) else "now",
    )


def _explain(chosen: argparse.Namespace, asked: Request) -> int:
    """Print why the last build made ``--explain PAGE``, or all pages that it did not leave as they were."""
    from site_builder.build.explain import why  # noqa: PLC0415 - `--help` explains nothing

    for page, reason in why(asked, chosen.explain):
        report.say(chosen, f"/{page}: {reason}", page=page, reason=reason)
    return 0


def _say(chosen: argparse.Namespace, asked: Request, done: Report) -> None:
    """Print what was built and how to look at it; or that the last good site stands."""
    if not done.published:
        report.say(chosen, f"nothing was published: the last good site in {asked.output} stands", published=False)
        return
    counts = {"articles": done.articles, "topics": done.topics, "terms": done.terms, "hashtags": done.hashtags}
    built = ", ".join(f"{number:,} {name if number != 1 else name[:-1]}" for name, number in counts.items())
    changed = f"{done.written:,} of {done.pages:,} files written, {done.removed:,} removed"
    report.say(chosen, f"built {built}: {changed}", published=True, **counts, files=done.pages, written=done.written)
    if not chosen.json:
        report.say(chosen, f"look at it: {asked.output.resolve() / 'index.html'}, or site-builder serve")
