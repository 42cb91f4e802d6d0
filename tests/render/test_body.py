"""Markdown becomes HTML that is safe, and whose paragraphs keep their names."""

from __future__ import annotations

import re

import pytest

from site_builder.clean.merge import MIDDLE, MINE, THEIRS
from site_builder.render.body import to_html
from site_builder.render.flat import flatten


def html(markdown: str) -> str:
    return to_html(markdown)[0]


def kinds(markdown: str) -> list[tuple[str, str]]:
    flat = flatten(html(markdown))
    return [(block.kind, flat.text[block.span.start : block.span.end].strip()) for block in flat.blocks]


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](javascript:alert(1))",
        "x\n{: onclick=alert(1) style='position:fixed' id=main }",
        "[x](https://a.example){: onmouseover=alert(1) }",
        "<iframe src=https://a.example></iframe>",
        "`<svg onload=alert(1)>`",
        "[^1]\n\n[^1]: <b onclick=x>y</b>",
        "\x02wzxhzdk:0\x03 <b>\x02",
    ],
)
def test_no_script_of_the_source_survives(attack: str) -> None:
    page = html(attack)
    tags = re.findall(r"<[^>]*>", page)
    assert not any(
        re.search(r"script|iframe|svg|\son\w+=|style=|javascript:|data:", tag, re.IGNORECASE) for tag in tags
    )


def test_raw_html_is_text() -> None:
    assert flatten(html("a <b>bold</b> move & <!-- more -->")).text == "a <b>bold</b> move & <!-- more -->"


def test_a_backslash_keeps_an_entity_literal() -> None:
    assert flatten(html(r"\&copy; &copy;")).text == "&copy; ©"


def test_a_paragraph_keeps_its_name_when_others_come_and_go() -> None:
    before = {block.id for block in flatten(html("One.\n\nTwo.")).blocks}
    after = {block.id for block in flatten(html("New.\n\nOne.\n\nTwo.")).blocks}
    assert before < after


def test_paragraphs_with_the_same_words_have_different_names() -> None:
    ids = [block.id for block in flatten(html("Same.\n\nSame.\n\nSame.")).blocks]
    assert len(set(ids)) == 3
    assert ids[1] == f"{ids[0]}-2"


def test_the_name_of_a_paragraph_does_not_depend_on_how_its_lines_are_broken() -> None:
    assert flatten(html("One two.")).blocks[0].id == flatten(html("One\ntwo.")).blocks[0].id


def test_a_caption_belongs_to_the_picture_above_it() -> None:
    page = html("![A sign](/media/sign.jpg)\n\nIn 上海.\n{: .caption }")
    assert re.fullmatch(
        r'<figure><img alt="A sign" src="../../media/sign.jpg"><figcaption id="p\w+">In 上海.</figcaption></figure>',
        page,
    )


def test_a_picture_on_another_server_is_a_link_not_a_request() -> None:
    page = html("![A sign](https://pictures.example/sign.jpg)\n\nA sign.\n{: .caption }")
    assert "<img" not in page
    assert page.startswith('<figure><a class="picture" href="https://pictures.example/sign.jpg">A sign</a><figcaption')


def test_a_footnote_leads_there_and_back_and_its_marks_are_not_text() -> None:
    page = html("Said.[^1]\n\n[^1]: Who said it.")
    assert 'href="#fn-1"' in page
    assert '<a class="back" href="#fnref-1" role="doc-backlink" aria-label="Back to the text">' in page
    assert [text for _, text in kinds("Said.[^1]\n\n[^1]: Who said it.")] == ["Said.", "Who said it."]


def test_a_footnote_that_nothing_leads_to_is_told_and_leads_nowhere() -> None:
    made, issues = to_html("Said.[^1]\n\n[^1]: Who.\n[^b]: Nobody asked.", path="content/articles/a.md", line=3)
    assert [str(one) for one in issues] == [
        "content/articles/a.md:6:1: W603 nothing in the text leads to the footnote [^b]"
    ]
    assert made.count('class="back"') == 1
    assert "Nobody asked." in made


def test_what_each_block_is() -> None:
    markdown = (
        "Text.\n\n## Head\n\n> Quoted.\n\n- item\n\n\\* aside\n{: .note }\n\nSeen here.\n{: .caption }\n\n"
        "a | b\n--|--\n1 | 2\n\n## References {: .references }\n\n- Daum 2017.\n\n[^1]: Why."
    )
    assert kinds(markdown) == [
        ("paragraph", "Text."),
        ("heading", "Head"),
        ("quote", "Quoted."),
        ("item", "item"),
        ("note", "* aside"),
        ("caption", "Seen here."),
        ("cell", "a"),
        ("cell", "b"),
        ("cell", "1"),
        ("cell", "2"),
        ("heading", "References"),
        ("reference", "Daum 2017."),
        ("note", "Why."),
    ]


def test_an_address_in_the_text_is_a_link_without_its_full_stop() -> None:
    page = html("See https://a.example/x?b=1&c=2. And（https://b.example/）")
    assert '<a href="https://a.example/x?b=1&amp;c=2">https://a.example/x?b=1&amp;c=2</a>.' in page
    assert '<a href="https://b.example/">https://b.example/</a>）' in page


def test_a_link_from_the_root_works_at_any_depth() -> None:
    assert 'href="../topics/song/"' in to_html("[x](/topics/song/)", root="../")[0]


def test_what_a_reader_would_miss_is_reported_with_its_line() -> None:
    _, issues = to_html("Fine.\n\nBad [x](javascript:y) and ![](a.png)", path="content/articles/a.md", line=12)
    assert [str(issue) for issue in issues] == [
        "content/articles/a.md:14:7: W601 a link that is not http, https or mailto was taken out",
        "content/articles/a.md:14:27: W602 a picture has no description",
    ]


def test_two_wordings_of_a_merge_are_reported_until_one_is_chosen() -> None:
    merged = f"One.\n\n{MINE}\n\nTwo.\n\n{MIDDLE}\n\n2.\n\n{THEIRS}\n"
    assert [(one.code, one.where.line) for one in to_html(merged, path="a.md")[1]] == [("W604", 3)]


@pytest.mark.parametrize(
    "words", ['<b id="x">', 'an id="y" z', 'see href="/z"', '<li id="fn:1">', 'class="footnote-backref"']
)
def test_words_that_look_like_attributes_stay_words(words: str) -> None:
    markdown = "They wrote " + words.replace("<", "&lt;") + " on it.\n"
    assert flatten(to_html(markdown, root="../../")[0]).text == f"They wrote {words} on it."


def test_no_picture_from_elsewhere_is_shown_with_a_title_either() -> None:
    for address in ("https://img.example.org/a.png", "//img.example.org/a.png"):
        html, _ = to_html(f'![A lamp]({address} "a title")')
        assert "<img" not in html
        assert f'<a class="picture" href="{address}">A lamp</a>' in html
    assert "<img" in to_html('![A lamp](/articles/lamp/1.png "https://img.example.org/a.png")')[0]
