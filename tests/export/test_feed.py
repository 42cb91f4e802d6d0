"""Atom feeds: what RFC 4287 asks for, and dates that say no more than is known."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from site_builder.export.dates import instant
from site_builder.export.feed import LONGEST, feed
from site_builder.model.article import PartialDate, Precision
from site_builder.model.index import ArticleRef
from tests.export.samples import GREEN, OLDER, SITE

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"


def parse(xml: str) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314 (the document was made a line above)


@pytest.mark.parametrize(
    ("text", "precision", "expected"),
    [
        ("", "none", "1970-01-01T00:00:00Z"),
        ("2019", "year", "2019-01-01T00:00:00Z"),
        ("2019-04", "month", "2019-04-01T00:00:00Z"),
        ("2019-04-24", "day", "2019-04-24T00:00:00Z"),
        ("2019-04-24T09:30", "time", "2019-04-24T09:30:00Z"),
        ("2019-04-24T09:30:05+0800", "time", "2019-04-24T09:30:05+08:00"),
        ("2019-04-24T09:30:05.250Z", "time", "2019-04-24T09:30:05Z"),
    ],
)
def test_an_instant_is_the_first_second_of_what_is_known(text: str, precision: Precision, expected: str) -> None:
    assert instant(PartialDate(text, precision)) == expected


def test_the_newest_article_comes_first_and_dates_the_feed() -> None:
    root = parse(feed(SITE, [OLDER, GREEN]))
    assert [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")] == [GREEN.title, OLDER.title]
    assert root.findtext(f"{ATOM}updated") == "2021-03-01T00:00:00Z"


def test_every_feed_and_entry_has_what_the_standard_asks_for() -> None:
    root = parse(feed(SITE, [GREEN]))
    for element in (root, root.find(f"{ATOM}entry")):
        assert element is not None
        assert element.findtext(f"{ATOM}id")
        assert element.findtext(f"{ATOM}title")
        assert element.findtext(f"{ATOM}updated")
        assert element.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": "https://tea.example/read/feed.xml", "alternate": "https://tea.example/read/"}


def test_a_month_is_told_as_a_month_and_never_as_the_day_of_publication() -> None:
    entry = parse(feed(SITE, [GREEN])).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{DC}date") == "2021-03"
    assert entry.find(f"{ATOM}published") is None


def test_a_feed_stays_as_long_as_it_is_when_the_collection_grows() -> None:
    many = [ArticleRef(f"a{number}", f"Article {number}") for number in range(LONGEST + 20)]
    assert len(parse(feed(SITE, many)).findall(f"{ATOM}entry")) == LONGEST


def test_without_a_base_address_links_are_relative_and_ids_still_lasting() -> None:
    site = replace(SITE, base_url="")
    first, again = (parse(feed(site, [GREEN], "topics/trains/")) for _ in range(2))
    entry = first.find(f"{ATOM}entry")
    assert entry is not None
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "../../articles/green-train/"
    assert (entry.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
    assert first.findtext(f"{ATOM}id") == again.findtext(f"{ATOM}id")


def test_a_title_with_markup_and_control_characters_stays_text() -> None:
    root = parse(feed(SITE, [ArticleRef("x", "<b>1 & 2\x0b</b>")]))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "<b>1 & 2\ufffd</b>"
