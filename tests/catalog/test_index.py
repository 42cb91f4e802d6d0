from __future__ import annotations

from dataclasses import replace

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.build.article import Asked, annotate
from site_builder.build.article import read as read_article
from site_builder.catalog.evidence import known, relevant
from site_builder.catalog.facts import facts
from site_builder.catalog.gather import PLACES
from site_builder.catalog.siblings import siblings
from site_builder.model.article import Article, PartialDate
from site_builder.model.editorial import Editorial, GlossaryEntry, HashtagEntry, Topic
from site_builder.model.facts import AnnotatedArticle, Facts, TermUse
from site_builder.model.guide import Guide
from site_builder.model.index import ArticleRef
from site_builder.model.word import Evidence, Gloss, Reading, Word
from tests.annotate.texts import article
from tests.catalog.merging import build, merge


def annotated(slug: str, *paragraphs: str, date: str = "", topics: tuple[str, ...] = ()) -> AnnotatedArticle:
    text = article(*paragraphs)
    mined = mine(text)
    places = {pair.term: pair.chinese for pair in mined.pairs}
    words = [
        Word(place, term, "zh-Hans", Reading(("a1",) * len(term), "ā" * len(term), Evidence.GUESS), Gloss((term,)))
        for place, term in sorted(places.items(), key=lambda one: one[0].span)
    ]
    about = Article(slug, slug.title(), "", topics=topics, date=PartialDate(date, "day" if date else "none"))
    return AnnotatedArticle(about, "", text, mined, tuple(words))


LAMPS = annotated(
    "lamps",
    "The “slow village” (慢村) has a mayor, Lin Anfeng (林安凤).",
    "A tag (#村口的灯#) and another (#村口灯亮了#) trended; #山上下雪# did not.",
    date="2021-05-02",
    topics=("villages",),
)
SNOW = annotated(
    "snow", "A “village of leisure” (慢村) under snow. The “Slow Village” (慢村) rests.", date="2022-01-09"
)


def test_one_term_of_two_articles_is_one_entry() -> None:
    index, _ = build([LAMPS, SNOW])
    (entry,) = [one for one in index.terms if one.term == "慢村"]
    assert entry.articles == ("lamps", "snow")
    assert entry.count == 3
    assert [one.english for one in entry.renderings] == ["slow village", "village of leisure"]
    assert [use.article for use in entry.renderings[0].uses] == ["lamps", "snow"]


def read(slug: str, paragraph: str, lexicon: Lexicon) -> AnnotatedArticle:
    (made,) = annotate([Asked(read_article(Article(slug, slug.title(), paragraph), lexicon), (), Guide())], lexicon)
    return made.article


def test_both_scripts_of_a_term_are_one_entry_with_all_its_renderings(lexicon: Lexicon) -> None:
    taipei = read("taipei", "The “lamp village” (點燈村) of Lai Anfeng (賴安鳳).", lexicon)
    beijing = read("beijing", "A “village of lamps” (点灯村) and 賴安鳳.", lexicon)
    terms = {entry.term: entry for entry in build([taipei, beijing])[0].terms}
    entry = terms["点灯村"]
    assert (entry.articles, entry.count) == (("taipei", "beijing"), 2)
    assert [one.english for one in entry.renderings] == ["lamp village", "village of lamps"]
    assert (entry.forms, entry.shown, entry.other) == (("点灯村", "點燈村"), "点灯村", "點燈村")
    assert not {"點燈村", "賴安鳳"} & set(terms)
    assert (terms["赖安凤"].shown, terms["赖安凤"].other) == ("賴安鳳", "赖安凤")


def test_a_citation_is_verbatim_and_names_its_block() -> None:
    index, _ = build([LAMPS])
    (entry,) = [one for one in index.terms if one.term == "林安凤"]
    place = entry.places[0]
    assert place.block == "p0"
    assert place.before + place.match + place.after in LAMPS.text.body.text
    assert place.match == "林安凤"


def test_articles_are_listed_newest_first() -> None:
    assert [one.slug for one in build([LAMPS, SNOW])[0].articles] == ["snow", "lamps"]


def test_hashtags_of_one_article_that_are_alike_are_siblings() -> None:
    tags = {one.name: one for one in build([LAMPS])[0].hashtags}
    assert [name for name, _ in tags["村口的灯"].siblings] == ["村口灯亮了"]
    assert tags["山上下雪"].siblings == ()


