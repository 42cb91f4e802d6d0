"""What programs that clip pages write, pages in traditional script, and articles over the first that is found."""

from tests.clean.test_heads_that_agree import EN, NAMES, PEOPLE, ZH, articles, en, text, zh


def test_a_block_of_metadata_under_each_title() -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        facts = [
            f"- Author: [[{PEOPLE[i]}]]",
            f"- Full Title: {title}",
            "- Category: #articles",
            f"- URL: https://canal.example/{i}",
        ]
        lines += [f"# {title}", "## Metadata\n" + "\n".join(facts), "## Full Document", *en(title)]
    found = articles(lines, "export.md")
    assert [(one.title, one.authors, one.source.url) for one in found] == [
        (title, (PEOPLE[i],), f"https://canal.example/{i}") for i, title in enumerate(EN)
    ]
    assert [text(one) for one in found] == [en(title) for title in EN]


def test_an_excerpt_that_is_called_one_is_a_dek() -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        lines += [
            f"# {title}",
            f"> ## Excerpt\n> The keeper of {PEOPLE[i]} has sold the boat.",
            f"By {PEOPLE[i]} | May {i + 1}, 2019",
        ]
        lines += [*en(title), "* * *"]
    assert [one.dek for one in articles(lines, "clip.md")] == [
        f"The keeper of {name} has sold the boat." for name in PEOPLE
    ]


def test_pointers_in_traditional_script_end_the_articles() -> None:
    lines = ["端聞"]
    for i, title in enumerate(ZH):
        lines += [
            title,
            f"記者 {NAMES[i]}／湖州報導",
            f"2019/05/0{i + 1} 11:20",
            "A- A+",
            *zh(title),
            f"延伸閱讀：{ZH[i - 1]}",
        ]
    assert [(one.title, one.authors) for one in articles(lines)] == [(title, (NAMES[i],)) for i, title in enumerate(ZH)]


def test_a_sentence_that_stands_under_every_head_is_the_pages() -> None:
    lines = ["Canal Papers"]
    for i, title in enumerate(EN):
        lines += [
            title,
            f"By {PEOPLE[i]}",
            f"May {i + 1}, 2019",
            "Please accept our terms, so that you can hear this.",
            *en(title),
        ]
    assert [text(one) for one in articles(lines)] == [en(title) for title in EN]


def test_the_first_article_has_no_less_than_the_others() -> None:
    lines: list[str] = []
    for i, title in enumerate(EN):
        lines += [
            f"By {PEOPLE[i]} and Omar Reed",
            f"Published: May {i + 1}, 2019  11:20 a.m.  GMT+8",
            title,
            *en(title),
        ]
        lines += ["Contact the reporter (omar@canal.example) and the editor (ed@canal.example)", "* * *"]
    assert [(one.title, one.authors[0]) for one in articles(lines)] == [(t, PEOPLE[i]) for i, t in enumerate(EN)]


def test_a_letter_over_the_first_article_that_nobody_signs_is_none() -> None:
    lines = ["Canal Letter", "Good morning from the lock", *en("morning")]
    for i, title in enumerate(EN):
        lines += ["* * *", title, f"By {PEOPLE[i]}", f"May {i + 1}, 2019", *en(title)]
    assert [one.title for one in articles(lines)][-3:] == list(EN)
