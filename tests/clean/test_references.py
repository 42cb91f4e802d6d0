"""Lists of references become fields, whatever style they are written in; what is not understood stays text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from site_builder.clean.dispatch import clean
from site_builder.clean.writing.markdown import block
from site_builder.clean.writing.references import read_reference, read_references
from site_builder.model.reference import Reference
from tests.clean.test_markdown import SNIPPETS

REVIEW = "Harbour Review"
LAMPS = "https://harbour.example/lamps"

CASES = [
    (  # Chicago, author and date; the day of access as it stands in brackets
        "Quill, Ada. 2017b. “Lamps and Their Keepers.” Harbour Review, Dec 24 https://harbour.example/lamps [24.5.18].",
        Reference(("Quill, Ada",), "2017b", "Lamps and Their Keepers", REVIEW, LAMPS, "2018-05-24"),
    ),
    (  # a quotation inside the title, and two addresses
        (
            "Quay Office 港务局. 2018. “The ‘Count “Twice”’ Rule.” Quay Office, May 10. Available at "
            "https://harbour.example/lamps or http://other.example/2."
        ),
        Reference(("Quay Office 港务局",), "2018", "The ‘Count “Twice”’ Rule", "Quay Office", LAMPS),
    ),
    (  # APA
        (
            "Quill, A., & Novak, H. J. (2019, May 3). The lamps of the harbour. *Harbour Review*, 12(3), 45–60. "
            "https://doi.org/10.1000/182"
        ),
        Reference(
            ("Quill, A.", "Novak, H. J."), "2019", "The lamps of the harbour", REVIEW, "https://doi.org/10.1000/182"
        ),
    ),
    (
        "Quill, A. (2019). *The lamps of the harbour*. Lantern Press.",
        Reference(("Quill, A.",), "2019", "The lamps of the harbour", "Lantern Press"),
    ),
    (
        "Harbour Board. (2020). Yearly report: Boats and bells. https://harbour.example/lamps. Retrieved June 1, 2021.",
        Reference(("Harbour Board",), "2020", "Yearly report: Boats and bells", "", LAMPS, "2021-06-01"),
    ),
    (  # MLA
        (
            "Quill, Ada. “The Lamps.” *Harbour Review*, vol. 3, no. 2, 2019, pp. 1–9, https://harbour.example/lamps. "
            "Accessed 3 May 2020."
        ),
        Reference(("Quill, Ada",), "2019", "The Lamps", REVIEW, LAMPS, "2020-05-03"),
    ),
    (
        "Quill, Ada, and Hana Novak. *Lamps of the Harbour*. Lantern Press, 2018.",
        Reference(("Quill, Ada", "Hana Novak"), "2018", "Lamps of the Harbour", "Lantern Press"),
    ),
    (  # Chicago, notes
        "Ada Quill, Hana Novak and Tomas Velik, “Lamps,” Harbour Review, May 3, 2019, https://harbour.example/lamps.",
        Reference(("Ada Quill", "Hana Novak", "Tomas Velik"), "2019", "Lamps", REVIEW, LAMPS),
    ),
    (
        "de Witt, Jan. 2018. The Lamps of the Harbour. Quaytown: Lantern Press.",
        Reference(("de Witt, Jan",), "2018", "The Lamps of the Harbour", "Lantern Press"),
    ),
    (  # GB/T 7714
        "[1] 郝港, 林灯. 灯火的历史[J]. 港口评论, 2019, 12(3): 45-60.",
        Reference(("郝港", "林灯"), "2019", "灯火的历史", "港口评论"),
    ),
    ("[2] 郝港. 灯火[M]. 北京: 港口出版社, 2018: 23.", Reference(("郝港",), "2018", "灯火", "港口出版社")),
    (
        "[3] 郝港. 港口的灯[EB/OL]. (2019-05-03)[2020-01-02]. https://harbour.example/lamps.",
        Reference(("郝港",), "2019", "港口的灯", "", LAMPS, "2020-01-02"),
    ),
    (  # Chinese notes
        "郝港、林灯：《港口的灯》，《港口评论》，2019年第3期，第45页。",
        Reference(("郝港", "林灯"), "2019", "港口的灯", "港口评论"),
    ),
    (
        "港务局：《灯火行动启动》，https://harbour.example/lamps，2019年4月30日访问。",
        Reference(("港务局",), "", "灯火行动启动", "", LAMPS, "2019-04-30"),
    ),
    (  # a link that is the title
        "[The lamps of the harbour](https://harbour.example/lamps), Harbour Review, 3 May 2019",
        Reference((), "2019", "The lamps of the harbour", REVIEW, LAMPS),
    ),
    ("https://harbour.example/lamps", Reference((), "", "", "", LAMPS)),
    ("The keepers themselves, who asked not to be named.", None),
]


@pytest.mark.parametrize(("entry", "expected"), CASES)
def test_an_entry(entry: str, expected: Reference | None) -> None:
    markdown = entry if "*" in entry or "](" in entry else block(entry)
    assert read_reference(markdown) == expected


@pytest.mark.parametrize("title", ["References", "Works Cited", "Sources:", "参考文献", "Bibliography"])
def test_the_list_is_known_by_its_heading(title: str) -> None:
    listed = "- Quill, Ada. 2019. “Lamps.”\n- Novak, Hana. 2018. “Boats.”"
    body = f"Text “a quotation” 2019.\n\n## {title}\n\n{listed}\n\n## After\n\n- “No.”"
    assert [one.title for one in read_references(body)] == ["Lamps", "Boats"]


def test_paragraphs_may_be_the_entries_and_notes_are_none() -> None:
    body = "## References\n\nQuill, Ada. 2019. “Lamps.”\n\n\\* “Aside.”\n{: .note }\n\n[^1]: “Note.”"
    assert [one.title for one in read_references(body)] == ["Lamps"]


def test_a_text_scrape_keeps_every_word_of_its_list() -> None:
    prose = "The keepers of the harbour count their lamps each evening, and nobody knows what becomes of the numbers."
    entry = "Quill, Ada. 2017. “Lamps.” Harbour Review, Dec 24 https://harbour.example/lamps [24.5.18]."
    paragraphs = ("Who Counts the Lamps?", "By Ada Quill", prose, f"{prose} Again.", f"{prose} Yes.", "参考文献", entry)
    cleaned = clean("\n\n".join(paragraphs).encode(), "lamps.txt")
    (draft,) = cleaned.drafts
    assert draft.article.references == (
        Reference(("Quill, Ada",), "2017", "Lamps", "Harbour Review", "https://harbour.example/lamps", "2018-05-24"),
    )
    assert f"## 参考文献\n\n- {block(entry)}" in draft.article.body
    assert [line.text for line in cleaned.ledger if line.part.startswith("reference")] == ["参考文献", entry]
    assert [one.value for one in draft.evidence if one.field == "references"] == ["1 works"]


@settings(max_examples=200, deadline=None)
@given(SNIPPETS)
def test_any_entry_is_read_without_fault(text: str) -> None:
    entry = f"Quill, Ada. 2019. “{text}” {text} https://harbour.example/lamps"
    found = read_reference(block(entry))
    assert found is not None
    assert found.url.startswith(("http://", "https://"))
