"""Hostile words in every field that scrapes and editors fill are words in a browser: nothing runs, nothing loads."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from site_builder.cli import main

pytestmark = pytest.mark.browser

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "</title></script><script>alert(1)</script>",
    "\" onmouseover='alert(1)' x='",
    "[kite](javascript:alert(1)) ![kite](//elsewhere.example/k.png)",
    "&lt;svg onload=alert(1)&gt; &#x3c;script>",
    "{{ kite }}{% raw %}<%= kite %>",
)
TELLINGS = (
    " The mill by the river was opened again in spring, as its keepers had said it would be all along.",
    " Nobody on the quay remembers who hung the first lantern there, or why it burned green for a week.",
    " Ferries cross the lake twice a day now, and their bells are heard as far as the tea hills beyond.",
    " A clock without hands stands in the yard of the school, and pupils tell the hour by its shadow.",
    " Snow fell on the orchards in May, so the growers lit fires of straw between the rows all night.",
    " Two brothers carve whistles out of plum wood, and sell them from a barrow beneath the old bridge.",
)
LOOK = """() => ({
  ran: window.ran,
  odd: [...document.querySelectorAll("*")].filter((one) =>
    [...one.attributes].some(({name, value}) => name.startsWith("on") || /^\\s*(javascript|vbscript):/i.test(value))
    || (["SVG", "IFRAME", "OBJECT", "EMBED", "BASE"].includes(one.tagName.toUpperCase())
        && one.closest(".text, .head, .mnote, .cards, .results, dialog"))
    || (one.tagName === "IMG")).map((one) => one.outerHTML),
  text: document.body.innerText.replace(/\\s+/g, ""),
  description: document.querySelector("meta[name=description]").content.replace(/\\s+/g, ""),
})"""


def scraped(number: int, words: str) -> str:
    """Return a page that shows ``words`` wherever a page of news shows any."""
    shown = html.escape(words)
    about = json.dumps({"@type": "NewsArticle", "headline": f"Kite {number} {words}", "author": {"name": words}})
    metas = "".join(
        f'<meta name="{name}" property="{name}" content="The {name} {shown}">'
        for name in ("description", "author", "keywords", "og:site_name", "article:section")
    )
    telling = TELLINGS[number]
    return f"""<!doctype html><meta charset=utf-8><title>Kite {number} {shown}</title>{metas}
