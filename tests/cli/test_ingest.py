"""The verb ``ingest`` at the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "\n\n".join(
    [
        "Menu",
        "The Quiet Bridge",
        "By Ada Quill",
        "March 4, 2019",
        *[
            f"Number {n} of the harbour council said on Tuesday that the bridge would open before the festival."
            for n in "123"
        ],
        "Related stories",
    ]
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bridge.txt").write_text(TEXT, "utf-8")
    return tmp_path


def ingest(site: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "site_builder", "ingest", "--site", str(site), *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def test_explain_prints_every_line_with_its_fate(site: Path) -> None:
    done = ingest(site, "--explain")
    assert done.returncode == 0
    rows = [line.split() for line in done.stdout.splitlines() if line[:5].strip().isdigit()]
    assert [row[0] for row in rows] == ["1", "3", "5", "7", "9", "11", "13", "15"]
    assert "dropped: site navigation" in done.stdout
    assert "authors = Ada Quill  (line 5)" in done.stdout


def test_report_writes_the_ledger_as_json(site: Path) -> None:
    ingest(site, "--report", str(site / "report.json"))
    report = json.loads((site / "report.json").read_text("utf-8"))
    assert [article["title"] for article in report[0]["articles"]] == ["The Quiet Bridge"]
    assert report[0]["ledger"][1]["part"] == "title"
    assert [entry["article"] for entry in report[0]["ledger"]][:2] == [None, 1]  # counted as --explain counts


def test_a_page_without_articles_says_why(site: Path) -> None:
    done = ingest(site, "-", stdin="Menu\nSearch\n")
    assert done.returncode == 0
    assert "stdin: W040 no article in it: no title" in done.stderr


def test_a_bad_file_is_named_and_the_rest_is_done(site: Path) -> None:
    (site / "seeds" / "bad.txt").write_bytes(b"\x89PNG\r\n")
    done = ingest(site)
    assert done.returncode == 1
    assert "seeds/bad.txt: E002" in done.stderr
    assert "wrote content/articles/the-quiet-bridge.md" in done.stdout
    assert "Traceback" not in done.stderr


def test_diff_shows_what_a_changed_scrape_would_change(site: Path) -> None:
    ingest(site)
    (site / "seeds" / "bridge.txt").write_text(TEXT.replace("Number 2", "Number 9"), "utf-8")
    done = ingest(site, "--diff")
    assert "updated content/articles/the-quiet-bridge.md" in done.stdout
    assert "+Number 9 of the harbour council" in done.stdout
