"""Articles are told apart by the frame that a page sets each of them into, and by what a template repeats."""

from __future__ import annotations

import textwrap

import pytest

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article
from tests.clean.families import Press

TITLES = ("The Quiet Bridge Divides the Lantern Quarter", "Who Pays for the Narrow Tram", "The Archive Moved at Night")
PEOPLE = ("Ada Quill", "Bo Lindqvist", "Hana Novak")
DEKS = (
    "A lamp office says nothing has been decided",
    "Fares went up in every street but one",
    "Eleven crates, no receipt",
)


def articles(lines: list[str], name: str = "scrape.txt", blank: str = "\n\n") -> list[Article]:
    return [draft.article for draft in clean(blank.join(lines).encode(), name).drafts]


def text(article: Article) -> list[str]:
    return article.body.replace("\\", "").strip().split("\n\n")


@pytest.mark.parametrize(
    ("head", "foot", "authors"),
    [
        (["{title}", "Canal Ledger by {who} / {n}d // keep unread // hide"], ["Visit website"], True),
        (["[quay-list] {title}", "{who} quill{n} at canal.example", "Messages sorted by: [ date ] [ thread ]"],
         ["-------------- next part --------------", "An attachment was scrubbed"], False),
        (["Document {n} of 3", "{title}", "Author: {who}", "Publication info: Canal Ledger [Quaytown]: A.{n}.",
          "Ledger document link"], ["ISSN: 01234567", "Copyright: Canal Ledger 2019"], True),
        (["The Canal Daily", "A0{n} | Harbour | By {who}", "{title}"], ["Document number: 2019{n}"], True),
    ],
    ids=["a reader of feeds", "a list of mail", "a data base", "an archive"],
)  # fmt: skip
def test_a_frame_stands_around_each_article(head: list[str], foot: list[str], authors: bool) -> None:
    page = []
    for n, (title, who) in enumerate(zip(TITLES, PEOPLE, strict=True), 1):
        page += [line.format(title=title, who=who, n=n) for line in head] + Press(title).prose()
        page += [line.format(n=n) for line in foot]
    found = articles(page)
    assert [one.title for one in found] == list(TITLES)
    assert [text(one) for one in found] == [Press(title).prose() for title in TITLES]
    assert not authors or [one.authors for one in found] == [(who,) for who in PEOPLE]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (["{title}", "Saturday, May {n}, 2019", "1{n}:20 PM"], ["Clipped from: https://canal.example/{n}/lamp"]),
        (["0{n}", "{title}", "By {who}"], []),
        (["{title}", "canal.example | by {who}", "{n} min"], ["View original", "Archive"]),
        (["NEWS PROVIDED BY", "Canal Office", "May 0{n}, 2019, 09:00 ET", "Share this article", "{title}"], []),
        (["{title}"], ["posted by {who} at 1{n}:20 PM", "2 comments"]),
        (["{title}", "{who}"], ["May {n}, 2019"]),
    ],
    ids=["clipped", "counted", "saved for later", "provided by", "posted at an hour", "dated below"],
)
def test_lines_that_nobody_knows_part_articles(head: list[str], foot: list[str]) -> None:
    page = ["The Canal Reader"]
    for n, (title, who) in enumerate(zip(TITLES, PEOPLE, strict=True), 1):
        words = {"title": title, "who": who, "n": n}
        page += [*(one.format(**words) for one in head), *Press(title).prose(), *(one.format(**words) for one in foot)]
    found = articles(page)
    assert [one.title for one in found] == list(TITLES)
    assert [text(one) for one in found] == [Press(title).prose() for title in TITLES]
    assert "{who}" not in "".join([*head, *foot]) or [one.authors[0] for one in found] == list(PEOPLE)


def test_a_conversation_is_by_its_host() -> None:
    (found,) = articles(
        ["Canal Cast", TITLES[0], "May 4, 2019 · 34 min", "Hosted by Ada Quill", *Press("host").prose()]
    )
    assert (found.title, found.authors) == (TITLES[0], ("Ada Quill",))


def test_a_name_between_title_and_text_is_a_frame_where_it_comes_back() -> None:
    page = [line for head in zip(TITLES, DEKS, PEOPLE, strict=True) for line in (*head, *Press(head[0]).prose())]
    found = articles(page)
    assert [(one.title, one.dek, one.authors[0]) for one in found] == list(zip(TITLES, DEKS, PEOPLE, strict=True))


def test_headings_over_pictures_of_one_kind_are_no_articles() -> None:
    page = [TITLES[0], "By Ada Quill", "May 4, 2019"]
    for n in range(3):
        page += [f"What the lamp of street {n} has seen", f"The lamp at noon, seen by the office, number {n}"]
        page += Press(str(n)).prose()
    assert [one.title for one in articles(page)] == [TITLES[0]]


def test_questions_that_begin_alike_are_no_articles() -> None:
    page = [TITLES[0], "By Ada Quill", "May 4, 2019"]
    for n in range(4):
        page += [
            f"Canal Ledger: What do you think of quay {n}?",
            *(f"Keeper: {line}" for line in Press(str(n)).prose()),
        ]
    assert [one.title for one in articles(page)] == [TITLES[0]]


