"""The batched network gives what g2pM gives, sentence by sentence."""

import pytest

from site_builder.annotate import model

g2pm = pytest.importorskip("g2pM", reason="needs the extra [polyphones]")
_SENTENCES = [
    "他长得很高。",
    "这条路很长，行人不多。",
    "银行的行长还没有还钱。",
    "为人民服务",
    "重",
    "朝阳照着朝鲜的山。",
]


def test_a_batch_reads_as_one_sentence_at_a_time_does() -> None:
    reference, batched = g2pm.G2pM(), model.load()
    assert batched is not None
    places = [[at for at, char in enumerate(text) if char in batched.readings] for text in _SENTENCES]
    assert sum(map(len, places)) > 10
    for text, found, scores in zip(_SENTENCES, places, batched.score(_SENTENCES, places), strict=True):
        expected = reference(text, char_split=True)
        assert [max(row, key=row.__getitem__) for row in scores] == [expected[at].replace("u:", "v") for at in found]
