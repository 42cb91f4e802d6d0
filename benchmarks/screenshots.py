"""Takes pictures of every kind of page for docs/screenshots: a phone and a desk, light and dark.

Usage: python benchmarks/screenshots.py SITE [OUT]; SITE is a built site. Prints each file and its size.
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from search import serve

SIZES = {"phone": (390, 844), "desk": (1280, 900)}
THEMES = ("light", "dark")
OPEN = """() => { const word = document.querySelectorAll('.text .w:not(.again)')[2]; if (!word) return;
  word.scrollIntoView({ block: 'center' }); reader.open(word); }"""
WORDS = """() => { const list = document.querySelector('.study details'); list.open = true; list.scrollIntoView(); }"""
SEARCH = """async () => { const box = document.querySelector('[data-search] input'); box.focus();
  await new Promise((done) => setTimeout(done, 300));
  box.value = 'chengxin'; box.dispatchEvent(new Event('input')); }"""
SETTINGS = "() => document.querySelector('#settings-button').click()"


def first(site: Path, folder: str, most: str) -> str:
    """Return the page of a folder that has most of something to show."""
    pages = sorted((site / folder).glob("*/index.html"))
    best = max(pages, key=lambda page: (page.read_text(encoding="utf-8").count(most), page.as_posix()))
    return best.relative_to(site).as_posix()


def shots(site: Path) -> dict[str, tuple[str, str]]:
    """Return what to take: a name, the page, and what to do on it first."""
    article = first(site, "articles", 'class="w')
    return {
        "home": ("index.html", ""),
        "article": (article, OPEN),
        "article-head": (article, ""),
        "settings": (article, SETTINGS),
        "words": (article, WORDS),
        "search": ("index.html", SEARCH),
        "my-words": ("my-words/index.html", ""),
        "topic": (first(site, "topics", "<li>"), ""),
        "term": (first(site, "glossary", "<mark"), ""),
        "hashtag": (first(site, "hashtags", "<li>"), ""),
        "hashtags": ("hashtags/index.html", ""),
        "glossary": ("glossary/index.html", ""),
        "not-found": ("404.html", ""),
    }


def take(page: Page, address: str, first_do: str) -> bytes:
    page.goto(address)
    if first_do:
        page.evaluate(first_do)
        page.wait_for_timeout(900)
    return page.screenshot()


def small(picture: bytes) -> bytes:
    """Return a PNG with a palette: these pages have few colours."""
    out = io.BytesIO()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def all_shots(browser: Browser, site: Path, out: Path) -> None:
    address = serve(site)
    wanted = shots(site)
    for size, (width, height) in SIZES.items():
        for theme in THEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
            )
            page = context.new_page()
            for name, (path, first_do) in wanted.items():
                file = out / f"{name}-{size}-{theme}.png"
                file.write_bytes(small(take(page, address + path, first_do)))
                print(f"{file} {file.stat().st_size // 1000} kB")
            context.close()


def main(site: Path, out: Path) -> None:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        sys.exit("no Chromium or Chrome here; on Debian: apt-get install chromium")
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        all_shots(browser, site, out)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "docs/screenshots"))
