"""A link inside the site leads to a page, and to a place in it."""

import pytest

from site_builder.catalog.links import Link, broken, collect, ids, links, resolve


@pytest.mark.parametrize(
    ("href", "path", "fragment"),
    [
        ("../../glossary/%E8%AF%9A/", "glossary/诚/", ""),
        ("../song/#p-1", "articles/song/", "p-1"),
        ("#top", "articles/li/", "top"),  # no element has that id
        ("./", "articles/li/", ""),
        ("..", "articles/", ""),
        ("../../", "", ""),
        ("../../feed.xml?x=1", "feed.xml", ""),
        ("../../../out", "../out", ""),
        ("a&amp;b/", "articles/li/a&b/", ""),
    ],
)
def test_a_link_is_resolved_from_its_page(href: str, path: str, fragment: str) -> None:
    assert links(f'<p><a class="x" href="{href}">x</a>', "articles/li/") == {Link(path, fragment)}


@pytest.mark.parametrize("link", ["a/b/", "a//b/", "/a/b/", "a/./b/", "a/%2E/b/", "c/../a/b/", "a/b/c/.."])
def test_from_the_root_a_link_is_resolved_the_same_way(link: str) -> None:
    assert resolve(link) == resolve(link, "x") == Link("a/b/")


def test_links_to_elsewhere_are_not_looked_at() -> None:
    html = '<a href="https://example.org/"></a><a href="//x/y"></a><a href="mailto:a@b"></a><img src="data:,x">'
    assert links(html, "") == frozenset()


def test_pictures_styles_and_scripts_are_links() -> None:
    html = '<img alt="a &gt; b" src=../a.png><link rel="icon" href="x.css"><SCRIPT src=\'y.js\'></SCRIPT>'
    assert {link.path for link in links(html, "about/")} == {"a.png", "about/x.css", "about/y.js"}


def test_text_that_looks_like_a_link_is_text() -> None:
    assert links("<p>href=&quot;x&quot; src=y</p>", "") == frozenset()
    assert links("""<meta content="a <b> href=&#34;x&#34; src=y"><p title='z src="w"'>""", "") == frozenset()


def test_what_leads_nowhere_is_an_issue() -> None:
    found: dict[str, str] = {}
    collect('<a href="a/#here"></a><a href="a/#there"></a><a href="b/"></a>', "", found)
    collect('<a href="../">', "a/", found)
    site = {"", "a/"}
    issues = broken(found, site.__contains__, lambda page, place: place == "here", lambda page: f"{page}!")
    assert [(issue.code, issue.message) for issue in issues] == [
        ("E071", "links to /b/, which is no page of the site"),
        ("E072", "links to /a/#there: no such place there"),
    ]


def test_a_link_to_a_place_in_the_page_itself_is_fine() -> None:
    assert links('<a href="#a">x</a><p id="a">', "articles/li/") == frozenset()


def test_ids_are_what_a_fragment_may_name() -> None:
    assert ids('<p id="a"><b class=x id=b>id="c"</b>') >= {"a", "b"}
