"""The cache does not grow for ever, and what is copied within it is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.build import packing
from tests.build.sites import SONG, built, pages, site, write


def packs(root: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in root.glob(".cache/build-*/packs/*")}


def edited(root: Path, number: int) -> None:
    write(root, "content/articles/song.md", f"{SONG}\nThe {number}th teahouse (茶馆) opened.\n")
    assert built(root).published


def test_dead_values_go_when_they_are_more_than_those_alive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "SPARE", 0)
    built(site(tmp_path / "warm"))
    sizes = []
    for number in range(8):
        edited(tmp_path / "warm", number)
        sizes.append(sum(packs(tmp_path / "warm").values()))
    assert max(sizes) < 3 * sizes[0]
    assert len(packs(tmp_path / "warm")) == 1
    edited(site(tmp_path / "cold"), 7)
    assert pages(tmp_path / "warm") == pages(tmp_path / "cold")


def test_what_is_left_of_a_killed_build_goes(tmp_path: Path) -> None:
    built(site(tmp_path))
    (folder,) = tmp_path.glob(".cache/build-*/packs")
    (folder / "build-3-elsewhere-17").write_bytes(b"dead")
    edited(tmp_path, 1)
    assert "build-3-elsewhere-17" not in packs(tmp_path)


def test_a_value_that_cannot_be_read_is_not_lost_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(site(tmp_path))
    monkeypatch.setattr(packing, "SPARE", 0)
    for path in tmp_path.glob(".cache/build-*/packs/*"):
        path.write_bytes(b"?" * (3 * path.stat().st_size))
    edited(tmp_path, 2)
    built(site(tmp_path / "cold"))
    edited(tmp_path / "cold", 2)
    assert pages(tmp_path) == pages(tmp_path / "cold")
