"""The preview: who may talk to it, which files it gives out, what it sees and shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.model.issue import Issue, Where
from site_builder.server import guard
from site_builder.server.panel import dressed, problems
from site_builder.server.watch import changed, snapshot


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_the_preview_answers_to_its_own_names(host: str) -> None:
    assert guard.trusted(host, None, 8000)
    assert guard.trusted(host, "http://localhost:8000", 8000)


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("evil.example:8000", None),  # a foreign name made to point to 127.0.0.1
        ("127.0.0.1", None),
        ("127.0.0.1:8000.evil.example", None),
        ("", None),
        ("127.0.0.1:8000", "http://evil.example"),
        ("127.0.0.1:8000", "https://127.0.0.1:8000"),
        ("127.0.0.1:8000", "http://127.0.0.1:9000"),
        ("127.0.0.1:8000", "null"),
    ],
)
def test_strangers_get_no_answer(host: str, origin: str | None) -> None:
    assert not guard.trusted(host, origin, 8000)


def test_only_a_page_with_the_token_may_write() -> None:
    own = "http://127.0.0.1:8000"
    assert guard.may_write("127.0.0.1:8000", own, 8000, "secret", "secret")
    assert not guard.may_write("127.0.0.1:8000", own, 8000, "secreT", "secret")
    assert not guard.may_write("127.0.0.1:8000", own, 8000, "", "secret")
    assert not guard.may_write("127.0.0.1:8000", None, 8000, "secret", "secret")
    assert not guard.may_write("127.0.0.1:8000", "http://evil.example", 8000, "secret", "secret")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", "index.html"),
        ("a/", "index.html"),
        ("a", "index.html"),
        ("a/b.css", "b.css"),
        ("../secret", None),
        ("a/../../secret", None),
        ("/etc/hostname", None),
        ("//etc/hostname", None),
        ("link", None),
        ("a\0b", None),
        ("x" * 5000, None),
        ("gone", None),
    ],
)
def test_only_files_of_the_site_are_given_out(tmp_path: Path, path: str, name: str | None) -> None:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    for file in ("index.html", "a/index.html", "a/b.css"):
        (site / file).write_text("x")
    (tmp_path / "secret").write_text("x")
    (site / "link").symlink_to(tmp_path / "secret")
    file_found = guard.file_at(site, path)
    assert (file_found.name if file_found else None) == name


def test_a_change_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "deep/tea.md"
    file.parent.mkdir()
    file.write_text("x")
    first = snapshot([tmp_path, tmp_path / "none"])
    assert list(first) == [str(file)]
    assert changed(first, snapshot([tmp_path])) == ()
    file.write_text("xy")
    (tmp_path / "new.md").write_text("x")
    assert changed(first, snapshot([tmp_path])) == (str(file), str(tmp_path / "new.md"))
    file.unlink()
    assert str(file) in changed(first, snapshot([tmp_path]))


def test_what_text_editors_leave_is_not_seen(tmp_path: Path) -> None:
    for name in (".tea.md.swp", "tea.md~", "#tea.md#", ".hidden"):
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [Path(path).name for path in snapshot([tmp_path])] == ["loop"]


def test_a_page_gets_the_script_and_the_problems() -> None:
    issue = Issue(Where("a.md", 3, 1), "E1", "<b>no</b>", hint="mend it")
    page = dressed("<html><head></head><body>茶</body></html>", 8000, [issue])
    assert '<script src="/livereload.js?port=8000" defer></script></head>' in page
    assert "a.md:3:1: E1 &lt;b&gt;no&lt;/b&gt;\n    mend it" in page
    assert "edit-token" not in page
    assert 'content="secret"' in dressed("<html></html>", 8000, [], "secret")


def test_warnings_alone_are_no_alarm() -> None:
    assert problems([Issue(Where("a.md"), "W1", "hm", "warning")]) == ""
