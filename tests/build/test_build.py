"""The whole way, from content to the site that a reader opens."""

import io
import zipfile
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.build.live import Live
from site_builder.build.looks import KINDS
from site_builder.build.request import Request
from site_builder.build.stages import Stages
from site_builder.catalog import links
from site_builder.catalog.plan import file_of
from site_builder.model.site import Entries, Site
from tests.build.sites import BRIDGE, PLAIN, SONG, built, pages, site, write


def test_a_site_has_all_its_pages(tmp_path: Path) -> None:
    report = built(site(tmp_path))
    assert report.published
    assert not [issue for issue in report.issues if issue.severity == "error"]
    expected = {"", "articles/", "articles/song/", "articles/bridge/", "topics/", "topics/trust/", "topics/cities/"}
    expected |= {"glossary/", "glossary/共青团/", "glossary/重庆/", "hashtags/", "hashtags/诚信让我们伟大/"}
    assert {f"{page}index.html" for page in expected} <= pages(tmp_path).keys()
    assert {"404.html", "feed.xml", "robots.txt"} <= pages(tmp_path).keys()


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        built(site(tmp_path / name))
    assert pages(tmp_path / "one") == pages(tmp_path / "other")


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    built(site(tmp_path))
    assert built(tmp_path).written == 0


@pytest.mark.parametrize("entries", ["pages", "anchors"])
def test_a_template_that_changes_no_byte_leaves_every_page_as_old_as_it_was(tmp_path: Path, entries: Entries) -> None:
    settings = Site(entries=entries)
    built(site(tmp_path), settings)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*.html")}
    article = Path(__file__).parents[2] / "templates/article.html"
    write(tmp_path, "templates/article.html", article.read_text("utf-8") + "{# said again #}\n")
    report = built(tmp_path, settings)
    assert (report.published, report.written) == (True, 0)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*.html")} == before


def test_a_template_that_changes_is_seen_on_its_pages_and_nothing_else_is_made(tmp_path: Path) -> None:
    built(site(tmp_path))
    before = pages(tmp_path)
    term = (Path(__file__).parents[2] / "templates/term.html").read_text("utf-8")
    write(tmp_path, "templates/term.html", term.replace("{% block main %}", "{% block main %}<p>Of a word</p>"))
    report = built(tmp_path)
    after = pages(tmp_path)
    changed = {path for path in after if after[path] != before.get(path)}
    words = {path for path in after if path.startswith("glossary/") and path.count("/") == 2}
    assert changed == words
    assert report.written == len(words) > 3


def test_every_page_has_its_template_among_the_looks() -> None:
    folder = Path(__file__).parents[2] / "templates"
    whole = {path.name for path in folder.glob("*.html") if '{% extends "base.html" %}' in path.read_text("utf-8")}
    assert sorted(name for names in KINDS.values() for name in names) == sorted(whole)


def test_the_template_of_articles_makes_no_list_again(tmp_path: Path) -> None:
    built(site(tmp_path))
    article = (Path(__file__).parents[2] / "templates/article.html").read_text("utf-8")
    write(tmp_path, "templates/article.html", article.replace("{% block main %}", "{% block main %}<p>To read</p>"))
    stages = Stages(watched=True)
    build(Request(tmp_path, tmp_path / "output", PLAIN), live=Live(stages=stages))
    assert "articles: pages and their files" in stages.spent
    assert not [name for name in stages.spent if name.startswith("lists:")]


def test_a_style_sheet_that_changes_is_copied_and_no_page_made(tmp_path: Path) -> None:
    built(site(tmp_path))
    write(tmp_path, "templates/static/reader.css", "p { color: red }\n")
    assert built(tmp_path).written == 1
    assert b"red" in pages(tmp_path)["static/reader.css"]


def test_what_is_removed_leaves_no_page(tmp_path: Path) -> None:
    built(site(tmp_path))
    (tmp_path / "content/articles/bridge.md").unlink()
    built(tmp_path)
    left = pages(tmp_path)
    assert "articles/bridge/index.html" not in left
    assert "glossary/大桥/index.html" not in left
    built(site(tmp_path / "fresh"))
    (tmp_path / "fresh/content/articles/bridge.md").unlink()
    built(tmp_path / "fresh")
    assert left == pages(tmp_path / "fresh")


def test_a_draft_shows_only_when_asked_for(tmp_path: Path) -> None:
    site(tmp_path, song=SONG.replace("status: published", "status: draft"))
    built(tmp_path)
    assert "articles/song/index.html" not in pages(tmp_path)
    built(tmp_path, Site(drafts=True))
    assert "articles/song/index.html" in pages(tmp_path)


def test_an_error_in_content_leaves_the_last_good_site(tmp_path: Path) -> None:
    built(site(tmp_path))
    good = pages(tmp_path)
    write(tmp_path, "content/articles/other.md", BRIDGE)
    report = built(tmp_path)
    assert not report.published
    assert any(issue.code == "E070" and "slug" in issue.hint for issue in report.issues)
    assert pages(tmp_path) == good


