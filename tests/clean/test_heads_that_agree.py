"""Pages whose heads say little one by one, and are believed because they agree; and what must not be cut."""

from collections.abc import Sequence

import pytest

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article
from tests.clean.families import Press

EN = ("The Quiet Bridge Divides the Lantern Quarter", "Who pays for the narrow tram", "A letter from the old archive")
ZH = ("老城的灯会为什么搬走了", "江上电车的客流少了一半", "档案馆搬家的第三个冬天")
PEOPLE, NAMES = ("Ada Quill", "Bo Lindqvist", "Hana Novak"), ("林若川", "陈一帆", "周明远")
TEASERS = (
    "The committee learned last week that the fare would rise by four per cent, and asked for time to answer.",
    "Shopkeepers on the canal say the new bridge will open before the spring, whatever the office says.",
    "Nobody was asked about the lanterns, two engineers said on Tuesday in a letter to this paper.",
)
RULER = "=" * 40


def articles(lines: Sequence[str], name: str = "scrape.txt") -> list[Article]:
    return [draft.article for draft in clean("\n\n".join(lines).encode(), name).drafts]


def titles(lines: Sequence[str], name: str = "scrape.txt") -> list[str]:
    return [one.title for one in articles(lines, name)]


def text(one: Article) -> list[str]:
    return one.body.strip().split("\n\n")


def en(title: str) -> list[str]:
    return list(Press(title).prose())


def zh(title: str) -> list[str]:
    return list(Press(title).prose_zh())


@pytest.mark.parametrize(
    "entry", [("{}", "{} May 2019", TEASERS), ("{}", TEASERS, "{} May 2019"), ("## {}", "{} May 2019", TEASERS)]
)
def test_a_list_of_titles_with_dates_and_teasers_holds_no_article(entry: tuple[str | tuple[str, ...], ...]) -> None:
    lines = ["Canal Ledger", "News"]
    for i in range(6):
        said = (EN[i % 3] + f" {i}", str(i + 1))
        parts = [part[i % 3] if isinstance(part, tuple) else part for part in entry]
        lines += [part.format(said[1] if "May" in part else said[0]) for part in parts]
    name = "list.md" if lines[2].startswith("#") else "list.txt"
    assert not titles([*lines, "Older posts"], name)


def test_a_list_of_links_under_a_heading_holds_no_article() -> None:
    entries = [f"- [{title} {i}](https://canal.example/{i}) 4 May 2019\n  {TEASERS[i]}" for i, title in enumerate(EN)]
    assert not titles(["# Canal Ledger", "\n".join(entries)], "list.md")


def test_brief_articles_under_titles_and_dates_are_all_told() -> None:
    lines = [line for i, title in enumerate(EN) for line in (title, f"{i + 1} May 2019", *en(title)[:2])]
    assert titles(["Canal Ledger", *lines]) == list(EN)


def test_the_dated_parts_of_a_chronicle_are_no_articles() -> None:
    parts = ["The first letter", "4 May 2011", *en("a"), "The second letter", "9 June 2014", *en("b")]
    assert titles([EN[0], "4 May 2019", *en(EN[0]), *parts]) == [EN[0]]
    marked = [f"# {EN[0]}", "By Ada Quill, 4 May 2019", *en(EN[0]), "## The first letter", *parts[1:]]
    assert titles(marked, "chronicle.md") == [EN[0]]


def test_reports_are_told_by_how_they_open() -> None:
    lines = ["渡口日报", "2019年5月4日 星期六"]
    for title, name in zip(ZH, NAMES, strict=True):
        first, *rest = zh(title)
        lines += [title, f"本报讯（记者 {name}）{first}", *rest]
    found = articles(lines)
    assert [(one.title, one.authors, one.date.day) for one in found] == [
        (title, (name,), "2019-05-04") for title, name in zip(ZH, NAMES, strict=True)
    ]
    wire = [line for title in EN for line in (title, "DUCKHAM, May 4 (Quay Wire) -- " + en(title)[0], *en(title)[1:])]
    assert titles(wire) == list(EN)


