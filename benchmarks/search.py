"""Asks a built site's search every kind of query, for a sample of its own terms, hashtags and people.

usage: python benchmarks/search.py OUTPUT [--sample N] [--seed N]

Prints for each kind how many were found, at once or when the rest had come; how long the first result took once its
parts were there (the same query asked a second time); and for the full text in how many cases an article came with its
context.
"""

import argparse
import json
import random
import shutil
import threading
import unicodedata
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROME = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), "chromium")
Row = tuple[
    str, str, str, str, str, str
]  # kind, label, path, pinyin, syllables, English: as export/search.py writes it

ASK = """async (query) => {
  const box = document.querySelector("[data-search] input"), list = document.querySelector("[data-results]");
  const answer = () => new Promise((done) => {
    const seen = new MutationObserver(() => {
      if (!list.querySelector("[role=status]")?.textContent.includes(`“${query.trim()}”`)) return;
      seen.disconnect();
      done();
    });
    seen.observe(list, { childList: true, subtree: true, characterData: true });
    box.value = query;
    box.dispatchEvent(new Event("input"));
  });
  await answer();
  box.value = "";
  box.dispatchEvent(new Event("input"));
  await new Promise((done) => setTimeout(done, 20));
  const start = performance.now();
  await answer();
  const took = performance.now() - start;
  return { took, names: [...list.querySelectorAll("li b")].map((one) => one.textContent.replace(/^#|#$/g, "")) };
}"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def serve(root: Path) -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


NAMES = """() => {
  const names = [...document.querySelectorAll("[data-results] li b")];
  return names.map((one) => one.textContent.replace(/^#|#$/g, ""));
}"""
LATER = 6  # looks at what has come since, a third of a second apart


def rows(root: Path) -> list[Row]:
    found: list[Row] = []
    for path in sorted((root / "search").glob("d*.js")):
        found += map(tuple, json.loads(path.read_text("utf-8").split(",", 1)[1].removesuffix(");\n")))
    return found


def traditional(root: Path) -> dict[str, str]:
    """Return the other form of the terms that have one."""
    entries = json.loads((root / "glossary.json").read_text("utf-8"))
    return {one["term"]: one["traditional"] for one in entries if one.get("traditional")}


def plain(pinyin: str) -> str:
    marks = unicodedata.normalize("NFD", pinyin.lower()).replace("u\u0308", "v")
    return "".join(char for char in marks if char.isalnum())


def queries(row: Row, pick: random.Random, other: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (kind of query, query) for one entry of the index."""
    kind, label, _, pinyin, syllables, english = row
    yield "Chinese", label
    if other.get(label, label) != label:
        yield "traditional", other[label]
    if len(label) > 3:
        start = pick.randrange(1, len(label) - 2)
        yield "inner part", label[start : start + 2 + pick.randrange(2)]
    if syllables:
        bases = [one[:-1] for one in syllables.split()]
        yield "pinyin", "".join(bases)
        yield "pinyin, toned", pinyin
        yield "pinyin, numbered", syllables.replace(" ", "")
        yield "pinyin, inner", "".join(bases[1:]) if len(bases) > 2 else "".join(bases)
        yield "initials", "".join(base[0] for base in bases)
        if len("".join(bases)) > 5:
            yield "pinyin, one letter wrong", mistyped("".join(bases), pick)
    if kind == "person" and " " in pinyin:
        family, *given = map(plain, pinyin.split())
        yield "name, given name first", f"{''.join(given)} {family}"
    words = [word for word in english.split("; ")[0].split() if word.isascii() and word.isalpha() and len(word) > 4]
    if words:
        yield "English", words[0]
        yield "English, one letter wrong", mistyped(words[0].lower(), pick)
    if len(words) > 1:
        yield "English, either order", f"{words[-1]} {words[0]}"


def mistyped(word: str, pick: random.Random) -> str:
    at = pick.randrange(len(word) - 1)
    letter = pick.choice("abcdefghijklmnopqrstuvwxyz".replace(word[at], ""))
    return pick.choice([
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
    ])  # fmt: skip


def all_names(page: Page, wanted: str, names: list[str]) -> list[str]:
    for _ in range(LATER):
        if wanted in names:
            break
        page.wait_for_timeout(330)
        names = page.evaluate(NAMES)
    return names


def ask(page: Page, sample: list[Row], pick: random.Random, other: dict[str, str]) -> None:
    asked: dict[str, list[tuple[bool, float, str]]] = {}
    for row in sample:
        for kind, query in queries(row, pick, other):
            said = page.evaluate(ASK, query)
            found = row[1] in all_names(page, row[1], said["names"])
            asked.setdefault(kind, []).append((found, said["took"], f"{query} → {row[1]}"))
    for kind, results in asked.items():
        times = sorted(took for _, took, _ in results)
        missed = [what for found, _, what in results if not found]
        print(
            f"{kind}: {len(results) - len(missed)} of {len(results)} found;",
            f"median {times[len(times) // 2]:.1f} ms, worst {times[-1]:.1f} ms",
            f"; missed: {', '.join(missed[:5])}" if missed else "",
        )


def full_text(page: Page, sample: list[Row]) -> None:
    hits = 0
    for row in sample:
        page.get_by_role("searchbox").fill(row[1])
        page.wait_for_timeout(700)
        snippets = page.locator("[data-results] section", has_text="Articles").locator("li").all_inner_texts()
        hits += any(row[1] in snippet for snippet in snippets)
    print(f"full text: {hits} of {len(sample)} Chinese queries with an article and its context")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    root = options.output.resolve()
    pick = random.Random(options.seed)
    chosen = [row for row in rows(root) if row[4] and len(row[1]) > 1]
    sample = pick.sample(chosen, min(options.sample, len(chosen)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROME, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(serve(root))
        page.get_by_role("searchbox").focus()
        page.wait_for_timeout(500)
        ask(page, sample, pick, traditional(root))
        full_text(page, sample[:20])
        browser.close()


if __name__ == "__main__":
    main()
