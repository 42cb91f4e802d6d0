"""What pages set around several articles: the date of the issue, boxes for addresses, the foot of the page."""

from collections.abc import Sequence

import pytest

from site_builder.clean.dispatch import clean
from site_builder.clean.lines.wrapped import join_wrapped
from tests.clean.families import Press
from tests.clean.test_heads_that_agree import EN, NAMES, PEOPLE, ZH, articles, en, text, zh


def letter(first: Sequence[str], *, dated: bool = False, articles_in: int = 3) -> list[str]:
    lines = list(first)
    for i, title in enumerate(EN[:articles_in]):
        lines += ["=" * 40, title, f"by {PEOPLE[i]}", *([f"{i + 1} June 2019"] if dated else []), *en(title)]
    return lines


@pytest.mark.parametrize("day", ["Issue 12 | 4 May 2019", "Saturday, 4 May 2019"])
def test_the_day_over_all_articles_dates_those_that_say_none(day: str) -> None:
    found = articles(letter(["Canal Ledger weekly", day]))
    assert {one.date.text for one in found} == {"2019-05-04"}
    assert len(found) == 3


def test_articles_that_are_dated_keep_their_dates() -> None:
    found = articles(letter(["Canal Ledger weekly", "Issue 12 | 4 May 2019"], dated=True))
    assert [one.date.day for one in found] == ["2019-06-01", "2019-06-02", "2019-06-03"]


def test_two_days_over_all_articles_date_none() -> None:
    assert not any(
        one.date.text for one in articles(letter(["Canal Ledger", "4 May 2019", "Next issue", "9 May 2019"]))
    )


def test_where_the_date_was_read_is_told() -> None:
    (draft, *_) = clean("\n\n".join(letter(["Canal Ledger weekly", "4 May 2019"])).encode(), "letter.txt").drafts
    assert [one.source for one in draft.evidence if one.field == "date"] == ["line 3, over all articles"]


@pytest.mark.parametrize(
    "box",
    [
        ["Our week on the water, by post", "Enter your email", "Sign up", "We never pass it on."],
        ["Stay in the boat", "Our letter reaches both banks of the canal each Friday.", "Email*", "Send"],
        ["每周一封来信", "请输入您的邮箱", "订阅"],
    ],
)
def test_a_box_for_an_address_is_no_part_of_the_text(box: list[str]) -> None:
    prose = en("a")
    lines = [EN[0], "By Ada Quill", "4 May 2019", *prose[:3], *box, *prose[3:]]
    (found,) = articles(lines)
    assert text(found) == prose


def test_what_follows_the_line_that_ends_each_article_is_the_foot_of_the_page() -> None:
    lines = ["Canal Ledger"]
    for i, title in enumerate(EN):
        lines += [title, f"By {PEOPLE[i]}", f"{i + 1} May 2019", *en(title), f"Filed under: Canals, {PEOPLE[i]}"]
    foot = [
        "Coming up",
        "A walk along the locks, Sunday at nine",
        "The Ledger is printed on a barge and sold at every lock along the water.",
    ]
    found = articles([*lines, *foot])
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_lines_with_one_label_under_each_head_are_of_the_page() -> None:
    lines = ["Canal Letters"]
    for i, title in enumerate(EN):
        head = [
            title,
            f"By {PEOPLE[i]}",
            f"{i + 1} May 2019",
            f"Keeper’s digest: {PEOPLE[i]} takes the tram.",
            "Letter",
        ]
        lines += [*head, *en(title)]
    assert [text(one) for one in articles(lines)] == [en(title) for title in EN]


def test_who_speaks_first_is_no_label_of_the_page() -> None:
    lines = ["Canal Letters"]
    for i, title in enumerate(EN[:2]):
        talk = [f"Question: {said}" for said in en(title)[:3]]
        lines += [title, f"By {PEOPLE[i]}", f"{i + 1} May 2019", *talk, *en(title)]
    assert all(one.body.startswith("Question: ") for one in articles(lines))


