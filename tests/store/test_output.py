"""The output is all of one build or all of another, whatever happens in between."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.model.issue import SiteError
from site_builder.store import exchange as exchange_module
from site_builder.store import output as store
from site_builder.store.pack import digest

Pages = dict[str, bytes]

FIRST = {"index.html": b"home", "articles/song/index.html": b"song", "glossary/\u8bda\u4fe1/index.html": b"trust"}
SECOND = {"index.html": b"home, again", "articles/song/index.html": b"song", "topics/credit/index.html": b"credit"}


def build(site: Path, pages: Pages) -> None:
    tree = store.begin(store.prepare(site / "output", site / ".cache"))
    written = [path for path, data in pages.items() if tree.files.get(path) != digest(data)]
    for path in written:
        store.write(str(tree.spare), path, pages[path])
    store.publish(tree, {path: digest(data) for path, data in pages.items()}, written)


def seen(site: Path) -> Pages:
    root = site / "output"
    files = {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}
    named = files.pop(store.MANIFEST, b"").decode()
    assert set(named.splitlines()) <= files.keys()
    return files


def test_a_build_shows_its_pages_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    assert seen(tmp_path) == FIRST
    build(tmp_path, SECOND)
    assert seen(tmp_path) == SECOND
    assert not (tmp_path / "output/glossary").exists()


def test_a_page_that_did_not_change_keeps_its_time_stamp(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    old = (tmp_path / "output/articles/song/index.html").stat()
    build(tmp_path, SECOND)
    new = (tmp_path / "output/articles/song/index.html").stat()
    assert (new.st_mtime_ns, new.st_ino) == (old.st_mtime_ns, old.st_ino)


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/.gitignore").write_bytes(b"*")
    build(tmp_path, FIRST)
    (tmp_path / "output/CNAME").write_bytes(b"example.org")
    (tmp_path / "output/articles/song/mine.txt").write_bytes(b"mine")
    (tmp_path / "output/own/deep").mkdir(parents=True)
    (tmp_path / "output/own/deep/x").write_bytes(b"x")
    others = {".gitignore": b"*", "CNAME": b"example.org", "articles/song/mine.txt": b"mine", "own/deep/x": b"x"}
    build(tmp_path, SECOND)
    assert seen(tmp_path) == SECOND | others
    build(tmp_path, FIRST)
    assert seen(tmp_path) == FIRST | others


def test_a_file_that_its_owner_removed_does_not_come_back(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    (tmp_path / "output/CNAME").write_bytes(b"example.org")
    build(tmp_path, SECOND)
    (tmp_path / "output/CNAME").unlink()
    build(tmp_path, FIRST)
    assert seen(tmp_path) == FIRST


def test_an_output_that_was_removed_comes_back_whole(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    (tmp_path / "output").rename(tmp_path / "gone")
    build(tmp_path, FIRST)
    assert seen(tmp_path) == FIRST


def test_a_cache_that_was_removed_costs_time_but_no_page(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    (tmp_path / ".cache").rename(tmp_path / "gone")
    build(tmp_path, FIRST)
    assert seen(tmp_path) == FIRST


def test_without_a_cache_the_output_itself_says_whose_its_files_are(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    (tmp_path / "output/CNAME").write_bytes(b"example.org")
    old = (tmp_path / "output/articles/song/index.html").stat()
    shutil.rmtree(tmp_path / ".cache")
    build(tmp_path, SECOND)
    assert seen(tmp_path) == SECOND | {"CNAME": b"example.org"}
    assert (tmp_path / "output/articles/song/index.html").stat().st_mtime_ns == old.st_mtime_ns


@pytest.mark.parametrize("path", ["../mine", "/etc/hostname", "", "link/mine", "own", "\0", "x" * 5000])
def test_a_list_that_someone_edited_leads_nowhere_else(tmp_path: Path, path: str) -> None:
    build(tmp_path, FIRST)
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "output/own").mkdir()
    (tmp_path / "output/link").symlink_to(tmp_path)
    (tmp_path / "output" / store.MANIFEST).write_text(f"{path}\n", "utf-8")
    shutil.rmtree(tmp_path / ".cache")
    assert store.listed(tmp_path / "output") == []
    build(tmp_path, SECOND)
    assert (tmp_path / "mine").read_bytes() == b"mine"


def test_other_peoples_files_in_the_place_of_pages_are_named(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    for name, text in (("index.html", b"mine"), ("topics/credit/index.html", b"credit"), ("CNAME", b"example.org")):
        (tmp_path / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / name).write_bytes(text)
    tree = store.begin(store.prepare(tmp_path / "output", tmp_path / ".cache"))
    for path, data in SECOND.items():
        store.write(str(tree.spare), path, data)
    assert store.taken(tree, {path: digest(data) for path, data in SECOND.items()}) == ["index.html"]
    store.abandon(tree, SECOND)
    build(tmp_path, {"other.html": b"other"})
    assert seen(tmp_path)["index.html"] == b"mine"


def test_a_damaged_note_is_not_trusted(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    note = tmp_path / ".cache/tree"
    note.write_bytes(note.read_bytes()[:-3] + b"???")
    build(tmp_path, FIRST)
    assert seen(tmp_path) == FIRST


class _Killed(BaseException):
    """Stands for ``kill -9``: nothing of the program catches it."""


@pytest.fixture
def bomb(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the n-th change to the disk be the last one."""
    left = [-1]

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                raise _Killed
            return real(*args, **kwargs)

        return call

    for name in ("link", "unlink", "mkdir", "makedirs", "replace", "rename", "open", "write"):
        monkeypatch.setattr(os, name, guarded(getattr(os, name)))
    monkeypatch.setattr(exchange_module, "_at_once", guarded(exchange_module._at_once))
    return lambda steps: left.__setitem__(0, steps)


