"""Pages of terms and hashtags: what they quote, what they link to, how a site puts its own pieces in."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model.article import PartialDate
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, Citation, Index, Rendering, TagEntry, TagWord, TermEntry, TopicEntry
from site_builder.model.site import Site
from site_builder.model.word import Evidence, Gloss, Reading
from site_builder.render import pages
from site_builder.render.quotes import TOPICS
from site_builder.render.templates import environment

TEMPLATES = str(Path(__file__).parents[2] / "templates")
ENV = environment([TEMPLATES])
SITE = Site(title="Tea & Talk")
KITE = ArticleRef("kite", "Kites over 山城", authors=("Wei & Co",), date=PartialDate("2021-05", "month"), reserved=True)
OWN = ArticleRef("own", "Our own words", reserved=False)
READING = Reading(("feng1", "zheng5"), "fēngzheng", Evidence.DICTIONARY)
PLACES = (
    Citation("kite", "p1", "a <b>red</b> 大 ", "风筝", " & more"),
    Citation("kite", "p2", "then ", "风筝", " again"),
    Citation("own", "p9", "our ", "风筝", ""),
)


def entry(**values: object) -> TermEntry:
    known: dict[str, object] = {"places": PLACES, "count": 3, "articles": ("kite", "own")}
    return TermEntry("风筝", "term", READING, Gloss(("kite",)), **(known | values))  # type: ignore[arg-type]


def lookup(*topics: TopicEntry, tags: tuple[TagEntry, ...] = ()) -> pages.Lookup:
    return pages.Lookup.of(Index((KITE, OWN), (), tags, topics))


def test_a_concordance_names_each_article_once_and_links_each_place_to_its_paragraph() -> None:
    html = pages.term(ENV, SITE, lookup(), entry())
    assert html.count('<li class="from">') == 2
    assert '<li><a href="../../articles/kite/#p2">' in html
    assert (
        '<span>a &lt;b&gt;red&lt;/b&gt; <span lang="zh-Hans">大</span> </span><mark lang="zh-Hans">风筝</mark>' in html
    )


def test_a_public_site_links_to_paragraphs_only_where_it_shows_them() -> None:
    html = pages.term(ENV, Site(public=True), lookup(), entry())
    assert 'href="../../articles/kite/"' in html
    assert "articles/kite/#" not in html
    assert 'href="../../articles/own/#p9"' in html


def test_a_rendering_names_its_author_and_date_and_an_editors_stands_without_a_sentence() -> None:
    given = Rendering("paper kite", "translation", PLACES[:1])
    html = pages.term(ENV, SITE, lookup(), entry(renderings=(given, Rendering("wind zither", "literal", ()))))
    assert '</a>, Wei &amp; Co, <time datetime="2021-05">2021-05</time>' in html
    assert '<th scope="row">wind zither <small>literally</small></th>' in html


def test_a_word_that_is_on_every_topic_names_a_few() -> None:
    topics = [TopicEntry(Topic(f"t{n}", f"Topic <{n}>"), (), (), (), ()) for n in range(TOPICS + 5)]
    html = pages.term(ENV, SITE, lookup(*topics), entry(topics=tuple(one.topic.slug for one in topics)))
    assert html.count('href="../../topics/t') == TOPICS
    assert "Topic &lt;1&gt;</a>, <a" in html


def test_an_article_that_is_no_more_is_quoted_without_a_title() -> None:
    html = pages.term(ENV, SITE, lookup(), entry(places=(Citation("gone", "p1", "x ", "风筝", ""),)))
    assert '<li class="from">' not in html


def test_a_hashtag_is_shown_word_by_word() -> None:
    words = (TagWord("风筝", READING, Gloss(("kite", "toy", "third")), "风筝"), TagWord("12", None, Gloss()))
    near = TagEntry("放风筝", "fàng fēngzheng", ())
    tag = TagEntry("风筝12", "fēngzheng 12", words, uses=PLACES[:1], siblings=(("放风筝", 0.5), ("gone", 0.4)), count=1)
    html = pages.hashtag(ENV, SITE, lookup(tags=(near,)), tag)
    assert '<a href="../../glossary/风筝/"><span class="py">fēngzheng</span><b lang="zh-Hans">风筝</b></a>' in html
    assert '<span class="en">kite; toy</span>' in html
    assert '<b lang="zh-Hans">12</b><span class="en">' in html
    assert html.count('<a class="tag"') == 1


@pytest.mark.parametrize("part", ["assets", "masthead", "foot"])
def test_a_site_overrides_a_part_that_all_pages_share(tmp_path: Path, part: str) -> None:
    (tmp_path / f"{part}.html").write_text("<p>{{ site.title }} at {{ root }}</p>", encoding="utf-8")
    html = pages.term(environment([str(tmp_path), TEMPLATES]), SITE, lookup(), entry())
    assert "<p>Tea &amp; Talk at ../../</p>" in html


def test_the_masthead_marks_the_list_that_is_open() -> None:
    html = pages.glossary(ENV, SITE, Index())
    assert '<a href="../glossary/" aria-current="page">' in html
    assert html.count("aria-current") == 1
    assert "aria-current" not in pages.term(ENV, SITE, lookup(), entry())
