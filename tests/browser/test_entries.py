"""Entries that share a page: each has its place, its head and its count, on a desk and on the smallest phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from site_builder.model.site import Site
from tests.browser.test_reader import card, word
from tests.browser.whole import write_whole

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    return serve(write_whole(tmp_path_factory.mktemp("shared"), Site(title="The Lantern Reader", entries="anchors")))


def test_a_card_counts_the_places_of_its_own_entry_and_leads_to_it(page: Page, address: str) -> None:
    page.goto(address + "articles/lamps/")
    word(page, "灯笼").first.click()
    places = card(page).get_by_role("link", name="All 6 places")
    expect(places).to_be_visible()
    places.click()
    expect(page.get_by_role("heading", name="灯笼")).to_be_in_viewport()
    assert unquote(page.url) == f"{address}glossary/灯/#灯笼"


def test_an_entry_has_a_head_larger_than_its_text_and_its_pinyin_as_it_is_written(page: Page, address: str) -> None:
    page.goto(address + "glossary/灯/")
    head = page.get_by_role("heading", name="灯笼")
    expect(head).to_contain_text("dēnglóng")
    size, case, text = head.evaluate(
        """(head) => [parseFloat(getComputedStyle(head).fontSize), getComputedStyle(head).textTransform,
                      parseFloat(getComputedStyle(document.body).fontSize)]"""
    )
    assert size > 1.5 * text
    assert case == "none"


def test_many_entries_begin_with_a_list_of_them(page: Page, address: str) -> None:
    page.goto(address + "hashtags/春/")
    heads = page.get_by_role("navigation", name="Entries").get_by_role("link")
    entries = page.locator(".entry")
    assert heads.count() == entries.count() > 3
    last = heads.last
    name = last.inner_text()
    last.click()
    expect(page.get_by_role("heading", name=f"#{name}#")).to_be_in_viewport()


def test_shared_pages_hold_on_the_smallest_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    for path in ("glossary/灯/", "glossary/河/", "hashtags/灯/", "hashtags/春/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
