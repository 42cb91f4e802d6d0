"""Hostile payloads through ingest, build and a real browser, in every field that a page or an editor can fill.

    python benchmarks/security.py PAYLOADS.jsonl [--browser CHROMIUM] [--every N] [--chunk N] [--keep FOLDER]

A payload is {id, kind, payload}. Sites are made of CHUNK payloads each (hostile.py says where they stand), ingested and
built by the program itself. Every page of the built sites is opened in a browser that may reach the site alone, without
the pages' content security policy, so that it is the program that is measured. Counted by kind of payload: scripts that
ran, attributes and addresses that could run, foreign elements and requests, words that do not read the same.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from hostile import PLACES, edited, flat, scrapes, sentence
from lxml import etree

from site_builder.store.content import parse_article

HOST = "http://site.test/"
HOOK = """window.__ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...a) => { window.__ran.push(name); };
Object.defineProperty(window, "__xss", {set: () => window.__ran.push("xss"), get: () => 0});
document.addEventListener("securitypolicyviolation", (e) => window.__ran.push("csp " + e.violatedDirective));"""
LOOK = r"""() => {
  const bad = [...window.__ran.map((one) => "ran " + one)];
  const known = new Set(["", "text/javascript", "module", "application/json", "speculationrules"]);
  for (const one of document.querySelectorAll("*")) {
    const tag = one.localName;
    if (/^(iframe|object|embed|base|applet|frame|frameset|math|marquee|portal|animate|set)$/.test(tag)) bad.push(tag);
    if (tag === "svg" && one.closest(".text, .head, .mnote, .page")) bad.push(tag);
    if (tag === "script" && !(one.src ? one.src.startsWith("http://site.test/") : known.has(one.type))) bad.push(tag);
    if (tag === "meta" && /refresh/i.test(one.httpEquiv)) bad.push("refresh");
    for (const {name, value} of one.attributes) {
      if (/^on/i.test(name) || name === "srcdoc") bad.push(tag + " " + name);
      if (/^(href|src|action|formaction|xlink:href|data|background|poster)$/.test(name)
          && /^[\s\x00-\x1f]*(javascript|vbscript|data|file|blob):/i.test(value)
          && !(tag === "link" && one.rel === "icon")) bad.push(tag + " " + name + "=" + value.slice(0, 40));
      if (name === "style" && /url|expression|import|position/i.test(value)) bad.push(tag + " style");
    }
  }
  const main = document.querySelector("main") || document.body;
  for (const one of main.querySelectorAll("sup.nref, aside.notes, a.back, .footnote-ref, script, dialog")) one.remove();
  return {bad, text: main.textContent};
}"""


def squeeze(text: str) -> str:
    return "".join(char for char in re.sub(r"\s+", "", text) if char.isprintable())


def program(site: Path, verb: str, *more: str) -> None:
    """Run one verb of the program; problems of the content are expected, a crash is not."""
    command = [sys.executable, "-m", "site_builder", verb, "--site", str(site), "--quiet", *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1} or "Traceback" in done.stderr:
        print("CRASH", verb, done.stderr[-3000:])


def sites(rows: list[dict[str, str]], size: int, keep: Path) -> Iterator[tuple[Path, list[dict[str, str]]]]:
    """Yield built sites, each with its payloads: of scrapes, then of editors' content."""
    for start in range(0, len(rows), size):
        chunk = rows[start : start + size]
        for kind in ("scraped", "edited"):
            site = keep / f"{kind}-{start}"
            (site / "content").mkdir(parents=True)
            (site / "content/site.toml").write_text('title = "Kites"\n')
            if kind == "scraped":
                scrapes(chunk, site / "seeds")
                program(site, "ingest")
            else:
                edited(chunk, site)
                settled(site)
            program(site, "build", "--no-full-text")
            yield site, chunk


def settled(site: Path) -> None:
    """Take out of the content what ``check`` refuses, file by file: the rest must build."""
    for _ in range(5):
        command = [sys.executable, "-m", "site_builder", "check", "--site", str(site), "--json"]
        said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
        found = [json.loads(line) for line in said]
        errors = [one for one in found if one["type"] == "issue" and one["severity"] == "error"]
        for one in errors:
            print("REFUSED", one["path"], one["code"], one["message"][:100])
            if (site / one["path"]).suffix == ".md" or "annotations/" in one["path"]:
                (site / one["path"]).unlink(missing_ok=True)
        if not errors:
            return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("payloads", type=Path)
    parser.add_argument("--browser", default="chromium")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--chunk", type=int, default=150)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    rows = [json.loads(line) for line in chosen.payloads.read_text("utf-8").splitlines()][:: chosen.every]
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as place:
        for site, chunk in sites(rows, chosen.chunk, chosen.keep or Path(place)):
            opened(site, chunk, shutil.which(chosen.browser) or chosen.browser, counts)
            files(site, counts)
    columns = ("pages", "live", "fields", "fields changed", "places", "places changed")
    print(" | ".join(["kind", *columns]))
    for kind in sorted({kind for kind, _ in counts}):
        print(" | ".join([kind, *(str(counts[kind, what]) for what in columns)]))


