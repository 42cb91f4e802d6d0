"""What stands under the buttons of a text: lines of readers; and captions in italics, boxes that offer a letter."""

from site_builder.clean.dispatch import clean
from tests.clean.families import Press
from tests.clean.test_heads_that_agree import EN, PEOPLE, articles, en, text

FEET = (
    ["Heron: I took this tram for years.", "water_lily: 谢谢你们。"],
    ["Old lock keeper: So did my aunt!", "Bo: More of these please"],
    ["Heron: And the key?"],
)


def test_lines_of_readers_under_the_buttons_are_no_text() -> None:
    lines = ["Two Boats"]
    for i, title in enumerate(EN):
        lines += [f"{i + 1} May 2019", title, f"By {PEOPLE[i]}", *en(title), "Share   Save   Report", *FEET[i], "~ ~ ~"]
    assert [text(one) for one in articles(lines)] == [en(title) for title in EN]


def test_who_speaks_in_a_text_under_a_button_is_kept() -> None:
    prose = en("talk")
    said = ["Keeper: It was cold.", "Reporter: And the key?", "Keeper: Nobody asked."]
    lines = [EN[0], "By Ada Quill", "4 May 2019", *prose[:3], "Share", *said, *prose[3:]]
    (found,) = articles(lines)
    assert all(line in found.body for line in said)


def test_a_line_in_italics_under_a_picture_in_the_text_is_its_caption() -> None:
    prose = en("aslant")
    lines = [f"# {EN[0]}", "By Ada Quill", "4 May 2019", *prose[:2]]
    lines += [
        "![](https://canal.example/a.jpg)",
        "*A lamp above the second lock.*",
        *prose[2:],
        "*A last word in italics.*",
    ]
    (found,) = articles(lines, "one.md")
    assert "![*A lamp above the second lock.*]()" in found.body
    assert "A last word in italics." in found.body


def test_a_small_box_that_offers_a_letter_is_no_text() -> None:
    press = Press("box")
    told = [f"<div>{one}</div>" for one in press.prose()]
    box = "<div><div>Get the Post in your inbox</div><div>Two letters a week, and no tracking.</div></div>"
    html = f"<html><body><div><h1>{EN[0]}</h1><div>{''.join([*told[:3], box, *told[3:]])}</div></div></body></html>"
    (draft,) = clean(html.encode(), "page.html").drafts
    assert text(draft.article) == press_text(told)


def press_text(told: list[str]) -> list[str]:
    return [one.removeprefix("<div>").removesuffix("</div>") for one in told]
