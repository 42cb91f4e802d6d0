"""The index of dictionaries on disk."""

import gzip
import zipfile
from pathlib import Path

import pytest

from site_builder.model.issue import SiteError
from site_builder.store import lexicon


def test_the_index_is_made_once_and_made_again_for_other_sources(tmp_path: Path) -> None:
    made = []

    def make() -> bytes:
        made.append(1)
        return b"index"

    own = tmp_path / "own.txt"
    own.write_text("x", encoding="utf-8")
    for version, dictionary in [("1", None), ("1", None), ("2", None), ("2", own), ("2", own)]:
        assert bytes(lexicon.index(tmp_path / "cache", make, version, dictionary)) == b"index"
    assert len(made) == 3


def test_no_cache_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert lexicon.index(tmp_path / "file", lambda: b"index", "1") == b"index"


def test_a_dictionary_may_be_plain_or_packed(tmp_path: Path) -> None:
    text = "中國 中国 [Zhong1 guo2] /China/\n"
    (tmp_path / "d.txt").write_text(text, encoding="utf-8")
    (tmp_path / "d.gz").write_bytes(gzip.compress(text.encode()))
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("cedict_ts.u8", text)
    for name in ("d.txt", "d.gz", "d.zip"):
        assert lexicon.texts(tmp_path / name)[1] == text


@pytest.mark.parametrize("name", ["d.gz", "d.zip"])
def test_a_packed_dictionary_that_is_torn_is_named(tmp_path: Path, name: str) -> None:
    packed = bytearray(gzip.compress(b"lamp\n" * 9, mtime=0))
    if name == "d.zip":
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("d.u8", "lamp\n" * 9)
        packed = bytearray((tmp_path / name).read_bytes())
    packed[packed.index(b"d.u8") + 4 if name == "d.zip" else 10] = 0xFF  # where the stream begins: no such block
    (tmp_path / name).write_bytes(packed)
    with pytest.raises(SiteError, match=f"cannot read the dictionary .*{name}"):
        lexicon.texts(tmp_path / name)


@pytest.mark.parametrize("name", ["none.txt", "bad.gz", "bad.zip", "bad.txt"])
def test_a_dictionary_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    if name.startswith("bad"):
        (tmp_path / name).write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(SiteError, match=f"cannot read the dictionary .*{name}"):
        lexicon.texts(tmp_path / name)
