"""Templates as compiled by an earlier build, so that a build of one page need not compile them all.

Input: the name of a template in the cache, and the key of the program. Output: bytes, checked, or nothing.
"""

from __future__ import annotations

from pathlib import Path

from site_builder.store import pack


class Compiled:
    """The compiled templates in one folder; those of another program read as absent."""

    __slots__ = ("_folder", "_program")

    def __init__(self, folder: Path, program: bytes) -> None:
        """Keep them in ``folder``, which is made when missing."""
        self._folder = folder
        self._program = program

    def load(self, name: str) -> bytes | None:
        """Return what ``save`` was given, or None."""
        value = pack.load(self._folder / name)
        return bytes(value[1]) if isinstance(value, tuple) and value[0] == self._program else None

    def save(self, name: str, data: bytes) -> None:
        """Keep ``data``; of several processes that do the last one wins. Raises ``OSError`` when the disk refuses."""
        pack.dump(self._folder / name, (self._program, data))
