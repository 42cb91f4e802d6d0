"""How builds grow: pages a second against the number of articles, with a plot.

    python benchmarks/scale.py PLOT.svg SITE...

Each SITE is a folder with articles under ``content/articles``. A copy is built cold, again with nothing changed, and
after one edit, by ``build --no-full-text`` in one process. Prints a table in Markdown and writes PLOT.svg.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
from dataclasses import dataclass
from math import ceil, floor, log10
from pathlib import Path

from build import timed

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 320, 64, 48, 24, 36


@dataclass(frozen=True, slots=True)
class Row:
    """One site: its articles, the files of its output, CPU seconds of three builds, the peak memory so far in MB."""

    articles: int
    files: int
    cold: float
    again: float
    edit: float
    memory: float

    @property
    def rate(self) -> float:
        """Files of a cold build for each processor second."""
        return self.files / self.cold


def measure(source: Path) -> Row:
    """Build a copy of ``source`` three times. Raises ``CalledProcessError`` where a build fails."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(source, site, ignore=shutil.ignore_patterns("output", ".cache"))
        _, cold = timed(site)
        _, again = timed(site)
        articles = sorted((site / "content" / "articles").glob("*.md"))
        with articles[len(articles) // 2].open("a", encoding="utf-8") as file:
            file.write("\nOne sentence more.\n")
        _, edit = timed(site)
        files = sum(1 for path in (site / "output").rglob("*") if path.is_file())
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Row(len(articles), files, cold, again, edit, memory)


def plot(rows: list[Row]) -> str:
    """Return an SVG: articles on a logarithmic axis to the right, files a processor second upwards."""
    first, last = floor(log10(rows[0].articles)), ceil(log10(rows[-1].articles))
    top = ceil(max(row.rate for row in rows) / 500) * 500
    step = 500 if top <= 4000 else 1000

    def across(articles: float) -> float:
        return LEFT + (log10(articles) - first) / max(1, last - first) * (WIDTH - LEFT - RIGHT)

    def up(rate: float) -> float:
        return HEIGHT - BOTTOM - rate / top * (HEIGHT - BOTTOM - TOP)

    grid = "".join(
        f'<path d="M{LEFT} {up(rate):.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
        f'<text x="{LEFT - 8}" y="{up(rate) + 4:.0f}" text-anchor="end">{rate:,}</text>'
        for rate in range(0, top + 1, step)
    )
    ticks = "".join(
        f'<text x="{across(10**power):.0f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{10**power:,}</text>'
        for power in range(first, last + 1)
    )
    points = [(across(row.articles), up(row.rate)) for row in rows]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#a3312a"/>' for x, y in points)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        ' font-size="12">'
        "<title>Files of a cold build for each processor second, by number of articles</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{grid}{ticks}'
        f'<text x="{WIDTH // 2}" y="{HEIGHT - 8}" text-anchor="middle">articles</text>'
        f'<text x="{LEFT}" y="14" text-anchor="middle">files/s</text>'
        f'<polyline points="{line}" fill="none" stroke="#a3312a" stroke-width="2"/>{dots}</svg>\n'
    )


def main(picture: Path, sources: list[Path]) -> None:
    """Measure the sites from the smallest to the largest; print each row as soon as it is known."""
    rows = []
    print("| articles | files | cold, CPU s | files a CPU s | no change | one edit | peak MB |")
    print("|---|---|---|---|---|---|---|")
    for source in sorted(sources, key=lambda site: sum(1 for _ in (site / "content" / "articles").glob("*.md"))):
        row = measure(source)
        rows.append(row)
        print(
            f"| {row.articles:,} | {row.files:,} | {row.cold:.1f} | {row.rate:,.0f} | {row.again:.2f} | {row.edit:.2f}"
            f" | {row.memory:.0f} |",
            flush=True,
        )
    picture.write_text(plot(rows), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name).resolve() for name in sys.argv[2:]])
