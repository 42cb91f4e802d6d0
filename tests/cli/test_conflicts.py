"""What the collection contradicts itself in: reported by `check` with file, line and hint; no error of the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main

ARTICLES = {
    "one.md": "Mayor Lin Anfeng (林安凤) met Yue Xiaoshan (乐小山).",
    "two.md": "Singer Lin Anfeng (林岸风) met Le Xiaoshan (乐小山) and Zhang Lie (张雷).",
}


@pytest.fixture
def torn(site: Path, lexicon_cache: Callable[[Path], None]) -> Path:
    """Return the small site with two articles that contradict each other."""
    for name, text in ARTICLES.items():
        (site / "content/articles" / name).write_text(f"---\ntitle: {name}\n---\n\nIt rained.\n\n{text}\n", "utf-8")
    lexicon_cache(site)
    return site


def test_contradictions_are_reported_with_file_line_and_hint(torn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(torn), "check"]) == 0
    said = capsys.readouterr().err
    assert "content/articles/one.md:7:19: W301 “Lin Anfeng” stands for 林安凤" in said
    assert "content/articles/one.md:7:42: W302 乐小山 is read Yuè Xiǎoshān in one and Lè Xiǎoshān in two" in said
    assert 'content/articles/two.md:7:62: W201 "Zhang Lie" spells no reading of 张雷' in said
    assert said.count("    ") >= 3, "each has a hint below it"


def test_contradictions_stop_a_strict_run_only_where_they_warn(torn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(torn), "--strict", "check"]) == 1
    (torn / "content/articles/two.md").write_text("---\ntitle: two\n---\n\nA Lin Anfeng (林岸风).\n", "utf-8")
    assert main(["--site", str(torn), "--strict", "check"]) == 0
    assert "W301" in capsys.readouterr().err


def test_what_is_lost_without_the_model_is_said_once(
    torn: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--site", str(torn), "build"]) == 0
    assert "no polyphone model" not in capsys.readouterr().err
    monkeypatch.setattr("site_builder.cli.report.find_spec", lambda _: None)
    assert main(["--site", str(torn), "build"]) == 0
    assert capsys.readouterr().err.count("no polyphone model") == 1
