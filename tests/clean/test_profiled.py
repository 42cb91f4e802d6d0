"""What the profile of a site says of its pages goes before what cleaning finds; an empty selector changes nothing."""

from site_builder.clean.dispatch import clean
from site_builder.clean.page.html import clean_html
from site_builder.model.profile import Profile
from site_builder.model.scrape import Draft
from tests.clean.test_page_fields import PROSE

PAGE = f"""<html><head><title>Kites over Weifang</title><meta property=article:published_time content=2021-04-01>
</head><body><h1>Kites over Weifang</h1><div class=big>The square stays</div><div class=sub>A quiet decision.</div>
<div class=who>Written by Ann Lee</div><div class=when>03|04|2021</div><article>{PROSE}</article></body></html>"""
KNOWN = Profile(
    "example.org", title=".big", dek=".sub", byline=".who", date=".when", date_format="%d|%m|%Y",
    publisher="Example Post", lang="en-GB", rights="All rights reserved by Example Post.",
)  # fmt: skip


def read(profile: Profile) -> Draft:
    (draft,) = clean_html(PAGE.encode(), "page.html", profile=profile).drafts
    return draft


def test_selectors_name_the_fields() -> None:
    draft = read(KNOWN)
    article = draft.article
    assert (article.title, article.dek, article.authors) == ("The square stays", "A quiet decision.", ("Ann Lee",))
    assert (article.date.text, article.publisher, article.lang) == ("2021-04-03", "Example Post", "en-GB")
    assert (article.rights.status, article.rights.notice) == ("reserved", "All rights reserved by Example Post.")
    by = {one.field for one in draft.evidence if one.source == "profile"}
    assert by == {"title", "dek", "authors", "date", "publisher", "lang", "rights"}
    assert "A quiet decision" not in article.body


def test_selectors_that_find_nothing_change_nothing() -> None:
    lost = Profile("example.org", title=".gone", dek="((", byline=".gone", date=".when", date_format="%Y")
    assert read(lost).article == read(Profile()).article


def test_a_text_scrape_takes_from_a_profile_what_it_does_not_say() -> None:
    told = "The old bridge was closed for two years, and those who lived beside it counted the days on a board."
    text = "\n\n".join(["The tram stops here", "By Ada Quill", "May 4, 2019", *[told] * 4])
    profile = Profile("quay.example", publisher="Quay Wire", rights="© Quay Wire", names=("Quill",))
    (draft,) = clean(text.encode(), "scrape.txt", [profile]).drafts
    assert (draft.article.publisher, draft.article.rights.notice) == ("Quay Wire", "© Quay Wire")
