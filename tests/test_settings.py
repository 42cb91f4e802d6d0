"""The settings of a site, read from ``content/site.toml``."""

from __future__ import annotations

import pytest

from site_builder.model.site import Site
from site_builder.settings import override, read


def test_no_settings_are_the_defaults() -> None:
    assert read("") == (Site(), ())


def test_settings_are_read() -> None:
    site, issues = read('title = "River Reader"\nbase_url = "https://river.example/read"\npublic = true\n')
    assert (site.title, site.base_url, site.public, issues) == ("River Reader", "https://river.example/read/", True, ())


def test_settings_may_stand_in_a_table() -> None:
    site, issues = read('[site]\ntitle = "River Reader"\nlang = 3\n')
    assert site.title == "River Reader"
    assert [str(issue) for issue in issues] == ['content/site.toml:3:1: E031 "lang" must be text in quotes: "…"']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\ntitel = "x"', 'content/site.toml:2:1: E031 unknown key "titel"; did you mean "title"?'),
        ("[colours]\nred = 1", 'content/site.toml:1:1: E031 unknown key "colours"'),
        ('drafts = "yes"', 'content/site.toml:1:1: E031 "drafts" must be true or false'),
        ("site = 3", 'content/site.toml:1:1: E031 "site" is a table of settings'),
        ("title = 3", 'content/site.toml:1:1: E031 "title" must be text in quotes'),
        ('base_url = "river.example"', "content/site.toml:1:1: E031 the base URL must be http(s)://host/path"),
        ('base_url = "https://a.example/?q"', "content/site.toml:1:1: E031 the base URL must be http(s)://host/path"),
        ('packs = "some"', 'content/site.toml:1:1: E031 "packs" cannot be "some"'),
        ('title = "x', "content/site.toml:1:1: E030 not TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, expected: str) -> None:
    _, issues = read(text)
    assert [issue for issue in issues if str(issue).startswith(expected)], issues


def test_all_problems_are_reported_and_the_rest_holds() -> None:
    site, issues = read('titel = "x"\ntagline = "A reader"\nlang = 3\n')
    assert (site.tagline, len(issues)) == ("A reader", 2)


def test_the_command_line_comes_first() -> None:
    site = Site(base_url="https://a.example/", drafts=True)
    over = override(site, base_url="https://b.example/sub", public=True, drafts=False)
    assert over == Site(base_url="https://b.example/sub/", drafts=True, public=True)
    assert override(site, base_url=None, public=False, drafts=False) == site
