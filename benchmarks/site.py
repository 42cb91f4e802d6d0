"""Measures a built site as a reader's browser meets it: weight, requests, card, layout, axe, HTML, Lighthouse.

usage: python benchmarks/site.py OUTPUT [--node FOLDER]

FOLDER is where ``npm install lighthouse vnu-jar html-validate`` was run; without it those three are left out. The site
is served here with brotli. Prints one line for each figure.
"""

import argparse
import json
import mimetypes
import shutil
import subprocess
import tempfile
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import brotli
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROME = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), "chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SETTINGS = (
    {},
    {"theme": "dark"},
    {"theme": "sepia"},
    {"ruby": "none", "size": "xl"},
    {"by": "char", "tones": "on", "notation": "zhuyin"},
    {"islands": "zh", "form": "trad"},
    {"islands": "en", "density": "all", "theme": "dark"},
)
PACKED = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".tsv", ".jsonld"}
RULES = {"extends": ["html-validate:recommended"]}


@cache
def body(path: Path) -> bytes:
    data = path.read_bytes()
    return brotli.compress(data) if path.suffix in PACKED else data


def serve(root: Path) -> str:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = root / unquote(self.path.split("?")[0]).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            found = path.is_file()
            data = body(path if found else root / "404.html")
            self.send_response(200 if found else 404)
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if path.suffix in PACKED:
                self.send_header("Content-Encoding", "br")
            self.send_header("Cache-Control", "max-age=31536000")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def kinds(root: Path) -> dict[str, str]:
    """Return one page of each kind: an article of the middle length and the longest, the longest of the others."""
    articles = sorted((root / "articles").glob("*/index.html"), key=lambda path: path.stat().st_size)
    chosen = {"article": articles[len(articles) // 2], "longest article": articles[-1], "home": root / "index.html"}
    for kind, folder in (("topic", "topics"), ("term", "glossary"), ("hashtag", "hashtags")):
        chosen[kind] = max((root / folder).glob("*/index.html"), key=lambda path: path.stat().st_size)
    return {
        kind: quote(f"{path.parent.relative_to(root).as_posix()}/".removeprefix("./")) for kind, path in chosen.items()
    }


def weight(page: Page, kind: str, url: str) -> None:
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))}))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    elsewhere = [one for one in sizes if not one.startswith(url.split("/", 3)[0] + "//" + url.split("/")[2])]
    print(f"{kind}: {sum(sizes.values())} bytes (brotli), {len(sizes)} requests, {len(elsewhere)} to third parties")


def axe(browser: Browser, base: str, pages: dict[str, str]) -> None:
    for kind, path in pages.items():
        for chosen in SETTINGS:
            context = browser.new_context(
                viewport={"width": 390, "height": 844}, color_scheme="light", bypass_csp=True, reduced_motion="reduce"
            )
            context.add_init_script(f"localStorage.setItem('reader.settings', {json.dumps(json.dumps(chosen))})")
            page = context.new_page()
            page.goto(base + path)
            for state in ("closed", "open"):
                if state == "open":
                    if "article" not in kind:
                        continue
                    page.evaluate("reader.open(reader.words()[3])")
                for one in Axe().run(page).response["violations"]:
                    print(
                        f"axe: {kind} {chosen} card {state}: {one['id']} × {len(one['nodes'])}:",
                        one["nodes"][0]["html"][:140],
                    )
            context.close()
    print(f"axe: {len(pages)} kinds of page × {len(SETTINGS)} settings looked at")


TO_WORD = """(n) => {
  const words = document.querySelectorAll(".text .w");
  window.word = words[(n * 37 + 11) % words.length];
  window.word.scrollIntoView({ block: "center", behavior: "instant" });
}"""
TAP = """() => new Promise((done) => {
  const start = performance.now();
  window.word.click();
  document.querySelector("#card").getBoundingClientRect();
  const opened = performance.now() - start;
  requestAnimationFrame(() => requestAnimationFrame(() => done(opened)));
})"""
TAPS = 30
SLOWER = 4


def card(browser: Browser, base: str, path: str) -> None:
    """Time the card on a page of 3,000 Chinese characters: the article's words over and over.

    Once with the browser's own slow-down, by the clock: from the tap until the card is laid out. Once by the CPU time
    of the page's thread, from the tap to the second frame, which a busy machine falsifies least.
    """
    page = browser.new_page(viewport={"width": 390, "height": 844})
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(base + path)
    page.evaluate("""() => {
      const text = document.querySelector(".text"), blocks = [...text.children];
      let count = [...text.querySelectorAll(".w")].reduce((sum, word) => sum + word.textContent.length, 0);
      while (count && count < 3000)
        for (const block of blocks) {
          const more = block.cloneNode(true);
          count += [...more.querySelectorAll(".w")].reduce((sum, word) => sum + word.textContent.length, 0);
          text.append(more);
        }
    }""")

    def spent() -> float:
        measures = client.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in measures if one["name"] == "TaskDuration") * 1000 * SLOWER

    page.mouse.wheel(0, 200)
    page.wait_for_timeout(500)
    cpu, clock = [], []
    for n in range(2 * TAPS):
        if n == TAPS:
            client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(TO_WORD, n)
        page.wait_for_timeout(150)
        before = spent()
        opened = float(page.evaluate(TAP))
        (cpu if n < TAPS else clock).append(spent() - before if n < TAPS else opened)
    for name, times in (("laid out, by the clock", clock), ("to the second frame, CPU", cpu)):
        times.sort()
        figures = f"median {times[TAPS // 2]:.1f}, p95 {times[int(TAPS * 0.95)]:.1f}, worst {times[-1]:.1f} ms"
        print(f"card: {name}: {figures} at {SLOWER}× slow-down")
    page.close()


