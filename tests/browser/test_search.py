"""The search box answers every kind of query a reader of Chinese news types, from the compact index alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from site_builder.export.search import search_files
from site_builder.model.article import PartialDate
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, Index, Rendering, TagEntry, TagWord, TermEntry, TopicEntry
from site_builder.model.mined import TermKind
from site_builder.model.word import Evidence, Gloss, Reading

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parents[2] / "templates" / "static" / "search.js"
QUERIES = Path(__file__).with_name("queries.txt")
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>
<form data-search><label>Search <input type="search" name="q"></label></form>
<div data-results></div><script src="../static/search.js" defer></script></html>"""


def reading(syllables: str, text: str) -> Reading:
    return Reading(tuple(syllables.split()), text, Evidence.DICTIONARY)


def term(
    word: str, syllables: str, pinyin: str, english: str, kind: TermKind = "term", traditional: str = ""
) -> TermEntry:
    gloss = Gloss((english,), traditional=traditional)
    renderings = (Rendering(english, "translation", ()),)
    return TermEntry(word, kind, reading(syllables, pinyin), gloss, renderings, count=1, mined=True)


TERMS = (
    term("诚信", "cheng2 xin4", "chéngxìn", "integrity", traditional="誠信"),
    term("城心", "cheng2 xin1", "chéngxīn", "heart of the city"),
    term("绿皮车", "lv4 pi2 che1", "lǜpíchē", "green train", traditional="綠皮車"),
    term("社会信用体系", "she4 hui4 xin4 yong4 ti3 xi4", "shèhuì xìnyòng tǐxì", "social credit system"),
    term("马小蓝", "ma3 xiao3 lan2", "Mǎ Xiǎolán", "Blue Ma", kind="person"),
)
WORDS = (
    TagWord("诚信", reading("cheng2 xin4", "chéngxìn"), Gloss(traditional="誠信")),
    TagWord("点亮", reading("dian3 liang4", "diǎnliàng"), Gloss(traditional="點亮")),
    TagWord("车站", reading("che1 zhan4", "chēzhàn"), Gloss(traditional="車站")),
)
INDEX = Index(
    (ArticleRef("green", "The Return of the Green Train", "Slow and loved.", date=PartialDate("2021", "year")),),
    TERMS,
    (TagEntry("诚信点亮车站", "chéngxìn diǎnliàng chēzhàn", WORDS, count=1),),
    (TopicEntry(Topic("trains", "Railways"), ("green",), (), (), ()),),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> tuple[str, Path]:
    root = tmp_path_factory.mktemp("site")
    inner = root / "sub" / "path"
    for path, data in [
        *search_files(INDEX),
        ("search/index.html", PAGE.encode()),
        ("static/search.js", SCRIPT.read_bytes()),
    ]:
        (inner / path).parent.mkdir(parents=True, exist_ok=True)
        (inner / path).write_bytes(data)
    return serve(root) + "sub/path/search/", inner


def test_a_query_of_any_kind_finds_its_entry(page: Page, site: tuple[str, Path]) -> None:
    page.goto(site[0])
    box, status = page.get_by_role("searchbox"), page.get_by_role("status")
    missed = []
    for line in QUERIES.read_text(encoding="utf-8").splitlines()[1:]:
        query, wanted = line.split(" -> ")
        box.fill(query)
        expect(status).to_contain_text(f"for “{query.strip('#')}”")
        if wanted not in page.locator("[data-results] li b").all_inner_texts():
            missed.append(line)
    assert missed == []


def test_tones_that_are_typed_must_be_right(page: Page, site: tuple[str, Path]) -> None:
    page.goto(f"{site[0]}?q=chéngxīn")
    expect(page.locator("[data-results] li b")).to_have_text(["城心"])


def test_nothing_is_loaded_before_the_box_is_used(page: Page, site: tuple[str, Path]) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(site[0])
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if "/search/" in url] == [site[0]]
    page.get_by_role("searchbox").fill("诚")
    expect(page.locator("mark").first).to_have_text("诚")
    assert any(url.endswith("/search/tree.js") for url in requests)


