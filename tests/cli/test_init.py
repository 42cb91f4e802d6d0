"""A new site builds as it is, also where only the wheel is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from site_builder.cli import main

ROOT = Path(__file__).parents[2]


@pytest.mark.slow  # compiles the dictionary
def test_a_new_site_has_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "reader"
    assert main(["init", str(site)]) == 0
    assert main(["--site", str(site), "check", "--strict"]) == 0
    assert not (site / "output/index.html").exists()
    assert main(["--site", str(site), "build", "--strict", "--public", "--base-url", "https://a.example/x"]) == 0
    page = (site / "output/articles/welcome/index.html").read_text()
    assert "yínháng" in page
    assert (site / "output/.gitignore").exists()
    assert capsys.readouterr().err == ""


def test_a_site_is_never_made_over_another(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(site)]) == 2
    assert "is there already" in capsys.readouterr().err


def test_files_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    assert main(["init", str(tmp_path), "--quiet"]) == 0
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


@pytest.mark.slow
def test_a_new_site_builds_from_the_installed_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    program = _installed(wheel, tmp_path / "env")
    site = tmp_path / "reader"
    for words in (["init", str(site)], ["--site", str(site), "build", "--strict"]):
        done = _run([str(program), *words], tmp_path)
        assert done.returncode == 0, done.stderr
    assert (site / "output/static/reader.css").exists()
    assert "银行" in (site / "output/articles/welcome/index.html").read_text()


def _installed(wheel: Path, env: Path) -> Path:
    """Install the wheel alone into a new environment that borrows this one's libraries; return the command."""
    venv.create(env, with_pip=False)
    python = env / "bin/python"
    libraries = sysconfig.get_paths()["purelib"]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    (own,) = env.glob("lib/python*/site-packages")
    (own / "borrowed.pth").write_text(libraries + "\n")
    where = _run([str(python), "-c", "import site_builder; print(site_builder.__file__)"], env)
    assert where.stdout.startswith(str(env)), "the test must run the wheel, not the checkout"
    return env / "bin/site-builder"


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=folder, env=alone, capture_output=True, text=True, check=False)
