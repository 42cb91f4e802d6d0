"""What a reader does on an article's page: with mouse, keys and fingers, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.sample import BODY, sample, write_site
from tests.render.test_spelling import CASES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    root = tmp_path_factory.mktemp("reader")
    write_site(root / "sub", sample())
    return serve(root) + "sub/articles/tea/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("folder"), sample())


@pytest.fixture
def reading(page: Page, address: str) -> Page:
    page.goto(address)
    return page


@pytest.fixture
def plain(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def word(page: Page, text: str, nth: int = 0) -> Locator:
    return page.locator(".text .w", has_text=text).nth(nth)


def card(page: Page) -> Locator:
    return page.locator("#card")


def unfolded(page: Page) -> None:
    """Wait until what is out of sight is laid out too."""
    page.wait_for_function("() => !document.querySelector('.lazy')")


def set_to(page: Page, **settings: str) -> None:
    for key, value in settings.items():
        page.evaluate("([key, value]) => reader.settings.set(key, value)", [key, value])


def pinyin_shown(page: Page, text: str, nth: int = 0) -> bool:
    return bool(word(page, text, nth).evaluate("w => getComputedStyle(w, '::after').visibility === 'visible'"))


# ---- the card


def test_a_click_opens_the_card_and_a_second_one_closes_it(reading: Page) -> None:
    word(reading, "诚信").click()
    expect(card(reading)).to_be_visible()
    for part in (
        "chéngxìn",
        "HSK 4",
        "good faith",
        "honest; trustworthy",
        "誠信",
        "It is spelled beside it",
        "All 3 places",
    ):
        expect(card(reading)).to_contain_text(part)
    word(reading, "诚信").click()
    expect(card(reading)).to_be_hidden()


def test_a_card_says_nothing_of_what_it_does_not_know(reading: Page) -> None:
    word(reading, "茶馆").click()
    expect(card(reading).locator(".said")).to_have_text("cháguǎn")
    word(reading, "诚信").click()
    expect(card(reading).locator(".said")).to_have_text("chéngxìnHSK 4")
    word(reading, "诚信").evaluate("w => { reader.close(); w.dataset.f = 5; reader.open(w); }")
    expect(card(reading).locator(".said")).to_have_text("chéngxìnHSK 4top 5,000")


def test_the_card_says_that_a_guess_is_a_guess(reading: Page) -> None:
    word(reading, "重").click()
    expect(card(reading).locator(".unsure")).to_have_text("A guess: nothing settles this reading.")


def test_the_card_shows_the_editor_s_note(reading: Page) -> None:
    word(reading, "茶馆").click()
    expect(card(reading)).to_contain_text("A teahouse of 成都.")


def test_the_pointer_opens_the_card_after_a_rest_and_may_go_into_it(reading: Page) -> None:
    word(reading, "诚信").hover()
    expect(card(reading)).to_be_hidden()
    expect(card(reading)).to_be_visible()
    card(reading).hover()
    reading.wait_for_timeout(500)
    expect(card(reading)).to_be_visible()
    reading.keyboard.press("Escape")
    expect(card(reading)).to_be_hidden()


def test_the_card_goes_when_the_pointer_does(reading: Page) -> None:
    word(reading, "诚信").hover()
    expect(card(reading)).to_be_visible()
    reading.mouse.move(5, 5)
    expect(card(reading)).to_be_hidden()


def test_keys_open_walk_and_close(reading: Page) -> None:
    word(reading, "茶馆").focus()
    reading.keyboard.press("Enter")
    expect(card(reading).locator(".big")).to_contain_text("茶馆")
    reading.keyboard.press("ArrowRight")
    expect(card(reading).locator(".big")).to_contain_text("诚信")
    reading.keyboard.press("n")
    expect(card(reading).locator(".big")).to_contain_text("中国茶叶友谊办公室")
    reading.keyboard.press("p")
    expect(word(reading, "诚信")).to_be_focused()
    reading.keyboard.press("Escape")
    expect(card(reading)).to_be_hidden()


def test_tab_leads_from_the_word_into_its_card_and_back(reading: Page) -> None:
    word(reading, "诚信").focus()
    reading.keyboard.press("Enter")
    reading.keyboard.press("Tab")
    assert reading.evaluate("document.activeElement.closest('#card') !== null")
    reading.keyboard.press("Escape")
    expect(word(reading, "诚信")).to_be_focused()


def test_a_key_with_a_modifier_stays_the_browser_s(reading: Page) -> None:
    reading.keyboard.press("Control+p")
    expect(card(reading)).to_be_hidden()


def test_a_click_elsewhere_closes_the_card(reading: Page) -> None:
    word(reading, "诚信").click()
    reading.locator("h1").click()
    expect(card(reading)).to_be_hidden()


def test_a_word_of_a_hashtag_has_a_card_that_leads_to_the_hashtag(reading: Page) -> None:
    reading.locator(".tag .w", has_text="点亮").click()
    expect(card(reading)).to_contain_text("In the hashtag #茶馆点亮中国#")
    assert reading.url.endswith("/articles/tea/")


def test_a_link_of_the_author_stays_a_link(reading: Page) -> None:
    reading.route("https://tea.example/**", lambda route: route.fulfill(body="tea"))
    reading.locator("a[href='https://tea.example/'] .w").click()
    expect(reading).to_have_url("https://tea.example/")


def test_a_finger_opens_a_sheet_that_does_not_cover_the_word(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    last = page.locator(".text .w").last
    last.evaluate("w => w.scrollIntoView({block: 'end'})")
    last.tap()
    expect(card(page)).to_be_visible()
    sheet, said = card(page).bounding_box(), last.bounding_box()
    assert sheet
    assert said
    assert sheet["x"] == 0
    assert sheet["width"] == 390
    assert said["y"] + said["height"] <= sheet["y"]
    context.close()


@pytest.mark.parametrize(("width", "height"), [(320, 480), (390, 700), (640, 400), (900, 500), (1280, 720)])
def test_the_card_stays_whole_in_the_window_and_off_its_word(reading: Page, width: int, height: int) -> None:
    reading.set_viewport_size({"width": width, "height": height})
    for nth, block in enumerate(["start", "center", "end"] * 4):
        one = reading.locator(".text .w").nth(nth)
        one.evaluate("(w, block) => w.scrollIntoView({ block, behavior: 'instant' })", block)
        one.evaluate(
            "w => { reader.open(w); return new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d))); }"
        )
        box, said = card(reading).bounding_box(), one.bounding_box()
        assert box
        assert said
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
        assert box["y"] >= said["y"] + said["height"] or box["y"] + box["height"] <= said["y"]


# ---- settings


def test_pinyin_on_or_off_moves_nothing(reading: Page) -> None:
    where = "() => [...document.querySelectorAll('.text *')].map(e => JSON.stringify(e.getBoundingClientRect()))"
    shown, amid = reading.evaluate(where), reading.evaluate(where.replace("*", "p:not(:has(.zh)) *"))
    for mode in ("none", "ask"):
        set_to(reading, ruby=mode)
        assert reading.evaluate(where) == shown
    for mode in ("unknown", "all"):
        set_to(reading, ruby=mode)
        assert reading.evaluate(where.replace("*", "p:not(:has(.zh)) *")) == amid


def test_lines_with_pinyin_stand_as_far_apart_as_others(page: Page, tmp_path: Path) -> None:
    article = sample("plain words only\nand more of them\n\n" + "She said 茶馆 and 诚信 to us. " * 12)
    page.set_viewport_size({"width": 500, "height": 900})
    page.goto(write_site(tmp_path, article).as_uri())
    unfolded(page)
    set_to(page, density="all")
    lines = page.evaluate("""() => { const p = document.querySelectorAll('.text p')[1];
        return [p.offsetHeight, parseFloat(getComputedStyle(p).lineHeight)]; }""")
    assert lines[0] % lines[1] == pytest.approx(0, abs=1) or lines[0] % lines[1] == pytest.approx(lines[1], abs=1)


def test_settings_hold_before_the_first_paint_of_the_next_page(reading: Page) -> None:
    set_to(reading, theme="sepia", ruby="none")
    reading.reload(wait_until="commit")
    assert reading.evaluate("[document.documentElement.dataset.theme, document.documentElement.dataset.ruby]") == [
        "sepia",
        "none",
    ]


def test_the_panel_of_settings_works_with_keys(reading: Page) -> None:
    reading.get_by_role("button", name="Reading settings").press("Enter")
    expect(reading.get_by_role("radio", name="words in English text")).to_be_focused()
    reading.keyboard.press("ArrowDown")
    assert reading.evaluate("document.documentElement.dataset.ruby") == "unknown"
    reading.keyboard.press("Escape")
    expect(reading.locator("#settings")).to_be_hidden()


def test_known_words_lose_their_pinyin_where_one_asks_for_unknown_ones(reading: Page) -> None:
    set_to(reading, ruby="unknown")
    word(reading, "诚信").evaluate("w => w.classList.add('known')")
    assert not pinyin_shown(reading, "诚信")
    assert pinyin_shown(reading, "茶馆")


def test_a_word_is_marked_once_a_section_or_each_time(reading: Page) -> None:
    assert pinyin_shown(reading, "诚信", 0)
    assert not pinyin_shown(reading, "诚信", 1)
    set_to(reading, density="all")
    assert pinyin_shown(reading, "诚信", 1)


def test_by_character_in_zhuyin_and_back(reading: Page) -> None:
    set_to(reading, by="char")
    each = "w => [...w.querySelectorAll('.c')].map(c => c.dataset.p)"
    assert word(reading, "诚信").evaluate(each) == ["chéng", "xìn"]
    set_to(reading, notation="zhuyin")
    assert word(reading, "诚信").evaluate(each) == ["ㄔㄥˊ", "ㄒㄧㄣˋ"]
    set_to(reading, by="", notation="")
    assert word(reading, "诚信").evaluate("w => [w.innerHTML, w.dataset.p]") == ["诚信", "chéngxìn"]


def test_a_short_word_set_by_character_stays_on_one_line(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 240, "height": 700})
    page.goto(write_site(tmp_path, sample("So " * 9 + "".join(f"{'a' * n} 诚信 " for n in range(1, 30)))).as_uri())
    set_to(page, by="char", notation="zhuyin", density="all")
    tops = "some => some.map((w) => new Set([...w.children].map((c) => c.getBoundingClientRect().top)).size)"
    assert set(page.locator(".text .w").evaluate_all(tops)) == {1}
    set_to(page, by="", notation="")
    expect(page.locator(".text .w.nb")).to_have_count(0)


@pytest.mark.parametrize(
    ("syllable", "zhuyin"),
    [
        ("yuan2", "ㄩㄢˊ"),
        ("xiong1", "ㄒㄩㄥ"),
        ("lv4", "ㄌㄩˋ"),
        ("zhi1", "ㄓ"),
        ("wu3", "ㄨˇ"),
        ("de5", "˙ㄉㄜ"),
        ("yong4", "ㄩㄥˋ"),
        ("jue2", "ㄐㄩㄝˊ"),
        ("er2", "ㄦˊ"),
        ("ying1", "ㄧㄥ"),
    ],
)
def test_zhuyin_of_a_syllable(reading: Page, syllable: str, zhuyin: str) -> None:
    reading.evaluate("said => { document.querySelector('.text .w').dataset.y = said + ' ma5'; }", syllable)
    set_to(reading, by="char", notation="zhuyin")
    assert reading.locator(".text .w .c").first.get_attribute("data-p") == zhuyin


@pytest.mark.parametrize(("spelled", "syllables"), CASES.items())
def test_the_script_reads_syllables_as_the_build_does(reading: Page, spelled: str, syllables: str) -> None:
    said = word(reading, "诚信").evaluate(
        "(w, p) => { w.dataset.p = p; delete w.dataset.y; return reader.syllables(w); }", spelled
    )
    assert said == syllables.split()


def test_traditional_characters_and_back(reading: Page) -> None:
    set_to(reading, form="trad")
    expect(reading.locator(".text p").first).to_contain_text("誠信")
    set_to(reading, form="")
    expect(reading.locator(".text p").first).to_contain_text("诚信")


def test_tone_colours_are_a_choice(reading: Page) -> None:
    set_to(reading, tones="on")
    colours = word(reading, "诚信").evaluate("w => [...w.children].map(c => getComputedStyle(c).color)")
    assert len(set(colours)) == 2


def test_islands_cover_one_language_and_a_tap_uncovers(reading: Page) -> None:
    set_to(reading, islands="zh")
    covered = reading.locator(".text .e", has_text="good faith")
    clear = "e => getComputedStyle(e).color === 'rgba(0, 0, 0, 0)'"
    assert covered.evaluate(clear)
    covered.click()
    assert not covered.evaluate(clear)
    set_to(reading, islands="en")
    assert word(reading, "诚信").evaluate(clear)


# ---- copying, citing


def copied(page: Page, block: str) -> str:
    return str(
        page.evaluate(
            """block => { getSelection().selectAllChildren(document.querySelector(block)); let said = "";
            const data = new DataTransfer();
            const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
            document.querySelector(block).dispatchEvent(event);
            return event.defaultPrevented ? data.getData("text/plain") : getSelection().toString(); }""",
            block,
        )
    )


@pytest.mark.parametrize("settings", [{}, {"by": "char"}, {"tones": "on"}])
def test_a_copied_sentence_has_no_pinyin_and_no_marks(reading: Page, settings: dict[str, str]) -> None:
    set_to(reading, **settings)
    wanted = BODY.split("[^1]")[0]
    assert copied(reading, ".text p").strip() == wanted


def test_a_paragraph_can_be_cited_with_its_link_and_hash(reading: Page) -> None:
    reading.locator(".text > p").nth(1).hover()
    reading.get_by_role("button", name="Cite this paragraph").click()
    citing = reading.locator("#citing")
    expect(citing).to_contain_text("SHA-256")
    block = reading.locator(".text > p").nth(1).get_attribute("id")
    href = citing.get_by_role("link").get_attribute("href")
    assert href
    assert href.startswith(f"https://tea.example/reader/articles/tea/#{block}:~:text=The%20China%20Tea")


@pytest.mark.parametrize(
    ("label", "file", "record", "wanted"),
    [
        ("BibTeX", "cite.bib", "@misc{tea,\n  note = {Annotated},\n}\n", "@misc{tea,\n  note = {Paragraph "),
        ("RIS", "cite.ris", "TY  - ELEC\nN1  - Annotated\nER  - \n", "TY  - ELEC\nN1  - Paragraph "),
        ("CSL-JSON", "cite.csl.json", '[{"id": "tea"}]', '"note": "Paragraph '),
    ],
)
def test_a_paragraph_is_copied_as_a_record_of_its_article(
    reading: Page, label: str, file: str, record: str, wanted: str
) -> None:
    reading.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reading.route(f"**/{file}", lambda route: route.fulfill(body=record))
    reading.locator(".text > p").nth(1).hover()
    reading.get_by_role("button", name="Cite this paragraph").click()
    reading.get_by_role("button", name=label).click()
    expect(reading.get_by_role("button", name="Copied")).to_be_visible()
    said = reading.evaluate("navigator.clipboard.readText()")
    block = reading.locator(".text > p").nth(1).get_attribute("id")
    assert wanted in said
    assert f"#{block}, SHA-256 " in said.replace("\\", "")
    assert "Annotated" not in said


def test_a_finger_can_cite_a_paragraph_too(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address)
    page.locator(".text > p").nth(1).tap(position={"x": 5, "y": 10})
    page.get_by_role("button", name="Cite this paragraph").tap()
    expect(page.locator("#citing")).to_contain_text("SHA-256")
    context.close()


# ---- scripts off, other modes, print


def test_without_scripts_a_word_says_its_reading_and_meaning(plain: Page) -> None:
    said = "w => getComputedStyle(w, '::before').content"
    one = word(plain, "诚信")
    one.hover()
    assert one.evaluate(said) == '"chéngxìn — good faith"'
    plain.mouse.move(0, 0)
    one.focus()
    plain.keyboard.press("Shift+Tab")
    plain.keyboard.press("Tab")
    assert "good faith" in one.evaluate(said)
    one.click()
    expect(plain.locator("h1")).to_have_text("诚信")


def test_without_scripts_nothing_is_offered_that_needs_them(plain: Page) -> None:
    expect(plain.get_by_role("button", name="Reading settings")).to_be_hidden()
    expect(plain.locator("[data-search]")).to_be_hidden()


def test_a_page_opened_from_a_folder_works(page: Page, folder: Path) -> None:
    page.goto(folder.as_uri())
    word(page, "诚信").click()
    expect(card(page)).to_contain_text("All places")


def test_a_page_asks_only_its_own_server_and_rarely(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert all(url.startswith((address.split("/sub/", maxsplit=1)[0], "data:")) for url in asked)
    assert len([url for url in asked if not url.startswith("data:")]) <= 6


def test_forced_colours_keep_words_and_covers(chromium: Browser, address: str) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address)
    assert word(page, "诚信").evaluate("w => getComputedStyle(w).borderBottomStyle") == "dotted"
    word(page, "诚信").click()
    assert card(page).evaluate("c => getComputedStyle(c).borderTopWidth") == "2px"
    context.close()


def test_reduced_motion_moves_nothing(chromium: Browser, address: str) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    word(page, "诚信").click()
    assert card(page).evaluate("c => getComputedStyle(c).animationName") == "none"
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


def test_paper_has_pinyin_and_notes_and_no_controls(reading: Page) -> None:
    set_to(reading, ruby="none", theme="dark")
    reading.emulate_media(media="print")
    assert pinyin_shown(reading, "诚信")
    for gone in (".masthead nav", ".search", "#settings-button", ".rail"):
        expect(reading.locator(gone)).to_be_hidden()
    assert reading.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')") == "#fff"
    assert word(reading, "诚信").evaluate("w => getComputedStyle(w, '::before').content") == '"2"'
    expect(reading.locator(".glosses li").nth(1)).to_have_text("诚信 chéngxìn good faith")
    assert reading.pdf()[:5] == b"%PDF-"


def test_a_phone_of_320_pixels_and_400_percent_zoom_scroll_one_way_only(reading: Page) -> None:
    reading.set_viewport_size({"width": 320, "height": 256})
    for page_of in (
        reading.url,
        reading.url.replace("articles/tea/", ""),
        reading.url.replace("articles/tea", "glossary"),
    ):
        reading.goto(page_of)
        assert reading.evaluate("document.documentElement.scrollWidth") <= 320
