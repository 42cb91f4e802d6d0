"""What is packed comes back equal, and nothing but values of the model can come back."""

from marshal import dumps
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.annotate.stretches import Worked
from site_builder.model.article import Article
from site_builder.model.facts import Facts
from site_builder.model.issue import Issue
from site_builder.model.mined import Mined
from site_builder.model.text import ArticleText
from site_builder.model.word import Evidence, Word
from site_builder.store.codec import codec, pack, unpack

KINDS = (Article, ArticleText, Mined, Word, Facts, Issue, Worked)


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
def test_a_value_comes_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert unpack(kind, pack(kind, value)) == value
    dumps(pack(kind, value))


def test_numbers_come_back_as_what_they_stand_for() -> None:
    assert unpack(Evidence, pack(Evidence, Evidence.GUESS)) is Evidence.GUESS


def test_what_is_no_value_of_the_model_has_no_codec() -> None:
    for kind in (Path, dict[str, str], int | str, object):
        with pytest.raises(TypeError):
            codec(kind)
