"""The full-text index: its files, and that they are the same each time."""

import pytest

from site_builder.model.fulltext import FullText
from site_builder.store.pagefind import index

ARTICLES = [
    FullText(f"articles/{n}/", f"Train {n}", f"The slow train number{n} is back.", ("绿皮车", "lvpiche"), (("p", 0),))
    for n in range(3)
]


@pytest.mark.slow
def test_the_same_articles_give_the_same_files_and_no_interface_of_pagefinds_own() -> None:
    files = index(ARTICLES)
    assert files == index(ARTICLES)
    paths = [path for path, _ in files]
    assert "pagefind/pagefind.js" in paths
    assert sum("fragment" in path for path in paths) == 3
    assert not any("-ui" in path for path in paths)
