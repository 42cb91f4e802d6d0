"""Two things that want the same address are told so, with all their sources."""

from site_builder.catalog.plan import Claim, clashes, file_of


def test_a_page_is_a_folder_with_an_index() -> None:
    assert [file_of(page) for page in ("", "about/", "feed.xml")] == ["index.html", "about/index.html", "feed.xml"]


def test_different_addresses_do_not_clash() -> None:
    assert clashes([Claim("a/", "one"), Claim("b/", "two"), Claim("a", "three")]) == ()


def test_a_clash_names_all_who_want_the_address() -> None:
    (issue,) = clashes([Claim("about/", f"content/{name}.md") for name in ("c", "a", "b")])
    assert str(issue.where) == "content/a.md"
    assert "content/b.md, content/c.md" in issue.message
    assert issue.code == "E070"


def test_case_and_composition_do_not_make_another_address() -> None:
    assert len(clashes([Claim("articles/Song/", "a"), Claim("articles/song/", "b")])) == 1
    assert len(clashes([Claim("articles/caf\u00e9/", "a"), Claim("articles/cafe\u0301/", "b")])) == 1
    assert len(clashes([Claim("about/", "a"), Claim("about/index.html", "b")])) == 1
