"""A page with several articles gives each of them, with its own title, author and lines."""

from site_builder.clean.dispatch import clean
from site_builder.clean.page.head import read_head
from site_builder.clean.page.several import Pages, split_page
from site_builder.clean.page.tree import parse
from site_builder.model.profile import Profile
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


def split(html: str) -> Pages:
    root = parse(html)
    return split_page(root, read_head(root), html)


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
    assert split(page(article("1"), card, comment, short)) == Pages()


def test_a_class_may_say_what_the_element_does_not() -> None:
    units = [article(seed, tag="div", attributes="class='post hentry'") for seed in "12"]
    assert len(split(page(*units)).articles) == 2


def test_an_article_with_cards_in_it_is_one() -> None:
    cards = "".join(article(seed, paragraphs=2) for seed in "34")
    assert split(page(article("1"), f"<article><h2>More</h2>{cards}</article>")) == Pages()


def test_a_page_without_headings_is_not_cut() -> None:
    assert split("<html><body>" + "<p>x</p>" * 9) == Pages()


def test_each_block_stands_once_in_the_ledger_on_its_line() -> None:
    note = "<!-- a remark\nof two lines -->\n"
    html = page(
        note, article("1"), "<p>Between the two stands this line.</p>\n", article("2").replace("<h2", note + "<h2")
    )
    ledger = clean(html.encode(), "page.html").ledger
    lines = html.split("\n")
    assert all(entry.text[:20].split(" ")[0] in lines[entry.line - 1] for entry in ledger)
    assert len({(entry.line, entry.text) for entry in ledger}) == len(ledger)
    around = [entry.text for entry in ledger if entry.rule == "around the articles"]
    assert around == ["Home", "Between the two stands this line.", "© 2019 Canal Ledger"]
    shown = sum(1 for line in lines if line.startswith(("<h2", "<p", "<body", "</article>\n<p")) or "Between" in line)
    assert len(ledger) == shown + 1  # the footer


def test_a_page_that_no_person_made_is_refused_before_it_is_cut() -> None:
    many = "<article " + " ".join(f"a{n}=1" for n in range(6_000)) + ">"
    found = clean(page(article("1"), article("2"), many).encode(), "page.html")
    assert [issue.code for issue in found.issues] == ["E002"]
    assert not found.drafts


def test_an_element_with_more_attributes_than_anybody_writes_says_nothing() -> None:
    odd = " ".join(f"a{n}=1" for n in range(200)) + " class='post'"
    units = [article(seed, tag="div", attributes=odd).replace("By Ada Quill", "") for seed in "12"]
    assert split(page(*units)) == Pages()


def test_neighbours_with_a_title_and_a_date_each_are_articles() -> None:
    units = "".join(
        f"<div class=story><div class=label>CULTURE</div><h1>The {name} bridge reopens</h1><h2>A toll nobody wanted is"
        f" gone</h2><div><span>Ann Lee</span> <span>May {day}, 2019</span></div>{prose(name)}</div>"
        for day, name in enumerate(("old", "new", "long"), 1)
    )
    found = clean(f"<html><body><main>{units}</main></body></html>".encode(), "page.html").drafts
    assert [one.article.title for one in found] == [f"The {name} bridge reopens" for name in ("old", "new", "long")]
    assert {(one.article.dek, one.article.authors) for one in found} == {("A toll nobody wanted is gone", ("Ann Lee",))}
    assert [one.article.date.text for one in found] == ["2019-05-01", "2019-05-02", "2019-05-03"]
    assert not any("toll nobody wanted" in one.article.body for one in found)


def test_sections_of_one_article_are_not_articles() -> None:
    units = "".join(f"<section><h1>The {name} bridge</h1>{prose(name)}</section>" for name in ("old", "new", "long"))
    found = clean(
        f"<html><head><title>Bridges</title></head><body><article>{units}</article></body></html>".encode(), "p.html"
    )
    assert len(found.drafts) == 1


def prose(name: str) -> str:
    said = f"The {name} bridge was closed for two years, and those who lived beside it counted the days on a board."
    return "".join(f"<p>{said} On day {number} a child rubbed the numbers out again.</p>" for number in range(10, 15))


def test_articles_cut_from_a_saved_page_keep_its_address_and_its_profile() -> None:
    units = "".join(f"<article><h2>The {name} bridge reopens</h2>{prose(name)}</article>" for name in ("old", "new"))
    saved = f"<!-- saved from url=(0031)https://quay.example/may/2019 --><html><body>{units}</body></html>"
    found = clean(saved.encode(), "page.html", [Profile("quay.example", publisher="Quay Wire")]).drafts
    assert [one.article.source.url for one in found] == ["https://quay.example/may/2019"] * 2
    assert {one.article.publisher for one in found} == {"Quay Wire"}


def test_a_saved_page_may_claim_an_address_that_is_none() -> None:
    saved = f"<!-- saved from url=(0031)http://[quay/ --><html><body><article>{prose('old')}</article></body></html>"
    assert len(clean(saved.encode(), "page.html").drafts) == 1


def test_where_all_articles_stand_in_what_is_called_a_card_these_are_the_articles() -> None:
    for tag in ("article", "div"):
        units = [article(seed, tag=tag, attributes="class='post-card mb-4'") for seed in "123"]
        assert len(split(page(*units)).articles) == 3
        teasers = [article(seed, tag=tag, attributes="class='post-card mb-4'", paragraphs=1) for seed in "123"]
        assert split(page(*teasers)) == Pages()


def test_titles_that_only_their_class_names_may_stand_in_cards() -> None:
    def card(seed: str) -> str:
        press = Press(seed)
        text = "".join(f"<div class='t'><span>{one}</span></div>\n" for one in press.prose())
        title = f"<div class='ttl'><a href='/{seed}'>Number {seed}: {press.title()}</a></div>\n"
        return f"<div class='c-card'>{title}<div class='m'>Posted by <a>Ada Quill</a> | 4 May 2019</div>\n{text}</div>"

    assert len(split(page(*(card(seed) for seed in "123"))).articles) == 3


def test_a_byline_of_two_pieces_between_line_breaks_heads_an_article() -> None:
    def cell(seed: str) -> str:
        press = Press(seed)
        text = "<br><br>\n".join(press.prose())
        return f"<tr><td><h2>Number {seed}: {press.title()}</h2>By <strong>Ada Quill</strong><br><br>{text}</td></tr>\n"

    html = page(f"<table>{''.join(cell(seed) for seed in '123')}</table>")
    drafts = clean(html.encode(), "mail.html").drafts
    assert [draft.article.authors for draft in drafts] == [("Ada Quill",)] * 3
