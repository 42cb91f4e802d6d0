"""What a reader takes along lies one click from the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.build.sites import built, site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("page_path", "name", "file"),
    [
        ("articles/song/", "Anki deck", "cards.apkg"),
        ("topics/trust/", "Anki deck", "cards.apkg"),
        ("topics/trust/", "book (EPUB)", "book.epub"),
    ],
)
def test_a_pack_is_downloaded_by_its_link(
    page: Page, serve: Callable[[Path], str], tmp_path: Path, page_path: str, name: str, file: str
) -> None:
    built(site(tmp_path))
    page.goto(serve(tmp_path / "output") + page_path)
    with page.expect_download() as started:
        page.get_by_role("link", name=name).click()
    assert started.value.suggested_filename == file
    assert started.value.path().read_bytes() == (tmp_path / "output" / page_path / file).read_bytes()