def layout(browser: Browser, base: str, pages: dict[str, str]) -> None:
    for kind, path in pages.items():
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.add_init_script("""window.shift = 0; new PerformanceObserver((list) => {
          for (const one of list.getEntries()) window.shift += one.value;
        }).observe({type: "layout-shift", buffered: true})""")
        page.goto(base + path)
        page.wait_for_timeout(400)
        print(f"layout shift: {kind} {page.evaluate('window.shift')}")
        page.close()


def html(root: Path, node: Path) -> None:
    jar = next(node.rglob("vnu.jar"), None)
    if jar:
        done = subprocess.run(
            ["java", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "json", str(root)],
            capture_output=True,
            text=True,
            check=False,
        )
        said = json.loads(done.stderr)["messages"]
        print(f"Nu HTML checker: {len(said)} errors in {len(list(root.rglob('*.html')))} pages")
        for one in {message["message"]: message for message in said}.values():
            print("  ", one["url"][-60:], one["message"][:160], "|", one.get("extract", "")[:80].replace("\n", " "))
    with tempfile.NamedTemporaryFile("w", suffix=".json") as rules:
        json.dump(RULES, rules)
        rules.flush()
        command = [
            str(node / "node_modules/.bin/html-validate"),
            "-c",
            rules.name,
            "-f",
            "json",
            str(root / "**/*.html"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=node)
    said = json.loads(done.stdout or "[]")
    faults = [
        (one["ruleId"], one["message"], file["filePath"])
        for file in said
        for one in file["messages"]
        if one["severity"] == 2
    ]
    print(f"html-validate: {len(faults)} errors")
    for rule in sorted({rule for rule, _, _ in faults}):
        some = [fault for fault in faults if fault[0] == rule]
        print(f"   {rule} × {len(some)}: {some[0][1][:140]} ({some[0][2][-60:]})")


def lighthouse(node: Path, base: str, pages: dict[str, str], runs: int) -> None:
    """Print the middle score of each category, and all blocking times: other work on the machine is in each run."""
    for kind, path in pages.items():
        reports = [one_report(node, base + path) for _ in range(runs)]
        scores = {
            name: sorted(round((one["categories"][name]["score"] or 0) * 100) for one in reports)[runs // 2]
            for name in reports[0]["categories"]
        }
        blocked = sorted(round(one["audits"]["total-blocking-time"]["numericValue"]) for one in reports)
        low = {
            name for report in reports for name, one in report["audits"].items()
            if one["score"] is not None and one["score"] < 0.9 and one["scoreDisplayMode"] != "informative"
        }  # fmt: skip
        print(f"Lighthouse: {kind} {scores} blocked {blocked} ms low: {sorted(low)}", flush=True)


def one_report(node: Path, url: str) -> dict[str, Any]:
    command = [str(node / "node_modules/.bin/lighthouse"), url, "--quiet", "--output=json",
               "--chrome-flags=--headless=new " + " ".join(FLAGS)]  # fmt: skip
    paths = {"CHROME_PATH": CHROME, "PATH": "/usr/bin:/bin:/usr/local/bin"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=paths)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--node", type=Path)
    parser.add_argument("--runs", type=int, default=3, help="of Lighthouse for each page")
    parser.add_argument("--only", default="", help="the names of measures, with commas")
    options = parser.parse_args()
    root = options.output.resolve()
    base, pages = serve(root), kinds(root)
    chosen = set(filter(None, options.only.split(","))) or {"weight", "axe", "card", "layout", "html", "lighthouse"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROME, args=FLAGS)
        if "weight" in chosen:
            for kind in ("article", "longest article"):
                weight(browser.new_page(), kind, base + pages[kind])
        if "card" in chosen:
            card(browser, base, pages["longest article"])
        if "layout" in chosen:
            layout(browser, base, pages)
        if "axe" in chosen:
            axe(browser, base, pages)
        browser.close()
    if options.node and "html" in chosen:
        html(root, options.node)
    if options.node and "lighthouse" in chosen:
        lighthouse(options.node, base, pages, options.runs)


if __name__ == "__main__":
    main()
