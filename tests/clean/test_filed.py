"""Pages on which a sentence under each post says when it was filed, and buttons stand over the texts."""

from __future__ import annotations

import pytest

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article
from tests.clean.families import Press

TITLES = ("The Quiet Bridge Divides the Lantern Quarter", "Who Pays for the Narrow Tram", "A Kite over the Lock")
DAYS = ("9", "12", "27")
WHO = ("Ada Quill", "Bo Lindqvist", "Cy Marsh")


def articles(lines: list[str], name: str = "scrape.txt") -> list[Article]:
    return [draft.article for draft in clean("\n\n".join(lines).encode(), name).drafts]


def text(article: Article) -> list[str]:
    return article.body.replace("\\", "").strip().split("\n\n")


def test_a_sentence_under_each_post_says_when_it_was_filed_and_by_whom() -> None:
    page = ["Behind the Lock", "Menu", "Archive for March 2019"]
    for n, title in enumerate(TITLES):
        filed = f"Put down here on March {DAYS[n]}, 2019 among the papers on water and lamps. Written by {WHO[n]}."
        page += [title, "Leave a reply", *Press(f"filed-{n}").prose(), filed]
    found = articles([*page, "Older entries", "Recent posts", "Lamps", "Archives", "March 2019", "May 2018"])
    assert [(one.title, one.date.text, one.authors) for one in found] == [
        (title, f"2019-03-{int(day):02}", (who,)) for title, day, who in zip(TITLES, DAYS, WHO, strict=True)
    ]
    assert [text(one) for one in found] == [Press(f"filed-{n}").prose() for n in range(3)]


def test_such_a_sentence_in_chinese() -> None:
    page = ["篱边", "按月：2019 年 3 月"]
    for n, title in enumerate(("老城的灯会为什么搬走了", "窄轨电车该由谁来付钱", "船闸上空的风筝")):
        filed = f"此文记于2019年3月{DAYS[n]}日。归在灯会一类，贴有 河、桥 两个标签。作者是赵书{'南北东'[n]}。"
        page += [title, "发表回复", *("灯会搬到了河的对岸，老城里的人说，夜里安静得让人睡不着觉。",) * 2]
        page += ["船夫们在桥下等到天亮，没有一个人来问过河要多少钱，也没有人来看灯。", filed]
    found = articles(page)
    assert [(one.title, one.date.text) for one in found] == [
        ("老城的灯会为什么搬走了", "2019-03-09"),
        ("窄轨电车该由谁来付钱", "2019-03-12"),
        ("船闸上空的风筝", "2019-03-27"),
    ]
    assert [one.authors for one in found] == [("赵书南",), ("赵书北",), ("赵书东",)]


@pytest.mark.parametrize("button", ["4817人参与 221评论", "26条回复", "12 comments", "Leave a reply"])
def test_a_line_about_comments_in_a_head_opens_none(button: str) -> None:
    head = [
        TITLES[0],
        "4 May 2019",
        button,
        "Dear reader:",
        "Your reader is too old for this page",
        "A newer one: Lamp 3",
    ]
    (article,) = articles([*head, *Press("button").prose(), "Comments", "Bo", "Lamps!"])
    assert (article.title, article.date.text) == (TITLES[0], "2019-05-04")
    assert text(article)[-len(Press("button").prose()) :] == Press("button").prose()


def test_rows_of_a_list_of_articles_are_none() -> None:
    page = ["The Lamp", "Water", "Newest"]
    for n in range(9):
        page += [f"{TITLES[n % 3]} {n}", "A lamp for each of them", WHO[n % 3], f"{n + 2} days ago", str(n + 7), str(n)]
    assert not articles(page)


def test_a_page_of_cards_that_introduces_itself_is_no_article() -> None:
    card = (
        "<article class='tile'><img src=/a.png><p>Water</p><h3><a href=/{n}>{title} {n}</a></h3><p>{dek}</p></article>"
    )
    cards = "".join(
        card.format(n=n, title=TITLES[n % 3], dek="A lamp for each of them, and one over") for n in range(9)
    )
    top = "<div><span>Topic</span><h1>Water</h1><p>Every lamp that we ever lit, the newest first.</p></div>"
    page = f"<!doctype html><html><body><main>{top}<section>{cards}</section></main></body></html>"
    assert not clean(page.encode(), "page.html").drafts


def test_a_class_that_names_a_subject_is_no_card() -> None:
    posts = ""
    for n, subject in enumerate(("category-commentary", "tag-widget category-lamps", "category-cards")):
        told = "".join(f"<p>{one}</p>" for one in Press(f"subject-{n}").prose())
        posts += f"<article class='post hentry {subject}'><h2>{TITLES[n]}</h2>{told}</article>"
    page = f"<!doctype html><html><body><main>{posts}</main></body></html>"
    assert [draft.article.title for draft in clean(page.encode(), "page.html").drafts] == [*TITLES]


@pytest.mark.parametrize("tags", ["#lamps##quays# hang side by side.", "#灯会##河岸#两个标签挂在一起。"])
def test_a_hash_that_is_glued_to_its_word_is_no_heading(tags: str) -> None:
    prose = Press("hash").prose()
    (article,) = articles([f"# {TITLES[0]}", "By Ada Quill", "4 May 2019", *prose[:2], tags, *prose[2:]], "scrape.md")
    assert text(article) == [*prose[:2], tags, *prose[2:]]
