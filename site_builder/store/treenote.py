"""What is known of the two trees of an output, on disk: at every moment it is true of one build.

Input: a state. Output: a small note, written in one step, and two larger records that it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from site_builder.store import pack

Status = Literal["level", "dirty", "swap"]
"""``level``: both trees hold ``files``. ``dirty``: only the live one does. ``swap``: the spare one does, and is due."""

_FORMAT = 3


@dataclass(frozen=True, slots=True)
class State:
    """What is known of the two trees, named by inode number.

    ``files`` maps each path that the builder wrote to the digest of its bytes; ``foreign`` holds the paths of
    others' files; ``stamps`` maps an inode number to the time stamps of that tree's folders, by which later
    changes by others are seen. ``number`` counts the builds that were published.
    """

    status: Status = "dirty"
    live: int = 0
    spare: int = 0
    files: dict[str, bytes] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()
    stamps: dict[int, dict[str, int]] = field(default_factory=dict)
    number: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """An output folder ready for a build: write into ``spare``, then ``publish``.

    ``records`` name the files beside ``note`` that hold what is large of the state.
    """

    output: Path
    spare: Path
    note: Path
    state: State
    records: tuple[str, str] = ("", "")

    @property
    def files(self) -> Mapping[str, bytes]:
        """The pages of the last build, path to digest; they stand in ``spare`` already."""
        return self.state.files


def read(tree: Tree) -> Tree:
    """Return the tree with the noted state; where a part of it is missing or damaged, nothing is known."""
    value = pack.load(tree.note)
    if not isinstance(value, tuple) or value[0] != _FORMAT:
        return tree
    _, status, live, spare, number, *records = value
    files, stamps = (pack.load(tree.note.with_name(name)) for name in records)
    if files is None or stamps is None:
        return tree
    state = State(status, live, spare, files[0], files[1], stamps, number)
    return replace(tree, state=state, records=(records[0], records[1]))


def noted(tree: Tree, state: State) -> Tree:
    """Write the note in one step and return the tree with it.

    What is large goes into records of its own, each only where it changed, and beside the one that the note on
    disk names: so the note is always that of one moment.
    """
    old = tree.state
    files, stamps = tree.records
    if not files or state.files is not old.files or state.foreign is not old.foreign:
        files = _record(tree.note, "files", files, (state.files, state.foreign))
    if not stamps or state.stamps is not old.stamps:
        stamps = _record(tree.note, "stamps", stamps, state.stamps)
    pack.dump(tree.note, (_FORMAT, state.status, state.live, state.spare, state.number, files, stamps))
    return replace(tree, state=state, records=(files, stamps))


def _record(note: Path, kind: str, old: str, value: object) -> str:
    """Write a record under the one of its two names that is not ``old``, and return that name."""
    name = f"{note.name}-{kind}-{'b' if old.endswith('a') else 'a'}"
    pack.dump(note.with_name(name), value)
    return name
