"""Lines of HTML pages that lead on, file an article or tell of a picture, without a blank between their elements."""

import pytest

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article
from tests.clean.families import Press

TITLE = "The Quiet Bridge Divides the Lantern Quarter"


def page(*extra: str, head: str = "", chinese: bool = False) -> Article:
    """Return the article of a page with ``extra`` in the midst of its text."""
    press = Press("rows")
    told = [f"<p>{one}</p>\n" for one in (press.prose_zh() if chinese else press.prose())]
    text = "".join([*told[:3], *extra, *told[3:]])
    body = f"<div class='x'><h1>{TITLE}</h1>{head}<div>{text}</div></div>"
    html = f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"
    (draft,) = clean(html.encode(), "page.html").drafts
    return draft.article


@pytest.mark.parametrize(
    "row",
    [
        "<div><span>Read next</span><a href='/b'>How the river tram got its second bell</a></div>",
        "<div><b>Related</b><a href='/b'>The tram that stops for nobody</a></div>",
        "<div class='x-t'><span>Topics:</span><a>locks</a><a>boats</a><a>long water</a></div>",
        "<div><span>标签：</span><a href='/q'>桥</a><a href='/d'>灯会</a></div>",
    ],
)
def test_a_line_that_begins_with_the_name_of_a_list_leads_on(row: str) -> None:
    body = page(row).body
    assert body == page().body


def test_a_paragraph_whose_first_word_is_set_off_is_text() -> None:
    told = "<p><b>Related</b> boats lay at <a href='/b'>the second lock</a> until the spring, and nobody came.</p>"
    assert "boats lay at" in page(told).body


def test_a_centred_credit_under_a_centred_picture_is_a_caption() -> None:
    picture = '<p style="text-align: center;"><img src="/a.jpg" width="600"></p>'
    line = '<p style="text-align:center"><span>守桥人在第二座桥上点灯（运河社供图）</span></p>'
    told = '<p style="text-align:center"><span>守桥人说，这盏灯是给水看的。</span></p>'
    body = page(picture, line, chinese=True).body
    assert "![守桥人在第二座桥上点灯（运河社供图）](" in body
    assert "守桥人说，这盏灯是给水看的。" in page(picture, told, chinese=True).body.split("\n")


def test_facts_of_a_head_that_nothing_parts() -> None:
    head = "<div class='i'><span>日期：2019-05-04</span><span>作者：林若川 戚薇</span><span>来源：宣传部</span></div>"
    assert page(head=head, chinese=True).authors == ("林若川", "戚薇")
