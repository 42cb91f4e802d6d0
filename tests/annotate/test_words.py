"""Words tile the Chinese of a text, and each has a reading for every Hanzi."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.lexicon import Lexicon
from site_builder.annotate.stretches import Memory, Worked
from site_builder.annotate.words import Asked, Found, words, words_of
from site_builder.model.guide import Guide
from site_builder.model.han import hanzi, has_hanzi
from site_builder.model.mined import Mined
from site_builder.model.text import ArticleText, FlatText
from site_builder.model.word import Word

_TEXT = st.text(st.sampled_from("我们在北京大学的银行儿長樂王媛媛〇㐀𠀀é·,，。#（(12 \n’AB"), max_size=30)


def of(body: str, lexicon: Lexicon) -> tuple[Word, ...]:
    return words(ArticleText("", "", FlatText(body)), Mined(), Guide(), lexicon)[0]


@given(body=_TEXT)
def test_every_hanzi_belongs_to_exactly_one_word(lexicon: Lexicon, body: str) -> None:
    found = of(body, lexicon)
    covered = [at for word in found for at in range(word.place.span.start, word.place.span.end)]
    assert covered == [at for at, char in enumerate(body) if has_hanzi(char)]


@given(body=_TEXT)
def test_a_word_is_its_own_text_with_one_syllable_a_hanzi(lexicon: Lexicon, body: str) -> None:
    for word in of(body, lexicon):
        assert word.text == body[word.place.span.start : word.place.span.end]
        assert len(word.reading.syllables) == len(hanzi(word.text)) == len(word.text)
        assert word.reading.text


def test_traditional_text_is_cut_and_read_as_well_as_simplified(lexicon: Lexicon) -> None:
    simplified, traditional = of("很高兴看见你们", lexicon), of("很高興看見你們", lexicon)
    assert [word.reading for word in simplified] == [word.reading for word in traditional]
    assert [word.text for word in traditional] == ["很", "高興", "看見", "你們"]


def anew(asked: list[Asked], lexicon: Lexicon) -> list[Found]:
    """Return the words of articles, read by a lexicon that remembers none of their stretches."""
    lexicon.stretches, lexicon.analysed = Memory(), Memory()
    return words_of(asked, lexicon)


@given(bodies=st.lists(_TEXT, max_size=5))
def test_many_articles_are_read_as_each_by_itself(lexicon: Lexicon, bodies: list[str]) -> None:
    asked = [Asked(ArticleText("", "", FlatText(body)), Mined(), Guide()) for body in bodies]
    assert anew(asked, lexicon) == [found for one in asked for found in anew([one], lexicon)]


@given(body=_TEXT, edited=_TEXT)
def test_what_was_worked_out_before_changes_nothing(lexicon: Lexicon, body: str, edited: str) -> None:
    before = anew([Asked(ArticleText("", "", FlatText(body)), Mined(), Guide())], lexicon)[0]
    again = Asked(ArticleText("", "", FlatText(body + edited)), Mined(), Guide(), before.worked)
    assert anew([again], lexicon) == anew([again._replace(worked=Worked())], lexicon)


def senses(body: str, word: str, lexicon: Lexicon) -> tuple[str, ...]:
    return next(one.gloss.senses for one in of(body, lexicon) if one.text == word)


def test_a_surname_by_itself_means_a_surname_and_a_name_nothing_letter_by_letter(lexicon: Lexicon) -> None:
    assert senses("单局长没有来。", "单", lexicon) == ("surname Shan",)
    assert senses("关舒岚没有来。", "关舒岚", lexicon) == ()


def test_what_mixes_the_scripts_means_what_its_simplified_form_does(lexicon: Lexicon) -> None:
    assert senses("在裏面。", "裏面", lexicon) == senses("在里面。", "里面", lexicon) == ("inside", "interior")
