"""Pages that list other articles, whatever their entries are made of; and articles that look a little like them."""

from __future__ import annotations

import pytest

from site_builder.clean.dispatch import clean

TITLES = (
    "The last lamp on the quay",
    "A tram that nobody took home",
    "Who counts the boats?",
    "The archive moves again at night",
    "Eleven boxes and one receipt",
)
SAID = (
    "Nobody at the lamp office would say why, and nobody has asked it twice.",
    "The driver waved all the same",
    "The harbour office has an answer from 1931",
    "It was the third move in as many years. The mice came along.",
    "A clerk found what the ledger had lost",
)
TITLES_ZH = ("老城的灯会为什么搬走了", "江上电车的客流少了一半", "档案馆搬迁之后", "渡口的灯又亮了", "没有人数过的船")
SAID_ZH = (
    "灯会的人不肯说原因。",
    "司机还是挥了挥手",
    "这是三年里的第三次搬迁。",
    "店主们还在等消息",
    "账本里少了一页",
)
MAKES = {
    "rows": "<table><tr><td>1{n}:20</td><td><a href=/{n}>{title}</a><p>{said}</p></td><td>Quays</td></tr></table>",
    "cells": "<table><tr><td>1{n}:20</td><td><a href=/{n}>{title}</a></td><td>{said}</td></tr></table>",
    "items with pictures": "<ul><li><a href=/{n}><img src=/{n}.png></a> <a href=/{n}>{title}</a> {said}</li></ul>",
    "items": "<ul><li><a href=/{n}>{title}</a><p>{said}</p></li></ul>",
    "items in one line": "<ul><li><a href=/{n}>{title}</a> – {said}</li></ul>",
    "items with a clock": "<ul><li><span>1{n}:20</span> <a href=/{n}>{title}</a><p>{said}</p></li></ul>",
    "terms": "<dl><dt><a href=/{n}>{title}</a></dt><dd>{said}</dd></dl>",
    "boxes": "<div><div><a href=/{n}>{title}</a></div><div>{said}</div><span>3 May 2021</span></div>",
    "paragraphs": "<p><strong><a href=/{n}>{title}</a></strong></p><p>{said}</p>",
    "broken lines": "<p><strong><a href=/{n}>{title}</a></strong><br>{said}</p>",
    "headings with a button": "<div><h3>{title}</h3><p>{said}</p><a href=/{n}>More</a></div>",
    "text with a button": "<div><p>{title}</p><p>{said} <a href=/{n}>More</a></p></div>",
}


def page(body: str) -> bytes:
    top = "<!doctype html><html><head><meta charset=utf-8><title>Latest - The Canal Ledger</title></head><body>"
    return f"{top}<div><a href=/>The Canal Ledger</a></div><div><h1>Latest</h1>{body}</div></body></html>".encode()


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize(("titles", "said"), [(TITLES, SAID), (TITLES_ZH, SAID_ZH)])
def test_a_list_of_headlines_is_no_article_whatever_it_is_made_of(
    make: str, titles: tuple[str, ...], said: tuple[str, ...]
) -> None:
    entries = enumerate(zip(titles, said, strict=True))
    body = "".join(MAKES[make].format(n=n, title=title, said=told) for n, (title, told) in entries)
    found = clean(page(body), "latest.html")
    assert not found.drafts
    assert found.why_none


def test_an_article_that_points_to_others_between_its_paragraphs_stays_one() -> None:
    told = " ".join(f"{said.rstrip('.')}, as the people of the upper quay have said." for said in SAID)
    body = "".join(f"<p>{told} {n}</p><p><a href=/{n}>{title}</a></p>" for n, title in enumerate(TITLES))
    assert len(clean(page(f"{body}<p>{told}</p>"), "one.html").drafts) == 1


def test_short_paragraphs_with_marks_of_notes_stay_an_article() -> None:
    body = "".join(f"<p>{said.rstrip('.')}, they say.<a href='#n{n}'>[*]</a></p>" for n, said in enumerate(SAID))
    assert len(clean(page(body), "notes.html").drafts) == 1


def test_a_copied_list_has_times_and_sections_between_its_entries() -> None:
    page = ["The Canal Ledger", "News", "Latest"]
    for n, (title, said) in enumerate(zip(TITLES, SAID, strict=True)):
        page += [
            f"1{n}:20",
            title,
            f"{said.rstrip('.')}, and the people of the upper quay have asked about it.",
            "Quays",
        ]
    found = clean("\n\n".join([*page, "Load more"]).encode(), "latest.txt")
    assert not found.drafts
    assert found.why_none