@pytest.mark.parametrize(
    "foot",
    [
        ["Permalink", "Comments (3)", "Share"],
        ["Posted by Ada at 4:1{} PM", "{} comments: Links to this post", "Labels: canals"],
        ["May {}, 2019 @ 4:10 pm · Filed by Ada under Canals", "Permalink Comments ({})", "Share"],
    ],
)
def test_the_foot_of_each_post_ends_it(foot: list[str]) -> None:
    lines = ["The Canal Diary"]
    for i, title in enumerate(EN, 1):
        lines += [title, *en(title), *(line.format(i) for line in foot)]
    found = articles(lines)
    assert [one.title for one in found] == list(EN)
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_an_article_without_a_byline_among_others_begins_under_the_same_ruler() -> None:
    lines = ["Canal Ledger weekly", RULER]
    for i, title in enumerate(EN):
        lines += [title, *([f"by {PEOPLE[i]}"] if i != 1 else []), *en(title), RULER]
    found = articles(lines)
    assert [(one.title, one.authors) for one in found] == [(EN[0], PEOPLE[:1]), (EN[1], ()), (EN[2], PEOPLE[2:])]


def test_a_section_between_rulers_that_lists_links_is_no_part_of_an_article() -> None:
    lines = [line for i, title in enumerate(EN) for line in (title, f"by {PEOPLE[i]}", *en(title), RULER)]
    links = [
        "LINKS FOR THE TRAIN",
        "* The mill at dusk <https://mill.example>",
        "* Eleven leaks <https://roof.example>",
    ]
    found = articles([*lines, *links, "-" * 40, "Copyright 2019 Canal Ledger"])
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_a_heading_of_a_higher_level_is_the_title() -> None:
    lines = [
        "Papers",
        "Brief notes on locks and ferries by those who keep them.",
        f"## [{EN[0]}](https://canal.example/1)",
    ]
    found = articles(
        [lines[0], lines[1], lines[2], "4 May 2019 | Ada Quill and Bo Lindqvist | Local Matters", *en("a")], "a.md"
    )
    assert [(one.title, one.dek, one.authors) for one in found] == [(EN[0], "", ("Ada Quill", "Bo Lindqvist"))]


@pytest.mark.parametrize("over", [["首页新闻评论"], ["运河观察新闻"], ["首页", "社会新闻频道"]])
def test_the_name_of_a_site_over_a_title_is_none(over: list[str]) -> None:
    assert titles([*over, ZH[0], "2019-05-04 来源：灯塔网", *zh(ZH[0])]) == [ZH[0]]


def test_a_section_stands_over_the_date_and_the_title_under_it() -> None:
    lines = ["Canal Wire"]
    for section, title, name in zip(("WORLD NEWS", "TRANSPORT", "SCIENCE"), EN, PEOPLE, strict=True):
        lines += [section, "MAY 4, 2019 / 4:12 PM / UPDATED 2 HOURS AGO", title, f"By {name}", *en(title)]
    found = articles(lines)
    assert [(one.title, one.date.day) for one in found] == [(title, "2019-05-04") for title in EN]


def boxes(under: Sequence[str], foot: str = "") -> str:
    texts = ["".join(f"<p>{said}</p>" for said in en(title)) for title in EN]
    rows = (
        f"<div class='it'><div class='title'>{title}</div>{line}{said}{foot}</div>"
        for title, line, said in zip(EN, under, texts, strict=True)
    )
    return f"<html><head><title>Canal</title></head><body>{''.join(rows)}</body></html>"


@pytest.mark.parametrize(
    ("under", "foot"),
    [
        (["<p>4 May 2019</p>", "", "<p>6 May 2019</p>"], ""),
        ([f"<div>{name}</div>" for name in PEOPLE], ""),
        (["", "", ""], "<p>posted by Ada Quill @ 1:15 PM | 3 comments</p>"),
    ],
)
def test_boxes_that_are_alike_hold_an_article_each(under: list[str], foot: str) -> None:
    assert titles([boxes(under, foot)], "page.html") == list(EN)