<link rel="canonical" href="https://news.example/kite-{number}">
<script type="application/ld+json">{about.replace("<", chr(92) + "u003c")}</script>
<article><h1>Kite {number} {shown}</h1><p>{shown}{telling}</p>
<h2>Head {shown}</h2><p>“Kite {shown}” (灯火) and #灯{shown}#
fly.{telling}</p>
<ul><li>Item {shown}</li><li>Other</li></ul><blockquote><p>Quoted {shown}{telling}</p></blockquote>
<table><tr><th>Cell {shown}</th><th>1</th></tr><tr><td>2</td><td>3</td></tr></table>
<figure><img src="/k.png" alt="Alt {shown}"><figcaption>Caption {shown} Photo: {shown}</figcaption></figure>
<p><a href="{shown}">Link {shown}</a>{telling}<sup><a href="#n1">1</a></sup></p><pre>Code {shown}</pre>
<h2>References</h2><ul><li>Lin. 2019. “Work {shown}” Post.</li></ul><ol><li id=n1>Note {shown}</li></ol></article>"""


def edit(content: Path, number: int, words: str) -> None:
    """Write what editors write: an article with all its fields, a note, a topic, a plain page."""
    head: dict[str, object] = {
        **dict.fromkeys(("dek", "category", "publisher"), words),
        **{name: [words] for name in ("authors", "contributors", "tags")},
        "title": f"Edited {number} {words}",
        "topics": [f"t{number}"],
        "references": [{"authors": [words], "year": words, "title": words, "publication": words}],
        "rights": {"status": "own", "holder": words, "notice": words},
        "source": {"file": words},
    }
    note: dict[str, object] = {
        "quote": "painted birds",
        "kind": "context",
        **dict.fromkeys(("note", "gloss", "reading", "by"), words),
    }
    put(content / f"articles/edited-{number}.md", head, "The painted birds of 灯火 fly.\n\n## References\n\n- None.")
    put(content / f"topics/t{number}.md", {"title": f"Topic {number} {words}", "summary": words}, "Birds.")
    put(content / f"pages/p{number}.md", {"title": f"Page {number} {words}"}, "Birds.")
    write(content / f"annotations/edited-{number}.yaml", dumped([note]))


def put(path: Path, head: dict[str, object], body: str) -> None:
    write(path, f"---\n{dumped(head)}---\n\n{body}\n")


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def dumped(value: object) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**9))


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    content = root / "content"
    for number, words in enumerate(PAYLOADS):
        name = words.replace("/", "_")
        write(root / "seeds" / f"{name}.html", scraped(number, words))
        edit(content, number, words)
    entries = [{"term": f"灯火{n}{words}", "english": [words], "note": words} for n, words in enumerate(PAYLOADS)]
    tags = [{"name": f"灯{words}", "english": [words], "note": words} for words in PAYLOADS]
    write(content / "glossary.yaml", dumped([{"term": "灯火", "english": list(PAYLOADS)}, *entries]))
    write(content / "hashtags.yaml", dumped(tags))
    text = json.dumps(" ".join(PAYLOADS), ensure_ascii=False)
    write(content / "site.toml", f"title = {text}\ntagline = {text}\nauthor = {text}\n")
    assert main(["ingest", "--site", str(root), "--quiet"]) == 0
    assert main(["build", "--site", str(root), "--quiet", "--no-full-text", "--jobs", "1"]) == 0
    return root / "output"


@pytest.fixture
def tab(chromium: Browser, output: Path, serve: Callable[[Path], str]) -> tuple[Page, str, list[str]]:
    """Return a page without the protection of the site's own policy, the site's address, and what it asks of others."""
    address, elsewhere = serve(output), []
    context = chromium.new_context(bypass_csp=True)
    context.add_init_script("window.ran = []; window.alert = (one) => window.ran.push(one);")
    page = context.new_page()
    page.on("request", lambda one: None if one.url.startswith((address, "data:")) else elsewhere.append(one.url))
    page.route(lambda url: not url.startswith(address), lambda route: route.abort())
    return page, address, elsewhere


def looked(page: Page, url: str) -> dict[str, str]:
    page.goto(url)
    page.wait_for_function("() => !document.querySelector('.lazy')")
    found: dict[str, str] = page.evaluate(LOOK)
    assert not found["ran"]
    assert not found["odd"]
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_page_of_the_site_is_dead(output: Path, tab: tuple[Page, str, list[str]]) -> None:
    page, address, elsewhere = tab
    paths = sorted(path.relative_to(output).as_posix() for path in output.rglob("index.html"))
    assert len(paths) > 5 * len(PAYLOADS)
    for path in paths:
        looked(page, address + path.removesuffix("index.html"))
    assert elsewhere == []


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_words_read_the_same(output: Path, tab: tuple[Page, str, list[str]], number: int) -> None:
    page, address, _ = tab
    words = PAYLOADS[number]
    slug = next(one.name for one in output.glob(f"articles/kite-{number}-*"))
    seen = looked(page, f"{address}articles/{slug}/")["text"]
    for place in (f"Kite {number}", "Head", "Item", "Quoted", "Cell", "Alt", "Caption", "Link", "Code", "Note"):
        assert squeezed(f"{place} {words}") in seen, place
    assert squeezed(f"“Work {words}” Post.") in seen
    edited = looked(page, f"{address}articles/edited-{number}/")
    assert edited["text"].count(squeezed(words)) >= 8  # title, dek, category, names, publisher, note, its parts, rights
    assert edited["description"] == squeezed(words)
    assert squeezed(f"Topic {number} {words}") in looked(page, f"{address}topics/t{number}/")["text"]
    assert squeezed(f"Page {number} {words}") in looked(page, f"{address}p{number}/")["text"]


def test_cards_and_search_show_words(tab: tuple[Page, str, list[str]]) -> None:
    page, address, elsewhere = tab
    looked(page, f"{address}articles/edited-0/")
    page.locator(".w", has_text="灯火").first.click()
    page.get_by_role("dialog").wait_for()
    for query in ("灯火", "img", "alert", "kite", "Edited 3"):
        page.goto(address)
        page.get_by_role("searchbox").fill(query)
        page.locator("[data-results] a").first.wait_for()
        found = page.evaluate(LOOK)
        assert (found["ran"], found["odd"]) == ([], [])
    assert elsewhere == []
