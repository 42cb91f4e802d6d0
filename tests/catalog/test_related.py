"""What to read next is what shares a topic, or terms that few others have; the page says which."""

from __future__ import annotations

from site_builder.catalog.related import related
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, Index, TermEntry, TopicEntry
from site_builder.model.word import Evidence, Gloss, Reading


def ref(slug: str, *topics: str) -> ArticleRef:
    return ArticleRef(slug, slug.title(), topics=topics)


def term(name: str, *articles: str) -> TermEntry:
    return TermEntry(name, "term", Reading((), "", Evidence.SINGLE), Gloss(), articles=articles, mined=True)


def test_a_topic_counts_more_than_one_term() -> None:
    index = Index(
        (ref("tea", "drinks"), ref("coffee", "drinks"), ref("cup")),
        (term("杯子", "tea", "cup"),),
        (),
        (TopicEntry(Topic("drinks", "Drinks"), ("tea", "coffee"), (), (), ()),),
    )
    assert [(one.article.slug, one.because) for one in related(index)["tea"]] == [
        ("coffee", "also on Drinks"),
        ("cup", "杯子 in common"),
    ]


def test_many_terms_are_counted_and_two_are_named() -> None:
    terms = tuple(term(name, "tea", "cup") for name in ("杯子", "茶叶", "热水"))
    (one,) = related(Index((ref("tea"), ref("cup")), terms))["cup"]
    assert one.because == "杯子, 茶叶 and 1 more in common"


def test_an_article_that_shares_nothing_has_nothing_related() -> None:
    assert related(Index((ref("tea"), ref("cup")), (term("茶叶", "tea"),))).get("cup", ()) == ()
