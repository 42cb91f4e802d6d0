"""Articles: front matter and body, read strictly and written back the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.article import Article, PartialDate, Precision, Rights, Source
from site_builder.model.reference import Reference
from site_builder.store.content import dump_article, parse_article, read_articles
from site_builder.store.slug import fault

PATH = "content/articles/tea-houses.md"


def problems(front: str, body: str = "Text.") -> list[str]:
    return [str(issue) for issue in parse_article(f"---\n{front}\n---\n\n{body}\n", PATH)[1]]


def test_a_title_is_enough() -> None:
    article, issues = parse_article("---\ntitle: Tea houses\n---\n\nTea, slowly.\n", PATH)
    assert article == Article("tea-houses", "Tea houses", "Tea, slowly.", path=PATH, body_line=5)
    assert issues == ()


def test_every_key_is_read() -> None:
    text = """---
title: Tea houses of Chengdu
slug: tea
lang: zh-Hans
dek: A cup for two yuan
authors: [Lin Yu, 周舟]
contributors: [Ann Lee]
publisher: River Weekly
category: Society
date: 2021-07
date_precision: month
topics: [leisure]
tags: [tea, 茶馆]
source: {file: seeds/tea.txt, lines: [4, 90], url: "https://river.example/tea", sha256: "00ff"}
rights: {status: licensed, holder: River Weekly, year: 2021, notice: © River Weekly}
status: draft
ingested: "00aa"
---
Body
"""
    article, issues = parse_article(text, PATH)
    assert issues == ()
    assert article == Article(
        slug="tea",
        title="Tea houses of Chengdu",
        body="Body",
        lang="zh-Hans",
        dek="A cup for two yuan",
        authors=("Lin Yu", "周舟"),
        contributors=("Ann Lee",),
        publisher="River Weekly",
        category="Society",
        date=PartialDate("2021-07", "month"),
        topics=("leisure",),
        tags=("tea", "茶馆"),
        source=Source("seeds/tea.txt", (4, 90), "https://river.example/tea", "00ff"),
        rights=Rights("licensed", "River Weekly", 2021, "© River Weekly"),
        status="draft",
        ingested="00aa",
        path=PATH,
        body_line=19,
    )


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("titel: Tea", f'{PATH}:2:1: E012 unknown key "titel"; did you mean "title"?'),
        ("title: Tea\nrights:\n  stauts: own", f'{PATH}:4:3: E012 unknown key "stauts"; did you mean "status"?'),
        ("title: Tea\nstatus: publishd", f'{PATH}:3:9: E017 "status" cannot be "publishd"; did you mean "published"?'),
        ("title: Tea\ntitle: Cups", f'{PATH}:3:1: W106 key "title" stands twice; the first one counts'),
        ("title: Tea\nauthors: Lin Yu", f'{PATH}:3:10: E014 "authors" must be a list, not a text'),
        ("title: [Tea]", f'{PATH}:2:8: E014 "title" must be text, not a list'),
        ("slug: tea", f'{PATH}:2:1: E016 "title" is missing or empty'),
        ("title: Tea\ntopics: [[a]]", f'{PATH}:3:10: E014 each item of "topics" must be a text, not a list'),
        ("title: Tea\ntopics: [free time]", f'{PATH}:3:9: E018 "topics" cannot have "free time": '),
        ("title: Tea\nsource: {lines: [9, 3]}", f'{PATH}:3:17: E017 "lines" must be the first and the last line'),
        ("title: Tea\nsource: {url: 'javascript:x'}", f'{PATH}:3:15: E017 "url" must begin with https:// or http://'),
        ("title: Tea\nlang: English language", f'{PATH}:3:7: E017 "lang" must be a language tag'),
        ("title: Tea\nrights: {year: two}", f'{PATH}:3:16: E017 "year" must be a whole number from 1 to 9999'),
        ("title: Tea: a history", f'{PATH}:2:11: E011 not YAML: a value with ": " in it'),
        ('title: "Tea\nslug: x\n', f"{PATH}:2:8: E011 not YAML: a quote that is opened and not closed"),
        ("title: Tea\ntags:\n\t- x", f"{PATH}:4:1: E011 not YAML: a tab as indent"),
        ("title: &t Tea\ndek: *t", f"{PATH}:2:8: E015 anchors and aliases (&, *) are not allowed"),
        ("title: !!python/name:os.system Tea", f"{PATH}:2:8: E015 the tag "),
        ("- Tea", f"{PATH}:2:1: E014 must be a list of keys with values, not a list"),
        ('title: "Tea\\u202e"', f'{PATH}:2:8: W102 "title" has invisible direction marks'),
        ('title: "Tea\\x07."', f'{PATH}:2:8: W103 "title" has control characters'),
        ('title: "Tea\\nand cups"', f'{PATH}:2:8: E014 "title" must stand on one line'),
        ("", f"{PATH}:1:1: E010 the front matter is empty"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(front: str, expected: str) -> None:
    assert [problem for problem in problems(front) if problem.startswith(expected)], problems(front)


@pytest.mark.parametrize(
    "date", ["2021-02-30", "0000-00-00", "20210714", "2021年7月14日", "2021-13", "14 July", "2021-7-4"]
)
def test_no_such_date(date: str) -> None:
    assert problems(f"title: Tea\ndate: {date}") == [f'{PATH}:3:7: E020 not a date: "{date}"']


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("date: 2021", PartialDate("2021", "year")),
        ("date: 2021-07", PartialDate("2021-07", "month")),
        ("date: 2021-07-14", PartialDate("2021-07-14", "day")),
        ("date: 2021-07-14T09:30+08:00", PartialDate("2021-07-14T09:30+08:00", "time")),
        ("date: 2021-01-01\ndate_precision: year", PartialDate("2021", "year")),
        ("date_precision: none", PartialDate()),
    ],
)
def test_a_date_is_as_exact_as_it_says(front: str, expected: PartialDate) -> None:
    article, issues = parse_article(f"---\ntitle: Tea\n{front}\n---\nBody\n", PATH)
    assert article is not None
    assert (article.date, issues) == (expected, ())


def test_a_date_is_not_more_exact_than_it_is() -> None:
    assert problems("title: Tea\ndate: 2021\ndate_precision: day") == [
        f'{PATH}:4:17: E020 "2021" is not known to the day'
    ]


@pytest.mark.parametrize(
    "slug",
    ["/etc", "..", "a/b", "a b", "'%2e%2e'", "''", "tea.", ".tea", "con", "LPT1.x", "a\\b", "x" * 121, "茶" * 41],
)
def test_a_slug_is_one_safe_folder_name(slug: str) -> None:
    assert any(" E018 " in problem or " E016 " in problem for problem in problems(f"title: Tea\nslug: {slug}"))


def test_a_file_name_that_is_no_slug_asks_for_one() -> None:
    article, issues = parse_article("---\ntitle: Tea\n---\nx\n", "content/articles/50% tea.md")
    assert article is None
    assert [(issue.code, issue.hint) for issue in issues] == [("E018", "for example: slug: 50-tea")]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Tea\n\nBody\n",
        "Body only\n",
        "",
        "---\n" + "[" * 90_000 + "\n---\n",
        "---\n" + "- " * 40_000 + "\n---\n",
    ],
)
def test_broken_front_matter_is_a_problem_not_a_crash(text: str) -> None:
    article, issues = parse_article(text, PATH)
    assert article is None
    assert issues


def test_the_body_keeps_its_words_and_its_line() -> None:
    article, _ = parse_article("---\ntitle: Tea\n---\n\n\n    # 茶 --- \n\n---\nend  \n\n", PATH)
    assert article is not None
    assert (article.body, article.body_line) == ("    # 茶 --- \n\n---\nend  ", 6)


def test_one_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("---\ntitle: A\n---\nx\n")
    (folder / "b.md").write_bytes(b"---\ntitle: B\n---\n\n\xb2\xe8\n")
    (folder / "c.md").write_text("---\ntitle: C\nslug: A\n---\nx\n")
    (folder / "d.txt").write_text("no article")
    (folder / "e.md").symlink_to("/etc/hostname")
    (folder / ".swap.md").write_text("hidden")
    articles, issues = read_articles(tmp_path)
    assert [article.title for article in articles] == ["A", "C"]
    assert [str(issue) for issue in issues] == [
        "content/articles/b.md:5:1: E002 not UTF-8: byte 0xb2 at offset 18",
        "content/articles/d.txt: W104 is not a .md file, and is not read",
        "content/articles/e.md: E001 is a link to a file outside the site, and is not read",
        'content/articles/c.md: E019 the slug "a" is taken by content/articles/a.md too',
    ]


line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"]), max_size=30).map(str.strip)
body = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\ufeff"), max_size=80)
slugs = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True).filter(lambda slug: not fault(slug))
some = st.lists(line.filter(bool), max_size=3).map(tuple)
lines = st.none() | st.tuples(st.integers(1, 9), st.integers(9, 99))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    precision: Precision = draw(st.sampled_from(["none", "year", "month", "day"]))
    length = {"none": 0, "year": 4, "month": 7, "day": 10}[precision]
    return PartialDate(draw(st.dates()).isoformat()[:length], precision)


urls = st.sampled_from(["", "https://harbour.example/lamps?x=1&y=2#z"])


articles = st.builds(
    Article,
    slug=slugs,
    title=line.filter(bool),
    body=body.map(lambda text: text.strip("\n")),
    dek=line,
    authors=some,
    contributors=some,
    publisher=line,
    category=line,
    date=partial_dates(),
    topics=st.lists(slugs, max_size=2).map(tuple),
    tags=some,
    references=st.lists(st.builds(Reference, some, line, line, line, urls, line), max_size=2).map(tuple),
    source=st.builds(Source, file=line, lines=lines, sha256=line),
    rights=st.builds(Rights, holder=line, year=st.none() | st.integers(1, 9999), notice=line),
    status=st.sampled_from(["draft", "published", "withdrawn"]),
    ingested=line,
    path=st.just(PATH),
)


@settings(deadline=None, max_examples=80)
@given(articles)
def test_what_is_written_is_read_back(article: Article) -> None:
    text = dump_article(article)
    again, _ = parse_article(text, PATH)
    assert again is not None
    assert replace(again, body_line=1) == article
    assert dump_article(again) == text
