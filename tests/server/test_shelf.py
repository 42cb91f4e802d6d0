"""What stands at an address of the preview."""

from pathlib import Path

import pytest

from site_builder.server.shelf import at

EARLY = {"articles/tea/index.html": b"new tea", "articles/milk/index.html": b"milk"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for name in ("index.html", "articles/tea/index.html", "site.css", "404.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"old {name}")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "data", "header"),
    [
        ("", b"old index.html", "text/html; charset=utf-8"),
        ("site.css", b"old site.css", "text/css; charset=utf-8"),
        ("articles/tea/", b"new tea", "text/html; charset=utf-8"),
        ("articles/tea/index.html", b"new tea", "text/html; charset=utf-8"),
        ("articles/milk/", b"milk", "text/html; charset=utf-8"),
    ],
)
def test_a_page_that_is_made_comes_before_the_one_that_is_published(
    output: Path, path: str, data: bytes, header: str
) -> None:
    found = at(output, EARLY, path)
    assert (found.data, found.header, found.there, found.moved) == (data, header, True, "")


@pytest.mark.parametrize("path", ["articles/tea", "articles/milk", "//articles/milk"])
def test_an_address_without_its_last_slash_leads_to_the_page(output: Path, path: str) -> None:
    assert at(output, EARLY, path).moved == f"/{path.lstrip('/')}/"


def test_where_nothing_is_the_site_says_so(output: Path) -> None:
    assert (at(output, EARLY, "articles/beer/").data, at(output, EARLY, "articles/beer/").there) == (
        b"old 404.html",
        False,
    )
    (output / "404.html").unlink()
    assert b"not built" in at(output, {}, "articles/beer/").data
