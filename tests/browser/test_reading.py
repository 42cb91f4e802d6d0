"""What a reader asks of the page beside the card: covers, passages, voices, margins, paper, weight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from site_builder.render.squeeze import squeeze
from tests.browser.sample import TEMPLATES, sample, write_site
from tests.browser.test_reader import card, set_to, unfolded, word

pytestmark = pytest.mark.browser

VOICE = "speechSynthesis.getVoices = () => [{ lang: '%s', name: 'A voice' }]"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    root = tmp_path_factory.mktemp("reading")
    write_site(root, sample())
    return serve(root) + "articles/tea/"


@pytest.fixture
def reading(page: Page, address: str) -> Page:
    page.goto(address)
    return page


@pytest.fixture
def finger(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def clear(page: Page, query: str) -> bool:
    return bool(page.locator(query).first.evaluate("e => getComputedStyle(e).color === 'rgba(0, 0, 0, 0)'"))


# ---- islands


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_uncovers_the_english(reading: Page, key: str) -> None:
    set_to(reading, islands="zh")
    covered = reading.get_by_role("button", name="Covered").first
    covered.focus()
    covered.press(key)
    assert not clear(reading, ".text .e")
    assert reading.locator(".text .e").first.get_attribute("role") is None


def test_a_key_uncovers_the_chinese_and_then_opens_its_card(reading: Page) -> None:
    set_to(reading, islands="en")
    covered = reading.locator(".text .w").first
    covered.focus()
    covered.press("Enter")
    assert not clear(reading, ".text .w")
    expect(card(reading)).to_be_hidden()
    covered.press("Enter")
    expect(card(reading)).to_be_visible()


def test_a_finger_uncovers_and_a_reload_covers_again(finger: Page) -> None:
    set_to(finger, islands="zh")
    finger.locator(".text .e").first.tap()
    assert not clear(finger, ".text .e")
    finger.reload()
    assert clear(finger, ".text .e")


# ---- Chinese passages


def pinyin(page: Page) -> str:
    """Return how the pinyin of a passage's first word is set, "none" where it is not there."""
    said = "w => { const after = getComputedStyle(w, '::after'); return [after.content, after.display]; }"
    content, display = page.locator(".zh .w").first.evaluate(said)
    return "none" if content == "none" else str(display)


def test_a_chinese_passage_shows_the_pinyin_of_the_word_that_is_asked_for(reading: Page) -> None:
    lines = "() => [...document.querySelectorAll('.text > *')].map((one) => one.offsetTop)"
    before = reading.evaluate(lines)
    assert pinyin(reading) == "none"
    reading.locator(".zh .w").first.hover()
    assert pinyin(reading) == "block"
    assert reading.evaluate(lines) == before


def test_all_words_of_a_chinese_passage_have_pinyin_by_choice_and_on_paper(reading: Page) -> None:
    set_to(reading, ruby="all")
    assert pinyin(reading) == "ruby-text"
    set_to(reading, ruby="")
    reading.emulate_media(media="print")
    assert pinyin(reading) == "ruby-text"


# ---- the card


@pytest.mark.parametrize(("language", "count"), [("zh-CN", 1), ("cmn-Hans", 1), ("de-DE", 0)])
def test_a_word_is_spoken_only_by_a_chinese_voice(page: Page, address: str, language: str, count: int) -> None:
    page.add_init_script(VOICE % language)
    page.goto(address)
    word(page, "诚信").click()
    expect(card(page).get_by_role("button", name="Speak")).to_have_count(count)


def test_the_card_copies_its_word(reading: Page) -> None:
    reading.context.grant_permissions(["clipboard-read", "clipboard-write"])
    word(reading, "诚信").click()
    card(reading).get_by_role("button", name="Copy").click()
    expect(card(reading).get_by_role("button", name="Copied")).to_be_visible()
    assert reading.evaluate("navigator.clipboard.readText()") == "诚信"


def test_a_long_card_scrolls_within(reading: Page) -> None:
    reading.set_viewport_size({"width": 900, "height": 320})
    word(reading, "诚信").click()
    assert card(reading).evaluate("c => c.scrollHeight > c.clientHeight && getComputedStyle(c).overflowY === 'auto'")


def test_a_tap_shifts_nothing(finger: Page) -> None:
    finger.evaluate("""() => { window.shift = 0; new PerformanceObserver((list) => {
        for (const one of list.getEntries()) window.shift += one.value; }).observe({ type: "layout-shift" }); }""")
    word(finger, "诚信").tap()
    expect(card(finger)).to_contain_text("All 3 places")
    finger.wait_for_timeout(200)
    assert finger.evaluate("window.shift") == 0


def test_a_word_that_is_no_layer_of_its_own_keeps_long_pages_quick(reading: Page) -> None:
    assert word(reading, "诚信").evaluate("w => getComputedStyle(w).position") == "static"


