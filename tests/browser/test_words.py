"""My words: added on a card, known without pinyin, asked in a quiz, saved and read again; all in the browser alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[2] / "templates" / "static"
WORD = '<a lang="zh-Hans" class="w" href="../glossary/{0}/" data-p="{1}" {2}>{0}</a>'
TRAIN, SLOW = (
    WORD.format("绿皮车", "lǜpíchē", 'data-a="green train" data-g="slow passenger train"'),
    WORD.format("慢", "màn", 'data-g="slow"'),
)
ARTICLE = f"""<!doctype html><html lang="en" class="js"><meta charset="utf-8"><title>Trains</title>
<script src="../static/early.js"></script><link rel="stylesheet" href="../static/reader.css">
<script src="../static/reader.js" defer></script>
<article class="article"><div class="text"><p id="p1">The {TRAIN} is back. It is {SLOW}.</p></div>
<section class="study"><p class="row"><button type="button" data-quiz>Quiz me on these words</button></p>
<p class="vocab" lang="zh-Hans">{SLOW} {TRAIN}</p></section></article></html>"""
MINE = """<!doctype html><html lang="en" class="js"><meta charset="utf-8"><title>My words</title>
<script src="../static/reader.js" defer></script>
<main><div data-my-words></div></main></html>"""
READING = 'found("reading",{"words":["绿皮车","慢"],"articles":[["b/","Both",[0,1]],["g/","Green",[0]]]});'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    root = tmp_path_factory.mktemp("words")
    files = {"article/index.html": ARTICLE, "my-words/index.html": MINE, "search/reading.js": READING}
    files |= {
        f"static/{name}": (STATIC / name).read_text("utf-8")
        for name in ("early.js", "reader.css", "reader.js", "words.js")
    }
    for path, text in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return serve(root)


def card(page: Page, word: str) -> None:
    page.locator(".text .w", has_text=word).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def knows(page: Page) -> None:
    page.get_by_role("button", name="I know it").click()
    expect(page.get_by_role("button", name="I know it", pressed=True)).to_be_visible()


def test_a_word_is_added_on_its_card_and_stays(page: Page, site: str) -> None:
    page.goto(site + "article/")
    card(page, "绿皮车")
    page.get_by_role("button", name="＋ My words").click()
    expect(page.get_by_role("button", name="✓ My words")).to_be_focused()
    page.goto(site + "my-words/")
    row = page.get_by_role("row", name="绿皮车")
    expect(row).to_contain_text("lǜpíchē")
    expect(row).to_contain_text("green train")


def test_a_word_that_is_known_loses_its_pinyin_on_every_page(page: Page, site: str) -> None:
    page.goto(site + "article/")
    card(page, "绿皮车")
    knows(page)
    page.reload()
    pinyin = "getComputedStyle(document.querySelector('.w'), '::after').visibility"
    assert page.evaluate(pinyin) == "hidden"
    assert page.evaluate(pinyin.replace(".w", ".w:not(.known)")) == "visible"


def test_the_quiz_is_answered_with_the_keyboard_and_remembers(page: Page, site: str) -> None:
    page.goto(site + "article/")
    for _ in range(2):
        page.get_by_role("button", name="Quiz me on these words").focus()
        page.keyboard.press("Enter")
        for question in range(2):
            expect(page.get_by_text(f"{question + 1} of 2")).to_be_visible()
            expect(page.get_by_role("button", name="Show")).to_be_focused()
            page.keyboard.press("Enter")
            expect(page.get_by_role("button", name="I knew it")).to_be_focused()
            page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("2 of 2 known")
        page.keyboard.press("Enter")
    expect(page.locator(".text .w.known")).to_have_count(2)


def test_a_list_is_saved_and_read_again_as_json_and_as_tsv(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + "article/")
    card(page, "慢")
    knows(page)
    page.goto(site + "my-words/")
    for name in ("JSON", "TSV"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Save as {name}").click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        page.get_by_role("button", name="Remove 慢").click()
        expect(page.get_by_role("table")).to_have_count(0)
        page.locator("input[type=file]").set_input_files(path)
        expect(page.get_by_role("checkbox", name="I know 慢")).to_be_checked()
        expect(page.get_by_role("row", name="慢")).to_contain_text("slow")


def test_a_file_from_elsewhere_can_do_no_harm(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + "my-words/")
    bad = tmp_path / "bad.json"
    bad.write_text('{"<img src=x onerror=alert(1)>": {"u": "javascript:alert(1)", "g": "<b>x</b>"}, "x": 3}', "utf-8")
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.get_by_role("row", name="<b>x</b>")).to_be_visible()
    assert page.locator("table img, table b, table a").count() == 0
    bad.write_text("not a list", "utf-8")
    page.locator("input[type=file]").set_input_files(bad)
    expect(page.get_by_role("status")).to_contain_text("holds no list of words")


def test_articles_are_put_in_order_by_the_words_that_are_known(page: Page, site: str) -> None:
    page.goto(site + "article/")
    card(page, "绿皮车")
    knows(page)
    page.goto(site + "my-words/")
    expect(page.locator("ol a")).to_have_text(["Green", "Both"])
    expect(page.locator("ol .meta").first).to_have_text("100 % of its 1 Chinese words known")
