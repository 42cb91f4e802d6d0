"""A page of very many words: what is said of them stands beside it, and readers see the same as on any other page."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from site_builder.render import leaf
from tests.browser.sample import sample, write_site
from tests.browser.test_reader import card, word

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> tuple[str, str]:
    """Return the address of a page whose words say all themselves, and of the same page with their meanings apart."""
    whole, apart = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("apart")
    write_site(whole, sample())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leaf, "MANY", 3)
        write_site(apart, sample())
    return serve(whole) + "articles/tea/", serve(apart) + "articles/tea/"


@pytest.fixture
def asked(page: Page, addresses: tuple[str, str]) -> list[str]:
    """Open the page with meanings apart, and return the addresses it asks for."""
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.rsplit("/", 1)[1]))
    page.goto(addresses[1])
    page.wait_for_load_state("networkidle")
    return asked


CARDS = """async () => {
  const said = [];
  for (const word of document.querySelectorAll(".text .w")) {
    reader.open(word);
    await reader.beside.ask();
    for (let n = 0; n < 100 && document.querySelector(".places").textContent === "All places"; n += 1)
      await new Promise((done) => setTimeout(done, 20));
    said.push(document.querySelector("#card").innerText);
  }
  return said;
}"""


def test_every_card_says_the_same(page: Page, addresses: tuple[str, str]) -> None:
    said = []
    for address in addresses:
        page.goto(address)
        said.append(page.evaluate(CARDS))
    assert len(said[0]) > 10
    assert said[1] == said[0]


def test_the_meanings_are_asked_for_at_the_first_sign_of_a_reader_and_once(page: Page, asked: list[str]) -> None:
    assert "meanings.js" not in asked
    page.mouse.move(5, 5)
    for name in ("诚信", "茶馆"):
        word(page, name).first.click()
        expect(card(page)).to_contain_text("All")
    expect(card(page)).to_contain_text("teahouse")
    assert asked.count("meanings.js") == 1
    assert "meanings.css" not in asked


def test_a_card_opens_before_the_meanings_are_there(page: Page, addresses: tuple[str, str]) -> None:
    page.route("**/meanings.js", lambda route: route.abort())
    page.goto(addresses[1])
    word(page, "诚信").first.click()
    expect(card(page)).to_contain_text("chéngxìn")
    expect(card(page).get_by_role("link", name="All")).to_be_visible()


def test_the_other_script_is_shown_and_the_quiz_asks(page: Page, asked: list[str]) -> None:
    page.evaluate("reader.settings.set('form', 'trad')")
    expect(page.locator(".text .w").first).to_have_text("茶館")
    page.reload()
    expect(page.locator(".text .w").first).to_have_text("茶館")
    page.get_by_role("button", name="Quiz me on these words").click()
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("dialog", name="Quiz").locator(".said")).not_to_be_empty()


def test_the_list_has_meanings_as_text(page: Page, asked: list[str]) -> None:
    page.get_by_text("All 7 words, easy ones first").click()
    expect(page.get_by_role("row", name="诚信").get_by_role("cell")).to_have_text(["诚信", "chéngxìn", "good faith"])


def test_paper_says_the_same(page: Page, addresses: tuple[str, str]) -> None:
    said = []
    for address in addresses:
        page.goto(address)
        printed = PdfReader(io.BytesIO(page.pdf())).pages
        said.append(" ".join(one.extract_text() for one in printed))
    assert "good faith" in said[0]
    assert said[1] == said[0]


def test_without_scripts_a_word_says_its_meaning_on_hover(chromium: Browser, addresses: tuple[str, str]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses[1])
    for name, at, said in (("诚信", 0, "chéngxìn — good faith"), ("点亮", 0, "diǎnliàng — to light up")):
        one = page.locator(".text .w", has_text=name).nth(at)
        one.hover()
        shown = one.evaluate(
            "(w) => { const s = getComputedStyle(w, '::before'); return [s.content, s.getPropertyValue('--g')]; }"
        )
        assert said.split(" — ")[0] in shown[0]
        assert said.split(" — ")[1] in shown[1]
    context.close()