def test_names_of_boxes_do_not_speak_against_the_titles_of_a_page() -> None:
    rows = "".join(
        f"<table><tr><td><b>{title}</b></td></tr><tr><td>发布时间：2019-05-0{i}</td></tr>"
        f"<tr><td>{'<br><br>'.join(zh(title))}</td></tr></table>"
        for i, title in enumerate(ZH[:2], 1)
    )
    box = "<table><tr><td><b>{}</b></td></tr><tr><td><a href='#a'>灯会的通知</a></td></tr></table>"
    page = f"<html><body>{box.format('本期目录')}{rows}{box.format('相关链接')}</body></html>"
    assert titles([page], "gazette.html") == list(ZH[:2])


def page(rows: Sequence[str], over: str = "") -> list[str]:
    return [f"<html><head><title>Canal</title></head><body>{over}{''.join(rows)}</body></html>"]


def paragraphs(said: Sequence[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in said)


def test_a_page_is_cut_where_reports_open_or_letters_are_signed() -> None:
    opened = [
        f"<div><p class='t'>{title}</p><p>本报讯（记者 {name}）{zh(title)[0]}</p>{paragraphs(zh(title)[1:])}</div>"
        for title, name in zip(ZH, NAMES, strict=True)
    ]
    assert titles(page(opened), "page.html") == list(ZH)
    letters = [
        f"<h3>{title}</h3>{paragraphs(en(title)[:3])}<p><b>{name}</b>, Duckham</p>"
        for title, name in zip(EN, PEOPLE, strict=True)
    ]
    assert titles(page(letters, "<h1>Letters</h1>"), "page.html") == list(EN)


def test_boxes_about_people_are_parts_of_the_article_over_them() -> None:
    rows = [f"<div class='b'><h3>The lock of {name}</h3><p>{name}</p>{paragraphs(en(name))}</div>" for name in PEOPLE]
    assert titles(page(rows, f"<h1>{EN[0]}</h1>{paragraphs(en(EN[0]))}"), "page.html") == [EN[0]]


def test_the_name_of_the_paper_and_its_day_stand_over_a_title() -> None:
    found = articles(["灯塔网", "2019年5月4日 星期二", ZH[0], "作者：林若川", *zh(ZH[0])])
    assert [(one.title, one.authors) for one in found] == [(ZH[0], ("林若川",))]


def test_two_dated_articles_are_two() -> None:
    lines = [line for i, title in enumerate(EN[:2]) for line in (title, f"{i + 1} May 2019", *en(title))]
    assert titles(lines) == list(EN[:2])


def test_titles_have_deks_where_all_have() -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        lines += [title, f"How {PEOPLE[i]} came to count the boats on the old canal", f"{i + 1} May 2019", *en(title)]
    assert [(one.title, one.dek[:7]) for one in articles(lines)] == [
        (title, "How " + PEOPLE[i][:3]) for i, title in enumerate(EN)
    ]


def test_titles_in_bold_with_a_byline_each_are_titles() -> None:
    lines = ["# Canal Ledger weekly"]
    for title, name in zip(EN, PEOPLE, strict=True):
        lines += [f"**{title}**", f"*by {name}*", *en(title), "---"]
    found = articles(lines, "weekly.md")
    assert [(one.title, one.authors) for one in found] == [
        (title, (name,)) for title, name in zip(EN, PEOPLE, strict=True)
    ]


def test_a_button_over_each_byline_is_no_title() -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        dek = f"The town of {PEOPLE[i]} pays for water that it never sees."
        lines += [
            "Skip advertisement",
            title,
            dek,
            "Keep for the train",
            f"By {PEOPLE[i]}",
            f"{i + 1} May 2019",
            *en(title),
        ]
    assert titles(lines) == list(EN)


def test_cards_with_dates_under_their_teasers_are_a_list() -> None:
    lines = ["# News"]
    for i, title in enumerate(EN):
        picture = f"[![Image {i}](https://canal.example/{i}.jpg)](https://canal.example/{i})"
        lines += [picture, f"### [{title}](https://canal.example/{i})", en(title)[0], f"{PEOPLE[i]} · {i + 1} May 2019"]
    assert not titles(lines, "cards.md")
