"""A title may read like a link: what stands below it tells."""

import pytest

from site_builder.clean.plain.text import clean_text
from tests.clean.families import Press


def page(title: str, under: str) -> str:
    press = Press(title)
    return "\n\n".join(["Menu", title, under, *press.prose(), "Read more: The lantern market closes early", "About us"])


@pytest.mark.parametrize("title", ["Trending on the river: a dog and a bus", "Explainer: what the new toll changes"])
@pytest.mark.parametrize("under", ["By Ada Quill", "4 May 2019", "May 4, 2019 by Ada Quill Leave a Comment"])
def test_a_line_over_a_byline_or_a_date_is_a_title(title: str, under: str) -> None:
    (draft,) = clean_text(page(title, under), "page.txt").drafts
    assert draft.article.title == title
    assert "lantern market closes" not in draft.article.body


def test_a_path_over_a_title_is_no_title() -> None:
    press = Press("path")
    lines = [
        "网站首页",
        "您当前的位置：首页 >> 新闻中心 >> 正文",
        "老城灯会开幕",
        "时间：2019-05-04  来源：灯塔日报  编辑：陈一帆",
    ]
    (draft,) = clean_text("\n\n".join([*lines, *press.prose_zh()]), "page.txt").drafts
    assert (draft.article.title, draft.article.date.text) == ("老城灯会开幕", "2019-05-04")
    assert draft.article.publisher == "灯塔日报"
