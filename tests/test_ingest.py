"""Ingest files articles and keeps what people did to them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.clean.dispatch import clean
from site_builder.ingest import Done, Result, ingest
from site_builder.model.scrape import Cleaned
from site_builder.store.content import dump_article, read_articles, write_article

FIRST = "The harbour council said on Tuesday that the new bridge would open before the spring festival, at last."
SECOND = "Shopkeepers along the canal told reporters that nobody had been asked about the lanterns (灯笼) above it."
THIRD = "A panel of judges conceded in a letter that the archive was moved without a public notice, years ago."
OTHER = "Two former engineers could not explain why the slogan had been chosen by lottery, or who had drawn it."
NAME = "content/articles/the-quiet-bridge.md"


def scrape(*paragraphs: str, title: str = "The Quiet Bridge", top: tuple[str, ...] = ()) -> str:
    return "\n\n".join([*top, title, "By Ada Quill", "March 4, 2019", *paragraphs]) + "\n"


@pytest.mark.parametrize(
    "name", ["two\nlines.txt", "tab\there: - x.txt", "bell\x07.txt", "caf\udce9.txt", "{{ 7 }}'\".txt"]
)
def test_the_name_of_a_scrape_may_be_anything(tmp_path: Path, name: str) -> None:
    (tmp_path / "seeds").mkdir()
    put(tmp_path, scrape(FIRST, SECOND, THIRD), name)
    assert fates(run(tmp_path)) == ["new"]
    ((article,), issues) = read_articles(tmp_path)
    assert issues == ()
    assert article.source.file == "seeds/" + "".join(char if char.isprintable() else "?" for char in name)
    assert fates(run(tmp_path)) == ["unchanged"]


def test_a_page_that_brings_the_program_down_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def falling(data: bytes, name: str, *more: object) -> Cleaned:
        if b"Fall" in data:
            raise RecursionError
        return clean(data, name)

    monkeypatch.setattr("site_builder.ingest.clean", falling)
    (tmp_path / "seeds").mkdir()
    put(tmp_path, "Fall", "a.txt")
    put(tmp_path, scrape(FIRST, SECOND, THIRD), "b.txt")
    done, issues = ingest(tmp_path)
    assert [(issue.where.path, issue.code) for issue in issues] == [("seeds/a.txt", "E005")]
    assert [result.fate for one in done for result in one.results] == ["new"]


def test_an_article_whose_title_is_lost_can_still_be_built(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    words = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    put(tmp_path, f"<!doctype html><meta charset=utf-8><title> </title><article>{words}</article>", "a.html")
    assert fates(run(tmp_path)) == ["new"]
    ((article,), issues) = read_articles(tmp_path)
    assert (article.title, issues) == ("Untitled", ())


def test_a_folder_without_scrapes_is_a_mistake_only_where_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "profiles").mkdir(parents=True)
    (tmp_path / "seeds" / "profiles" / "a.txt").write_text("no scrape", "utf-8")
    assert ingest(tmp_path) == ((), ())
    _, issues = ingest(tmp_path, [str(tmp_path / "seeds")])
    assert [(issue.where.path, issue.code) for issue in issues] == [("seeds", "E001")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "topics").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    put(tmp_path, scrape(FIRST, SECOND, THIRD))
    run(tmp_path)
    return tmp_path


def put(site: Path, text: str, name: str = "bridge.txt") -> None:
    (site / "seeds" / name).write_text(text, "utf-8")


def run(site: Path, *paths: str, merge: bool = False) -> list[Result]:
    done, _ = ingest(site, [str(site / path) for path in paths], merge=merge)
    return [result for one in done for result in one.results]


def fates(results: list[Result]) -> list[str]:
    return [result.fate for result in results]


def edit(site: Path, old: str, new: str) -> None:
    path = site / NAME
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def text_of(site: Path) -> str:
    return (site / NAME).read_text("utf-8")


def test_a_scrape_becomes_an_article(site: Path) -> None:
    article = read_articles(site)[0][0]
    assert (article.title, article.authors, article.date.text) == ("The Quiet Bridge", ("Ada Quill",), "2019-03-04")
    assert article.body == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert article.source.file == "seeds/bridge.txt"
    assert article.source.lines == (1, 11)
    assert text_of(site) == dump_article(article)


def test_the_same_scrape_again_changes_nothing(site: Path) -> None:
    before = (site / NAME).stat().st_mtime_ns
    assert fates(run(site)) == ["unchanged"]
    assert (site / NAME).stat().st_mtime_ns == before


def test_a_changed_scrape_renews_an_article_that_nobody_edited(site: Path) -> None:
    put(site, scrape(FIRST, SECOND, THIRD, OTHER))
    results = run(site)
    assert fates(results) == ["updated"]
    assert f"+{OTHER}" in results[0].diff
    assert read_articles(site)[0][0].body.endswith(OTHER)


def test_fields_that_a_person_changed_outlive_a_changed_scrape(site: Path) -> None:
    edit(site, "title: The Quiet Bridge", "title: A Bridge, Quietly")
    put(site, scrape(FIRST, SECOND, THIRD, OTHER))
    assert fates(run(site)) == ["updated"]
    assert read_articles(site)[0][0].title == "A Bridge, Quietly"


def test_an_edited_article_is_never_overwritten(site: Path) -> None:
    edit(site, "at last.", "at long last.")
    edited = text_of(site)
    put(site, scrape(FIRST, SECOND, THIRD, OTHER))
    results = run(site)
    assert fates(results) == ["edited"]
    assert "--merge" in results[0].note
    assert f"+{OTHER}" in results[0].diff
    assert text_of(site) == edited


def test_a_changed_title_of_an_edited_article_is_told(site: Path) -> None:
    edit(site, "at last.", "at long last.")
    put(site, scrape(FIRST, SECOND, THIRD, title="The Quiet Bridge Reopens"))
    (result,) = run(site)
    assert (result.fate, result.note.partition(";")[0]) == ("edited", "the scrape has changed")


def test_an_article_whose_neighbours_alone_changed_is_updated_and_says_so(site: Path) -> None:
    put(site, scrape(FIRST, SECOND, THIRD, top=("Menu", "Search")))
    assert [(result.fate, result.note) for result in run(site)] == [
        ("updated", "only where it stands in the scrape has changed")
    ]


def test_merge_keeps_both_sides(site: Path) -> None:
    edit(site, "at last.", "at long last.")
    put(site, scrape(FIRST, SECOND, THIRD, OTHER))
    assert fates(run(site, merge=True)) == ["merged"]
    body = read_articles(site)[0][0].body
    assert "at long last." in body
    assert body.endswith(OTHER)
    assert fates(run(site)) == ["edited"]


def test_merge_marks_a_conflict_and_loses_nothing(site: Path) -> None:
    edit(site, "at last.", "at long last.")
    put(site, scrape(FIRST.replace("at last.", "after all."), SECOND, THIRD))
    done, issues = ingest(site, [], merge=True)
    assert fates(list(done[0].results)) == ["conflict"]
    assert [issue.code for issue in issues] == ["E041"]
    text = text_of(site)
    assert "<<<<<<< edited here" in text
    assert "at long last." in text
    assert "after all." in text


def test_the_notes_that_a_changed_scrape_touches_are_named(site: Path) -> None:
    notes = site / "content" / "annotations" / "the-quiet-bridge.yaml"
    notes.parent.mkdir()
    notes.write_text(
        "- {id: lamp, quote: 灯笼, kind: note, note: x, by: A, date: 2024-01-01}\n"
        "- {id: panel, quote: A panel of judges, kind: note, note: x, by: A, date: 2024-01-01}\n",
        "utf-8",
    )
    put(site, scrape(FIRST, SECOND.replace(" (灯笼)", ""), THIRD))
    assert run(site)[0].touched == ("lamp",)


def test_a_broken_file_of_notes_is_named_where_a_changed_scrape_may_touch_them(site: Path) -> None:
    notes = site / "content" / "annotations" / "the-quiet-bridge.yaml"
    notes.parent.mkdir()
    notes.write_text('- {id: lamp, quote: "灯笼, kind: note}\n', "utf-8")
    put(site, scrape(FIRST, SECOND.replace(" (灯笼)", ""), THIRD))
    done, issues = ingest(site, [])
    (result,) = done[0].results
    assert result.touched == ()
    assert result.note.endswith("not all annotations can be read, see content/annotations/the-quiet-bridge.yaml")
    assert [issue.where.path for issue in issues] == ["content/annotations/the-quiet-bridge.yaml"]


def test_a_second_scrape_of_the_same_article_is_a_duplicate(site: Path) -> None:
    put(site, scrape(FIRST, SECOND, THIRD, top=("Quay News", "Menu")), "copy.txt")
    results = run(site, "seeds/copy.txt")
    assert fates(results) == ["duplicate"]
    assert results[0].path == NAME
    assert len(read_articles(site)[0]) == 1


def bulletin(day: int, figure: int) -> str:
    told = [f"{figure + n} lamps were lit on quay {n}, and all but one burnt until the morning bell." for n in range(6)]
    return "\n\n".join([f"Lamps of May {day}", "By Ada Quill", f"May {day}, 2019", *told]) + "\n"


def test_bulletins_that_differ_in_figures_are_not_duplicates(site: Path) -> None:
    put(site, bulletin(4, 100), "one.txt")
    put(site, bulletin(5, 120), "two.txt")
    assert fates(run(site, "seeds/one.txt", "seeds/two.txt")) == ["new", "new"]


def test_articles_of_one_scrape_never_replace_each_other(site: Path) -> None:
    put(site, f"{bulletin(4, 100)}\nNext story\n\n{bulletin(5, 120)}", "both.txt")
    assert fates(run(site, "seeds/both.txt")) == ["new", "new"]
    assert fates(run(site, "seeds/both.txt")) == ["unchanged", "unchanged"]


def test_merge_fills_from_a_duplicate_what_the_article_lacks(site: Path) -> None:
    put(site, "Title: The Quiet Bridge\nTags: bridge, quay\n\n" + f"{FIRST}\n\n{SECOND}\n\n{THIRD}" + "\n", "copy.txt")
    assert fates(run(site, "seeds/copy.txt", merge=True)) == ["joined"]
    article = read_articles(site)[0][0]
    assert article.tags == ("bridge", "quay")
    assert article.source.file == "seeds/bridge.txt"


def test_two_articles_of_one_title_get_two_files(site: Path) -> None:
    put(site, scrape(*(OTHER.replace("Two former", f"{n} former") for n in ("Nine", "Eleven", "Thirty"))), "other.txt")
    assert [result.path for result in run(site, "seeds/other.txt")] == ["content/articles/the-quiet-bridge-2.md"]


def test_a_bad_scrape_does_not_stop_the_others(site: Path) -> None:
    (site / "seeds" / "bad.txt").write_bytes(b"%PDF-1.4 \x00\x01")
    put(site, scrape(OTHER, SECOND, FIRST, title="A Slogan by Lottery"), "good.txt")
    done, issues = ingest(site, [str(site / "seeds" / name) for name in ("bad.txt", "missing.txt", "good.txt")])
    assert {issue.where.path.rsplit("/", 1)[-1] for issue in issues} == {"bad.txt", "missing.txt"}
    assert [result.fate for one in done for result in one.results] == ["new"]


def test_topics_are_proposed_with_the_reason(site: Path) -> None:
    topic = "---\ntitle: Lanterns\nterms: [lantern, 灯笼]\n---\n\nOf light.\n"
    (site / "content" / "topics" / "lanterns.md").write_text(topic, "utf-8")
    put(site, scrape(FIRST, SECOND.replace("lanterns", "lantern"), OTHER, title="Who Lit the Lantern?"), "lamp.txt")
    done, _ = ingest(site, [str(site / "seeds" / "lamp.txt")])
    found = [one for one in done[0].cleaned.drafts[0].evidence if one.field == "topics"]
    assert [(one.value, one.source) for one in found] == [("lanterns", "lantern ×2, 灯笼 ×1")]


def test_each_scrape_is_told_when_it_is_done(site: Path) -> None:
    heard: list[Done] = []
    ingest(site, [], told=heard.append)
    assert [one.name for one in heard] == ["seeds/bridge.txt"]


def test_an_article_that_a_person_wrote_is_left_alone(site: Path) -> None:
    article = read_articles(site)[0][0]
    own = dump_article(article).replace(f"ingested: {article.ingested}\n", "")
    (site / NAME).write_text(own, "utf-8")
    assert fates(run(site)) == ["edited"]
    assert text_of(site) == own


def test_write_article_is_read_back(site: Path) -> None:
    article = read_articles(site)[0][0]
    write_article(site, article)
    assert read_articles(site)[0][0] == article


def test_a_chinese_title_gets_a_name_in_latin_letters(
    tmp_path: Path, lexicon_cache: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon_cache(tmp_path)
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a-file"))  # no folder can be made there
    (tmp_path / "seeds").mkdir()
    put(tmp_path, scrape(FIRST, SECOND, THIRD, title="女孩的2019年：Bo’s 新桥在重庆开通"), "a.txt")
    assert [result.path for result in run(tmp_path)] == [
        "content/articles/nvhai-de-2019-nian-bos-xinqiao-zai-chongqing-kaitong.md"
    ]
