"""One build at a time; who comes second waits, or is told who is first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.model.issue import SiteError
from site_builder.store.lock import held

_HOLD = """
import sys, time
from pathlib import Path
from site_builder.store.lock import held
with held(Path(sys.argv[1]), 0, print):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(path: Path, seconds: float) -> subprocess.Popen[str]:
    owner = subprocess.Popen([sys.executable, "-c", _HOLD, str(path), str(seconds)], stdout=subprocess.PIPE, text=True)
    assert owner.stdout is not None
    assert owner.stdout.readline() == "held\n"
    return owner


def test_the_second_is_told_who_is_first(tmp_path: Path) -> None:
    owner = holder(tmp_path / "lock", 30)
    try:
        with pytest.raises(SiteError, match=rf"process {owner.pid}\b"), held(tmp_path / "lock", 0, print):
            pass
    finally:
        owner.kill()
        owner.communicate()


def test_the_second_waits_and_says_so(tmp_path: Path) -> None:
    owner = holder(tmp_path / "lock", 0.3)
    said: list[str] = []
    with held(tmp_path / "lock", 20, said.append):
        assert (tmp_path / "lock").read_text() == str(os.getpid())
    owner.communicate()
    assert said == [f"waiting for another build (process {owner.pid}) to finish"]


def test_a_killed_owner_leaves_no_lock(tmp_path: Path) -> None:
    owner = holder(tmp_path / "lock", 30)
    owner.kill()
    owner.communicate()
    with held(tmp_path / "lock", 0, print):
        assert (tmp_path / "lock").read_text() == str(os.getpid())
