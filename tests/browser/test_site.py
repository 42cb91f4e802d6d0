"""Every kind of page of a whole site: what it shows of the others, on a phone of 320 pixels, on paper, with keys."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.test_reader import card, set_to, unfolded, word
from tests.browser.whole import LAMPS, LONG, write_whole

pytestmark = pytest.mark.browser

KINDS = (
    "",
    "articles/",
    "articles/lamps/",
    "articles/tags/",
    "topics/",
    "topics/lanterns/",
    "topics/fog/",
    "hashtags/",
    "hashtags/灯笼照亮大河/",
    "glossary/",
    "glossary/诚信/",
    "glossary/林雨/",
    "glossary/河灯办公室/",
    "about/",
    "my-words/",
    "404.html",
)
THERE = "https://lantern.example/reader/"
SHIFT = """window.shift = 0; new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.shift += one.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_whole(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def address(output: Path, serve: Callable[[Path], str]) -> str:
    return serve(output)


@pytest.fixture
def every(page: Page, output: Path, address: str) -> list[str]:
    """Return the address of a page of each kind; that of a wrong address stands where the site will be."""
    page.route(f"{THERE}**", lambda route: route.fulfill(path=output / route.request.url.removeprefix(THERE)))
    return [(THERE if path == "404.html" else address) + path for path in KINDS]


@pytest.fixture
def lamps(page: Page, address: str) -> Page:
    page.goto(address + "articles/lamps/")
    return page


@pytest.fixture
def finger(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + "articles/lamps/")
    yield page
    context.close()


# ---- every page


def test_no_page_scrolls_sideways_on_the_smallest_phone_nor_at_400_percent(page: Page, every: list[str]) -> None:
    """1,280 pixels at 400 percent are 320; the one size stands for both (WCAG 2.2, 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 256})
    wide = []
    for path in every:
        page.goto(path)
        unfolded(page)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


def test_no_page_shifts_as_it_comes(page: Page, every: list[str]) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(SHIFT)
    shifted = []
    for path in every:
        page.goto(path)
        unfolded(page)
        page.wait_for_timeout(60)
        if page.evaluate("window.shift"):
            shifted.append(path)
    assert shifted == []


def test_every_page_has_one_heading_of_the_first_rank_and_a_way_past_the_masthead(page: Page, every: list[str]) -> None:
    for path in every:
        page.goto(path)
        expect(page.locator("h1")).to_have_count(1)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
        expect(page.get_by_role("link", name="Skip to the text")).to_be_in_viewport()


def test_what_is_empty_says_so(page: Page, address: str) -> None:
    for path, words in {
        "topics/fog/": "No article on this topic yet.",
        "my-words/": "No words yet. Open a word in an article",
    }.items():
        page.goto(address + path)
        expect(page.locator("main")).to_contain_text(words)
    page.get_by_role("searchbox").fill("zzzzqqq")
    expect(page.locator("[data-results]").get_by_role("status")).to_contain_text("Nothing")


def test_a_wrong_address_leads_on(page: Page, address: str) -> None:
    """The page stands at any depth, so its links are absolute: to the place the site will have."""
    page.goto(address + "404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    assert page.locator("main a").first.get_attribute("href") == "https://lantern.example/reader/"


@pytest.mark.parametrize("width", [320, 390, 640, 800, 960, 1280])
def test_the_masthead_has_its_tool_at_the_right_of_its_first_line(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(address)
    brand, tool = page.locator(".brand").bounding_box(), page.locator(".tool").bounding_box()
    assert brand
    assert tool
    assert abs(tool["y"] + tool["height"] / 2 - brand["y"] - brand["height"] / 2) < 12
    assert tool["x"] + tool["width"] > 0.9 * width


# ---- an article


def test_the_head_of_an_article_says_where_it_comes_from(lamps: Page) -> None:
    line = lamps.locator(".byline")
    for part in ("Ann Writer", "The Lantern, 2021-07-14", "1 min", "7 Chinese words"):
        expect(line).to_contain_text(part)
    link = line.get_by_role("link", name="Original article")
    assert link.get_attribute("href") == "https://lantern.example/lamps/"
    expect(lamps.locator(".source")).to_contain_text("The site’s own text.")


def test_a_date_is_as_precise_as_it_is_known(page: Page, address: str) -> None:
    for slug, date in {"lamps": "2021-07-14", "boats": "2020", "tags": "2019-05"}.items():
        page.goto(f"{address}articles/{slug}/")
        expect(page.locator(".byline time")).to_have_text(date)


def test_the_column_beside_an_article_has_its_contents_and_names(lamps: Page) -> None:
    lamps.set_viewport_size({"width": 1280, "height": 900})
    rail = lamps.get_by_role("navigation", name="In this article")
    for part in ("What the city says", "And what it does not", "#灯笼照亮大河#", "Lin Yu 林雨", "River Lantern Office"):
        expect(rail.get_by_role("link", name=part).first).to_be_visible()
    rail.get_by_role("link", name="What the city says").click()
    expect(lamps.get_by_role("heading", name="What the city says")).to_be_in_viewport()


def test_related_articles_come_with_the_reason(lamps: Page) -> None:
    one = lamps.get_by_role("region", name="Read next").locator("li").first
    expect(one).to_contain_text("Boats with lamps")
    expect(one.locator(".because")).to_have_text("also on Lanterns; 灯笼, 林雨 and 2 more in common")


def test_the_levels_of_an_article_s_words_are_drawn_and_said(lamps: Page) -> None:
    expect(lamps.locator(".study .bands span")).to_have_text(["HSK 3 1", "HSK 6 2", "beyond 4"])
    widths = lamps.locator(".bar rect").evaluate_all("some => some.map((one) => +one.getAttribute('width'))")
    assert sum(widths) == pytest.approx(100, abs=0.1)


def test_words_that_are_known_are_told_from_new_ones(lamps: Page) -> None:
    word(lamps, "诚信").click()
    card(lamps).get_by_role("button", name="I know it").click()
    expect(lamps.locator(".study").get_by_role("status")).to_have_text("6 new to you, 1 known")


def test_a_link_to_a_citation_finds_the_words_again(lamps: Page) -> None:
    lamps.locator(".text > p").first.hover()
    lamps.get_by_role("button", name="Cite this paragraph").click()
    citing = lamps.locator("#citing")
    href = citing.get_by_role("link", name="Link").get_attribute("href")
    assert href
    assert href.endswith(
        ":~:text=The%20night%20market%20lit%20its,spoke%20of%20good%20faith%20%28%E8%AF%9A%E4%BF%A1%29."
    )
    expect(citing).to_contain_text("Writer, Ann. 2021. “Lanterns at night.” The Lantern.")
    said = LAMPS.split("\n\n", maxsplit=1)[0]
    expect(citing).to_contain_text(sha256(said.encode()).hexdigest())


# ---- topics, hashtags, terms, home


def test_a_topic_has_its_articles_in_order_of_time_and_of_reading(page: Page, address: str) -> None:
    page.goto(address + "topics/lanterns/")
    expect(page.locator("main")).to_contain_text("those who light them")
    times = page.locator(".line time").all_inner_texts()
    assert times == sorted(times, reverse=True)
    steps = page.locator(".steps li")
    expect(steps).to_have_count(3)
    expect(steps.last).to_contain_text("On the very long")
    for title in ("Key terms", "People"):
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    feed = page.get_by_role("link", name="Feed of this topic")
    assert page.request.get(page.url + str(feed.get_attribute("href"))).ok


def test_views_of_a_hashtag_stand_on_a_line_of_time_as_they_were_cited(page: Page, address: str) -> None:
    page.goto(address + "hashtags/灯笼照亮大河/")
    rows = page.get_by_role("region", name="Views, as cited").locator("li")
    expect(rows).to_have_count(2)
    assert rows.locator("b").all_inner_texts() == ["41 million", "3 million"]
    expect(rows.last).to_contain_text("Boats with lamps, Ann Writer, 2020")
    expect(page.get_by_role("region", name="Word by word").locator("li")).to_have_count(3)


def test_a_term_shows_who_rendered_it_how_and_its_concordance(page: Page, address: str) -> None:
    page.goto(address + "glossary/诚信/")
    table = page.locator(".renderings")
    expect(table.get_by_role("rowheader")).to_have_text(["good faith"])
    expect(table).to_contain_text("Lanterns at night, Ann Writer, 2021-07-14")
    expect(page.locator(".kwic mark")).to_have_text(["诚信", "诚信"])
    page.locator(".kwic a", has=page.locator("mark")).first.click()
    expect(page.locator(":target")).to_contain_text("诚信")


def test_a_chinese_title_stands_over_its_places_like_any_other(page: Page, address: str) -> None:
    page.goto(address + "glossary/诚信/")
    left = "some => some.map((one) => one.getBoundingClientRect().left)"
    page.evaluate("document.querySelector('.from a').innerHTML = '<span lang=zh-Hans>灯笼</span>'")
    assert len(set(page.locator(".from a").evaluate_all(left))) == 1
    assert page.locator(".from a span").evaluate("s => s.getBoundingClientRect().left") == page.locator(
        ".kwic"
    ).evaluate("k => k.getBoundingClientRect().left")


def test_the_home_page_leads_to_what_is_new_to_topics_and_hashtags(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".cards .title").first).to_have_text("Lanterns at night")
    for title in ("Topics", "Hashtags", "Word of the day"):
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("chengxin")
    expect(page.locator("[data-results]").get_by_role("link", name="诚信").first).to_be_visible()


def test_a_very_long_title_stays_in_its_column(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(address + "articles/tags/")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(LONG)
    assert heading.evaluate("h => h.scrollWidth <= h.clientWidth + 1")


# ---- settings, touch, keys


def test_pinyin_comes_when_asked_for(lamps: Page) -> None:
    set_to(lamps, ruby="ask")
    seen = "w => getComputedStyle(w, '::after').visibility"
    assert word(lamps, "诚信").evaluate(seen) == "hidden"
    word(lamps, "诚信").hover()
    assert word(lamps, "诚信").evaluate(seen) == "visible"
    lamps.mouse.move(2, 2)
    word(lamps, "诚信").focus()
    lamps.keyboard.press("Shift+Tab")
    lamps.keyboard.press("Tab")
    assert word(lamps, "诚信").evaluate(seen) == "visible"


@pytest.mark.parametrize(("size", "more"), [("s", False), ("l", True), ("xl", True)])
def test_text_is_as_large_as_one_likes(lamps: Page, size: str, more: bool) -> None:
    height = "parseFloat(getComputedStyle(document.querySelector('.text p')).fontSize)"
    before = lamps.evaluate(height)
    set_to(lamps, size=size)
    assert (lamps.evaluate(height) > before) is more
    lamps.reload()
    assert (lamps.evaluate(height) > before) is more


def test_a_tap_opens_another_closes_and_one_inside_does_nothing(finger: Page) -> None:
    word(finger, "灯笼").tap()
    expect(card(finger)).to_be_visible()
    card(finger).locator(".said").tap()
    expect(card(finger)).to_be_visible()
    finger.locator("h1").tap()
    expect(card(finger)).to_be_hidden()


def test_a_finger_sets_and_searches(finger: Page) -> None:
    finger.get_by_role("button", name="Reading settings").tap()
    finger.get_by_text("sepia", exact=True).tap()
    assert finger.evaluate("document.documentElement.dataset.theme") == "sepia"
    finger.locator("h1").tap()
    expect(finger.locator("#settings")).to_be_hidden()
    finger.get_by_role("searchbox").tap()
    finger.keyboard.type("灯笼")
    finger.locator("[data-results]").get_by_role("link", name="灯笼").first.tap()
    expect(finger.get_by_role("heading", level=1)).to_contain_text("灯笼")


# ---- the full text


def test_the_full_text_is_searched_though_the_page_may_compile_nothing(page: Page, address: str) -> None:
    """Pagefind's engine is WebAssembly; it works in a worker, which a page's policy does not bind."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("warning", "error") else None)
    page.goto(address)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    page.get_by_role("searchbox").fill("nobody counts")
    found = page.locator("[data-results] section", has=page.get_by_role("heading", name="Articles")).locator("li")
    expect(found).to_contain_text("Nobody counts the lanterns")
    assert "unsafe-eval" not in policy
    assert "unsafe" not in policy.split("style-src")[0]
    assert complaints == []


# ---- paper


def paper(page: Page) -> str:
    """Return what a printed page says, with single blanks; ligatures and radicals are letters and characters again."""
    pages = PdfReader(io.BytesIO(page.pdf())).pages
    return unicodedata.normalize("NFKC", " ".join(" ".join(one.extract_text() for one in pages).split()))


def test_paper_says_what_a_card_would_and_has_no_controls(lamps: Page) -> None:
    said = paper(lamps)
    numbered = (
        "1. 灯笼 dēnglóng lanterns",
        "3. 诚信 chéngxìn good faith",
        "6. 照亮 zhàoliàng to illuminate; to light up",
    )
    for part in (*numbered, "<https://office.example/lanterns>", "https://lantern.example/lamps/"):
        assert part in said, part
    text = said[said.index("The night market") :]
    for part in ("( 1 灯笼)", "( 3 诚信)", "dēnglóng Lín Yǔ", "chéngxìn", "1. Some are lit again."):
        assert part in text, part
    for gone in ("Quiz", "IN THIS ARTICLE", "Skip to", "Glossary", "Aa", "My words", "BibTeX", "Anki"):
        assert gone not in said, gone


def test_paper_without_scripts_has_pinyin_and_the_words_with_their_meanings(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "articles/lamps/")
    said = paper(page)
    context.close()
    assert "dēnglóng Lín Yǔ chéngxìn" in said
    for part in ("good faith", "诚信 chéngxìn", "to illuminate", "照亮 zhàoliàng"):
        assert part in said[: said.index("The night market")], part