def test_a_word_cut_by_markup_has_the_card_of_the_whole_word(page: Page, tmp_path: Path) -> None:
    page.goto(write_site(tmp_path, sample("It is called 诚*信* here.\n")).as_uri())
    page.locator(".text em .w").click()
    expect(card(page).locator(".big")).to_contain_text("诚信")
    assert page.locator(".text p").inner_text() == "It is called 诚信 here."


# ---- the words of the article


def test_the_words_are_listed_by_level_with_reading_and_meaning(reading: Page) -> None:
    expect(reading.locator(".study .w").first).to_be_hidden()
    reading.get_by_text("All 7 words, easy ones first").click()
    expect(reading.locator(".study h3")).to_have_text(["HSK 4", "Names, and words beyond the HSK lists"])
    row = reading.get_by_role("row", name="诚信")
    expect(row.get_by_role("cell")).to_have_text(["诚信", "chéngxìn", "good faith"])
    boxes = reading.locator(".study tr").evaluate_all("some => some.map((one) => one.getBoundingClientRect().top)")
    assert boxes == sorted(set(boxes))
    assert len(boxes) == 7
    row.get_by_role("link").click()
    expect(card(reading)).to_contain_text("honest; trustworthy")


def test_the_list_of_words_is_copied_as_a_table(reading: Page) -> None:
    reading.get_by_text("All 7 words, easy ones first").click()
    reading.get_by_role("row", name="茶馆").wait_for()
    reading.evaluate("getSelection().selectAllChildren(document.querySelectorAll('.study table')[1])")
    copied = reading.evaluate("getSelection().toString()")
    assert "茶馆\tcháguǎn\tteahouse\n" in copied
    assert "中国茶叶友谊办公室\tZhōngguó Cháyè Yǒuyì Bàngōngshì\tChina Tea Friendship Office" in copied


def test_the_words_are_listed_without_scripts_too(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_text("All 7 words, easy ones first").click()
    page.locator(".vocab .w", has_text="诚信").click()
    expect(page.locator("h1")).to_have_text("诚信")
    context.close()


def test_what_is_out_of_sight_is_there_soon_and_at_once_by_its_fragment(page: Page, tmp_path: Path) -> None:
    file = write_site(tmp_path, sample("诚信茶馆，中国友谊。\n\n" * 120)).as_uri()
    seen = "new MutationObserver(() => { if (document.querySelector('.lazy')) window.late = true; })"
    page.add_init_script(f"{seen}.observe(document, {{ attributes: true, subtree: true }})")
    page.goto(file)
    unfolded(page)
    assert page.evaluate("window.late")
    assert page.locator(".text").inner_text().count("诚信") == 120
    last = page.locator(".text > p").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{file}#{last}")
    assert not page.evaluate("window.late")
    page.wait_for_function("() => document.querySelector(location.hash).getBoundingClientRect().top < innerHeight")


# ---- the page


def test_notes_stand_in_the_margin_of_a_wide_page_and_in_place_on_a_narrow_one(reading: Page) -> None:
    where = """() => { const box = (query) => document.querySelector(query).getBoundingClientRect();
        const text = box(".text > p"), note = box(".text .notes");
        return [note.left >= text.right, note.top >= text.bottom]; }"""
    reading.set_viewport_size({"width": 1280, "height": 800})
    assert reading.evaluate(where) == [True, False]
    reading.set_viewport_size({"width": 390, "height": 800})
    assert reading.evaluate(where) == [False, True]


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_a_line_has_no_more_characters_than_one_reads_with_ease(page: Page, tmp_path: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(write_site(tmp_path, sample("They walk along the river and talk of the price of tea. " * 9)).as_uri())
    lines = page.locator(".text p").evaluate(
        "p => Math.round(p.offsetHeight / parseFloat(getComputedStyle(p).lineHeight))"
    )
    assert 56 * 9 / lines <= 78


def test_paper_has_the_addresses_of_links(reading: Page) -> None:
    reading.emulate_media(media="print")
    link = reading.locator(".text a[href='https://tea.example/']")
    assert "tea.example" in link.evaluate("a => getComputedStyle(a, '::after').content")


def test_one_word_of_the_day_is_shown(page: Page, address: str) -> None:
    page.goto(address.replace("articles/tea/", ""))
    expect(page.locator(".word-of-the-day li:visible")).to_have_count(1)


@pytest.mark.parametrize("theme", ["light", "dark", "sepia"])
@pytest.mark.parametrize("opened", [False, True])
def test_axe_finds_nothing(chromium: Browser, address: str, theme: str, opened: bool) -> None:
    context = chromium.new_context(viewport={"width": 412, "height": 823}, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    set_to(page, theme=theme)
    if opened:
        word(page, "诚信").click()
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_what_every_article_loads_is_light(address: str, page: Page) -> None:
    """Of 25 kB an article may weigh with all, half is for what all share."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    names = [url.rsplit("/", 1)[1] for url in asked if "/static/" in url]
    assert sorted(names) == ["reader.css", "reader.js"]
    files = [squeeze(name, (TEMPLATES / "static" / name).read_bytes()) for name in names]
    assert sum(len(brotli.compress(file)) for file in files) <= 12_500
