"""Heads of kinds that readers know: dated above the category, signed with particles, buttons behind the name."""

from collections.abc import Sequence

import pytest

from site_builder.clean.plain.text import clean_text
from tests.clean.families import Press


def pages(heads: Sequence[Sequence[str]], foot: Sequence[str], chinese: bool = False) -> str:
    lines: list[str] = ["Menu"]
    for i, head in enumerate(heads):
        press = Press(f"{head}-{i}")
        lines += [*head, *(press.prose_zh() if chinese else press.prose()), *foot]
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    ("head", "foot", "authors", "date"),
    [
        (["4 May 2019", "Long Reads", "{}", "Ada Quill", "6 min read"], ["Tags: canals"], "Ada Quill", "2019-05-04"),
        (["{}", "By Sara bint Khalid", "4 May 2019"], ["Primary Sidebar"], "Sara bint Khalid", "2019-05-04"),
        (["{}", "By Omar al-Masri", "4 May 2019"], ["Reader Interactions"], "Omar al-Masri", "2019-05-04"),
        (["{}", "May 4, 2019 by Ada Quill Leave a Comment"], ["Reader Interactions"], "Ada Quill", "2019-05-04"),
        (["SOCIETY", "{}", "Updated 5 May 2019", "Published 4 May 2019", "Listen to this article · 4 min"],
         ["Updated: 6 May 2019"], "", "2019-05-04"),
    ],
)  # fmt: skip
def test_two_articles_one_after_the_other(head: list[str], foot: list[str], authors: str, date: str) -> None:
    titles = ["The Quiet Bridge Divides the Lantern Quarter", "Explainer: who pays for the narrow tram"]
    text = pages([[line.format(title) for line in head] for title in titles], foot)
    articles = [draft.article for draft in clean_text(text, "scrape.txt").drafts]
    assert [one.title for one in articles] == titles
    assert {one.authors for one in articles} == {(authors,) if authors else ()}
    assert {one.date.day for one in articles} == {date}
    assert not any(line in one.body for one in articles for line in (*foot, "Listen to"))


@pytest.mark.parametrize(
    "head",
    [
        ["{}", "原创 林若川 运河观察", "2019年5月4日 21:04"],
        ["{}", "2019-05-04 10:23:45", "字号：A- A A+", "来源：灯塔网", "作者：林若川"],
    ],
)
def test_two_chinese_articles(head: list[str]) -> None:
    titles = ["老城的灯会为什么搬走了？", "江上电车的客流少了一半"]
    foot = ["最后更新：2019-05-05 11:02", "责任编辑：周明远", "转发请注明本文链接", "喜欢此内容的人还喜欢"]
    text = pages([[line.format(title) for line in head] for title in titles], foot, chinese=True)
    articles = [draft.article for draft in clean_text(text, "scrape.txt").drafts]
    assert [(one.title, one.authors, one.date.day) for one in articles] == [
        (title, ("林若川",), "2019-05-04") for title in titles
    ]
    assert not any(line in one.body for one in articles for line in foot)


def test_a_notice_over_the_foot_of_the_page_is_the_articles() -> None:
    notice = "Copyright 2019 Quay Wire. All rights reserved. This material may not be rewritten."
    text = pages([["WORLD", "The tram reopens", "4 May 2019"]], [notice, "About us", "© 2021 The Canal Ledger"])
    (draft,) = clean_text(text, "scrape.txt").drafts
    assert "Quay Wire" not in draft.article.body
    assert (draft.article.rights.holder, draft.article.rights.year) == ("Quay Wire", 2019)