def test_a_warning_stops_a_strict_build(tmp_path: Path) -> None:
    site(tmp_path, song=SONG + "\n![](/no.png)\n")
    assert not built(tmp_path, strict=True).published


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    site(tmp_path, song=SONG + "\nSee [that](/articles/gone/) and [this](/articles/bridge/#nowhere).\n")
    report = built(tmp_path)
    assert [issue.code for issue in report.issues if issue.severity == "error"] == ["E071", "E072"]


def test_a_link_that_a_text_only_shows_is_none(tmp_path: Path) -> None:
    site(
        tmp_path,
        song=SONG.replace("title: ", 'title: To <a href="#nowhere"> - ', 1) + '\nIt said `<a href="#there">`.\n',
    )
    assert not [issue for issue in built(tmp_path).issues if issue.severity == "error"]


def test_a_link_of_a_topic_or_a_plain_page_is_told_with_its_file(tmp_path: Path) -> None:
    site(tmp_path)
    for name in ("topics/boats", "pages/help"):
        path = tmp_path / f"content/{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: {name}\n---\n\nSee [that]({name}-gone/).\n", "utf-8")
    wrong = [issue.where.path for issue in built(tmp_path).issues if issue.code == "E071"]
    assert sorted(wrong) == ["content/pages/help.md", "content/topics/boats.md"]


def test_no_link_of_the_pages_that_come_with_the_program_leads_nowhere(tmp_path: Path) -> None:
    """A build trusts those of terms and hashtags; here every page of a site is read through."""
    both = "\nThe “red train” (红列车, also 紅列車) ran as #红列车开了# and #红列车又开了#.\n"
    assert built(site(tmp_path, song=SONG + both, bridge=BRIDGE + both)).published
    files = {path: data.decode() for path, data in pages(tmp_path).items() if path.endswith(".html")}
    found: dict[str, str] = {}
    for path, html in files.items():
        if path != "404.html":
            links.collect(html, path.removesuffix("index.html"), found)
    assert sum(page.startswith(("glossary/", "hashtags/")) for page in found.values()) > 20
    there = {path: links.ids(html) for path, html in files.items()}
    assert not links.broken(
        found, lambda page: file_of(page) in pages(tmp_path), lambda page, place: place in there[file_of(page)]
    )


@pytest.mark.parametrize(("name", "page"), [("term", "glossary"), ("hashtag", "hashtags"), ("article", "content")])
def test_a_link_that_leads_nowhere_in_a_template_of_the_site_is_told(tmp_path: Path, name: str, page: str) -> None:
    own = '{% extends "base.html" %}{% block main %}<a href="{{ root }}gone/">x</a>{% endblock %}'
    write(site(tmp_path), f"templates/{name}.html", own)
    report = built(tmp_path)
    assert [issue.code for issue in report.issues if issue.severity == "error"] == ["E071"]
    assert [issue.where.path.partition("/")[0] for issue in report.issues if issue.code == "E071"] == [page]


def test_a_book_has_the_pictures_of_its_articles_as_they_are(tmp_path: Path) -> None:
    site(
        tmp_path,
        bridge=BRIDGE.replace("topics: [cities]", "topics: [trust]") + "\n![A bridge](/articles/bridge/1.png)\n",
    )
    file = tmp_path / "content" / "articles" / "bridge" / "1.png"
    file.parent.mkdir()
    for picture in (b"\x89PNG\r\n\x1a\none", b"\x89PNG\r\n\x1a\ntwo"):
        file.write_bytes(picture)
        built(tmp_path)
        with zipfile.ZipFile(io.BytesIO(pages(tmp_path)["topics/trust/book.epub"])) as book:
            assert book.read("book/pictures/bridge-1.png") == picture


def test_the_pictures_of_an_article_come_along_with_its_text(tmp_path: Path) -> None:
    shot = '\n![A bridge](/articles/{0}/1.png "https://img.example.org/{0}.png")\n'
    site(tmp_path, song=SONG + shot.format("song"), bridge=BRIDGE + shot.format("bridge"))
    for name in ("song/1.png", "bridge/1.png", "bridge/note.html"):
        write(tmp_path, f"content/articles/{name}", "pixels")
    assert not [issue for issue in built(tmp_path).issues if issue.severity == "error"]
    whole = pages(tmp_path)
    assert {"articles/song/1.png", "articles/bridge/1.png"} <= whole.keys()
    assert "articles/bridge/note.html" not in whole
    assert b'src="../../articles/bridge/1.png"' in whole["articles/bridge/index.html"].replace(b"'", b'"')
    assert b'src="https:' not in whole["articles/bridge/index.html"]
    assert built(tmp_path).written == 0
    report = built(tmp_path, Site(public=True))
    assert report.published
    assert "articles/bridge/1.png" in pages(tmp_path)
    assert "articles/song/1.png" not in pages(tmp_path)
