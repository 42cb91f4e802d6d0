"""How long reading content takes: CPU seconds for a thousand articles with full front matter.

Input: the number of articles (default 1000). Output: the best of five runs.
"""

from __future__ import annotations

import sys
from time import process_time

from site_builder.model.article import Article, PartialDate, Rights, Source
from site_builder.store.content import dump_article, parse_article

ARTICLE = Article(
    slug="green-train",
    title="The Return of the Green Train",
    body="The green train (绿皮车) is slow, and it is loved.\n\n" * 80,
    dek="Slow, cheap and loved: why people still take it.",
    authors=("Lin Yu", "Ann Lee"),
    contributors=("Bo Zhou",),
    publisher="River Weekly",
    category="Society",
    date=PartialDate("2021-07-14", "day"),
    topics=("railways", "leisure"),
    tags=("trains",),
    source=Source("seeds/train.html", (3, 90), "https://river.example/green-train/", "0" * 64),
    rights=Rights("reserved", "River Weekly", 2021, "© River Weekly. All rights reserved."),
    ingested="f" * 16,
)


def main(count: int) -> None:
    text = dump_article(ARTICLE)
    times = []
    for _ in range(5):
        start = process_time()
        for _ in range(count):
            parse_article(text, "content/articles/green-train.md")
        times.append(process_time() - start)
    print(f"{count:,} articles of {len(text):,} characters: {min(times):.3f} s CPU")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
