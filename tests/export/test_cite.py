"""Citations: each format by its own rules."""

import json
from dataclasses import replace

import pytest

from site_builder.export.cite import bibtex, content_hash, csl_json, name, passages, plain, ris
from site_builder.model.article import PartialDate, Source
from tests.export.samples import ARTICLE, BODY

PAGE = "https://tea.example/read/articles/green-train/"


@pytest.mark.parametrize(
    ("whole", "filed"),
    [
        ("Anna Berg", "Berg, Anna"),
        ("Anna van der Berg", "van der Berg, Anna"),
        ("Xinhua", "Xinhua"),
        ("Rail News", "Rail News"),
        ("李雷", "李雷"),
        ("The Very Long Committee of Slow Trains", "The Very Long Committee of Slow Trains"),
    ],
)
def test_a_person_is_filed_by_family_name_and_a_body_as_a_whole(whole: str, filed: str) -> None:
    assert name(whole).filed == filed


def test_bibtex_names_the_original_and_escapes_what_tex_would_read() -> None:
    assert bibtex(ARTICLE, PAGE) == (
        "@misc{green-train,\n"
        "  author = {van der Berg, Anna and {Xinhua}},\n"
        "  title = {{“All Aboard”: The Green Train (绿皮车) Returns}},\n"
        "  year = {2021},\n"
        "  month = mar,\n"
        "  publisher = {Rail \\& Tea Weekly},\n"
        "  url = {https://rail.example/green?x=1&y=2},\n"
        "  language = {en},\n"
        "  note = {Annotated at https://tea.example/read/articles/green-train/},\n"
        "}\n"
    )


def test_ris_lines_end_as_the_format_asks_and_the_date_keeps_its_precision() -> None:
    record = ris(ARTICLE, PAGE)
    assert record.startswith("TY  - ELEC\r\nAU  - van der Berg, Anna\r\nAU  - Xinhua\r\nA2  - Lei, Li\r\n")
    assert "DA  - 2021/03/\r\n" in record
    assert record.endswith("ER  - \r\n")


def test_csl_json_keeps_bodies_literal_and_dates_partial() -> None:
    (item,) = json.loads(csl_json(ARTICLE, PAGE))
    assert item["author"] == [{"family": "van der Berg", "given": "Anna"}, {"literal": "Xinhua"}]
    assert item["issued"] == {"date-parts": [[2021, 3]]}
    assert item["title"] == ARTICLE.title


def test_the_plain_citation_is_one_line_with_quotes_nested() -> None:
    assert plain(ARTICLE, PAGE) == (
        "van der Berg, Anna, and Xinhua. 2021. “‘All Aboard’: The Green Train (绿皮车) Returns.” "
        "Rail & Tea Weekly. https://rail.example/green?x=1&y=2"
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(ARTICLE, authors=(), contributors=(), publisher="", date=PartialDate(), source=Source(), dek="")
    assert plain(bare, PAGE) == f"n.d. “‘All Aboard’: The Green Train (绿皮车) Returns.” {PAGE}"
    assert "year" not in bibtex(bare, PAGE)
    assert "PY" not in ris(bare, PAGE)
    assert "issued" not in csl_json(bare, PAGE)


def test_a_paragraph_is_found_by_its_words_and_proved_by_its_hash() -> None:
    first, second = passages(BODY, PAGE)
    assert first.link == f"{PAGE}#p-green:~:text=The%20green%20train%20%28%E7%BB%BF%E7%9A%AE%E8%BD%A6%29%20is%20back."
    assert second.sha256 == content_hash("Many  say\nso.")
    assert first.sha256 != second.sha256
