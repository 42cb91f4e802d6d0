"""How well pages are cleaned: the project beside trafilatura and readability-lxml, in one run.

    python benchmarks/extraction.py DATA_FOLDER [--scrapes SCRAPES_DIR] [--scorers DIR]

DATA_FOLDER has truth.json ({id: {set, url, lang, articleBody | with + without, title, author, date}}) and
html/<id>.html.gz. Bodies are compared as runs of four words (in Chinese a Hanzi is a word), each page of equal weight;
"exact" is the share of pages whose words are all the same. A body is what a reader sees after rendering; captions are
parts of their own here as in the truth. With SCRAPES_DIR, splitting is measured too, by score_split.py in DIR.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from splitting import seen  # noqa: E402 - the benchmarks are scripts, not a package

from site_builder.clean.dispatch import clean  # noqa: E402 - as above

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD, CJK = re.compile(r"\w+"), re.compile(rf"[{HAN}]|[^\W{HAN}]+")
QUOTES = {ord(a): b for a, b in zip("‘’‚‛“”„‟«»′″–—‑", '\'\'\'\'""""""\'"---', strict=True)}
Page = dict[str, Any]


def project(data: bytes, url: str) -> Page:
    found = clean(data, "page.html", (), url)
    return seen(found.drafts[0].article) if found.drafts else {}


def trafilatura(data: bytes, url: str, *, precision: bool = False) -> Page:
    from trafilatura import bare_extraction  # noqa: PLC0415 - a peer, not needed to measure the project

    found = bare_extraction(
        data, url=url or None, favor_precision=precision, include_comments=False, with_metadata=True
    )
    if not found:
        return {}
    return {"articleBody": found.text, "title": found.title, "author": found.author, "date": found.date}


def readability(data: bytes, _url: str) -> Page:
    from lxml.html import fromstring  # noqa: PLC0415 - as above
    from readability import Document  # noqa: PLC0415 - as above

    page = Document(data)
    return {"articleBody": fromstring(page.summary()).text_content(), "title": page.short_title()}


def words(text: str, lang: str) -> list[str]:
    return (CJK if lang == "zh" else WORD).findall(text or "")


def runs(found: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(found[i:] for i in range(min(4, len(found)))), strict=False)) if found else Counter()


def compare(true: str, got: str, lang: str) -> tuple[float | None, float | None, bool]:
    """Return precision, recall (None where there is nothing to divide by), and whether all words are the same."""
    a, b = words(true, lang), words(got, lang)
    one, other = runs(a), runs(b)
    both = sum((one & other).values())
    size, all_true = sum(other.values()), sum(one.values())
    return (both / size if size else None), (both / all_true if all_true else None), a == b


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text or "").translate(QUOTES)
    return re.sub(r"\s+", " ", plain).strip().casefold()


def people(value: Any) -> set[str]:
    joined = "; ".join(value) if isinstance(value, list) else value or ""
    bare = re.sub(r"^\s*(by|von|par|文|作者|记者)[\s:：]+", "", fold(joined))
    parts = re.split(r"\s*(?:;|,|\||/|、| and | und | et | & )\s*", bare)
    return {name for name in (re.sub(r"[^\w ]", "", part).strip() for part in parts) if name}


def day(value: Any) -> str:
    try:
        return date.fromisoformat(str(value or "")[:10]).isoformat()
    except ValueError:
        return str(value or "")[:10]


SAME: dict[str, Callable[[Any, Any], bool]] = {
    "title": lambda a, b: fold(a) == fold(b),
    "author": lambda a, b: people(a) == people(b),
    "date": lambda a, b: day(a) == day(b),
}


def measure(name: str, tool: Callable[[bytes, str], Page], folder: Path, truth: dict[str, Page]) -> None:
    bodies: dict[str, list[tuple[float | None, float | None, bool]]] = defaultdict(list)
    fields: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    snippets: dict[str, Counter[str]] = defaultdict(Counter)
    spent = 0.0
    for key, want in truth.items():
        data = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        start = time.process_time()
        try:
            got = tool(data, want.get("url", ""))
        except Exception as problem:
            print(f"{name} fails on {key}: {problem!r:.80}", file=sys.stderr)
            got = {}
        spent += time.process_time() - start
        group, text = want["set"], got.get("articleBody") or ""
        if "articleBody" in want:
            bodies[group].append(compare(want["articleBody"], text, want.get("lang", "")))
        flat = re.sub(r"\s+", "", fold(text))
        for kind in ("with", "without"):
            found = [re.sub(r"\s+", "", fold(one)) in flat for one in want.get(kind, [])]
            snippets[group].update({kind: sum(found), f"{kind} not": len(found) - sum(found)})
        for field, same in SAME.items():
            if field in want:
                fields[group][field].append(same(want[field], got.get(field)))
    for group in sorted(bodies.keys() | fields.keys()):
        report(name, group, bodies[group], snippets[group], fields[group], spent / len(truth))


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def report(
    name: str,
    group: str,
    bodies: list[tuple[float | None, float | None, bool]],
    snippets: Counter[str],
    fields: dict[str, list[bool]],
    seconds: float,
) -> None:
    precision = mean([one for one, _, _ in bodies if one is not None])
    recall = mean([one for _, one, _ in bodies if one is not None])
    body = f"{f1(precision, recall):7.3f} {mean([same for *_, same in bodies]):7.3f}" if bodies else " " * 15
    if snippets["with"] and not bodies:
        right, wrong, missed = snippets["with"], snippets["without"], snippets["with not"]
        body = f"{f1(right / (right + wrong), right / (right + missed)):7.3f}        "
    shown = "  ".join(f"{field} {mean(list(map(float, marks))):.3f}" for field, marks in fields.items())
    print(f"{name:24} {group:11} {len(bodies) or '':4} {body} {seconds:8.3f}  {shown}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--scrapes", type=Path)
    parser.add_argument("--scorers", type=Path)
    parser.add_argument("--set")
    chosen = parser.parse_args()
    every = json.loads((chosen.data / "truth.json").read_text("utf-8"))
    truth = {key: want for key, want in every.items() if not chosen.set or want["set"] == chosen.set}
    print(f"{'':24} {'set':11} {'n':4} {'F1':>7} {'exact':>7} {'s/page':>8}")
    measure("site-builder", project, chosen.data, truth)
    measure("trafilatura", trafilatura, chosen.data, truth)
    measure("trafilatura, precision", lambda data, url: trafilatura(data, url, precision=True), chosen.data, truth)
    measure("readability-lxml", readability, chosen.data, truth)
    if chosen.scrapes and chosen.scorers:
        target = Path("scrapes.predictions.json")
        here = Path(__file__).parent
        subprocess.run([sys.executable, here / "splitting.py", chosen.scrapes, target], check=True)
        subprocess.run([sys.executable, chosen.scorers / "score_split.py", chosen.scrapes, target], check=True)
        target.unlink()


if __name__ == "__main__":
    main()
