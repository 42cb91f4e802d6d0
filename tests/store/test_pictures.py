"""Pictures are made anew, stay with their article, and one that fails stops no other."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from site_builder.ingest import ingest
from site_builder.model.issue import Issue, Where
from site_builder.model.scrape import Scrape
from site_builder.store import pictures
from site_builder.store.content import read_articles
from site_builder.store.pictures import PictureError, keep, made_anew, relink

BODY = "One.\n\n![A lamp](https://img.example.org/a.png)\n\n![](https://img.example.org/b.jpg)\n\n![A kite](/k.png)"


def picture(kind: str, mode: str = "RGB", **more: object) -> bytes:
    data = BytesIO()
    Image.new(mode, (6, 4)).save(data, kind, **more)
    return data.getvalue()


def web(url: str, where: str) -> Scrape | Issue:
    """Has each picture whose name ends in .png, and no other."""
    if url.endswith(".png"):
        return Scrape(url, picture("PNG"))
    return Issue(Where(where), "E003", f"{url} was not fetched: the site answers 404")


@pytest.mark.parametrize(
    ("kind", "mode", "suffix"),
    [("PNG", "RGBA", "png"), ("GIF", "P", "png"), ("JPEG", "CMYK", "jpg"), ("WEBP", "RGB", "webp")],
)
def test_each_kind_is_made_anew(kind: str, mode: str, suffix: str) -> None:
    found, data = made_anew(picture(kind, mode))
    assert found == suffix
    assert Image.open(BytesIO(data)).size == (6, 4)


def test_metadata_is_dropped_and_a_turned_photograph_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "taken by Ada Quill"
    _, data = made_anew(picture("JPEG", exif=exif, comment=b"at the quay"))
    image = Image.open(BytesIO(data))
    assert image.size == (4, 6)
    assert not image.getexif()
    assert b"Quill" not in data
    assert b"quay" not in data


@pytest.mark.parametrize("data", [b"", b"<svg onload='x'/>", picture("PNG")[:40], picture("BMP")])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError, match="no PNG"):
        made_anew(data)


@pytest.mark.parametrize("more", [b"<script>alert(1)</script>", b"PK\x03\x04 a zip", b"%PDF-1.4"])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_what_hides_behind_a_picture_is_left_behind(kind: str, more: bytes) -> None:
    _, data = made_anew(picture(kind, "RGB") + more)
    assert more not in data


def test_a_picture_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PictureError, match="pixels"):
        made_anew(_huge())
    monkeypatch.setattr(pictures, "_MOST_PIXELS", 5)
    with pytest.raises(PictureError, match="pixels"):
        made_anew(picture("PNG"))


def _huge() -> bytes:
    """Return a small PNG file that says it is a hundred thousand pixels wide and high."""

    data = picture("PNG")
    head = b"IHDR" + struct.pack(">II", 100_000, 100_000) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]


def test_a_picture_moves_into_the_folder_and_a_failure_stops_no_other(tmp_path: Path) -> None:
    body, issues = keep(tmp_path, "lamp", BODY, web)
    assert body == BODY.replace(
        "(https://img.example.org/a.png)", '(/articles/lamp/1.png "https://img.example.org/a.png")'
    )
    assert [path.name for path in (tmp_path / "content/articles/lamp").iterdir()] == ["1.png"]
    assert [(issue.where.path, issue.code) for issue in issues] == [("content/articles/lamp.md", "E003")]
    assert "b.jpg" in issues[0].message


def test_a_later_scrape_finds_the_pictures_that_are_there(tmp_path: Path) -> None:
    body, _ = keep(tmp_path, "lamp", BODY, web)
    assert relink(BODY, body) == body
    assert relink(BODY, "") == BODY
    assert keep(tmp_path, "lamp", body, web)[0] == body


def test_ingest_fetches_pictures_only_when_asked_and_keeps_them(tmp_path: Path) -> None:
    words = "The harbour council said on Tuesday that the bridge would open before the festival, at long last. " * 3
    shot = "<figure><img src='https://img.example.org/a.png' alt='A lamp'></figure>"
    html = (
        f"<html><body><article><h1>The Quiet Bridge</h1><p>{words}</p>{shot}<p>{words} Yes.</p></article></body></html>"
    )
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.html").write_text(html, "utf-8")
    ingest(tmp_path)
    assert "](https://img.example.org/a.png)" in read_articles(tmp_path)[0][0].body
    done, issues = ingest(tmp_path, images=web)
    assert [result.fate for result in done[0].results] == ["updated"]
    assert "](/articles/the-quiet-bridge/1.png " in read_articles(tmp_path)[0][0].body
    done, more = ingest(tmp_path)
    assert [result.fate for result in done[0].results] == ["unchanged"]
    assert (issues, more) == ((), ())
