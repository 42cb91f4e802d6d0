"""What to read next is what shares a topic, or names that few others have; the page says which."""

from __future__ import annotations

from site_builder.catalog.related import Member, related


def test_a_topic_counts_more_than_one_term() -> None:
    members = (Member("tea", ("drinks",), ("杯子",)), Member("coffee", ("drinks",)), Member("cup", (), ("杯子",)))
    assert related(members, {"drinks": "Drinks"})["tea"] == (("coffee", "also on Drinks"), ("cup", "杯子 in common"))


def test_many_terms_are_counted_and_two_are_named() -> None:
    names = ("杯子", "茶叶", "热水")
    assert related((Member("tea", (), names), Member("cup", (), names)), {})["cup"] == (
        ("tea", "杯子, 茶叶 and 1 more in common"),
    )


def test_an_article_that_shares_nothing_has_nothing_related() -> None:
    assert related((Member("tea", (), ("茶叶",)), Member("cup")), {}) == {"tea": (), "cup": ()}


def test_what_everybody_has_ties_nobody() -> None:
    members = tuple(Member(f"a{number}", (), ("中国",)) for number in range(40))
    assert set(related(members, {}).values()) == {()}