def test_a_topic_gathers_its_articles_terms_people_and_hashtags() -> None:
    index, _ = build([LAMPS, SNOW], [Topic("villages", "Villages")])
    (topic,) = index.topics
    assert topic.articles == ("lamps",)
    assert topic.terms == ("慢村",)
    assert topic.people == ("林安凤",)
    assert set(topic.hashtags) == {"村口的灯", "村口灯亮了", "山上下雪"}


def test_a_topic_without_a_page_gets_a_plain_one() -> None:
    index, _ = build([annotated("rain", "Rain.", topics=("wet-days",))])
    assert index.topics[0].topic.title == "Wet days"


def test_editors_come_first() -> None:
    said = Editorial(
        glossary=(GlossaryEntry("慢村", english=("village at rest",), note="A fashion of 2020."),),
        hashtags=(HashtagEntry("村口的灯", english=("Lamps at the Gate",)),),
    )
    index, _ = build([LAMPS], (), said)
    (entry,) = [one for one in index.terms if one.term == "慢村"]
    assert [one.english for one in entry.renderings] == ["village at rest", "slow village"]
    assert entry.note == "A fashion of 2020."
    (tag,) = [one for one in index.hashtags if one.name == "村口的灯"]
    assert tag.translations[0].english == "Lamps at the Gate"


def test_a_term_that_only_the_glossary_has_is_listed() -> None:
    index, _ = build([LAMPS], (), Editorial(glossary=(GlossaryEntry("快城", english=("fast city",)),)))
    assert "快城" in [one.term for one in index.terms]


def test_one_english_name_for_two_chinese_ones_is_reported() -> None:
    other = annotated("twin", "Another Lin Anfeng (林安峰) wrote.")
    _, (issue,) = build([LAMPS, other])
    assert issue.code == "W301"
    assert "林安凤" in issue.message
    assert "林安峰" in issue.message
    assert issue.severity == "info"


def test_names_romanised_anywhere_are_known_everywhere() -> None:
    found = known([LAMPS.mined, SNOW.mined])
    assert [(one.term, one.romanisation) for one in found] == [("林安凤", "Lin Anfeng")]
    by_term = {one.term: one for one in found}
    assert relevant("后来林安凤走了。", by_term) == found
    assert relevant("后来大家走了。", by_term) == ()


def test_the_order_of_merging_does_not_change_what_is_counted() -> None:
    one, other = build([LAMPS, SNOW])[0], build([SNOW, LAMPS])[0]
    assert [(term.term, term.count) for term in one.terms] == [(term.term, term.count) for term in other.terms]


def test_facts_count_chinese_and_minutes() -> None:
    ref = facts(LAMPS).ref
    assert ref.chinese == 5 + 13
    assert ref.minutes == 1


def says(slug: str, term: str, syllables: tuple[str, ...], text: str, evidence: Evidence) -> Facts:
    use = TermUse(term, "place", Reading(syllables, text, evidence), Gloss(), count=1, mined=True)
    return Facts(ArticleRef(slug, slug.title()), (use,))


def test_one_term_that_evidence_reads_in_two_ways_is_reported() -> None:
    one = says("lamps", "长村", ("chang2", "cun1"), "Chángcūn", Evidence.TONED)
    other = says("snow", "长村", ("zhang3", "cun1"), "Zhǎngcūn", Evidence.ROMANISED)
    index, (issue,) = merge([one, other])
    assert (issue.code, issue.severity) == ("W302", "info")
    assert "Chángcūn in lamps" in issue.message
    assert "Zhǎngcūn in snow" in issue.message
    assert index.terms[0].reading.text == "Chángcūn"


def test_a_guess_contradicts_nobody() -> None:
    one = says("lamps", "长村", ("chang2", "cun1"), "Chángcūn", Evidence.TONED)
    other = says("snow", "长村", ("zhang3", "cun1"), "Zhǎngcūn", Evidence.GUESS)
    assert merge([one, other])[1] == ()


def test_quotations_are_bounded_and_the_count_is_true() -> None:
    one = facts(SNOW)
    index, _ = merge(replace(one, ref=replace(one.ref, slug=f"snow-{number}")) for number in range(50))
    (entry,) = [term for term in index.terms if term.term == "慢村"]
    assert entry.count == 100
    assert len(entry.articles) == 50
    assert len(entry.places) == PLACES
    assert all(len(one.uses) <= PLACES for one in entry.renderings)


def test_the_seed_s_kind_of_likeness() -> None:
    tags = ("村里一人因点灯遭邻居责骂致病", "一人因点灯被邻居责骂致病案重审", "山上下雪12天无人出门")
    alike = siblings([tags])
    assert alike[tags[0]][0][0] == tags[1]
    assert tags[2] not in alike
