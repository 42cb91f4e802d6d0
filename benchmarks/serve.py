"""How soon a saved sentence is served: seconds from the save to the first response that has it.

Input: the number of articles (default 1000) and of saves (default 15). Output: median and worst. The preview
runs as people run it, in a process of its own; the articles are made up, each with words of its own.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from time import perf_counter, sleep

WORDS = [
    "茶馆",
    "火车",
    "书店",
    "河流",
    "学校",
    "医院",
    "电影",
    "老师",
    "城市",
    "春天",
    "朋友",
    "消息",
    "历史",
    "地图",
    "市场",
    "邮局",
    "花园",
    "桥梁",
    "孩子",
    "音乐",
]


def article(number: int) -> str:
    """Return an article of some 600 words with forty Chinese ones."""
    picked = [WORDS[(number * 7 + i * (1 + number % 5)) % len(WORDS)] for i in range(40)]
    text = "\n\n".join(
        f"In the year {1990 + number % 30} the place called {word} was seen by many people who wrote about it."
        f" Some of them said that it was new; others said that {picked[-1 - i]} had always been there, as reports show."
        for i, word in enumerate(picked)
    )
    return f"---\ntitle: Report number {number}\ntopics: [topic-{number % 12}]\n---\n\n{text}\n"


def main(count: int, saves: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "content/articles"
        articles.mkdir(parents=True)
        for number in range(count):
            (articles / f"report-{number}.md").write_text(article(number), "utf-8")
        command = [sys.executable, "-m", "site_builder", "--site", folder, "--json", "serve", "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                address = next(row["address"] for row in map(json.loads, process.stdout) if "address" in row)
                times = [one_save(articles, address, number) for number in range(saves)]
            finally:
                process.terminate()
    median, worst = statistics.median(times), max(times)
    print(f"{count:,} articles: saved to served {median:.3f} s median, {worst:.3f} s worst of {saves}")


def one_save(articles: Path, address: str, number: int) -> float:
    """Save one sentence and wait until the preview serves it."""
    name, mark = f"report-{number * 37 % 500}", f"saved-{number}-now"
    path = articles / f"{name}.md"
    sleep(0.5)
    text = path.read_text("utf-8") + f"\nThis was {mark}.\n"
    start = perf_counter()
    path.write_text(text, "utf-8")
    while True:
        with urllib.request.urlopen(f"{address}articles/{name}/") as page:
            if mark.encode() in page.read():
                return perf_counter() - start
        sleep(0.005)


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    main(*asked, *(1000, 15)[len(asked) :])
