"""The interpreter that the Makefile makes the virtual environment with."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / ".ci" / "quickest-python"


@pytest.mark.parametrize(
    ("paces", "chosen"),
    [
        ({"first": "1000", "second": "700"}, "second"),
        ({"first": "1000", "second": "900"}, "first"),
        ({"first": "1000", "second": "700", "third": "650"}, "second"),
        ({"old": "", "second": "700"}, "second"),
        ({"old": "", "older": ""}, "old"),
    ],
    ids=["faster", "hardly faster", "hardly faster than the faster", "first too old", "none will do"],
)
def test_quickest_of_those_at_hand(tmp_path: Path, paces: dict[str, str], chosen: str) -> None:
    found = [stand_in(tmp_path / name, pace) for name, pace in paces.items()]
    done = subprocess.run([SCRIPT, *found], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).name == chosen


def stand_in(path: Path, pace: str) -> Path:
    """Return a program that answers as an interpreter of this ``pace`` would; without one, it fails."""
    path.write_text(f"#!/bin/sh\necho {pace}\n" if pace else "#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    return path
