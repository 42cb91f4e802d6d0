"""Prints how well the program, pypinyin and g2pM read and cut Chinese, and how fast: one table, one run.

Input: a folder with ``cpp.jsonl``, ``hsk.jsonl``, ``names.jsonl``, ``seg_*.jsonl`` (rows
``{"id", "text", …}``: a marked
polyphone with ``index`` and ``gold``; all syllables in ``pinyin``; words in ``words``; names with their ``context``).
Output: percentages of syllables, sentences and names that are right, F1 of words, sentences a CPU second, memory,
and the opening of the dictionary, for the program, pypinyin and g2pM.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from site_builder.annotate.syllables import numbered
from site_builder.knowledge import open_lexicon
from site_builder.model.han import hanzi

Row = dict[str, Any]
Reader = Callable[[list[Row]], list[Row]]
SENTENCES = 10_000


def program(*flags: str) -> Reader:
    """The program's own verb, as a user runs it."""

    def read(rows: list[Row]) -> list[Row]:
        asked = [{key: row[key] for key in ("id", "text", "context") if key in row} for row in rows]
        feed = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in asked)
        command = [sys.executable, "-m", "site_builder", "annotate", "--jsonl", *flags]
        done = subprocess.run(command, input=feed, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return read


def pypinyin(rows: list[Row]) -> list[Row]:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - measured alone

    def syllables(text: str) -> list[str]:
        found = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=list)
        return [one for one, char in zip(found, text, strict=False) if hanzi(char)]

    return [{"id": row["id"], "pinyin": syllables(row["text"])} for row in rows]


def g2pm(rows: list[Row]) -> list[Row]:
    from g2pM import G2pM  # noqa: PLC0415 - the extra may be missing

    model = G2pM()
    answers = []
    for row in rows:
        found = model(row["text"], char_split=True)
        answers.append(
            {"id": row["id"], "pinyin": [one for one, char in zip(found, row["text"], strict=True) if hanzi(char)]}
        )
    return answers


def same(one: str, other: str, *, neutral: bool = False) -> bool:
    one, other = numbered(one), numbered(other)
    return one == other or (neutral and one[:-1] == other[:-1] and "5" in (one[-1:], other[-1:]))


def polyphones(rows: list[Row], answers: list[Row]) -> str:
    right = sum(same(answer["pinyin"][row["index"]], row["gold"]) for row, answer in zip(rows, answers, strict=True))
    return f"{100 * right / len(rows):.2f}"


def sentences(rows: list[Row], answers: list[Row]) -> str:
    lines = [
        [same(got, want) for got, want in zip(answer["pinyin"], row["pinyin"], strict=True)]
        for row, answer in zip(rows, answers, strict=True)
    ]
    syllables = [one for line in lines for one in line]
    return f"{100 * sum(syllables) / len(syllables):.2f} / {100 * sum(map(all, lines)) / len(lines):.2f}"


def names(rows: list[Row], answers: list[Row]) -> str:
    right = sum(
        all(same(got, want, neutral=True) for got, want in zip(answer["pinyin"], row["pinyin"], strict=True))
        for row, answer in zip(rows, answers, strict=True)
    )
    return f"{100 * right / len(rows):.2f}"


def spans(words: Iterable[str]) -> set[tuple[int, int]]:
    """Where words stand among letters, digits and Hanzi: punctuation neither costs nor gives anything."""
    found, at = set(), 0
    for word in words:
        size = sum(unicodedata.category(char)[0] in "LN" for char in word)
        found |= {(at, at + size)} if size else set()
        at += size
    return found


def division(rows: list[Row], answers: list[Row]) -> str:
    pairs = [(spans(row["words"]), spans(answer["words"])) for row, answer in zip(rows, answers, strict=True)]
    both, made, gold = (sum(map(len, column)) for column in zip(*((a & b, b, a) for a, b in pairs), strict=True))
    return f"{200 * both / (made + gold):.2f}"


def blind(rows: list[Row]) -> list[Row]:
    return [{key: value for key, value in row.items() if key != "context"} for row in rows]


def load(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def accuracy(folder: Path, readers: dict[str, Reader]) -> None:
    tasks = [
        ("polyphones in running text (cpp)", load(folder, "cpp"), polyphones),
        ("syllables / whole sentences (hsk)", load(folder, "hsk"), sentences),
        ("names with the English beside them", load(folder, "names"), names),
        ("names by themselves", blind(load(folder, "names")), names),
        ("words, F1 (seg_gsdsimp)", load(folder, "seg_gsdsimp"), division),
        ("words, F1 (seg_pud_trad)", load(folder, "seg_pud_trad"), division),
    ]
    print(f"{'':38}" + "".join(f"{name:>18}" for name in readers))
    for title, rows, score in tasks:
        cells = [
            "–" if score is division and name in {"pypinyin", "g2pM"} else score(rows, read(rows))
            for name, read in readers.items()
        ]
        print(f"{title:38}" + "".join(f"{cell:>18}" for cell in cells))


def speed(folder: Path) -> None:
    """Measure whole processes, start included, by the CPU time and the memory of the child."""
    rows = blind(load(folder, "cpp"))[:SENTENCES]
    annotate = [sys.executable, "-m", "site_builder", "annotate", "--jsonl"]
    alone = [sys.executable, __file__, str(folder), "--alone"]
    for name, command in {
        "without the extra": [*annotate, "--no-model"],
        "with the extra": annotate,
        "pypinyin": [*alone, "pypinyin"],
        "g2pM": [*alone, "g2pM"],
    }.items():
        start, _ = spent(command, rows[:1])
        seconds, memory = spent(command, rows)
        print(f"{name:18}: {len(rows) / seconds:6.0f} sentences a CPU second, {memory} MB, one sentence {start:.2f} s")


def spent(command: list[str], rows: list[Row]) -> tuple[float, int]:
    """Return the CPU seconds and the megabytes that a process took for these rows."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as feed:
        feed.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        feed.seek(0)
        process = subprocess.Popen(command, stdin=feed, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, command)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def opening() -> None:
    """Say how long the compiled dictionary takes to open and to find a first word, once it is compiled."""
    with tempfile.TemporaryDirectory() as folder:
        open_lexicon(Path(folder))
        before = time.process_time()
        open_lexicon(Path(folder)).dictionary.entries("词典")
        print(f"dictionary opened in {time.process_time() - before:.3f} CPU seconds")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA_FOLDER")
    parser.add_argument(
        "--alone", choices=("pypinyin", "g2pM"), help="read standard input with one tool, to be measured"
    )
    chosen = parser.parse_args()
    others: dict[str, Reader] = {"pypinyin": pypinyin, "g2pM": g2pm}
    if chosen.alone:
        others[chosen.alone]([json.loads(line) for line in sys.stdin])
        return
    speed(chosen.folder)
    opening()  # later: a child's memory counts from its parent's
    accuracy(chosen.folder, {"program": program(), "without extra": program("--no-model"), **others})


if __name__ == "__main__":
    main()
