"""Topics are proposed from the words of an article."""

from site_builder.clean.topics import propose
from site_builder.model.editorial import Topic

TOPICS = (Topic("light", "Light", terms=("lamp", "灯火")), Topic("water", "Water", terms=("harbour",)))


def test_the_reason_counts_the_terms() -> None:
    found = propose("The Lamp", "", "A lamp, two lamps and 灯火.", TOPICS)
    assert [(one.topic, one.reason) for one in found] == [("light", "lamp ×3, 灯火 ×1")]


def test_a_passing_mention_proposes_nothing() -> None:
    assert propose("Bread", "", "A baker near the harbour.", TOPICS) == ()
    found = propose("The Lamp", "", "lamp " * 9 + "harbour harbour", TOPICS)
    assert [one.topic for one in found] == ["light"]


def test_a_term_is_a_whole_word() -> None:
    assert propose("Lampreys", "", "Lampreys and lampposts and lampblack.", TOPICS) == ()
