"""Whatever stands in content/, a run ends with every problem named, no traceback, and the last good site whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main

ARTICLES: dict[str, bytes] = {
    "gbk.md": "---\ntitle: 茶\n---\n\n喝茶\n".encode("gbk"),
    "cut.md": "---\ntitle: Tea\n---\n\n茶".encode()[:-1],
    "open.md": b"---\ntitle: Tea\n\nNo end.\n",
    "list.md": b"---\n- tea\n---\nx\n",
    "tabs.md": b"---\ntitle: Tea\ntags:\n\t- a\n---\nx\n",
    "run.md": b"---\ntitle: !!python/object/apply:os.mkdir [ran]\n---\nx\n",
    "bomb.md": b"---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: [*b, *b]\n---\nx\n",
    "day.md": b"---\ntitle: Tea\ndate: 2023-02-29\n---\nx\n",
    "up.md": b"---\ntitle: Tea\nslug: ../up\n---\nx\n",
    "twin.md": b"---\ntitle: Tea\nslug: TEA\n---\nx\n",
    "typo.md": b"---\ntitle: Tea\nauthor: Lin\nstatus: publish\n---\nx\n",
    "link.md": b"---\ntitle: Tea\n---\n\nSee [this](../gone/) and [that](#nowhere).\n",
    "huge.md": b"---\ntitle: Tea\n---\n" + b"x" * 4_100_000,
    "nul.md": b"---\ntitle: Tea\n---\n\na\0b\n",
}
NOTES: dict[str, bytes] = {
    "tea.yaml": "- {quote: 咖啡, note: none here}\n- {quote: 茶馆, note: y, colour: red}\n".encode(),
    "nobody.yaml": b"- {quote: x, note: y}\n",
}


@pytest.fixture
def bad(site: Path, lexicon_cache: Callable[[Path], None]) -> Path:
    """Return the small site with everything wrong with it that people and machines do to files."""
    (site / "content/annotations").mkdir()
    for name, data in ARTICLES.items():
        (site / "content/articles" / name).write_bytes(data)
    for name, data in NOTES.items():
        (site / "content/annotations" / name).write_bytes(data)
    (site / "content/articles/out.md").symlink_to("/etc/hostname")
    (site / "content/articles/loop").symlink_to(site / "content")
    os.mkfifo(site / "content/articles/pipe.md")
    (site / "content/site.toml").write_text('titel = "x"\n')
    lexicon_cache(site)
    return site


def test_every_problem_is_named_in_one_run(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(bad), "check"]) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    for problem in (
        "content/articles/gbk.md:2:8: E002 not UTF-8",
        "content/articles/cut.md:5:1: E002 not UTF-8",
        "content/articles/open.md:1:1: E010 the front matter has no end",
        "content/articles/list.md:2:1: E014 must be a list of keys with values",
        "content/articles/tabs.md:4:1: E011 not YAML: a tab as indent",
        "content/articles/run.md:2:8: E015 the tag",
        "content/articles/bomb.md:2:4: E015 anchors and aliases",
        "content/articles/day.md:3:7: E020 not a date",
        'content/articles/up.md:3:7: E018 slug cannot be "../up"',
        "E070 wants the address /articles/",
        'content/articles/typo.md:3:1: E012 unknown key "author"; did you mean "authors"?',
        'content/articles/typo.md:4:9: E017 "status" cannot be "publish"; did you mean "published"?',
        "content/articles/huge.md: E001 is too large",
        "content/articles/nul.md:5:2: W103 control characters",
        "content/articles/out.md: E001 is a link to a file outside the site",
        "content/articles/pipe.md: E001 is not a regular file",
        "content/articles/loop: W104 is not a .md file",
        "content/annotations/tea.yaml:1:11: E040 note",
        'content/annotations/tea.yaml:2:24: E012 unknown key "colour"',
        "content/annotations/nobody.yaml: ",
        'content/site.toml:1:1: E031 unknown key "titel"; did you mean "title"?',
    ):
        assert problem in said, problem
    assert not (bad / "ran").exists()


def test_a_broken_site_leaves_the_last_good_one(
    site: Path, lexicon_cache: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    lexicon_cache(site)
    assert main(["--site", str(site), "build", "--quiet"]) == 0
    good = (site / "output/articles/tea/index.html").read_bytes()
    (site / "content/articles/open.md").write_bytes(ARTICLES["open.md"])
    assert main(["--site", str(site), "build"]) == 1
    assert "the last good site" in capsys.readouterr().out
    assert (site / "output/articles/tea/index.html").read_bytes() == good


def test_an_orphan_is_reported_yet_stops_only_a_strict_build(
    site: Path, lexicon_cache: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    lexicon_cache(site)
    (site / "content/annotations").mkdir()
    (site / "content/annotations/tea.yaml").write_bytes(NOTES["tea.yaml"].splitlines()[0])
    assert main(["--site", str(site), "build", "--strict"]) == 1
    assert not (site / "output/index.html").exists()
    assert main(["--site", str(site), "build"]) == 1
    assert (site / "output/index.html").exists()
    assert capsys.readouterr().err.count("E040 note") == 2
