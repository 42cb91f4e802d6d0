"""Whatever happens to a build, the last good site stays whole, and the next build is right."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.build import Request, build, state
from site_builder.build.shelf import shard_of
from site_builder.build.state import Plain, State
from site_builder.model.issue import SiteError
from site_builder.model.site import Site
from site_builder.store import pack
from tests.build.harm import DONE, REFUSED, die, full_disk, harmed, hurt, paused, small_files
from tests.build.sites import BRIDGE, built, pages, site, write

Pages = dict[str, bytes]
NEVER = 10**9
NEW = BRIDGE + "\nA ferry (渡船) still crosses. “Ferries Stay” (#渡船不走#) is a hashtag.\n"
SONG_FILE, BRIDGE_FILE = "content/articles/song.md", "content/articles/bridge.md"
EMPTY = 10  # bytes of a value in which nothing is


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


def versions(root: Path) -> tuple[Pages, Pages]:
    """Return the pages of both versions of the site, and leave the old one built."""
    write(root, "content/articles/bridge.md", NEW)
    built(root)
    new = pages(root)
    write(root, "content/articles/bridge.md", BRIDGE)
    built(root)
    return pages(root), new


def steps(root: Path) -> int:
    """Return how many steps a build takes after the edit, and leave the old version built."""
    write(root, "content/articles/bridge.md", NEW)
    ended = harmed(root, NEVER, die)
    assert ended.code == DONE
    write(root, "content/articles/bridge.md", BRIDGE)
    built(root)
    return int(ended.said)


@pytest.mark.slow
def test_killed_at_any_step_the_last_good_site_is_whole(root: Path) -> None:
    old, new = versions(root)
    count = steps(root)
    assert count > 50
    killed = 0
    for step in [*range(1, count, max(1, count // 12)), count - 2, count - 1, count]:
        write(root, "content/articles/bridge.md", NEW)
        killed += harmed(root, step, die).code == -9
        assert pages(root) in (old, new), step
        assert built(root).published
        assert pages(root) == new, step
        write(root, "content/articles/bridge.md", BRIDGE)
        built(root)
        assert pages(root) == old, step
    assert killed > 10


@pytest.mark.slow
def test_a_cold_build_that_is_killed_begins_again(root: Path, tmp_path: Path) -> None:
    expected, _ = versions(root)
    for step in (1, 20, 100):
        fresh = tmp_path / str(step)
        shutil.copytree(root / "content", fresh / "content")
        assert harmed(fresh, step, die).code == -9
        assert not pages(fresh) or pages(fresh) == expected
        assert built(fresh).published
        assert pages(fresh) == expected, step


@pytest.mark.slow
def test_a_full_disk_is_said_and_leaves_the_last_good_site(root: Path) -> None:
    old, new = versions(root)
    count = steps(root)
    for step in [*range(1, count, max(1, count // 8)), count]:
        write(root, "content/articles/bridge.md", NEW)
        code, said = harmed(root, step, full_disk, once=False)
        assert (code, "No space left on device" in said, "last good site stands" in said) == (REFUSED, True, True), step
        assert pages(root) in (old, new), step
        assert built(root).published
        assert pages(root) == new, step
        write(root, "content/articles/bridge.md", BRIDGE)
        built(root)


@pytest.mark.parametrize("most", [0, 2_000, 20_000, 60_000])
def test_a_file_that_cannot_grow_is_said_and_leaves_the_last_good_site(root: Path, most: int) -> None:
    old, new = versions(root)
    write(root, "content/articles/bridge.md", NEW)
    code, said = harmed(root, 1, small_files(most))
    assert (code, "File too large" in said) == (REFUSED, True)
    assert pages(root) in (old, new)
    built(root)
    assert pages(root) == new


def test_two_builds_at_once_take_turns_or_say_who_is_first(root: Path) -> None:
    old, new = versions(root)
    write(root, "content/articles/bridge.md", NEW)
    with paused(root, 30) as other:
        with pytest.raises(SiteError, match=rf"process {other}\b"):
            build(Request(root, root / "output", Site(), wait=0))
        assert pages(root) == old
    said: list[str] = []
    with paused(root, 30, seconds=0.5) as other:
        write(root, "content/articles/bridge.md", NEW)
        assert build(Request(root, root / "output", Site()), said.append).published
    assert said == [f"waiting for another build (process {other}) to finish"]
    assert pages(root) == new


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("output-*/lock", False),
        ("output-*/tree", False),
        ("build-*/quick", False),
        ("build-*/templates/*", False),
        ("build-*/state", True),
        ("build-*/packs/*", True),
    ],
)
def test_a_damaged_cache_is_made_again_and_what_builds_remembered_is_told(root: Path, name: str, told: bool) -> None:
    _, new = versions(root)
    files = list((root / ".cache").glob(name))
    assert files
    for path in files:
        for place in range(0, path.stat().st_size, 50):
            hurt(path, place)
    write(root, "content/articles/bridge.md", NEW)
    assert ("I001" in {issue.code for issue in built(root).issues}) == told
    assert pages(root) == new


def _page(kept: State) -> Plain:
    return kept.rows[BRIDGE_FILE].leaf


def _text(kept: State) -> Plain:
    return kept.rows[SONG_FILE].text


def _facts(kept: State) -> Plain:
    block: Plain = next(ref for ref in kept.blocks[kept.rows[SONG_FILE].facts[0]] if ref[2] > EMPTY)
    return block


def _shelf(kept: State) -> Plain:
    shelf: Plain = kept.terms[shard_of("网站")][0]
    return shelf


def known(folder: Path) -> State:
    kept = state.load(folder / "state")
    assert kept is not None
    return kept


def test_the_cache_of_a_program_with_other_rows_is_not_read(root: Path) -> None:
    built(root)
    before = pages(root)
    (kept,) = (root / ".cache").glob("build-*/state")
    value = pack.load(kept)
    value["rows"] = {path: row[:7] + row[8:] for path, row in value["rows"].items()}
    value["shape"] = value["shape"][:-1]
    pack.dump(kept, value)
    write(root, "content/articles/bridge.md", NEW)
    assert "I001" not in {issue.code for issue in built(root).issues}
    write(root, "content/articles/bridge.md", BRIDGE)
    built(root)
    assert pages(root) == before


def test_what_another_program_kept_of_names_is_not_read(root: Path) -> None:
    write(root, "content/glossary.yaml", "- term: 大桥\n  english: [big bridge]\n")
    built(root)
    before = pages(root)
    (kept,) = (root / ".cache").glob("build-*/state")
    value = pack.load(kept)
    value["common"]["program"] = b"another"
    value["guide"] = (value["guide"][0][::-1], value["rows"][BRIDGE_FILE][4])  # a value of another shape
    pack.dump(kept, value)
    write(root, "content/articles/bridge.md", NEW)
    built(root)
    write(root, "content/articles/bridge.md", BRIDGE)
    built(root)
    assert pages(root) == before


@pytest.mark.parametrize("damaged", [_page, _text, _facts, _shelf])
def test_of_one_damaged_value_only_what_rests_on_it_is_made_again(
    root: Path, damaged: Callable[[State], Plain]
) -> None:
    note = "- id: a\n  quote: Weibo\n  note: A site (网站).\n"
    write(root, "content/articles/web.md", BRIDGE.replace("slug: bridge", "slug: web").replace("大桥", "网站"))
    built(root)
    (folder,) = (root / ".cache").glob("build-*")
    before = known(folder)
    ref = damaged(before)
    hurt(folder / "packs" / ref[0], ref[1])
    write(root, "content/annotations/song.yaml", note)
    if damaged in {_page, _facts}:  # these are read where a page is made, not where an article changed
        shutil.rmtree(root / "output")
        shutil.rmtree(next((root / ".cache").glob("output-*")))
    if damaged is _shelf:
        write(root, "content/articles/web.md", BRIDGE.replace("slug: bridge", "slug: web").replace("大桥", "网"))
    said = [issue.message for issue in built(root).issues if issue.code == "I001"]
    assert said == ["the cache was damaged; what rests on the damaged values is built anew"]
    after, warm = known(folder), pages(root)
    other = SONG_FILE if damaged is _page else BRIDGE_FILE
    assert (after.rows[other].text, after.rows[other].said) == (before.rows[other].text, before.rows[other].said)
    shutil.rmtree(root / ".cache")
    built(root)
    assert pages(root) == warm


@pytest.mark.parametrize("name", ["", "build-*", "build-*/packs", "output-*"])
def test_a_cache_may_be_deleted(root: Path, name: str) -> None:
    _, new = versions(root)
    for path in [*(root / ".cache").glob(name)] if name else [root / ".cache"]:
        shutil.rmtree(path)
    write(root, "content/articles/bridge.md", NEW)
    assert built(root).published
    assert pages(root) == new


def test_branches_share_a_cache_and_a_machine_restores_it(root: Path, tmp_path: Path) -> None:
    old, new = versions(root)
    other = tmp_path / "other"
    shutil.copytree(root / "content", other / "content")
    shutil.copytree(root / ".cache", other / ".cache")
    write(other, "content/articles/bridge.md", NEW)
    for branch, expected in ((NEW, new), (BRIDGE, old), (NEW, new)):
        write(other, "content/articles/bridge.md", branch)
        assert built(other).published
        assert pages(other) == expected


def test_what_others_put_into_the_output_stays(root: Path) -> None:
    old, new = versions(root)
    write(root, "output/CNAME", "example.org")
    write(root, "output/articles/song/scan.txt", "a scan")
    mine = {"CNAME": b"example.org", "articles/song/scan.txt": b"a scan"}
    for text, expected in ((NEW, new), (BRIDGE, old)):
        write(root, "content/articles/bridge.md", text)
        built(root)
        assert pages(root) == expected | mine
    shutil.rmtree(root / ".cache")
    write(root, "content/articles/bridge.md", NEW)
    built(root)
    assert pages(root) == new | mine


def test_a_file_of_someone_else_is_not_written_over(root: Path) -> None:
    write(root, "output/articles/song/index.html", "my own page")
    report = built(root)
    assert not report.published
    assert [str(issue.where) for issue in report.issues if issue.code == "E076"] == ["output/articles/song/index.html"]
    assert pages(root) == {"articles/song/index.html": b"my own page"}
    (root / "output/articles/song/index.html").unlink()
    assert built(root).published
