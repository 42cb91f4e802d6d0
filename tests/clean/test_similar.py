"""The same article is found again, whatever stands around it."""

from dataclasses import replace

import pytest

from site_builder.clean.similar import Shelf, canonical, likeness
from site_builder.model.article import Article, Source
from tests.clean.families import Press


def article(path: str, body: list[str], url: str = "", file: str = "a.txt") -> Article:
    return Article("s", "T", "\n\n".join(body), path=path, source=Source(file, url=url))


def test_a_copy_with_a_changed_paragraph_is_found() -> None:
    body, other = Press("one").prose() + Press("two").prose(), Press("three").prose()
    shelf = Shelf([article("a.md", body), article("b.md", other)])
    found = shelf.find_same(article("", [*body[:-1], "Nothing more was heard of it."], file="b.txt"))
    assert found is not None
    assert found[0].path == "a.md"


def test_another_article_is_not_taken_for_it() -> None:
    shelf = Shelf([article("a.md", Press("one").prose_zh())])
    assert shelf.find_same(article("", ["灯塔下的旧书店在秋天关门了，店主说不会再开。"])) is None


def test_the_address_decides_before_the_text() -> None:
    shelf = Shelf([article("a.md", ["Old text."], "https://www.quay.example/bridge/?utm_source=x")])
    found = shelf.find_same(article("", ["New words."], "http://quay.example/bridge"))
    assert found is not None
    assert found[1] == 1.0


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://www.quay.example/a/#top", "quay.example/a"),
        ("http://quay.example/?p=3&fbclid=z", "quay.example?p=3"),
        ("", ""),
    ],
)
def test_canonical_addresses(url: str, same: str) -> None:
    assert canonical(url) == same


def test_likeness_of_texts_of_different_length_is_nothing() -> None:
    assert likeness(article("", ["short"]), article("", Press("x").prose())) == 0.0


def test_another_article_at_the_same_address_is_another() -> None:
    def at_one_address(title: str, file: str, body: list[str]) -> Article:
        return replace(article(file, body, "https://quay.example/news", file), title=title)

    press = Press("address")
    bridge, market = press.prose(), press.prose_zh()
    shelf = Shelf([at_one_address("The bridge", "a.html", bridge)])
    assert shelf.find_same(at_one_address("市场", "b.html", market)) is None
    assert shelf.find_same(at_one_address("The bridge, once more", "b.html", [*bridge[:4], *market])) is not None


@pytest.mark.parametrize(
    ("titles", "words", "same"),
    [
        (("Lamps in Mill Street", "Lamps in Rope Street"), ("Mill", "Rope"), False),
        (("磨坊街的灯", "绳匠街的灯"), ("磨坊", "绳匠"), False),
        (("The tram and its lamps", "Why nobody takes the tram"), ("Mill", "mill"), True),
    ],
)
def test_titles_whose_own_words_the_texts_have_tell_of_two_things(
    titles: tuple[str, str], words: tuple[str, str], same: bool
) -> None:
    body = Press("two things").prose()
    one, other = (
        replace(article(f"{title}.md", [*body, f"{word} Street has lamps now."], file=f"{title}.txt"), title=title)
        for title, word in zip(titles, words, strict=True)
    )
    assert (Shelf([one]).find_same(other) is not None) is same
