"""The same content gives the same bytes: from one process, from many, from a cluster that loses a worker, anywhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import Request, build
from site_builder.build.request import Report
from site_builder.model.site import Site
from tests.build.sites import BRIDGE, pages, site, write

WORDS = ["茶馆", "火车", "书店", "河流", "学校", "医院", "电影", "老师", "城市", "春天", "朋友", "消息", "历史"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of more articles than one task takes."""
    made = site(tmp_path_factory.mktemp("site"))
    for number in range(45):
        first, second = WORDS[number % len(WORDS)], WORDS[number * 7 % len(WORDS)]
        text = BRIDGE.replace("slug: bridge", f"slug: bridge-{number}").replace("大桥", first + second)
        more = f"\nTo the place ({first}) they go. #{first}{second}#\n"
        write(made, f"content/articles/bridge-{number}.md", text + more)
    return made


@pytest.fixture(scope="module")
def expected(root: Path) -> dict[str, bytes]:
    """What one process makes of it."""
    return made(root, "one", jobs=1)[1]


def made(root: Path, name: str, **how: Any) -> tuple[Report, dict[str, bytes]]:
    """Build the content of ``root`` elsewhere, and return the report and the files."""
    other = root.parent / f"{root.name}-{name}"
    other.mkdir()
    (other / "content").symlink_to(root / "content")
    report = build(Request(other, other / "output", Site(), **how))
    return report, pages(other)


@pytest.mark.slow
def test_two_processes_make_what_one_makes(root: Path, expected: dict[str, bytes]) -> None:
    report, files = made(root, "two", jobs=2)
    assert report.published
    assert files == expected


@pytest.mark.slow
def test_a_cluster_makes_what_one_process_makes_though_a_worker_is_killed(
    root: Path, expected: dict[str, bytes]
) -> None:
    distributed = pytest.importorskip("distributed")
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster, distributed.Client(cluster) as client:
        workers = set(client.run(os.getpid).values())
        assert len(workers) == 2
        with first_killed(root.parent / f"{root.name}-cluster", workers) as killed:
            address = cluster.scheduler_address.replace("tcp://", "dask://")
            report, files = made(root, "cluster", executor=address)
    assert len(killed) == 1
    assert report.published
    assert files == expected


@contextmanager
def first_killed(folder: Path, workers: set[int]) -> Iterator[list[int]]:
    """Kill, as ``kill -9`` does, the first of ``workers`` that has written something for the build in ``folder``."""
    killed: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not killed and not over.is_set():
            for path in folder.glob(".cache/build-*/packs/*"):
                number = int(path.name.rpartition("-")[2]) if path.name[-1].isdigit() else 0
                if number in workers and path.stat().st_size and not killed:
                    os.kill(number, signal.SIGKILL)
                    killed.append(number)
            time.sleep(0.002)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


@pytest.mark.slow
def test_folder_time_zone_and_order_of_hashes_leave_no_trace(tmp_path: Path) -> None:
    """In processes of their own, as a person and a machine would build; decks, books and the search index included."""
    seen = []
    for name, zone, seed in (("one", "UTC", "1"), ("a longer name/two", "Asia/Shanghai", "2")):
        folder = site(tmp_path / name)
        write(folder, "content/site.toml", 'title = "Tea"\nbase_url = "https://tea.example/deep/down/"\n')
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"}
        command = [sys.executable, "-m", "site_builder", "--quiet", "--site", str(folder), "build"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        seen.append(pages(folder))
    assert any(path.endswith(".apkg") for path in seen[0])
    assert any(path.endswith(".epub") for path in seen[0])
    assert any(path.startswith("pagefind/") for path in seen[0])
    assert seen[0] == seen[1]


@pytest.mark.slow
def test_a_public_site_under_a_sub_path_keeps_together(tmp_path: Path) -> None:
    base = "https://tea.example/deep/down/"
    folder = site(tmp_path)
    command = [sys.executable, "-m", "site_builder", "--quiet", "--site", str(folder), "build", "--public", "--strict"]
    done = subprocess.run([*command, "--base-url", base], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
    files = pages(folder)
    for path, data in files.items():
        if path.endswith(".html"):
            assert b'href="/' not in data, path
            assert b'src="/' not in data, path
    assert f"<loc>{base}articles/bridge/</loc>".encode() in files["sitemap.xml"]
    assert f'href="{base}articles/song/"'.encode() in files["feed.xml"]
    shown = b"".join(data for path, data in files.items() if path.endswith((".html", ".xml")))
    assert b"made a song about" not in shown
    assert b"in Chongqing (" in files["articles/bridge/index.html"]
