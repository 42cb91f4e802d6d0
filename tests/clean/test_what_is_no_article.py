"""What stands on the page of an article and is none itself: readers' posts, teasers, offers, lists; and letters whose
articles are told by underlined titles, by names alone, by sections in brackets.
"""

import textwrap
from collections.abc import Callable, Sequence

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.lines.line import make_line
from site_builder.clean.lines.wrapped import join_wrapped
from site_builder.clean.words.names import byline
from site_builder.model.article import Article
from tests.clean.test_heads_that_agree import EN, NAMES, PEOPLE, TEASERS, ZH, articles, en, text, titles, zh

ARTICLE = [EN[0], "By Ada Quill", "4 May 2019", *en(EN[0])]
READERS = ("lamplighter", "Quay Tram", "Hana N.", "oldbridge", "Bo the Elder", "tin_kettle")


def posts(who: Callable[[str, int], Sequence[str]]) -> list[str]:
    """Return six posts, some of a sentence, some longer."""
    found: list[str] = []
    for i, name in enumerate(READERS):
        said = en(name)[: 1 + i % 3]
        found += [*who(name, i), *said, "I do not believe a word of it!"]
    return found


@pytest.mark.parametrize(
    "who",
    [
        lambda name, i: (f"{name} May {i + 5}, 2019 at 7:0{i} pm",),
        lambda name, i: (f"{name} says:", f"May {i + 5}, 2019 at 7:0{i} pm"),
        lambda name, i: (f"{name} on May {i + 5}, 2019 at 7:0{i} pm said:",),
    ],
)
def test_posts_that_are_dated_to_the_minute_are_no_articles(who: Callable[[str, int], Sequence[str]]) -> None:
    assert titles([*ARTICLE, "6 comments", *posts(who)]) == [EN[0]]
    assert titles([*ARTICLE, *posts(who)]) == [EN[0]]


def test_posts_with_a_button_each_are_no_articles() -> None:
    under = [
        line for i, said in enumerate(TEASERS) for line in (f"读者{i}", said, f"{i + 2}小时前", "回复 踩0 赞7 收藏")
    ]
    assert titles([*ARTICLE, *under]) == [EN[0]]


@pytest.mark.parametrize("dek", ["", "Nobody was asked about the lanterns, two engineers say."])
def test_articles_that_are_dated_to_the_minute_stay_articles(dek: str) -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        lines += [title, *([dek] if dek else []), f"By {PEOPLE[i]} May {i + 5}, 2019 at 7:0{i} pm", *en(title)]
    assert titles(lines) == list(EN)


def test_buttons_under_articles_that_name_their_paper_are_no_posts() -> None:
    lines: list[str] = []
    for i, title in enumerate(ZH):
        dated = f"2019年05月0{i + 4}日 07:1{i} | 来源：渡口晚报 | 记者：{NAMES[i]}"
        lines += [title, dated, *zh(title), f"赞 {i + 7}   收藏   举报", "读者跟帖", "灯下客  昨天", "说得是。", "回复"]
    assert titles(lines) == list(ZH)


def test_teasers_beside_an_article_are_built_as_no_article() -> None:
    more: list[str] = []
    for i, said in enumerate(TEASERS):
        more += [f"What the lock keeper knew no. {i}", PEOPLE[i], f"{i + 1} May 2019", f"{said} {said}"]
    assert titles([*ARTICLE, "More Canal Ledger", *more]) == [EN[0]]


def test_titles_with_a_time_each_are_a_list() -> None:
    more = [line for i, title in enumerate(EN) for line in (f"{title} {i}", f"{i + 2} hours ago")]
    end = ["The office behind this page", *en("office")[:2]]
    assert titles([*ARTICLE, "Recommended for you", *more, *end]) == [EN[0]]


def test_the_end_of_a_teaser_is_no_title() -> None:
    more: list[str] = []
    for i, said in enumerate(TEASERS):
        more += [f"{EN[i]}, again", f"{i + 1} May 2019", "Quay check", " ".join(said.split()[:9]) + "."]
    assert titles([EN[0], "Ada Quill", "4 May 2019", *en(EN[0]), "View all", *more, *more[:4]]) == [EN[0]]


