"""Hostile payloads through ingest and rendering, in every field that a page can fill.

    python benchmarks/security.py PAYLOADS.jsonl [--browser CHROMIUM]

A payload is {id, kind, payload}. Each goes into a page twice: as markup in the text, and as words (escaped) in title,
paragraph, heading, list item, quotation, link, emphasis and table cell. Counted are live markup in what is
rendered, front matter that changed, and words that do not read the same. With a browser, what is rendered is opened.
"""

import argparse
import html
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml.html import fragment_fromstring

from site_builder.clean.html import clean_html
from site_builder.model.article import Article
from site_builder.render.body import to_html
from site_builder.render.flat import flatten
from site_builder.store.content import dump_article, parse_article

PROSE = (
    "<p>Every spring the workshops along the river open their doors, and the first paper birds go up, one by one.</p>"
)
LIVE = frozenset(
    {"script", "style", "iframe", "object", "embed", "form", "input", "svg", "math", "meta", "link", "base"}
)
BAD_URL = re.compile(r"^\s*(?:javascript|data|vbscript|file):", re.IGNORECASE)
SENTENCE = "The words {} stood on the wall of the mill for years, and nobody could say who had put them there."
PLACES = (
    f"<p>{SENTENCE}</p>",
    f"<h2>{SENTENCE}</h2><p>{SENTENCE.replace('{}', 'above')}</p>",
    f"<ul><li>{SENTENCE}</li><li>{SENTENCE.replace('{}', 'below')}</li></ul>",
    f"<blockquote><p>{SENTENCE}</p></blockquote>",
    f"<p>{SENTENCE.replace('{}', '<a href=https://example.org/x>{}</a>')}</p>",
    f"<p>{SENTENCE.replace('{}', '<b>{}</b> and <i>{}</i>')}</p>",
    f"<table><tr><td>{SENTENCE}</td><td>1</td></tr><tr><td>It was there.</td><td>3</td></tr></table>",
)


def page(title: str, body: str) -> bytes:
    head = f"<title>{title}</title><meta property='og:title' content='{title}'>"
    return (
        f"<!doctype html><meta charset=utf-8>{head}<article><h1>{title}</h1>{PROSE * 3}{body}{PROSE}</article>".encode()
    )


def ingested(data: bytes) -> Article | None:
    """Return the article as a build reads it back from its file."""
    found = clean_html(data, "page.html", "https://news.example.org/").drafts
    if not found:
        return None
    article = replace(found[0].article, slug="page")
    return parse_article(dump_article(article), "content/articles/page.md")[0]


def live(rendered: str) -> list[str]:
    """Return what could run or load in rendered HTML."""
    root = fragment_fromstring(rendered, create_parent="div")
    found = [element.tag for element in root.iter() if element.tag in LIVE]
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.startswith("on") or (name in {"href", "src", "action", "formaction"} and BAD_URL.match(value)):
                found.append(f"{element.tag} {name}={value[:40]}")
    return found


def squeeze(text: str) -> str:
    return "".join(c for c in re.sub(r"\s+", "", text) if c.isprintable())


def cases(payload: str) -> Iterator[tuple[str, bytes, str]]:
    """Yield (place, page, words that must read the same or "")."""
    words = html.escape(payload)
    yield "markup", page("Kites", f"<div>{payload}</div>"), ""
    yield "title", page(words or "Kites", ""), ""
    for place in PLACES:
        yield place[:20], page("Kites", place.replace("{}", words)), payload


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("payloads", type=Path)
    parser.add_argument("--browser")
    parser.add_argument("--every", type=int, default=1)
    chosen = parser.parse_args()
    counts: Counter[str] = Counter()
    pages: list[str] = []
    for row in [json.loads(line) for line in chosen.payloads.read_text("utf-8").splitlines()][:: chosen.every]:
        for place, data, words in cases(row["payload"]):
            article = ingested(data)
            counts["cases"] += 1
            if article is None:
                counts["no article"] += 1
                continue
            rendered = to_html(article.body)[0]
            pages.append(f"<h1>{html.escape(article.title)}</h1>{rendered}")
            for what in live(rendered):
                counts["live"] += 1
                print("LIVE", row["id"], place, what)
            if place != "title" and article.title not in {"Kites", ""}:
                counts["title changed"] += 1
                print("TITLE", row["id"], place, article.title[:60])
            if words and squeeze(words) not in squeeze(flatten(rendered).text):
                counts["words changed"] += 1
                print("WORDS", row["id"], place, repr(words[:70]))
    print(dict(counts))
    if chosen.browser:
        print(opened(pages, chosen.browser))


def opened(pages: list[str], browser: str) -> dict[str, int]:
    """Open what was rendered in a browser that may reach nothing; return what happened there."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only with --browser

    seen: Counter[str] = Counter(dialogs=0, requests=0, errors=0)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        tab = chromium.new_page()
        tab.on("dialog", lambda dialog: (seen.update(dialogs=1), dialog.dismiss()))
        tab.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        tab.on("request", lambda one: seen.update(scripts=one.resource_type == "script"))
        for start in range(0, len(pages), 200):
            target = Path(folder) / "page.html"
            target.write_text("<!doctype html><meta charset=utf-8>" + "\n".join(pages[start : start + 200]), "utf-8")
            tab.goto(target.as_uri(), wait_until="domcontentloaded")
            seen["pages"] += 1
        chromium.close()
    return dict(seen)


if __name__ == "__main__":
    main()
