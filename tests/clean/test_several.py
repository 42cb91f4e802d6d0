"""A page with several articles gives each of them, with its own title, author and lines."""

from site_builder.clean.dispatch import clean
from site_builder.clean.several import split_page
from tests.clean.families import Press


def article(seed: str, *, tag: str = "article", attributes: str = "", paragraphs: int = 7) -> str:
    press = Press(seed)
    text = "\n".join(f"<p>{one}</p>" for one in press.prose()[:paragraphs])
    head = f"<h2>Number {seed}: {press.title()}</h2>\n<p class='byline'>By Ada Quill</p>"
    return f"<{tag} {attributes}>\n{head}\n{text}\n</{tag}>\n"


def page(*units: str) -> str:
    top = "<!DOCTYPE html>\n<html lang='en'><head><title>Canal Ledger</title></head>\n"
    return (
        top
        + "<body><nav><a href='/'>Home</a></nav>\n<main>\n"
        + "".join(units)
        + "</main><footer>© 2019 Canal Ledger</footer></body></html>"
    )


def test_each_article_comes_out_with_its_lines() -> None:
    html = page(article("1"), article("2"), article("3"))
    drafts = clean(html.encode(), "page.html").drafts
    assert [draft.article.title.split(":")[0] for draft in drafts] == ["Number 1", "Number 2", "Number 3"]
    lines = html.split("\n")
    for number, draft in enumerate(drafts, 1):
        first, last = draft.article.source.lines or (0, 0)
        assert f"Number {number}:" in "\n".join(lines[first - 1 : last])


def test_cards_and_comments_are_no_articles() -> None:
    card = article("2", attributes="class='card'")
    comment = "<article class='comment'><p>I agree with every word of this.</p></article>"
    short = article("3", paragraphs=1)
    assert split_page(page(article("1"), card, comment, short)) == []


def test_a_class_may_say_what_the_element_does_not() -> None:
    units = [article(seed, tag="div", attributes="class='post hentry'") for seed in "12"]
    assert len(split_page(page(*units))) == 2


def test_an_article_with_cards_in_it_is_one() -> None:
    cards = "".join(article(seed, paragraphs=2) for seed in "34")
    assert split_page(page(article("1"), f"<article><h2>More</h2>{cards}</article>")) == []


def test_a_page_without_marks_is_not_parsed() -> None:
    assert split_page("<html><body>" + "<p>x</p>" * 9) == []
