"""What the text cites leads to the entry of the list; the text itself stays as it is."""

from __future__ import annotations

from bs4 import BeautifulSoup

from site_builder.model.reference import Reference
from site_builder.render.body import to_html
from site_builder.render.flat import flatten

LIST = """

## References

- Quill, Ada. 2017. “Lamps.” Harbour Review.
- Quill, Ada. 2017b. “More Lamps.” Harbour Review.
- Novak, Hana. 2018. “Boats & <b>Bells</b>.” https://harbour.example/boats
- Quay Office. 2018. “Rules.”
"""
WORKS = (
    Reference(("Quill, Ada",), "2017", "Lamps", "Harbour Review"),
    Reference(("Quill, Ada",), "2017b", "More Lamps", "Harbour Review"),
    Reference(("Novak, Hana",), "2018", "Boats & <b>Bells</b>", "", "https://harbour.example/boats"),
    Reference(("Quay Office",), "2018", "Rules"),
)


def cited(text: str, listed: str = LIST) -> list[tuple[str, str]]:
    """Return each mark that leads to an entry, with the entry."""
    html = to_html(text + listed, references=WORKS)[0]
    assert flatten(html) == flatten(to_html(text + listed)[0])
    page = BeautifulSoup(html, "html.parser")
    entries = {str(one["id"]): one.get_text().partition(".")[2].partition(" http")[0] for one in page.find_all(id=True)}
    return [(one.get_text(), entries[str(one["href"])[1:]].strip()) for one in page.find_all("a", class_="cited")]


LAMPS, MORE = "2017. “Lamps.” Harbour Review.", "2017b. “More Lamps.” Harbour Review."
BOATS, RULES = "2018. “Boats & <b>Bells</b>.”", "2018. “Rules.”"


def test_a_year_in_brackets_leads_to_its_entry() -> None:
    text = "Lamps shine (Quill 2017, 2017b). Boats float (Novak, 2018, 4; Quay Office 2018)."
    assert cited(text) == [("2017", LAMPS), ("2017b", MORE), ("2018", BOATS), ("2018", RULES)]


def test_an_author_may_be_named_in_the_sentence() -> None:
    text = "As Novak and others say, “they float” (2018, 1). *Quill* (2017) does not; nor did Quill’s (2017b) “lamps”."
    assert cited(text) == [("2018", BOATS), ("2017", LAMPS), ("2017b", MORE)]


def test_a_year_alone_cites_nothing() -> None:
    assert cited("In 2018 it rained (since 2017). Quill wrote in 2017. Novak (founded by Novak in May 2018).") == []


def test_numbers_in_brackets_lead_to_numbered_entries() -> None:
    listed = "\n\n## 参考文献\n\n\\[1] 郝港. 灯火\\[M]. 2018.\n\n\\[2] 林灯. 船\\[M]. 2019."
    assert cited("灯火甚古\\[1]，船亦古\\[2]，别的不知\\[3]。", listed) == [
        ("[1]", "灯火[M]. 2018."),
        ("[2]", "船[M]. 2019."),
    ]


def test_an_entry_says_what_it_is_and_cannot_break_out_of_it() -> None:
    page = BeautifulSoup(to_html(LIST, references=WORKS)[0], "html.parser")
    said = [str(one["title"]) for one in page.find_all("span", class_="Z3988")]
    assert len(said) == len(WORKS)
    assert "rft.title=Boats+%26+%3Cb%3EBells%3C%2Fb%3E&rft.creator=Novak%2C+Hana&rft.date=2018" in said[2]
    assert page.b is None


def test_without_a_list_nothing_is_tied() -> None:
    assert "cited" not in to_html("Lamps (Quill 2017).", references=WORKS)[0]
