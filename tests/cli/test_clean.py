"""The verb ``clean`` takes away what builds left and nothing that a person wrote."""

import subprocess
import sys
from pathlib import Path

from site_builder.store.output import begin, prepare, publish, write


def test_clean_removes_built_pages_and_the_cache_only(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.toml").write_text('title = "T"\n', "utf-8")
    output = tmp_path / "output"
    output.mkdir()
    (output / "CNAME").write_text("example.org", "utf-8")
    tree = begin(prepare(output, tmp_path / ".cache"))
    write(str(tree.spare), "articles/one/index.html", b"<p>one</p>")
    publish(tree, {"articles/one/index.html": b"0" * 16}, ["articles/one/index.html"])
    assert (output / "articles" / "one" / "index.html").is_file()
    command = [sys.executable, "-m", "site_builder", "clean", "--site", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert sorted(path.name for path in output.iterdir()) == ["CNAME"]
    assert not (tmp_path / ".cache").exists()
    assert (tmp_path / "content" / "site.toml").is_file()
