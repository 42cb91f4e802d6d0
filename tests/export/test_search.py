"""The compact index: what it writes, and that its parts stay small as the collection grows."""

import json

from site_builder.export.search import english_words, fold, search_files
from site_builder.export.tree import LEAF, leaves
from site_builder.model.index import ArticleRef, Index
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


def test_a_short_beginning_of_very_many_keys_is_answered_by_one_summary() -> None:
    postings = sorted((f"rab{n:05}", [2 * n]) for n in range(5_000))
    found = dict(leaves(postings))
    first = next(iter(found.values()))
    assert first["ra\x01"][:3] == [0, 2, 4]
    assert sum(len(leaf) for leaf in found.values()) >= len(postings)
