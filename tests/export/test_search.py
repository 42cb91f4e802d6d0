"""The compact index: what it writes, and that its parts stay small as the collection grows."""

import json

from site_builder.export.search import MOST_IDS, english_words, fold, search_files
from site_builder.export.tree import LEAF, leaves
from site_builder.model.index import ArticleRef, Index, TagEntry
from tests.export.samples import INDEX


def test_text_is_folded_as_a_reader_without_accents_types_it() -> None:
    assert fold("Lǜ Xī’ān") == "lv xian"
    assert english_words("The Bank of the People’s Tea") == ["bank", "peoples", "tea"]


def test_every_file_is_a_script_that_hands_over_its_data() -> None:
    for path, data in search_files(INDEX):
        name = path.removeprefix("search/").removesuffix(".js")
        text = data.decode()
        assert text.startswith(f'found("{name}",')
        json.loads(text.removeprefix(f'found("{name}",').removesuffix(");\n"))


def test_the_same_index_gives_the_same_bytes() -> None:
    assert list(search_files(INDEX)) == list(search_files(INDEX))


def test_no_file_but_the_list_of_leaves_grows_with_the_collection() -> None:
    index = Index(tuple(ArticleRef(f"a{n}", f"Train number{n} to station{n % 7}", "By rail") for n in range(3_000)))
    sizes = {path: len(data) for path, data in search_files(index)}
    assert len(sizes) > 40
    assert max(size for path, size in sizes.items() if "tree" not in path) < 2 * LEAF
    assert sizes["search/tree.js"] < LEAF


def test_entries_are_numbered_kind_by_kind_so_that_each_kind_has_its_share_of_a_key() -> None:
    tags = tuple(TagEntry(f"灯会{n}", "", (), count=1 + n % 3) for n in range(3 * MOST_IDS))
    files = dict(search_files(Index((ArticleRef("a", "灯会"),), (), tags, ())))
    tree = json.loads(files["search/tree.js"].decode().split(",", 1)[1].removesuffix(");\n"))
    assert tree["kinds"] == {"article": 0, "term": 1, "person": 1, "hashtag": 1, "topic": 1 + len(tags)}
    leaf = next(data.decode() for path, data in files.items() if '"h灯\\u0001"' in data.decode())
    named = json.loads(leaf.split(",", 1)[1].removesuffix(");\n"))["h灯\x01"]
    assert len(named) == 1 + MOST_IDS
    assert {0, 1} & {one >> 1 for one in named} == {0, 1}


def test_a_short_beginning_of_very_many_keys_is_answered_by_one_summary() -> None:
    postings = sorted((f"rab{n:05}", [2 * n]) for n in range(5_000))
    found = dict(leaves(postings, sorted))
    first = next(iter(found.values()))
    assert first["ra\x01"][:3] == [0, 2, 4]
    assert sum(len(leaf) for leaf in found.values()) >= len(postings)