def test_letters_that_are_signed_with_name_and_place() -> None:
    page = ["Letters"]
    for title, who in zip(TITLES, PEOPLE, strict=True):
        page += [title, *Press(title).prose(), who, "Lantern Quarter"]
    found = articles(page)
    assert [(one.title, one.authors) for one in found] == [(a, (b,)) for a, b in zip(TITLES, PEOPLE, strict=True)]


def test_a_name_over_the_title_is_the_author_whom_the_text_tells_of() -> None:
    page = []
    for n, (title, who) in enumerate(zip(TITLES, PEOPLE, strict=True), 1):
        page += ["Opinion", "|", who, title, f"May {n}, 2019, 5:00 a.m. ET", *Press(title).prose()]
        page += [f"{who} is a columnist. She writes about lamps."]
    assert [one.authors for one in articles(page)] == [(who,) for who in PEOPLE]


def test_a_title_with_its_day_and_hour_in_brackets() -> None:
    titles = ("老城的灯会为什么搬走了", "江上电车的客流少了一半")
    page = ["渡口人的博客"]
    for n, title in enumerate(titles, 1):
        page += [
            f"{title} (2019-05-0{n} 10:22:11)",
            "转载▼",
            "标签： 灯会 杂谈",
            *Press(title).prose_zh(),
            "阅读(123)评论(4)",
        ]
    assert [(one.title, one.date.text) for one in articles(page)] == [
        (title, f"2019-05-0{n}T10:22") for n, title in enumerate(titles, 1)
    ]


def test_what_counts_the_pages_of_a_document_is_no_text() -> None:
    lines = "\n\n".join([TITLES[0], "By Ada Quill", *(textwrap.fill(one, 60) for one in Press("pages").prose() * 2)])
    physical, page = lines.split("\n"), []
    for n in range(0, len(physical), 9):
        page += [*physical[n : n + 9], "", f"CANAL QUARTERLY | SPRING 2019    {n // 9 + 12}", ""]
    (found,) = articles(page, blank="\n")
    assert "QUARTERLY" not in found.body


def test_titles_that_count_up_are_no_pages() -> None:
    page = []
    for n in range(1, 4):
        page += [
            f"Letter from the quay {n}",
            f"By {PEOPLE[n - 1]}",
            *Press(str(n)).prose(),
        ]
    assert [one.title for one in articles(page)] == [f"Letter from the quay {n}" for n in range(1, 4)]


def test_indented_paragraphs_of_wrapped_text() -> None:
    prose = Press("indent").prose()
    told = ["\n".join(textwrap.wrap("    " + one, 72)) for one in prose]
    (found,) = articles([TITLES[0], "by Ada Quill", "4 May 2019", *told], blank="\n")
    assert text(found) == prose


def test_what_comes_back_in_one_article_alone_is_its_text() -> None:
    code = ["lamps = read(quay)", "while lamps:", "light(lamps.pop())"]
    prose = Press("code").prose()
    page = [
        TITLES[0],
        "By Ada Quill",
        "May 4, 2019",
        *prose[:3],
        *code,
        *prose[3:5],
        *prose[5:],
        *Press("b").prose(),
        *code,
    ]
    (found,) = articles([*page, "It was dark by then, and nobody on the quay knew what had been lit."])
    assert text(found).count("lamps = read(quay)") == 2


def test_a_text_that_nobody_dated_or_signed_is_named_by_the_longest_line_over_it() -> None:
    (found,) = articles(["Menu", "Culture", TITLES[0], "Claim", *Press("lone").prose(), *Press("lone 2").prose()])
    assert found.title == TITLES[0]


def page_of(*boxes: str) -> list[Article]:
    return articles(
        [f"<html><head><title>Canal Ledger</title></head><body>{''.join(boxes)}</body></html>"], "page.html"
    )


def paragraphs(title: str) -> str:
    return "".join(f"<p>{line}</p>" for line in Press(title).prose())


@pytest.mark.parametrize(
    "box",
    [
        "<div class=b{n}><div class=h>{title}</div><div class=d>May {n}, 2019 | {who}</div>{text}<div>Save</div></div>",
        "<div class=art><p class=t><b>{title}</b></p>{text}<p>■記者 {who}</p></div>",
    ],
)
def test_boxes_of_a_page_without_headings(box: str) -> None:
    who = PEOPLE if "hd" in box else ("林若川", "陈一帆", "周明远")
    rows = enumerate(zip(TITLES, who, strict=True), 1)
    found = page_of(*(box.format(n=n, title=title, who=name, text=paragraphs(title)) for n, (title, name) in rows))
    assert [(one.title, one.authors) for one in found] == [(a, (b,)) for a, b in zip(TITLES, who, strict=True)]
    assert [text(one) for one in found] == [Press(title).prose() for title in TITLES]


def test_a_letter_in_html_has_an_article_under_each_signed_heading() -> None:
    rows = "".join(
        f"<tr><td><h2>{title}</h2><p><i>by {who}</i></p>{paragraphs(title)}<a href=/x>Read online</a></td></tr>"
        for title, who in zip(TITLES, PEOPLE, strict=True)
    )
    found = page_of(f"<table><tr><td><h1>The Canal Letter</h1><p>May 4, 2019</p></td></tr>{rows}</table>")
    assert [(one.title, one.authors) for one in found] == [(a, (b,)) for a, b in zip(TITLES, PEOPLE, strict=True)]
