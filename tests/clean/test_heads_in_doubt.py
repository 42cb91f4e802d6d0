"""Heads and texts in which something else looks like a title, a dek or a name."""

import time

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.lines.opening import has_dateline, reporters
from site_builder.clean.plain.numbered import without_numbers
from site_builder.model.article import Article
from tests.clean.families import Press

FIRST, SECOND = "The Quiet Bridge Divides the Lantern Quarter", "Who Pays for the Narrow Tram"


def articles(lines: list[str], name: str = "scrape.txt") -> list[Article]:
    return [draft.article for draft in clean("\n\n".join(lines).encode(), name).drafts]


def test_dates_in_a_chronicle_begin_no_articles() -> None:
    prose = [f"{text} The keeper of the lamps wrote all of it down." for text in Press("chronicle").prose()]
    days = ["March 3, 2019", "April 9, 2019", "May 2019", "June 1, 2019"]
    text = [line for day, at in zip(days, range(0, 6, 2), strict=False) for line in (*prose[at : at + 2], day)]
    (found,) = articles(["Culture", FIRST, "By Ada Quill", "4 July 2019", *text, *prose[6:], prose[0]])
    assert (found.title, found.date.day) == (FIRST, "2019-07-04")
    assert all(day in found.body for day in days[:3])


def test_a_dek_of_two_lines_is_one_dek() -> None:
    points = {
        FIRST: ["The harbour office says the lamps will stay.", "Its critics doubt that anybody has counted them"],
        SECOND: ["Fares went up in every street but one.", "The one street has asked not to be named this year"],
    }
    foot = ["Conversations (12)", "Ada Quill", "Ada Quill joined the Ledger in 2011 and writes about lamps."]
    stamps = ["Reading Time: 3 minutes", "Ada Quill", "Published: 9:00am, 3 January 2020"]
    lines = [
        line for title in points for line in ("Culture", title, *points[title], *stamps, *Press(title).prose(), *foot)
    ]
    found = articles(lines)
    assert [one.title for one in found] == [FIRST, SECOND]
    assert [one.dek for one in found] == [" ".join(two) for two in points.values()]
    assert {one.authors for one in found} == {("Ada Quill",)}
    assert not any("joined the Ledger" in one.body for one in found)


def test_a_caption_in_a_head_is_the_articles() -> None:
    head = ["{}", "图像来源，Quay Pictures", "林若川", "QBC中文记者", "2019年5月4日"]
    titles = ["老城的灯会为什么搬走了？", "江上电车的客流少了一半"]
    found = articles([line.format(title) for title in titles for line in (*head, *Press(title).prose_zh())])
    assert [(one.title, one.authors) for one in found] == [(title, ("林若川",)) for title in titles]
    assert all("图像来源，Quay Pictures" in one.body for one in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("【渡口网】（记者 林若川）江上的电车昨天停了。", ("林若川",)),
        ("渡口社江城1月3日电（记者周明远 林若川）江上的电车昨天停了。", ("周明远", "林若川")),
        ("本报讯（记者 周明远 通讯员 林若川）江上的电车昨天停了。", ("周明远",)),
        ("【文/渡口网专栏作者 林若川】江上的电车昨天停了。", ("林若川",)),
        ("（中港社記者王蔓渡口3日電）江上的電車昨天停了。", ("王蔓",)),
        ("（中港社記者林若川、欧阳雪渡口13日電）江上的電車昨天停了。", ("林若川", "欧阳雪")),
        ("江上的电车昨天停了（记者没有看到原因），人们走路回家。", ()),
        ("老城的灯（其中三盏已经熄灭）昨天又亮了。", ()),
        ("The tram stood still (reporters were told nothing).", ()),
    ],
)
def test_reporters_in_the_opening(text: str, names: tuple[str, ...]) -> None:
    assert reporters(text) == names


def test_what_stands_over_a_dateline_is_the_dek() -> None:
    dek = "江上的电车停了三天，没有人说明原因。"
    text = ["（记者 林若川）" + line if i == 0 else line for i, line in enumerate(Press("电车").prose_zh())]
    (found,) = articles(["老城的灯会为什么搬走了", "2019年5月4日 10:20", dek, f"【渡口网】{text[0]}", *text[1:]])
    assert (found.dek, found.authors) == (dek, ("林若川",))
    assert found.body.startswith("【渡口网】")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("HARBOUR CITY (QW) — The tram stood still.", True),
        ("(Quay Wire) - The tram stood still.", True),
        ("The tram — a narrow one — stood still.", False),
    ],
)
def test_datelines(text: str, holds: bool) -> None:
    assert has_dateline(text) is holds


@pytest.mark.parametrize(
    ("titles", "bare"),
    [
        (["1. A tram", "2. A lamp"], ("A tram", "A lamp")),
        (["1) A tram", "2) A lamp", "3) A quay"], ("A tram", "A lamp", "A quay")),
        (["一、电车", "二、灯"], ("电车", "灯")),
        (["[quay-list] A tram", "[quay-list] A lamp"], ("A tram", "A lamp")),
        (["1. A tram"], ("1. A tram",)),
        (["10 trams we miss", "2. A lamp"], ("10 trams we miss", "2. A lamp")),
        (["2 - A tram", "3 - A lamp"], ("2 - A tram", "3 - A lamp")),
    ],
)
def test_numbers_that_count_the_articles(titles: list[str], bare: tuple[str, ...]) -> None:
    assert without_numbers(titles) == bare


