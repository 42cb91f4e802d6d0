"""The works that an article names, for reference managers."""

import json
from dataclasses import replace

from site_builder.export.files import citations
from site_builder.export.references import references_csl
from site_builder.model.reference import Reference
from tests.export.samples import ARTICLE, SITE

WORKS = (
    Reference(("Berg, Anna", "Li Lei", "铁道部"), "2018b", "Trains", "Tea Weekly", "https://tea.example/t", "2019-04"),
    Reference(title="Rails"),
)


def test_an_item_has_what_the_list_says_and_no_more() -> None:
    first, second = json.loads(references_csl(WORKS))
    assert first == {
        "id": "reference-1",
        "type": "webpage",
        "title": "Trains",
        "author": [{"family": "Berg", "given": "Anna"}, {"family": "Lei", "given": "Li"}, {"literal": "铁道部"}],
        "issued": {"date-parts": [[2018]]},
        "year-suffix": "b",
        "container-title": "Tea Weekly",
        "URL": "https://tea.example/t",
        "accessed": {"date-parts": [[2019, 4]]},
    }
    assert second == {"id": "reference-2", "type": "document", "title": "Rails"}


def test_they_go_out_with_the_text_only() -> None:
    reserved = replace(ARTICLE, references=WORKS, rights=replace(ARTICLE.rights, status="reserved"))
    path = f"articles/{ARTICLE.slug}/references.csl.json"
    assert path in dict(citations(replace(SITE, public=False), reserved))
    assert path not in dict(citations(replace(SITE, public=True), reserved))
    assert path not in dict(citations(SITE, ARTICLE))
