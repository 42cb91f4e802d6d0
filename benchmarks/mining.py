"""Measures mining: precision and recall on the sentences judged by hand, and its speed.

usage: python benchmarks/mining.py [ARTICLE.md ...]

Prints what was found wrongly or missed, then the figures; speed is measured on the
articles named, beside the time that Markdown takes for them.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.build.article import read
from site_builder.knowledge import open_lexicon
from site_builder.model.article import Article
from site_builder.model.text import ArticleText, Block, FlatText, Span
from site_builder.render.body import to_html
from site_builder.store.content import parse_article

ROOT = Path(__file__).parent.parent
KIND = re.compile(r" \([a-z]+\)$")
CASES = ROOT / "tests" / "annotate" / "cases" / "judged.md"


def text_of(words: str) -> ArticleText:
    return ArticleText("", "", FlatText(words, (Block(Span(0, len(words)), "p", "paragraph"),)))


def judged(lexicon: Lexicon) -> None:
    right = wrong = missed = 0
    for case in re.split(r"^## ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, words, *lines = [line for line in case.splitlines() if line.strip()]
        must = {KIND.sub("", line.removeprefix("- ")).strip() for line in lines if line[0] != "?"}
        may = {KIND.sub("", line[2:]).strip() for line in lines if line[0] == "?"}
        mined = mine(text_of(words), lexicon.dictionary, lexicon.simplified)
        found = {f"{pair.chinese} = {pair.english}" for pair in mined.pairs}
        found |= {f"# {tag.name} = {' | '.join(tag.translations)}".strip() for tag in mined.hashtags}
        extra, lost = found - must - may, must - found
        right, wrong, missed = right + len(found - extra), wrong + len(extra), missed + len(lost)
        if extra or lost:
            print(f"{title}: wrong {sorted(extra)}, missed {sorted(lost)}")
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"{right} right, {wrong} wrong, {missed} missed: precision {precision:.3f}, recall {recall:.3f}")


def speed(articles: list[Article], lexicon: Lexicon) -> None:
    texts = [read(article, lexicon).text for article in articles]
    started = time.process_time()
    for text in texts:
        mine(text, lexicon.dictionary, lexicon.simplified)
    mining, started = time.process_time() - started, time.process_time()
    for article in articles:
        to_html(article.body)
    markdown = time.process_time() - started
    each = 1000 / len(texts)
    print(f"{each * mining:.2f} ms an article to mine, {each * markdown:.2f} ms for its Markdown")


def main() -> None:
    lexicon = open_lexicon(ROOT / ".cache")
    judged(lexicon)
    articles = [found for path in sys.argv[1:] if (found := parse_article(Path(path).read_text("utf-8"), path)[0])]
    if articles:
        speed(articles, lexicon)


if __name__ == "__main__":
    main()
