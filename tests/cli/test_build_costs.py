"""What a build loads, and what it says of its costs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli import main

ASIDE = {"bs4", "livereload", "numpy", "pypinyin", "tornado", "urllib.request"}
"""What a build with nothing to annotate has no use for; the last loads all of HTTP."""

LOADED = "import sys; from site_builder.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


def loaded(site: Path, *flags: str) -> set[str]:
    command = [sys.executable, "-c", LOADED, "build", "--no-full-text", "--jobs", "1", *flags]
    run = subprocess.run(command, cwd=site, capture_output=True, text=True, check=True)
    return set(run.stderr.split())


def test_a_build_with_nothing_to_do_loads_no_parser(site: Path) -> None:
    loaded(site)
    assert loaded(site).isdisjoint(ASIDE | {"jinja2", "markdown", "yaml", "sqlite3"})


def test_a_build_that_annotates_nothing_loads_no_annotator(site: Path) -> None:
    loaded(site)
    (site / "content/pages").mkdir()
    (site / "content/pages/about.md").write_text("---\ntitle: About\n---\n\nOf tea.\n", encoding="utf-8")
    assert loaded(site).isdisjoint(ASIDE)


def test_an_edit_without_chinese_needs_neither_segmenter_nor_model(site: Path) -> None:
    loaded(site)
    (article,) = (site / "content/articles").glob("*.md")
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    assert loaded(site).isdisjoint({"numpy", "rjieba"})
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more of 新鲜的茶叶市场.\n", encoding="utf-8")
    assert "rjieba" in loaded(site)


def test_profile_says_where_the_time_went(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site)
    assert main(["build", "--no-full-text", "--jobs", "1", "--json", "--profile"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    stages = {one["stage"]: one["seconds"] for one in said if "stage" in one}
    assert {"terms: merge, pages", "looking at files", "lists: search", ""} <= stages.keys()
    assert min(stages.values()) >= 0
    assert stages.pop("") == pytest.approx(sum(stages.values()), abs=1e-3)