def opened(site: Path, chunk: list[dict[str, str]], browser: str, counts: Counter[tuple[str, str]]) -> None:
    """Open every page of a built site and count what is wrong with it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the package is needed here only

    output, payloads, foreign = site / "output", {row["id"]: (n, row) for n, row in enumerate(chunk)}, []
    known = dict(articles(site))

    def answer(route: Any) -> None:
        url = route.request.url.split("#")[0].split("?")[0]
        path = output / unquote(url.removeprefix(HOST))
        path = path / "index.html" if url.endswith("/") else path
        if not url.startswith(HOST):
            foreign.append(url)
            route.abort()
        elif path.is_file():
            route.fulfill(path=path)
        else:
            route.fulfill(status=404, body="")

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        context = chromium.new_context(bypass_csp=True)
        context.add_init_script(HOOK)
        context.route("**/*", answer)
        tab = context.new_page()
        tab.on("dialog", lambda dialog: (foreign.append("dialog"), dialog.dismiss()))
        for path in sorted(output.rglob("*.html")):
            name = path.relative_to(output).as_posix()
            tab.goto(HOST + quote(name.removesuffix("index.html")), wait_until="load")
            seen = tab.evaluate(LOOK)
            article = known.get(name.split("/")[1]) if name.startswith("articles/") else None
            number, row = payloads.get(article[0], (0, None)) if article else (0, None)
            kind = row["kind"] if row else f"edited {group(name)}"
            counts[kind, "pages"] += 1
            for what in [*seen["bad"], *(f"request {url[:60]}" for url in foreign)]:
                counts[kind, "live"] += 1
                print("LIVE", name, what)
            foreign.clear()
            if row and article:
                told(number, row, article, seen["text"], counts)
        chromium.close()


def group(name: str) -> str:
    """Return what kind of page stands at ``name``."""
    first, slash, _ = name.partition("/")
    return "plain pages" if re.fullmatch(r"p\d+", first) else first if slash else "home"


def articles(site: Path) -> Iterator[tuple[str, tuple[str, str, dict[str, str]]]]:
    """Yield (slug, (id of the payload, how it stood in the page, fields)) of the articles that ingest wrote."""
    for path in (site / "content/articles").glob("*.md"):
        article, _ = parse_article(path.read_text("utf-8"), f"content/articles/{path.name}")
        if article is None:
            print("UNREADABLE", path.name)
            continue
        name, _, group = Path(article.source.file).stem.rpartition("-")
        fields = {"title": article.title, "dek": article.dek, "category": article.category}
        fields |= {"publisher": article.publisher, "authors": ", ".join(article.authors)}
        yield article.slug, (name, group, fields)


def told(
    number: int,
    row: dict[str, str],
    article: tuple[str, str, dict[str, str]],
    text: str,
    counts: Counter[tuple[str, str]],
) -> None:
    """Count the fields whose words are not on the page as they stand, and the places that lost the payload's words."""
    _, group, fields = article
    kind, seen = row["kind"], squeeze(text)
    for field, value in fields.items():
        counts[kind, "fields"] += bool(value)
        if squeeze(value) not in seen:
            counts[kind, "fields changed"] += 1
            print("FIELD", row["id"], group, field, repr(value[:80]))
    if group != "words":
        return
    for place in PLACES:
        counts[kind, "places"] += 1
        if squeeze(sentence(number, place, flat(row["payload"]))) not in seen:
            counts[kind, "places changed"] += 1
            print("WORDS", row["id"], place, repr(row["payload"][:70]))


def files(site: Path, counts: Counter[tuple[str, str]]) -> None:
    """Count what is wrong with the files beside the pages: feeds, books, data."""
    for path in sorted((site / "output").rglob("*")):
        if path.suffix in {".xml", ".json", ".jsonld", ".epub"}:
            counts[f"files {path.suffix}", "pages"] += 1
            for what in wrong(path):
                counts[f"files {path.suffix}", "live"] += 1
                print("FILE", path, what)


def wrong(path: Path) -> Iterable[str]:
    """Yield what is live or broken in one file."""
    try:
        if path.suffix in {".json", ".jsonld"}:
            json.loads(path.read_text("utf-8"))
        elif path.suffix == ".xml":
            yield from live(path.read_bytes())
        else:
            with zipfile.ZipFile(path) as book:
                for name in book.namelist():
                    if name.endswith((".xhtml", ".opf", ".ncx")):
                        yield from live(book.read(name))
    except (ValueError, etree.XMLSyntaxError) as problem:
        yield f"broken: {problem}"


def live(data: bytes) -> Iterator[str]:
    """Yield the elements and attributes that could run in XML, and in the HTML that a feed carries."""
    for element in etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)).iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in {"script", "iframe", "object", "embed", "svg", "img"}:
            yield name
        for key, value in element.attrib.items():
            if key.startswith("on") or re.match(r"\s*(?:javascript|data|vbscript):", value, re.IGNORECASE):
                yield f"{name} {key}"
        if element.get("type") == "html" and re.search(r"<script|\son\w+=|javascript:", element.text or ""):
            yield f"{name}: {(element.text or '')[:60]}"


if __name__ == "__main__":
    main()
