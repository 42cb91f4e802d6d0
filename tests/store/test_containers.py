"""Archives of scrapes are unpacked in memory, within limits, and say what is wrong with them."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from site_builder.model.issue import Issue
from site_builder.model.scrape import Scrape
from site_builder.store import containers
from site_builder.store.containers import unpack
from site_builder.store.scrapes import read_scrapes


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def names(data: bytes, name: str = "a.zip") -> list[str]:
    return [one.name if isinstance(one, Scrape) else one.message for one in unpack(name, data)]


def test_a_zip_gives_its_scrapes_in_the_order_of_their_names() -> None:
    data = zipped({"b.html": b"two", "a.txt": b"one", "c.jpg": b"no", "__MACOSX/a.txt": b"no"})
    assert names(data) == ["a.zip!a.txt", "a.zip!b.html"]


def test_names_that_climb_are_labels_only(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"../../up.txt": b"one"}))
    (found,) = read_scrapes(tmp_path, [str(tmp_path / "a.zip")])
    assert isinstance(found, Scrape)
    assert found.name == "a.zip!../../up.txt"
    assert [path.name for path in tmp_path.rglob("*")] == ["a.zip"]


def test_a_zip_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "LARGEST", 1000)
    assert names(zipped({"a.txt": b"x" * 100_000, "b.txt": b"fine"})) == [
        "is too large: at most 1,000 bytes are read",
        "a.zip!b.txt",
    ]


@pytest.mark.parametrize("name", ["a.zip", "a.mhtml", "a.warc", "a.warc.gz"])
@pytest.mark.parametrize(
    "data", [b"", b"nothing of the kind", gzip.compress(b"x", mtime=0)[:9]], ids=["empty", "text", "cut"]
)
def test_what_is_no_archive_is_a_problem_with_a_name(name: str, data: bytes) -> None:
    found = list(unpack(name, data))
    assert found
    assert all(isinstance(one, Issue) and one.where.path == name for one in found)


def warc(*, packed: bool) -> bytes:
    out = io.BytesIO()
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer = WARCWriter(out, gzip=packed)
    payload = io.BytesIO(b"<p>" + b"lamp " * 9)
    writer.write_record(writer.create_warc_record("https://a.example/", "response", payload, http_headers=headers))
    return out.getvalue()


def squeezed(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.txt", "The lamp was out. " * 9 + "The bridge was closed.\n")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", warc(packed=False)),
        ("a.warc.gz", warc(packed=True)),
        *(("a.zip", squeezed(method)) for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA)),
    ],
    ids=["warc", "warc.gz", "stored", "deflated", "lzma"],
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_whichever_byte_of_an_archive_is_damaged_it_is_read_or_a_problem(name: str, data: bytes) -> None:
    for at in range(len(data)):
        for damage in (0xFF, 0x20, 1):
            torn = data[:at] + bytes([data[at] ^ damage]) + data[at + 1 :]
            assert all(isinstance(one, Scrape | Issue) for one in unpack(name, torn))


def test_mhtml_gives_its_page_and_address() -> None:
    data = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://news.example.org/kites
MIME-Version: 1.0
Content-Type: multipart/related; boundary="x"

--x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>caf=C3=A9</p>
--x--
"""
    assert list(unpack("a.mhtml", data)) == [
        Scrape("a.mhtml", "<p>café</p>".encode(), "https://news.example.org/kites")
    ]


def test_warc_gives_its_pages_and_addresses() -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, kind in (("https://a.example.org/", "text/html"), ("https://a.example.org/x.png", "image/png")):
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(b"<p>x"), http_headers=headers)
        )
    assert list(unpack("a.warc.gz", out.getvalue())) == [
        Scrape("a.warc.gz!https://a.example.org/", b"<p>x", "https://a.example.org/")
    ]


def test_folders_patterns_and_addresses(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "skip.jpg"):
        (tmp_path / name).write_text(name)
    (tmp_path / "c.url").write_text("[InternetShortcut]\nURL=https://news.example.org/\n")
    found = list(read_scrapes(tmp_path, [str(tmp_path)]))
    assert [one.name for one in found if isinstance(one, Scrape)] == ["a.html", "b.txt"]
    assert [one.code for one in found if isinstance(one, Issue)] == ["W041"]
    assert [one.name for one in read_scrapes(tmp_path, [str(tmp_path / "*.txt")]) if isinstance(one, Scrape)] == [
        "b.txt"
    ]
    assert [str(one.where) for one in read_scrapes(tmp_path, ["no.txt"]) if isinstance(one, Issue)] == ["no.txt"]
