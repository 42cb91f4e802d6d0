"""Scrapes in Markdown as people and programs really write them: front matter, notes, addresses, pictures."""

import time

import pytest

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article
from tests.clean.families import Press

BODY = "\n\n".join(Press("marked").prose())
HEAD = "# A Lamp\n\nBy Ada Quill\n\n"
OTHER = "\n\n".join(Press("marked too").prose())


def articles(text: str) -> list[Article]:
    return [draft.article for draft in clean(text.encode(), "notes.md").drafts]


def test_front_matter_may_stand_over_each_article_of_a_file() -> None:
    text = "".join(
        f"---\ntitle: {title}\nauthor: {who}\ndate: 2019-05-0{day}\ntags:\n  - lamps\n---\n\n{body}\n\n"
        for day, (title, who, body) in enumerate([("A Lamp", "Ada Quill", BODY), ("A Tram", "Bo Lindqvist", OTHER)], 4)
    )
    found = articles(text)
    assert [(one.title, one.authors, one.date.text, one.tags) for one in found] == [
        ("A Lamp", ("Ada Quill",), "2019-05-04", ("lamps",)),
        ("A Tram", ("Bo Lindqvist",), "2019-05-05", ("lamps",)),
    ]
    assert [one.body for one in found] == [BODY, OTHER]


def test_a_ruler_over_a_labelled_line_is_no_front_matter() -> None:
    (found,) = articles(
        f"# A Lamp\n\nBy Ada Quill\n\n{BODY}\n\n---\n\nCorrection: the lamp is green.\n\n---\n\n{OTHER}\n"
    )
    assert OTHER in found.body


@pytest.mark.parametrize("heading", ["# A Lamp\n\n", ""], ids=["repeated", "once"])
def test_a_heading_that_repeats_the_title_is_no_text(heading: str) -> None:
    (found,) = articles(f"---\ntitle: A Lamp\nauthor: Ada Quill\ndate: 2019-05-04\n---\n\n{heading}{BODY}\n")
    assert (found.title, found.body) == ("A Lamp", BODY)


def test_front_matter_without_a_title_belongs_to_the_heading_under_it() -> None:
    (found,) = articles(f"---\nlayout: post\nauthor: Ada Quill\ndate: 2019-05-04\n---\n\n# A Lamp\n\n{BODY}\n")
    assert (found.title, found.authors, found.date.text) == ("A Lamp", ("Ada Quill",), "2019-05-04")


def test_what_a_clipper_writes_over_an_article() -> None:
    front = 'title: "A Lamp"\nsource: "https://canal.example/a"\nauthor:\n  - "[[Ada Quill]]"\n  - "[[Bo Lindqvist]]"'
    (found,) = articles(f"---\n{front}\npublished: 2019-05-04\ncreated: 2024-02-01\n---\n{BODY}\n")
    assert (found.authors, found.source.url) == (("Ada Quill", "Bo Lindqvist"), "https://canal.example/a")
    assert (found.publisher, found.date.text) == ("", "2019-05-04")


def test_what_a_reader_program_writes_over_an_article() -> None:
    head = ["Title: A Lamp", "URL Source: https://canal.example/a", "Published Time: 2019-05-04T08:10:00Z"]
    head += ["Markdown Content:\n# A Lamp", "![The quay](https://canal.example/q.jpg)"]
    head += ["By [Ada Quill](https://canal.example/ada)", "May 4, 2019"]
    (found,) = articles("\n\n".join([*head, BODY]))
    assert (found.title, found.authors, found.source.url) == ("A Lamp", ("Ada Quill",), "https://canal.example/a")
    assert found.body == f"![The quay](https://canal.example/q.jpg)\n\n{BODY}"


def test_notes_and_addresses_of_links_lead_where_they_did() -> None:
    foot = "[b]: https://canal.example/book\n[^a]: Ibid.\n[^2]: See [the book][b],\n    page *7*."
    (found,) = articles(
        f"# A Lamp\n\nBy Ada Quill\n\n{BODY}[^a]\n\nThe bell rang.[^2]\n\n[A book][b].\n\n{foot}\n\nThe end[^c].\n"
    )
    assert "The bell rang.[^2]\n\n[A book](https://canal.example/book)." in found.body
    assert found.body.endswith("\n\n[^a]: Ibid.\n\n[^2]: See [the book](https://canal.example/book), page *7*.")
    assert "The end\\[^c]." in found.body


def test_a_picture_without_an_address_leaves_its_words() -> None:
    (found,) = articles(
        f"# A Lamp\n\nBy Ada Quill\n\n![The quay at dusk](quay.jpg)\n\n{BODY}\n\n![](two.jpg)\n\n{OTHER}\n"
    )
    assert found.body == f"![The quay at dusk]()\n\n{BODY}\n\n{OTHER}"


@pytest.mark.parametrize(
    "hostile",
    ["1. " * 3000, "[lamps](javascript:x" * 3000, "#[1]\n\n" * 3000],
    ids=["lists in lists", "open links", "one mark"],
)
def test_markdown_that_is_meant_to_take_long_does_not(hostile: str) -> None:
    start = time.process_time()
    clean(f"# Lamps\n\nBy Ada Quill\n\n3 May 2019\n\n{hostile}\n\nThe lamps are out.\n".encode(), "lamps.md")
    assert time.process_time() - start < 10
