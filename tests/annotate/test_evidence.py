"""What editors and the rest of a collection say of readings outranks what the program thinks."""

import pytest

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.mine import mine
from site_builder.annotate.words import words
from site_builder.model.editorial import AnchoredNote, GlossaryEntry, Note, ReadingEntry
from site_builder.model.guide import Guide, Known
from site_builder.model.issue import Issue, Where
from site_builder.model.text import ArticleText, Block, FlatText, Place, Quote, Span
from site_builder.model.word import Evidence, Word


def of(body: str, guide: Guide, lexicon: Lexicon) -> tuple[tuple[Word, ...], tuple[Issue, ...]]:
    text = ArticleText("", "", FlatText(body, (Block(Span(0, len(body)), "b", "paragraph"),)))
    return words(text, mine(text), guide, lexicon)


def only(word: str, found: tuple[Word, ...]) -> Word:
    (one,) = (each for each in found if each.text == word)
    return one


def test_an_entry_of_readings_yaml_holds_everywhere_and_says_why(lexicon: Lexicon) -> None:
    guide = Guide(readings=(ReadingEntry("行者", "háng zhě", "a pun of the author's"),))
    word = only("行者", of("他说行者不累。", guide, lexicon)[0])
    assert word.reading.text == "hángzhě"
    assert (word.reading.evidence, word.reading.because) == (Evidence.EDITOR, "a pun of the author's")


def test_a_glossary_entry_keeps_its_word_whole_and_leads_to_its_page(lexicon: Lexicon) -> None:
    guide = Guide(glossary=(GlossaryEntry("云上会", reading="yúnshànghuì"),))
    word = only("云上会", of("今年的云上会很热闹。", guide, lexicon)[0])
    assert (word.reading.text, word.term) == ("yúnshànghuì", "云上会")


def test_a_glossary_entry_holds_for_both_scripts(lexicon: Lexicon) -> None:
    guide = Guide(glossary=(GlossaryEntry("云上会", reading="yúnshànghuì", traditional="雲上會"),))
    word = only("雲上會", of("今年的雲上會很熱鬧。", guide, lexicon)[0])
    assert (word.reading.text, word.term) == ("yúnshànghuì", "云上会")


def test_a_glossary_entry_in_traditional_characters_is_reported(lexicon: Lexicon) -> None:
    where = Where("content/glossary.yaml", 2, 3)
    _, issues = of("雲上會", Guide(glossary=(GlossaryEntry("雲上會", where=where),)), lexicon)
    assert [(issue.code, issue.where) for issue in issues] == [("W202", where)]


def test_a_note_on_a_place_outranks_the_file_of_readings(lexicon: Lexicon) -> None:
    note = Note("n1", Quote("朝阳"), "reading", reading="zhāoyáng", by="Li")
    guide = Guide(notes=(AnchoredNote(note, Place("body", Span(0, 2))),), readings=(ReadingEntry("朝阳", "Cháoyáng"),))
    first, second = (word for word in of("朝阳。朝阳。", guide, lexicon)[0] if word.text == "朝阳")
    assert first.reading.text == "zhāoyáng"
    assert second.reading.text == "Cháoyáng"


def test_an_editors_reading_that_cannot_be_of_the_word_is_an_error_with_its_place(lexicon: Lexicon) -> None:
    where = Where("content/readings.yaml", 3, 5)
    _, issues = of("诚信", Guide(readings=(ReadingEntry("诚信", "chéng", "", where),)), lexicon)
    assert [(issue.code, issue.where) for issue in issues] == [("E061", where)]


def test_a_name_romanised_in_another_article_is_read_so_here(lexicon: Lexicon) -> None:
    guide = Guide(known=(Known("乐小山", "person", romanisation="Yue Xiaoshan"),))
    word = only("乐小山", of("昨天乐小山回家。", guide, lexicon)[0])
    assert (word.reading.text, word.reading.evidence) == ("Yuè Xiǎoshān", Evidence.ELSEWHERE)


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("The actor Zhang Lie (张雷) left.", True),
        ("The actor Zhang Lei (张雷) left.", False),
        ("The actor Lay Zhang (张雷) left.", False),
        ("The writer Chang Lei-yun (张雷云) left.", False),
        ("The actor Sun Peng (张雷) left.", True),
        ("The actor Abe Kobo (张雷) left.", False),
        ("The pianist Ching Lei (张雷) left.", False),
        ("They flew to Arena Park (张雷村).", False),
    ],
)
def test_a_romanisation_that_fits_no_reading_is_reported(lexicon: Lexicon, text: str, odd: bool) -> None:
    _, issues = of(text, Guide(), lexicon)
    assert ([issue.code for issue in issues] == ["W201"]) is odd


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Cheng Jun (乘俊) came. Later Sheng Jun (乘俊) left.", True),
        ("Cheng Jun (乘俊) came. Later Cheng Jun (乘俊) left.", False),
        ("Lü Pin (吕频) came. Later Lu Pin (吕频) left.", False),
    ],
)
def test_a_term_that_one_article_spells_in_two_ways_is_reported(lexicon: Lexicon, text: str, odd: bool) -> None:
    _, issues = of(text, Guide(), lexicon)
    assert ([issue.code for issue in issues] == ["W202"]) is odd


def test_two_characters_of_two_words_are_not_a_term(lexicon: Lexicon) -> None:
    guide = Guide(readings=(ReadingEntry("国人", "guò rén"),))
    found, _ = of("中国人民很多。", guide, lexicon)
    assert all(word.reading.evidence is not Evidence.EDITOR for word in found)