def test_brief_articles_with_heads_of_the_others_stay() -> None:
    brief = [EN[1], "By Bo Lindqvist", "5 May 2019", f"{TEASERS[0]} {TEASERS[1]} {TEASERS[2]}"]
    assert titles([*ARTICLE, *brief, EN[2], "By Hana Novak", "6 May 2019", *en(EN[2])]) == list(EN)


def test_a_text_whose_title_nothing_dates_is_told_beside_dated_teasers() -> None:
    more = [line for i, said in enumerate(TEASERS) for line in (f"{EN[i]} {i}", f"{i + 1} May 2019", said)]
    (found,) = articles(["Canal Ledger", EN[0], *en(EN[0]), "Related stories", *more])
    assert (found.title, text(found)) == (EN[0], en(EN[0]))
    cut = [f"{said.removesuffix('.')} and then again the office…" for said in (*TEASERS, *TEASERS)]
    assert not titles(["Canal Ledger", EN[0], *cut, "Related stories", *more])


def test_a_notice_over_a_text_closes_nothing() -> None:
    (found,) = articles([EN[0], "© 2002, 2003 Ada Quill", *en(EN[0])])
    assert (found.title, text(found)) == (EN[0], en(EN[0]))


def test_a_list_of_what_to_read_next_is_passed_over() -> None:
    prose = en(EN[0])
    after = [*prose[5:], "Hana Novak contributed reporting from the quay.", "Comments", "lamplighter", TEASERS[0]]
    links = ["Read next", "The lamp that nobody lit", "Explainer: Who owns the quay"]
    (found,) = articles([EN[0], "By Ada Quill", "4 May 2019", *prose[:5], *links, *after])
    assert text(found)[:5] == prose[:5]
    assert not any(link in found.body for link in links)


def test_an_offer_of_letters_with_its_button_is_no_head() -> None:
    box = ["Canal Alerts", "Get the news of both banks every morning, before the bridge opens.", "SUBSCRIBE"]
    (found,) = articles([EN[0], *box, "4 May 2019", "By Ada Quill", *en(EN[0])])
    assert (found.title, text(found)) == (EN[0], en(EN[0]))


def test_a_sentence_that_offers_a_letter_and_leads_to_it_is_no_heading() -> None:
    prose = en(EN[0])
    offer = "[**Get the Canal Letter by email** Twice a month, no lamps.](https://canal.example/letter)"
    (found,) = articles([f"# {EN[0]}", "By Ada Quill, 4 May 2019", *prose[:3], offer, *prose[3:]], "a.md")
    assert text(found) == prose


def letter(width: int = 66) -> str:
    """Return a letter in plain text: wrapped, its titles underlined, addresses on lines of their own."""
    said = ["THE CANAL LETTER", "Issue 12 | 4 May 2019", "", "=" * 40, ""]
    for i, title in enumerate(EN):
        said += [title, "-" * len(title), f"by {PEOPLE[i]}, {i + 1} May 2019", ""]
        said += [line for one in en(title) for line in (*textwrap.wrap(one, width), "")]
        said += [f"Read it on the web: https://canal.example/letters/twelve/{'-'.join(title.lower().split())}-{i}"]
        said += ["Comment (7)  |  Forward to a friend", "", "=" * 40, ""]
    return "\n".join(said)


def test_underlined_titles_head_the_articles_of_a_wrapped_letter() -> None:
    found = [draft.article for draft in clean(letter().encode(), "letter.txt").drafts]
    assert [(one.title, one.authors, one.date.text) for one in found] == [
        (title, (PEOPLE[i],), f"2019-05-0{i + 1}") for i, title in enumerate(EN)
    ]
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_neither_rulers_nor_addresses_are_joined_to_paragraphs() -> None:
    texts = [said for _, said in join_wrapped(letter().split("\n"))]
    assert all(line in texts for line in (*EN, "Comment (7)  |  Forward to a friend"))


def saved(i: int, title: str) -> list[str]:
    """Return an article as programs export it that keep what is to be read later."""
    head = [title, f"{PEOPLE[i]} · quay.example", f"Published May {i + 1}, 2019 · 6 min"]
    buttons = ["View original   Listen   Archive   Delete", "Aa   A-   A+"]
    return [*head, *buttons, *en(title), "Highlights (0)", "You might also like", "The last lamp — 7 min", "_" * 20]


