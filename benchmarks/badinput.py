"""Bad input, case by case: what each of a folder of broken files does to ``ingest``, ``build`` and ``check``.

    python benchmarks/badinput.py FOLDER [--only NAME] [--seconds N]

FOLDER holds ``cases.json`` (a list of {name, group, expect, line, warn}) and a folder for each case: ``c-*`` are
articles, ``a-*`` notes, ``i-*`` scrapes. Cases without a folder are made here, for no store of files can hold them.
Each case runs in a site of its own beside a good file of the same kind. A row fails where the exit code, the file (and
line) that the message names, the good file, what is left behind, or the time is not what it must be.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

GOOD = "---\ntitle: Good\ndate: 2024-05-01\n---\n\n外交部发言人表示，中方对此表示关注。The mill stood by the river.\n"
PROSE = (
    "<p>Every spring the workshops along the river open their doors, and the first paper birds go up, one by one.</p>"
)
OTHER = "<p>The ferry on the lake has a new bell, and the children of both shores have learnt to tell its hours.</p>"
PAGE = f"<!doctype html><meta charset=utf-8><title>Good kites</title><article><h1>Good kites</h1>{PROSE * 4}</article>"
HEAD = "---\ntitle: Bad\ndate: 2024-05-01\n---\n\n"
LIMIT = 2_000_000_000  # bytes of memory that no case may need


@dataclass(frozen=True, slots=True)
class Ran:
    """One call of the program: exit code, all that it said, seconds of processor, megabytes at the most."""

    code: int
    said: str
    seconds: float
    memory: float


def run(site: Path, verb: str, *more: str, seconds: int) -> Ran:
    """Run one verb in ``site`` with limits of memory and processor time, as a reader of hostile files must bear."""

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    with tempfile.TemporaryFile() as out:
        command = [sys.executable, "-m", "site_builder", verb, *more]
        process = subprocess.Popen(command, cwd=site, stdout=out, stderr=out, preexec_fn=limits)  # noqa: PLW1509 - one thread
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode("utf-8", "replace")
    return Ran(process.returncode, said, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><meta charset=utf-8><title>Bad</title>{head}<article><h1>Bad</h1>{OTHER * 4}{body}"


# Cases that no store of files can hold: odd names, links, pipes, and what is too large to keep.
MADE: dict[str, Callable[[Path], object]] = {
    "c-file-newline": lambda at: (at / "bad\nname.md").write_text(HEAD + "x"),
    "c-file-long": lambda at: (at / ("x" * 250 + ".md")).write_text(HEAD + "x"),
    "c-file-jinja": lambda at: (at / "{{7*7}}.md").write_text(HEAD + "x"),
    "c-md-list-deep": lambda at: (at / "bad.md").write_text(HEAD + "".join("    " * n + "- a\n" for n in range(1000))),
    "c-md-backticks": lambda at: (at / "bad.md").write_text(HEAD + " a ".join("`" * n for n in range(1, 600))),
    "c-md-comment-open": lambda at: (at / "bad.md").write_text(HEAD + "<!--" * 50_000),
    "c-md-entities": lambda at: (at / "bad.md").write_text(HEAD + "&amp;" * 100_000),
    "c-md-50mb-line": lambda at: (at / "bad.md").write_text(HEAD + "a" * 50_000_000),
    "c-symlink-file-out": lambda at: (at / "bad.md").symlink_to("/etc/passwd"),
    "c-symlink-dir-out": lambda at: (at / "bad").symlink_to("/etc"),
    "c-symlink-loop": lambda at: (at / "bad").symlink_to(at.parent),
    "c-fifo": lambda at: os.mkfifo(at / "bad.md"),
    "i-50mb-line": lambda at: (at / "bad.html").write_text(page("<p>" + "word and " * 5_600_000)),
    "i-deep-10k": lambda at: (at / "bad.html").write_text(page("<div>" * 10_000 + "deep" + "</div>" * 10_000)),
    "i-100k-siblings": lambda at: (at / "bad.html").write_text(page("<p>One of many.</p>" * 100_000)),
    "i-100k-attrs": lambda at: (at / "bad.html").write_text(
        page("<p " + " ".join(f"a{n}=x" for n in range(100_000)) + ">many</p>")
    ),
    "i-srcset-huge": lambda at: (at / "bad.html").write_text(
        page("<img alt=x src=/a.png srcset='" + ",".join(f"/{n}.png {n}w" for n in range(50_000)) + "'>")
    ),
    "i-directory": lambda at: (at / "bad.html").mkdir(),
}


def laid(case: Path, name: str, at: Path) -> None:
    """Put the files of a case where the program will look for them."""
    at.mkdir(parents=True, exist_ok=True)
    if case.is_dir():
        shutil.copytree(case, at, dirs_exist_ok=True)
    else:
        MADE[name](at)


def tried(folder: Path, row: dict[str, object], seconds: int) -> list[str]:
    """Return the columns of a row, the last of them what is wrong with it."""
    name = str(row["name"])
    with tempfile.TemporaryDirectory() as place:
        site = Path(place)
        (site / "content/articles").mkdir(parents=True)
        (site / "content/site.toml").write_text('title = "Bad input"\n')
        ran, fine = {"c": article, "a": note, "i": scrape}[name[0]](folder / name, name, site, seconds)
        left = sorted(p.name for p in site.rglob("*") if ".spare" in p.name or p.name.startswith(".bad"))
    wrong = [what for what, bad in faults(row, ran, fine=fine, left=left).items() if bad]
    first = next((line for line in ran.said.splitlines() if re.search(r": [EW]\d{3} ", line)), "")
    figures = [str(ran.code), f"{ran.seconds:.1f}", f"{ran.memory:.0f}"]
    return [name, str(row["expect"]), *figures, ", ".join(wrong) or "ok", first[:110]]


def faults(row: dict[str, object], ran: Ran, *, fine: bool, left: list[str]) -> dict[str, bool]:
    """Return what could be wrong with a call, and whether it is."""
    said = ran.said.casefold()
    named = "bad" in said or "%" in said or "{{" in said or "xxxx" in said or "good.yaml" in said
    return {
        "a traceback": "traceback" in said,
        "exit code": ran.code not in {"reject": (1,), "accept": (0,), "either": (0, 1)}[str(row["expect"])],
        "file not named": bool(ran.code) and not named,
        "line not named": bool(row["line"]) and ":1" not in said and not any(f":{n}" in said for n in range(2, 10)),
        "no warning": bool(row["warn"]) and not ran.code and not re.search(r": w\d{3} ", said),
        "the good file": not fine,
        "left behind": bool(left),
    }


def article(case: Path, name: str, site: Path, seconds: int) -> tuple[Ran, bool]:
    at = site / "content/articles"
    (at / "good.md").write_text(GOOD)
    laid(case, name, at)
    ran = run(site, "build", "--no-full-text", seconds=seconds)
    page_of = site / "output/articles/good/index.html"
    secret = any("root:" in path.read_text("utf-8", "replace") for path in (site / "output").rglob("*.html"))
    # A build is all or nothing: with an error there is no site, else the good article is in it.
    return ran, page_of.exists() == (ran.code == 0) and not secret


def note(case: Path, _name: str, site: Path, seconds: int) -> tuple[Ran, bool]:
    (site / "content/articles/good.md").write_text(GOOD)
    (site / "content/annotations").mkdir()
    shutil.copyfile(case / "ann.txt", site / "content/annotations/good.yaml")
    return run(site, "check", seconds=seconds), not (site / "pwned").exists()


def scrape(case: Path, name: str, site: Path, seconds: int) -> tuple[Ran, bool]:
    at = site / "seeds"
    laid(case, name, at)
    (at / "good.html").write_text(PAGE)
    bad = next(path for path in at.iterdir() if path.name != "good.html")
    ran = run(site, "ingest", str(bad), str(at / "good.html"), seconds=seconds)
    written = [path for path in (site / "content/articles").glob("*.md") if not path.read_text().startswith("---\n")]
    return ran, (site / "content/articles/good-kites.md").exists() and not written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=int, default=120)
    chosen = parser.parse_args()
    rows = [one for one in json.loads((chosen.folder / "cases.json").read_text("utf-8")) if chosen.only in one["name"]]
    print("case | expect | exit | CPU s | MB | verdict | first message")
    for row in rows:
        if (chosen.folder / row["name"]).is_dir() or row["name"] in MADE:
            print(" | ".join(tried(chosen.folder, row, chosen.seconds)), flush=True)


if __name__ == "__main__":
    main()