def test_an_advertisement_ends_where_it_says() -> None:
    box = ["--- A word from our sponsor ---", "Barges & Sons: " + en("b")[0], "--- End of sponsored message ---"]
    prose = en("a")
    (found,) = articles([EN[0], "By Ada Quill", "4 May 2019", *prose[:3], *box, *prose[3:]])
    assert text(found) == prose


@pytest.mark.parametrize("back", ["返回栏目首页", "【返回首页】", "点击返回目录"])
def test_a_link_back_is_no_text(back: str) -> None:
    (found,) = articles(["老城的灯会为什么搬走了", "2019-05-04 来源：灯塔网", *zh("a"), back])
    assert text(found) == zh("a")


def test_text_that_was_wrapped_by_characters_is_joined() -> None:
    said = (
        "The slogan 灯会搬走 was chosen by lottery, and nobody in the old quarter had been asked about the lanterns. "
        * 4
    )
    words, lines, line = said.split(), [], ""
    for word in words:
        line, full = (f"{line} {word}".strip(), "") if len(line) + 1 + len(word) <= 60 else (word, line)
        lines += [full] if full else []
    joined = join_wrapped([*lines, line])
    assert [one for _, one in joined] == [" ".join(words)]


def test_the_author_of_a_note_about_the_author_is_the_name_alone() -> None:
    prose = "".join(f"<p>{said}</p>" for said in Press("a").prose())
    box = "<div class='author-box'><p>Ada Quill taught navigation for twenty years.</p></div>"
    page = f"<html><body><article><h1>{EN[0]}</h1><p>4 May 2019</p>{prose}{box}</article></body></html>"
    (draft,) = clean(page.encode(), "page.html").drafts
    assert draft.article.authors == ("Ada Quill",)


@pytest.mark.parametrize("line", ["文｜阿芦", "文 | 木舟"])
def test_a_pen_name_behind_the_sign_of_a_text_is_an_author(line: str) -> None:
    (found,) = articles(["老城的灯会为什么搬走了", "原创 灯塔 2019-05-04 08:30", line, "图｜受访者供图", *zh("a")])
    assert found.authors == (line[-2:],)


@pytest.mark.parametrize("label", ["Question", "Editor’s note", "问"])
def test_labels_of_what_is_told_are_kept(label: str) -> None:
    lines = ["Canal Letters"]
    for i, title in enumerate(EN):
        lines += [
            title,
            f"By {PEOPLE[i]}",
            f"{i + 1} May 2019",
            f"{label}: who keeps the lock of {PEOPLE[i]}?",
            *en(title),
        ]
    assert all(one.body.startswith(f"{label}: who") for one in articles(lines))


def test_a_line_that_begins_with_a_dash_is_a_dek() -> None:
    lines: list[str] = []
    for i, title in enumerate(ZH):
        lines += [title, f"——写给第{'一二三'[i]}座桥的人", f"本报记者 {NAMES[i]}", *zh(title), "责任编辑：周明"]
    assert [(one.title, one.dek[:2]) for one in articles(lines)] == [(title, "写给") for title in ZH]


def test_what_stands_beside_a_picture_is_its_caption() -> None:
    prose = zh("a")
    (found,) = articles([ZH[0], "2019-05-04 来源：灯塔网", *prose[:2], "▲ 江上的电车", *prose[2:]])
    assert "![▲ 江上的电车]()" in found.body
    said = en("a")
    credit = ["The tram at the second lock", "Photo: Bo Lindqvist"]
    (found,) = articles([EN[0], "By Ada Quill", "4 May 2019", *said[:2], *credit, *said[2:]])
    assert [line for line in text(found) if not line.startswith("![")] == said


def test_a_sentence_of_the_text_over_a_field_is_kept() -> None:
    prose = [*en("a")[:3], "A panel of judges declined to comment."]
    (found,) = articles([EN[0], "By Ada Quill", "4 May 2019", *prose, "Enter your email", "Sign up", *en("b")[:2]])
    assert text(found) == [*prose, *en("b")[:2]]
