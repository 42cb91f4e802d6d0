"""Heads and feet as magazines build them: the date over the title, the dek under it, who helped at the foot."""

from __future__ import annotations

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.words.names import byline
from tests.clean.families import Press
from tests.clean.test_frames import PEOPLE, TITLES, articles, text

DEKS = ("Nobody had asked for the boats", "It took the office nine years", "The receipts came in eleven boxes")


def test_sections_and_dates_over_titles_with_deks_under_lists_of_links() -> None:
    page = ["FERRY QUARTERLY", "Quays", "Trams", "Shop", "Search"]
    for n, title in enumerate(TITLES):
        page += [f"QUAYS  |  May {n + 3}, 2019", title, DEKS[n], *Press(title).prose()]
        page += [f"Contributor: {PEOPLE[n]}", "Chinese Translation: Marta Oduya", "Share this story:", "Facebook"]
        page += ["You might also like", "What the bell was for", f"A bridge for {n + 2} villages"]
    found = articles([*page, "Load more stories"])
    assert [(one.title, one.dek, one.date.day) for one in found] == [
        (title, DEKS[n], f"2019-05-0{n + 3}") for n, title in enumerate(TITLES)
    ]
    assert [(one.authors, one.contributors) for one in found] == [((who,), ("Marta Oduya",)) for who in PEOPLE]
    assert all(text(one) == Press(one.title).prose() for one in found)


def test_a_line_in_italics_under_the_byline_is_the_dek() -> None:
    prose = "\n\n".join(Press("italics").prose())
    page = f"# {TITLES[0]}\n\nBy {PEOPLE[0]} – May 3, 2019\n\n*{DEKS[0]}*\n\n{prose}\n"
    assert clean(page.encode(), "one.md").drafts[0].article.dek == DEKS[0]


def test_a_copied_article_has_its_title_and_dek_under_its_source() -> None:
    page = ["QUAY STUDIES", "Home  Blog  Journal", "Category Archives: News"]
    for n, title in enumerate(TITLES):
        page += [title, f"Posted on May {n + 3}, 2019 by tvelik", f"Source: The Lamp ({n + 3} May 2019)", title]
        page += [*DEKS[n : n + min(n, 1)], f"By {PEOPLE[n]}", *Press(title).prose(), "Posted in News"]
    found = articles(page)
    assert [(one.title, one.dek) for one in found] == list(zip(TITLES, ("", *DEKS[1:]), strict=True))


@pytest.mark.parametrize("box", ["<time>{}</time>", "<div><time>{}</time></div>"])
def test_a_date_without_blanks_beside_a_time_of_change(box: str) -> None:
    stamp = box.format("<span>May 3, 2019</span><span>3:10 PM</span><span>Updated 4 years ago</span>")
    prose = "".join(f"<p>{line}</p>" for line in Press("stamp").prose())
    page = f"<html><body><h1>{TITLES[0]}</h1><div>By {PEOPLE[0]}</div>{stamp}<article>{prose}</article></body></html>"
    assert clean(page.encode(), "one.html").drafts[0].article.date.day == "2019-05-03"


@pytest.mark.parametrize(
    "line", ["记者 林若川 编辑 戚薇", "渡口晚报 记者 林若川 编辑 戚薇 校对 王灯", "记者：林若川 责任编辑：戚薇"]
)
def test_who_edited_is_no_author(line: str) -> None:
    found = byline(line)
    assert found is not None
    assert found.authors == ("林若川",)
