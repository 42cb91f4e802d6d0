"""The preview in a browser: it reloads, shows problems, and takes notes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ARTICLE = """---
title: Tea houses
---

The tea house (茶馆) is old, and another 茶馆 is new.

They drink *water* (水) there.
"""


class Preview(NamedTuple):
    """A site under preview: where its pages are, and where its files."""

    address: str
    root: Path

    @property
    def notes(self) -> Path:
        return self.root / "content/annotations/tea.yaml"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, lexicon_cache: Callable[[Path], None]) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("preview")
    (root / "content/articles").mkdir(parents=True)
    (root / "content/articles/tea.md").write_text(ARTICLE)
    lexicon_cache(root)
    command = [sys.executable, "-m", "site_builder", "--site", str(root), "--json", "serve", "--edit", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    results = (json.loads(line) for line in process.stdout)
    address = next(result["address"] for result in results if "address" in result)
    yield Preview(address, root)
    process.terminate()
    process.wait()
    process.stdout.close()


def select(page: Page, words: str, times: int = 1) -> None:
    """Select the words where they stand for the given time in the text, as a person with a mouse would."""
    page.evaluate(
        """([words, times]) => {
            const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0 || --times) continue;
                getSelection().setBaseAndExtent(node, at, node, at + words.length);
                return;
            }
        }""",
        [words, times],
    )


def test_a_note_is_written_changed_and_taken_out(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "articles/tea/")
    select(page, "茶馆", 2)
    page.get_by_role("button", name="✎ Note").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("blockquote")).to_have_text("茶馆")
    dialog.get_by_label("Reading (pinyin)").fill("cháguǎn")
    dialog.get_by_label("Note", exact=True).fill("Not the old one.")
    dialog.get_by_label("Your name").fill("Ann")
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator(".mnote")).to_contain_text("Not the old one.")
    written = preview.notes.read_text()
    assert "  prefix: 'The tea house (茶馆) is old, and another '\n  suffix: ' is new.'\n" in written
    assert "  reading: cháguǎn\n" in written

    page.get_by_role("button", name="Edit the note on 茶馆").click()
    expect(dialog.get_by_label("Your name")).to_have_value("Ann")
    dialog.get_by_label("Note", exact=True).fill("The new one.")
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator(".mnote")).to_contain_text("The new one.")

    preview.notes.write_text(preview.notes.read_text() + "- {id: other, quote: water, note: clear}\n")
    expect(page.locator(".mnote")).to_have_count(2)
    page.get_by_role("button", name="Edit the note on 茶馆").click()
    dialog.get_by_role("button", name="Delete").click()
    expect(page.locator(".mnote")).to_have_count(1)
    assert "The new one." not in preview.notes.read_text()


def test_a_word_takes_a_note_from_the_keyboard(page: Page, preview: Preview) -> None:
    page.goto(preview.address + "articles/tea/")
    page.locator(".text a", has_text="水").focus()
    page.keyboard.press("n")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("blockquote")).to_have_text("水")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_role("status")).to_contain_text("write a note, a reading or a gloss")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_change_reloads_and_a_broken_file_shows(page: Page, preview: Preview) -> None:
    file = preview.root / "content/articles/tea.md"
    page.goto(preview.address + "articles/tea/")
    file.write_text(ARTICLE.replace("is old", "is very old"))
    expect(page.locator(".text")).to_contain_text("is very old")
    file.write_text(ARTICLE.replace("title:", "titel:"))
    expect(page.get_by_role("alert")).to_contain_text('unknown key "titel"; did you mean "title"?')
    expect(page.locator(".text")).to_contain_text("is very old")
    file.write_text(ARTICLE)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator(".text")).to_contain_text("is old")


def test_a_foreign_page_gets_no_answer(page: Page, preview: Preview) -> None:
    tokenless = page.request.post(preview.address + "-/notes/tea", data="{}", headers={"Origin": preview.address[:-1]})
    assert tokenless.status == 403
    assert page.request.get(preview.address, headers={"Host": "evil.example"}).status == 403
    assert page.request.get(preview.address, headers={"Origin": "http://evil.example"}).status == 403
