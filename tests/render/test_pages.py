"""Pages of terms and hashtags: what they quote, what they link to, how a site puts its own pieces in."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model.article import PartialDate
from site_builder.model.editorial import PlainPage, Topic
from site_builder.model.index import ArticleRef, Citation, Index, Rendering, TagEntry, TagWord, TermEntry, TopicEntry
from site_builder.model.site import Site
from site_builder.model.word import Evidence, Gloss, Reading
from site_builder.render import listing, pages
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


def test_a_word_of_many_places_names_articles_that_are_not_quoted() -> None:
    refs = tuple(ArticleRef(f"a{n}", f"Day {n}") for n in range(listing.FEW + 7))
    found = pages.Lookup.of(Index((KITE, *refs)))
    slugs = tuple(ref.slug for ref in refs)
    html = pages.term(ENV, SITE, found, entry(places=PLACES[:1], count=900, articles=("kite", *slugs)))
    assert 'The first 1 are quoted. Also in <a href="../../articles/a0/">Day 0</a>, <a' in html
    assert html.count("articles/a") == listing.FEW
    assert ", and in 7 more articles." in html


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
    html = pages.listed(ENV, SITE, next(listing.glossary([])))
    assert '<a href="../glossary/" aria-current="page">' in html
    assert html.count("aria-current") == 1
    assert "aria-current" not in pages.term(ENV, SITE, lookup(), entry())


def lines(number: int, kind: str = "", letter: str = "z") -> list[listing.Line]:
    return [listing.Line(f"词{letter}{n}", f"{letter}í", "word", kind, bool(kind), n) for n in range(number)]


def test_a_glossary_that_fits_one_page_is_one_page() -> None:
    (sheet,) = listing.glossary([*lines(2, "person"), *lines(3)])
    assert [(one.title, len(one.rows), one.more) for one in sheet.sections] == [("People", 2, ""), ("Words", 3, "")]


def test_a_large_glossary_is_cut_by_kind_and_letter_into_pages_that_stay_small() -> None:
    given = [*lines(400, "person", "ǎ"), *lines(700), listing.Line("词", "", "unread")]
    sheets = {sheet.path: sheet for sheet in listing.glossary(given)}
    assert list(sheets) == [
        *(
            "glossary/",
            "glossary/kind/person/",
            "glossary/kind/person/2/",
            "glossary/pinyin/a/",
            "glossary/pinyin/a/2/",
        ),
        *("glossary/pinyin/z/", "glossary/pinyin/z/2/", "glossary/pinyin/z/3/", "glossary/pinyin/other/"),
    ]
    first = sheets["glossary/"]
    assert first.total == 1101
    assert (first.sections[0].rows[0].uses, first.sections[0].more) == (399, "glossary/kind/person/")
    assert max(len(one.rows) for sheet in sheets.values() for one in sheet.sections) == listing.PAGE
    by_letter = [row for path, sheet in sheets.items() if "pinyin" in path for row in sheet.sections[0].rows]
    assert sorted(by_letter) == sorted(given)


def test_a_new_term_changes_the_pages_of_its_letter_and_no_other() -> None:
    given = [*lines(200, letter="a"), *lines(200)]
    before = {sheet.path: sheet for sheet in listing.glossary(given)}
    after = {sheet.path: sheet for sheet in listing.glossary([*given, listing.Line("新", "zìn", "new")])}
    assert [path for path in after if after[path] != before.get(path)] == ["glossary/", "glossary/pinyin/z/"]


def test_a_page_of_a_list_leads_to_the_others_and_up() -> None:
    sheet = next(one for one in listing.glossary(lines(700)) if one.path == "glossary/pinyin/z/2/")
    html = pages.listed(ENV, SITE, sheet)
    assert '<p class="kicker"><a href="../../../../glossary/">Glossary</a></p>' in html
    assert '<a href="../../../../glossary/pinyin/z/2/" aria-current="page">2</a>' in html
    assert '<a href="../../../../glossary/pinyin/z/">1</a>' in html
    assert html.count('<b lang="zh-Hans">') == listing.PAGE


def test_many_articles_are_listed_by_year_those_of_no_date_last() -> None:
    refs = [ArticleRef("n", "N", date=PartialDate("2021", "year"))]
    refs += [ArticleRef(f"a{n}", "A", date=PartialDate("2020", "year")) for n in range(150)] + [ArticleRef("b", "B")]
    sheets = [(one.path, one.title, len(one.sections[0].rows)) for one in listing.articles(refs)]
    assert sheets == [
        ("articles/", "", listing.FEW),
        ("articles/year/2021/", "2021", 1),
        ("articles/year/2020/", "2020", 100),
        ("articles/year/2020/2/", "2020", 50),
        ("articles/year/other/", "Other", 1),
    ]


def test_a_topic_of_many_articles_shows_the_newest_and_leads_to_all() -> None:
    refs = tuple(ArticleRef(f"a{n:03}", "A", hard=200 - n) for n in range(120))
    slugs = tuple(ref.slug for ref in refs)
    entry_ = TopicEntry(Topic("kites", "Kites"), slugs, (), (), ())
    html = pages.topic(ENV, SITE, pages.Lookup.of(Index(refs, topics=(entry_,))), entry_, "")
    assert html.count('<a class="title"') == listing.FEW
    assert 'href="../../topics/kites/articles/">All 120 articles' in html
    assert [one.path for one in listing.on_topic(entry_.topic, refs)] == [
        "topics/kites/articles/",
        "topics/kites/articles/2/",
    ]
    easiest = html[html.index("Easiest first") :]
    assert easiest.index("a119/") < easiest.index("a118/")


def test_the_home_page_shows_the_hashtags_and_words_used_most_but_no_names() -> None:
    tags = [listing.Line(f"签{n}", "", "", uses=n) for n in range(30)]
    html = pages.home(ENV, SITE, Index((KITE,)), [*lines(40, "slogan"), *lines(1, "person", "x")], tags)
    assert "签29" in html
    assert "签17" not in html
    assert "词z39" in html
    assert "词x0" not in html


def test_a_list_does_not_say_the_pinyin_of_a_name_twice() -> None:
    spelled, called = (Rendering(one, "romanisation", ()) for one in ("Fēngzheng", "Kite Wind"))
    assert listing.term_line(entry(renderings=(spelled,))).english == ""
    assert listing.term_line(entry(renderings=(spelled, called))).english == "Kite Wind"
    assert listing.term_line(entry()).english == "kite"


def test_a_title_longer_than_a_tab_shows_is_cut_at_a_word_and_stays_escaped() -> None:
    long = "Kites & lanterns, " * 8
    html = pages.plain(ENV, SITE, PlainPage("about", long, ""), "")
    title = html.split("<title>")[1].split("</title>")[0]
    assert title == "Kites &amp; lanterns, Kites &amp; lanterns, Kites &amp; lanterns, Kites…"
    assert f"<h1>{long.strip().replace('&', '&amp;')}" in html
