"""Terms and hashtags as anchors on pages that they share: every way to them leads there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from site_builder.build import Request
from site_builder.build.explain import why
from site_builder.catalog import links
from site_builder.catalog.plan import file_of
from site_builder.model.address import anchored
from site_builder.model.site import Site
from site_builder.render.relink import relinked
from tests.build.sites import BRIDGE, SONG, built, pages, site, write

ANCHORS = Site(base_url="https://tea.example/", entries="anchors")
MORE = """
A sincere man (诚实) and [trust](/glossary/诚信/), [again](/glossary/%E8%AF%9A%E4%BF%A1/#places), #诚信又来了#.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    filler = BRIDGE.replace(" (诚信)", "")
    others = {f"other-{number}": filler.replace("slug: bridge", f"slug: other-{number}") for number in range(9)}
    site(
        tmp_path, song=SONG + MORE, **others
    )  # with the others, an edit is few enough to make again only what it shows
    report = built(tmp_path, ANCHORS)
    assert (report.published, [one for one in report.issues if one.severity == "error"]) == (True, [])
    return tmp_path


def html(root: Path, path: str) -> str:
    return (root / "output" / path / "index.html").read_text("utf-8")


def test_terms_that_begin_alike_stand_on_one_page(root: Path) -> None:
    page = html(root, "glossary/诚")
    assert page.index('id="诚信"') > 0
    assert page.index('id="诚实"') > 0
    assert not (root / "output/glossary/诚信").exists()
    assert 'id="诚信又来了"' in html(root, "hashtags/诚")


def test_no_link_of_any_page_leads_nowhere(root: Path) -> None:
    files = {path: data.decode() for path, data in pages(root).items() if path.endswith(".html")}
    found: dict[str, str] = {}
    for path, text in files.items():
        if path != "404.html":
            links.collect(text, path.removesuffix("index.html"), found)
    there, ids = pages(root), {path: links.ids(text) for path, text in files.items()}
    assert not links.broken(found, lambda page: file_of(page) in there, lambda page, at: at in ids[file_of(page)])
    assert sum("glossary/" in link and "#" in link for link in found) > 5
    assert sum("hashtags/" in link and "#" in link for link in found) > 1


def test_what_is_no_page_leads_to_the_anchor_too(root: Path) -> None:
    shown = [link for link in re.findall(r'href="([^"]+)"', html(root, "articles/song")) if "glossary/" in link]
    assert "../../glossary/诚/#诚信" in shown
    rows = (root / "output/search/d0.js").read_text("utf-8")
    assert '"glossary/诚/#诚信"' in rows
    assert '"hashtags/诚/#诚信又来了"' in rows
    entries = json.loads((root / "output/glossary.json").read_text("utf-8"))
    assert "https://tea.example/glossary/%E8%AF%9A/#%E8%AF%9A%E4%BF%A1" in [entry["page"] for entry in entries]
    listed = (root / "output/sitemap.xml").read_text("utf-8")
    assert listed.count("<loc>https://tea.example/glossary/%E8%AF%9A/</loc>") == 1
    assert 'data-entries="anchors"' in html(root, "articles/song")


def test_an_edit_leaves_the_entries_beside_it_and_the_last_one_takes_its_page_along(root: Path) -> None:
    write(root, "content/articles/song.md", SONG + MORE.replace("A sincere man (诚实) and ", ""))
    assert built(root, ANCHORS).published
    page = html(root, "glossary/诚")
    assert ('id="诚信"' in page, 'id="诚实"' in page) == (True, False)
    head, _, _ = SONG.partition("\n\n")
    write(root, "content/articles/song.md", f"{head}\n\nNothing is said.\n")
    write(root, "content/articles/bridge.md", BRIDGE.replace(" (诚信)", ""))
    assert built(root, ANCHORS).published
    assert not (root / "output/glossary/诚").exists()
    assert "glossary/诚/" not in (root / "output/sitemap.xml").read_text("utf-8")


def test_a_page_of_entries_says_why_it_was_made(root: Path) -> None:
    write(root, "content/articles/bridge.md", BRIDGE.replace("Few trust", "None trusts"))
    built(root, ANCHORS)
    ((_, reason),) = why(Request(root, root / "output", ANCHORS), "/glossary/诚/#诚信")
    assert reason == "content/articles/bridge.md changed"


def test_other_links_stay() -> None:
    assert relinked('<a href="../glossary/pinyin/c/">C</a><a href="glossary/">G</a>') == (
        '<a href="../glossary/pinyin/c/">C</a><a href="glossary/">G</a>'
    )
    assert relinked('<a href="https://example.org/glossary/诚信/">') == '<a href="https://example.org/glossary/诚信/">'
    assert relinked("<p>href: glossary/诚信/</p>") == "<p>href: glossary/诚信/</p>"
    assert anchored("glossary/pinyin/c/") == "glossary/pinyin/c/"