def test_a_brief_article_among_others_is_one() -> None:
    brief = "The ferry of the old harbour is back, its keeper said on Friday, and tickets cost what they cost before."
    texts = [Press(title).prose() for title in (FIRST, SECOND)]
    boxes = [
        f"<div class=b{i}><h2>{title}</h2><p>By Ada Quill</p><p>May {i + 1}, 2019</p>"
        + "".join(f"<p>{line}</p>" for line in text)
        + "</div>"
        for i, (title, text) in enumerate(
            [(FIRST, texts[0]), ("The ferry is back", [brief, brief]), (SECOND, texts[1])]
        )
    ]
    found = articles([f"<html><body><main>{''.join(boxes)}</main></body></html>"], "page.html")
    assert [one.title for one in found] == [FIRST, "The ferry is back", SECOND]


def test_a_figure_and_a_dek_over_the_text_are_the_articles() -> None:
    dek = "The harbour office says that the lamps will stay where they are."
    text = "".join(f"<p>{line}</p>" for line in Press("figure").prose())
    page = (
        f"<html><body><div><a href=/c>Culture</a><h1>{FIRST}</h1><p>Published: <time>May 4, 2019</time></p><figure>"
        f"<img src=https://canal.example/q.jpg><figcaption>The quay at dusk. © Quay Pictures</figcaption></figure>"
        f"<p class=chapo>{dek}</p><div class=text>{text}</div></div></body></html>"
    )
    (found,) = articles([page], "page.html")
    assert (found.title, found.dek) == (FIRST, dek)
    assert found.body.startswith("![](https://canal.example/q.jpg)\n\n![The quay at dusk. © Quay Pictures]()\n\n")
    assert not found.rights.notice


def test_a_page_without_headings_is_named_by_what_stands_over_its_date() -> None:
    cells = ["江上电车的客流少了一半", "2019-05-04 10:22 来源：渡口网 作者：林若川", "".join(Press("单").prose_zh())]
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    page = f"<html><head><title>新闻中心_渡口网</title></head><body><table>{rows}</table></body></html>"
    (found,) = articles([page], "page.html")
    assert found.title == cells[0]


def test_a_list_of_dated_titles_is_no_article() -> None:
    days = [
        (f"May {day}, 2019", f"The tram of street {name} stands still again") for day, name in enumerate("ABCDEFGHK", 3)
    ]
    found = clean("\n".join(["Archive", *(line for pair in days for line in pair)]).encode(), "archive.txt")
    assert not found.drafts


def test_headings_of_a_letter_with_a_dek_under_each() -> None:
    lines = ["# The Canal Weekly", "Welcome to this week's issue."]
    for title in (FIRST, SECOND):
        lines += [f"## {title}", "_The lamps will stay, the harbour office says._", "Ada Quill · 4 May 2019"]
        lines += Press(title).prose()
    found = articles(lines, "letter.md")
    assert [(one.title, one.authors, one.date.day) for one in found] == [
        (title, ("Ada Quill",), "2019-05-04") for title in (FIRST, SECOND)
    ]
    assert {one.dek for one in found} == {"The lamps will stay, the harbour office says."}


def test_more_room_over_a_title_than_between_paragraphs() -> None:
    texts = ["\n\n".join([f"{title}\nBy Ada Quill", *Press(title).prose()]) for title in (FIRST, SECOND)]
    found = [draft.article for draft in clean("\n\n\n\n".join(texts).encode(), "pasted.txt").drafts]
    assert [(one.title, one.authors) for one in found] == [(title, ("Ada Quill",)) for title in (FIRST, SECOND)]


def test_snippets_of_a_search_are_no_article() -> None:
    lines = ["About 1,230 results"]
    for day, name in enumerate("ABCDE", 3):
        lines += [
            f"The tram of street {name} stands still",
            f"May {day}, 2019 — {' '.join(Press(name).prose()[:1])[:160]} ...",
        ]
    assert not clean("\n\n".join(lines).encode(), "results.txt").drafts


def test_a_caption_with_its_holder_is_no_line_of_the_dek() -> None:
    deks = {FIRST: "The harbour office says the lamps will stay.", SECOND: "Fares went up in every street but one."}
    caption = "Workers cross a bridge at dusk. © Quay Pictures"
    stamps = ["ADA QUILL, Canal staff writer", "May 4, 2019 10:20 JST"]
    lines = [
        line
        for title, dek in deks.items()
        for line in (title, dek, caption, *stamps, *Press(title).prose(), "READ NEXT")
    ]
    found = articles(lines)
    assert {one.title: one.dek for one in found} == deks
    assert all("© Quay Pictures" in one.body for one in found)


def test_numbers_are_taken_off_titles_of_a_page() -> None:
    rows = "".join(
        f"<tr><td><h3>{n}. {title}</h3><p>Ada Quill | May {n}, 2019</p>"
        + "".join(f"<p>{line}</p>" for line in Press(title).prose())
        + "</td></tr>"
        for n, title in enumerate((FIRST, SECOND), 1)
    )
    found = articles([f"<html><body><table>{rows}</table></body></html>"], "page.html")
    assert [one.title for one in found] == [FIRST, SECOND]


def test_a_table_of_labels_is_read_in_time_that_grows_with_it() -> None:
    table = "".join(f"Title: Lamp {i}\nDate: 2020-01-02\n" for i in range(2000))
    start = time.process_time()
    clean(table.encode(), "scrape.txt")
    assert time.process_time() - start < 20
