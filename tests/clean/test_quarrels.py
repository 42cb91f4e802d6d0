"""Two sources of a page that say different things are told."""

import pytest

from site_builder.clean.page.html import clean_html
from tests.clean.test_page_fields import PROSE

LD = '<script type="application/ld+json">{{"@type":"NewsArticle",{}}}</script>'


def told(head: str, body: str = "", url: str = "") -> list[str]:
    source = f"<html><head><title>Kites over Weifang</title>{head}</head><body>{body}<article>{PROSE}</article></body>"
    return [issue.message for issue in clean_html(source.encode(), "page.html", url).issues]


@pytest.mark.parametrize(
    ("head", "body", "message"),
    [
        (LD.format('"headline":"A toll for the narrow bridge"'), "<h1>Kites over Weifang</h1>",
         "title: Kites over Weifang (h1), but A toll for the narrow bridge (JSON-LD headline)"),
        (LD.format('"author":"Ann Lee"') + "<meta name=author content='Bo Chen'>", "",
         "authors: Ann Lee (JSON-LD author), but Bo Chen (meta author)"),
        ("<meta property=og:site_name content='Example Post'>" + LD.format('"publisher":{"name":"Quay Wire"}'), "",
         "publisher: Example Post (meta og:site_name), but Quay Wire (JSON-LD publisher)"),
        ("<link rel=canonical href=https://quay.example/kites>", "",
         "url: https://quay.example/kites (canonical link), but https://post.example/kites (address)"),
    ],
)  # fmt: skip
def test_what_differs_is_told(head: str, body: str, message: str) -> None:
    assert told(head, body, "https://post.example/kites") == [message]


def test_what_is_only_said_otherwise_is_not() -> None:
    head = (
        "<link rel=canonical href=https://www.post.example/kites/><meta property=og:site_name content='Example Post'>"
        "<meta property=og:title content='Kites over Weifang | Example Post'><meta name=author content='Lee'>"
        + LD.format('"author":"Ann Lee","publisher":{"name":"Example Post Ltd"},"headline":"Kites over Weifang"')
    )
    assert told(head, "<h1>Kites over Weifang</h1>", "http://post.example/kites") == []