@pytest.mark.parametrize("count", [2, 3])
def test_names_alone_between_titles_and_dates_agree(count: int) -> None:
    short = ("Salt, brick, water", *EN[1:])
    lines = ["My list", "Exported 9 June 2019  (3 items)", "Settings   Help   Upgrade to Premium"]
    lines += [line for i in range(count) for line in saved(i, short[i])]
    found = articles(lines)
    assert [(one.title, one.authors, one.date.day) for one in found] == [
        (short[i], (PEOPLE[i],), f"2019-05-0{i + 1}") for i in range(count)
    ]


def decided() -> list[Article]:
    """Return the articles of a bulletin: contents with leaders, sections and signatures in brackets."""
    lines = ["QUAYBENCH", "CONTENTS", *(f"{i + 1}   {title}  ......  {i + 3}" for i, title in enumerate(EN))]
    for i, title in enumerate(EN):
        lines += [("[Labour]", "[Tenancy]", "[Personal rights]")[i], title, f"Docket: (2021) Quay 0{i} No. 12{i}"]
        lines += [*en(title), f"({PEOPLE[i]}, posted {i + 1} May 2019)", "^ Back to top", "* * *"]
    return articles(lines)


def test_sections_in_brackets_stand_over_titles() -> None:
    found = decided()
    assert [(one.title, one.category, one.authors, one.date.day) for one in found] == [
        (title, ("Labour", "Tenancy", "Personal rights")[i], (PEOPLE[i],), f"2019-05-0{i + 1}")
        for i, title in enumerate(EN)
    ]
    assert [text(one) for one in found] == [en(title) for title in EN]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Wei Ning (韦宁), Quay Weekly (渡口周刊), May 4, 2019", ("Wei Ning (韦宁)",)),
        ("By Wei Ning (韦宁), Lamp Notebook (灯下笔记)", ("Wei Ning (韦宁)",)),
        ("By Wei Ning (韦宁) and Ada Quill", ("Wei Ning (韦宁)", "Ada Quill")),
        ("By Ada Quill (Reuters)", ("Ada Quill",)),
        ("作者 | 阿栗", ("阿栗",)),
    ],
)
def test_names_as_their_bylines_spell_them(line: str, authors: tuple[str, ...]) -> None:
    found = byline(line)
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("About / Sources / Write with us / RSS", "options of the page"),
        ("EN | 中文", "site navigation"),
        ("<< Previous digest      Next digest >>", "site navigation"),
        ("View online: https://canal.example/12", "pointer to another article"),
        ("图片", "site navigation"),
        ("The Long Answer: How Courts Write (PDF, 2.1 MB)", "site navigation"),
        ("4 responses to “The Quiet Bridge”", "readers' comments"),
        ("Letters to a lighthouse", ""),
        ("Comments on the draft close on 2 April. Some four hundred have come in so far.", ""),
        ("Original: https://canal.example/a/20190504", "pointer to another article"),
    ],
)
def test_what_lines_are(line: str, rule: str) -> None:
    assert make_line(1, line, 0).rule == rule


def test_the_day_of_a_picture_dates_no_article() -> None:
    prose = en(EN[0])
    caption = "The keeper of the lock speaks to the press on July 25, 2019. Ada Quill / AP file"
    (found,) = articles([EN[0], "By Bo Lindqvist", "July 26, 2019", *prose[:3], caption, *prose[3:]])
    assert found.date.text == "2019-07-26"


def test_a_fact_under_some_titles_is_of_their_heads() -> None:
    lines = ["QUAYBENCH"]
    for i, title in enumerate(EN):
        lines += [
            f"[{('Labour', 'Tenancy', 'Press')[i]}]",
            title,
            *([] if i == 1 else [f"Docket: Quay 0{i} No. 12{i}"]),
        ]
        lines += [*en(title), f"({PEOPLE[i]}, posted {i + 1} May 2019)", "* * *"]
    assert [text(one) for one in articles(lines)] == [en(title) for title in EN]


def test_places_of_pictures_are_left_out() -> None:
    prose = zh("a")
    (found,) = articles(["老城的灯会为什么搬走了", "原创 林若川 桥下 2019-05-04 20:14", *prose[:3], "图片", *prose[3:]])
    assert text(found) == prose
