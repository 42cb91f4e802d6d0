"""Addresses are unique, readable and fit for any file system."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.address import relative, term_slug


def test_a_plain_term_is_its_own_slug() -> None:
    assert term_slug("诚信") == "诚信"


@given(st.text(), st.text())
def test_two_terms_never_share_a_folder(one: str, other: str) -> None:
    assert (term_slug(one) == term_slug(other)) == (one == other)


@given(st.text())
def test_a_slug_is_one_safe_folder_name(term: str) -> None:
    slug = term_slug(term)
    assert slug
    assert "/" not in slug
    assert "." not in slug
    assert len(slug.encode()) <= 255


def test_links_climb_to_the_root() -> None:
    assert relative("topics/social-credit/", "articles/song/") == "../../topics/social-credit/"
    assert relative("", "") == "./"
    assert relative("", "articles/song/") == "../../"
