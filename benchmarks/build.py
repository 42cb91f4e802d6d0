"""What builds cost: cold, with nothing changed, after one edit, after a new term, after a change of a template.

    python benchmarks/build.py SITE [ROUNDS]

SITE is the folder of a site with articles under ``content/articles``; it is copied, the copy is built by
``python -m site_builder build --no-full-text --jobs 1``: one process, since a fork server's children are in nobody's
account. Prints wall and processor seconds, medians of the rounds, and the peak memory.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = Path(__file__).parents[1]
BUILD = [sys.executable, "-m", "site_builder", "build", "--no-full-text", "--quiet", "--jobs", "1"]


def timed(site: Path) -> tuple[float, float]:
    """Build once; return wall and processor seconds. Raises ``CalledProcessError`` where the build fails."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(BUILD, cwd=site, check=True, env={**os.environ, "PYTHONPATH": str(PROGRAM)})
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_round(site: Path, number: int) -> dict[str, tuple[float, float]]:
    """Build cold, again, after an edit without Chinese, after one with a new term, after a change of a template."""
    shutil.rmtree(site / ".cache", ignore_errors=True)
    shutil.rmtree(site / "output", ignore_errors=True)
    shutil.rmtree(site / "templates", ignore_errors=True)
    made = {"cold": timed(site), "no change": timed(site)}
    articles = sorted((site / "content" / "articles").glob("*.md"))
    edited = articles[(len(articles) // 2 + number) % len(articles)]
    edited.write_text(edited.read_text("utf-8") + f"\nA sentence of round {number}.\n", "utf-8")
    made["one edit"] = timed(site)
    named = f"\nA tea house called Moon {number} Hall (月亮第{'一二三四五六七八九'[number % 9]}阁) opened.\n"
    edited.write_text(edited.read_text("utf-8") + named, "utf-8")
    made["new term"] = timed(site)
    (site / "templates").mkdir()
    article = (PROGRAM / "templates" / "article.html").read_text("utf-8")
    (site / "templates" / "article.html").write_text(f"{article}\n{{# round {number} #}}\n", "utf-8")
    made["template"] = timed(site)
    return made


def main(source: Path, rounds: int) -> None:
    """Print the medians of ``rounds`` rounds on a copy of the site at ``source``."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(source, site, ignore=shutil.ignore_patterns("output", ".cache"))
        found = [one_round(site, number) for number in range(rounds)]
        files = sum(1 for path in (site / "output").rglob("*") if path.is_file())
    print(f"{len(list((source / 'content' / 'articles').glob('*.md')))} articles, {files} files, {rounds} round(s)")
    for what in found[0]:
        wall, cpu = (statistics.median(one[what][at] for one in found) for at in (0, 1))
        print(f"{what:10} wall {wall:7.2f} s   cpu {cpu:7.2f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