def test_kinds_of_results_stand_apart(page: Page, site: tuple[str, Path]) -> None:
    page.goto(f"{site[0]}?q=green")
    expect(page.get_by_role("heading")).to_have_text(["Terms", "Articles"])
    page.goto(f"{site[0]}?q=chengxin")
    expect(page.get_by_role("heading")).to_have_text(["Terms", "Hashtags"])


def test_the_keyboard_goes_all_the_way(page: Page, site: tuple[str, Path]) -> None:
    page.goto(site[0])
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("chengxin")
    expect(page.locator("[data-results] a")).to_have_count(3)
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-results] a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-results] a")).to_have_count(0)


def test_a_result_leads_to_its_page_from_a_sub_path(page: Page, site: tuple[str, Path]) -> None:
    page.goto(f"{site[0]}?q=integrity")
    link = page.get_by_role("link", name="诚信")
    assert link.get_attribute("href") == site[0].replace("search/", "glossary/%E8%AF%9A%E4%BF%A1/")


def test_markup_in_a_query_stays_text(page: Page, site: tuple[str, Path]) -> None:
    page.goto(f"{site[0]}?q=%3Cimg src=x onerror=alert(1)%3E")
    expect(page.get_by_role("status")).to_contain_text("<img src=x")
    assert page.locator("img").count() == 0


def test_from_a_folder_it_finds_terms_and_says_what_it_cannot(page: Page, site: tuple[str, Path]) -> None:
    page.goto((site[1] / "search" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("chengxin")
    expect(page.get_by_role("link", name="诚信 chéngxìn integrity")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("searched only where a web server stands behind the page")


MANY = 60


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of a search over many hashtags alike, whose entries share pages."""
    root = tmp_path_factory.mktemp("crowded")
    tags = tuple(TagEntry(f"怎么看灯会{n}", "", (), count=1) for n in range(MANY))
    index = Index((), (term("按", "an4", "àn", "press"),), tags, ())
    for path, data in [
        *search_files(index, lambda path: path.replace("hashtags/", "hashtags/怎/#").removesuffix("/")),
        ("search/index.html", PAGE.encode()),
        ("static/search.js", SCRIPT.read_bytes()),
    ]:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return serve(root) + "search/"


def test_what_very_many_share_is_found_too(page: Page, crowded: str) -> None:
    """Inner parts that cross words, each of them on the same page."""
    page.goto(crowded + "?q=么看灯")
    expect(page.get_by_role("status")).to_have_text(f"{MANY} results for “么看灯”")
    expect(page.locator("[data-results] li:visible")).to_have_count(8)
    page.get_by_role("button", name=f"{MANY - 8} more").click()
    expect(page.locator("[data-results] li:visible")).to_have_count(MANY)


def test_a_word_that_is_a_little_word_in_english_is_pinyin_too(page: Page, crowded: str) -> None:
    page.goto(crowded + "?q=an")
    expect(page.locator("[data-results] li b")).to_have_text(["按"])


def test_what_comes_later_leaves_the_keyboard_where_it_is(page: Page, crowded: str) -> None:
    page.goto(crowded)
    page.get_by_role("searchbox").fill("灯会")
    expect(page.locator("[data-results] a").nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name=f"{MANY - 8} more")).to_be_visible()
    expect(page.locator("[data-results] a").nth(1)).to_be_focused()


def test_what_fits_best_comes_first(page: Page, tmp_path: Path, serve: Callable[[Path], str]) -> None:
    """All of a hashtag is worth more than a part of a term."""
    index = Index(
        (), (term("灯会馆", "deng1 hui4 guan3", "dēnghuìguǎn", "lantern hall"),), (TagEntry("灯会", "", ()),), ()
    )
    files = [*search_files(index), ("search/index.html", PAGE.encode()), ("static/search.js", SCRIPT.read_bytes())]
    for path, data in files:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page.goto(serve(tmp_path) + "search/?q=灯会")
    expect(page.get_by_role("heading")).to_have_text(["Hashtags", "Terms"])
    page.goto(page.url.replace("灯会", "灯会馆").replace("%E7%81%AF%E4%BC%9A", "%E7%81%AF%E4%BC%9A%E9%A6%86"))
    expect(page.get_by_role("heading")).to_have_text(["Terms"])
