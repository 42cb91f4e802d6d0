"""Names as blogs, readers and institutes write them, and what pages set between paragraphs to ask for something."""

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.lines.line import make_line
from site_builder.clean.words.names import find_byline
from tests.clean.test_heads_that_agree import EN, PEOPLE, TEASERS, articles, en, text
from tests.clean.test_page_fields import PROSE, read

HEAD = [EN[0], "By Ada Quill", "4 May 2019"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Posted on May 4, 2019 by lanternada", ("lanternada",)),
        ("Posted on May 4, 2019 by admin", ()),
        ("May 4, 2019 by lantern_77", ("lantern_77",)),
        ("By lantern77 on May 4, 2019", ("lantern77",)),
        ("By Saturday, May 4, 2019", ()),
        ("May 4, 2019 by the lamp keepers", ()),
        ("原创 听灯的人 桥下笔记 2019年5月4日 20:04", ("听灯的人",)),
        ("原创 桥下笔记 2019年5月4日", ()),
        ("灯塔笔记 / 作者：桥下听灯 / 2019/5/4 20:04", ("桥下听灯",)),
        ("灯塔笔记 / 作者：网络综合 / 2019/5/4 20:04", ()),
    ],
)
def test_who_writes_under_a_name_of_his_own(line: str, authors: tuple[str, ...]) -> None:
    found = find_byline(line)
    assert (found.authors if found else ()) == authors


@pytest.mark.parametrize("label", ["Authors", "Written by"])
def test_authors_under_each_other_under_one_word(label: str) -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        lines += ["NOTES", title, TEASERS[i], label, PEOPLE[i], "Mei Tanaka", "Published", f"{i + 2} May 2019"]
        lines += ["Download PDF", *en(title)]
    assert [one.authors for one in articles(lines)] == [(name, "Mei Tanaka") for name in PEOPLE]


@pytest.mark.parametrize(
    ("who", "authors"),
    [
        ("<span>Ada Quill</span><span>, Weifang Correspondent</span>", ("Ada Quill",)),
        ("<span>Ada Quill</span> and <span>Bo Lindqvist</span>", ("Ada Quill", "Bo Lindqvist")),
        ("<span>Ada Quill</span><span>, a town of kites</span>", ()),
    ],
)
def test_names_alone_over_the_date_of_a_page(who: str, authors: tuple[str, ...]) -> None:
    body = f"<h1>Kites over Weifang</h1><div class=p>{who}</div><div class=q>Thu 22 Aug 2019</div><div>{PROSE}</div>"
    assert read(body).authors == authors


def test_a_picture_parts_no_dek_from_its_line_of_names() -> None:
    dek = "The makers of the old town found that the wind was slower than their strings."
    line = "<img src=/a.png alt=avatar><span>Ada Quill</span><span> · </span><span>May 9, 2019</span>"
    found = read(f"<h1>Kites over Weifang</h1><div>{dek}</div><div>{line}</div><div>{PROSE}</div>")
    assert (found.dek, found.authors, dek in found.body) == (dek, ("Ada Quill",), False)


def test_what_stands_under_a_picture_is_no_dek() -> None:
    seen = "The makers of the old town hold the longest of their strings over the wall."
    found = read(f"<h1>Kites over Weifang</h1><div><img src=/a.jpg></div><div>{seen}</div><p>May 9, 2019</p>{PROSE}")
    assert found.dek == ""


def test_a_box_with_a_field_is_no_text() -> None:
    box = (
        "<div><span>The kite post</span><span>Five knots, each Monday.</span><input placeholder=you@kite.example></div>"
    )
    assert "knots" not in read(f"<h1>Kites over Weifang</h1><div>{PROSE}{box}{PROSE}</div>").body


@pytest.mark.parametrize(
    "line",
    [
        "The Lantern Post newsletter brings the week on the canal to your inbox.",
        "The Lantern Post is made by two people. If you like it, please consider a monthly pledge at https://x.example",
        "Have you been affected by this? Write to lamps@canal.example",
        "Related event: Lamps and the Law, an evening on the quay. Book now",
        "Reporting by the Weifang bureau; Editing by Ada Quill",
        "如果觉得不错，可以请我喝杯咖啡，或者订阅来信",
        "本文由 RSS 全文输出，图片可能看不到",
    ],
)
def test_what_asks_something_of_readers_is_no_text(line: str) -> None:
    assert make_line(1, line, 1).kind == "line"


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter gives the price of every lamp on the quay and was read by all who sold one.",
        "The council may consider a donation of lamps when it meets in the autumn, two engineers said.",
        "他请我喝杯咖啡，说起桥上的灯已经三年没有亮过了，没有人知道是为什么。",
        "Have you been affected by the noise of the tram, the council asked, and nobody on the quay had an answer.",
    ],
)
def test_what_tells_of_such_things_is_text(line: str) -> None:
    assert make_line(1, line, 1).kind == "prose"


def test_read_more_may_lead_to_two_titles() -> None:
    led = ["Read more", "Can a lamp be told from the moon?", "The keepers who will not open the lock"]
    prose = en(EN[0])
    (found,) = articles([*HEAD, *prose[:2], *led, *prose[2:]])
    assert text(found) == prose


def test_the_heading_under_what_read_more_leads_to_stays() -> None:
    prose = en(EN[0])
    lines = [*HEAD, *prose[:2], "Read more", "Can a lamp be told from the moon?", "The lock keepers", *prose[2:]]
    (found,) = articles(lines)
    assert "The lock keepers" in found.body


def test_topics_under_a_text_are_its_tags() -> None:
    lines: list[str] = []
    for title in EN:
        lines += [f"# {title}", "By Ada Quill", "4 May 2019", *en(title), "Topics: Canals, Lamps"]
    found = [draft.article for draft in clean("\n\n".join(lines).encode(), "scrape.md").drafts]
    assert [(one.tags, "Topics" in one.body) for one in found] == [(("Canals", "Lamps"), False)] * len(EN)