def killed(action: Callable[[], None]) -> bool:
    try:
        action()
    except _Killed:
        return True
    return False


@pytest.mark.parametrize("old", [{}, FIRST])
def test_killed_after_any_step_the_site_is_whole(tmp_path: Path, bomb: Callable[[int], None], old: Pages) -> None:
    for steps in range(1, 200):
        site = tmp_path / str(steps)
        site.mkdir()
        bomb(-1)
        build(site, old)
        bomb(steps)
        died = killed(lambda site=site: build(site, SECOND))  # type: ignore[misc]
        bomb(-1)
        assert seen(site) in (old, SECOND), steps
        build(site, SECOND)
        assert seen(site) == SECOND, steps
        if not died:
            assert steps > 10
            return
    pytest.fail("the build never ended")


def test_killed_where_the_system_has_no_exchange_the_next_build_mends_it(
    tmp_path: Path, bomb: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange_module, "_at_once", lambda one, other: False)
    for steps in range(1, 60):
        site = tmp_path / str(steps)
        site.mkdir()
        bomb(-1)
        build(site, FIRST)
        bomb(steps)
        killed(lambda site=site: build(site, SECOND))  # type: ignore[misc]
        bomb(-1)
        build(site, SECOND)
        assert seen(site) == SECOND, steps


def test_a_full_disk_leaves_the_last_good_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, FIRST)

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "exchange", full)
    with pytest.raises(SiteError, match=r"No space left.*last good site.*free some space"):
        build(tmp_path, SECOND)
    assert seen(tmp_path) == FIRST
    monkeypatch.undo()
    build(tmp_path, SECOND)
    assert seen(tmp_path) == SECOND


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_output_is_said_and_left(tmp_path: Path) -> None:
    build(tmp_path, FIRST)
    (tmp_path / "output").chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(SiteError, match="last good site stands"):
        build(tmp_path, SECOND)
    assert seen(tmp_path) == FIRST
    (tmp_path / "output").chmod(stat.S_IRWXU)
    build(tmp_path, SECOND)
    assert seen(tmp_path) == SECOND
