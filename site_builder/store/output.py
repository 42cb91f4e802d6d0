"""The output folder: two trees, one live and one spare, that trade places in one step.

Input: pages (path and bytes). Output: the site, whole: either all of the last build or all of this one.
Unchanged pages are hard links, so they keep their time stamps and cost no space.

How it works. The spare tree holds the same files as the live one. A build changes the spare, notes on
disk that it is complete, and exchanges the two folders (``renameat2`` with ``RENAME_EXCHANGE``); then
the former live tree is brought level and becomes the spare. The note (``State``) says at every moment which tree to
believe, so a build killed anywhere is undone or finished by the next one. Files that the builder did
not write are carried along. ``MANIFEST`` lists in the output itself what the builder wrote there, for the
build that finds no note.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from site_builder.model.issue import SiteError
from site_builder.store import pack
from site_builder.store.exchange import aside, exchange
from site_builder.store.treenote import State, Tree, noted, read

MANIFEST = ".site-builder"
"""The name of the list of files that a build wrote, one path a line, in the output itself."""


def prepare(output: Path, cache: Path) -> Tree:
    """Finish or undo what an earlier build left half done, and return the tree to build in.

    ``cache`` is a folder of the builder's own; the spare tree stands there when it is on the output's file
    system, else beside the output. Raises ``SiteError`` when either cannot be written.
    """
    output = output.resolve()
    try:
        return _prepared(output, cache)
    except OSError as error:
        raise unwritable(output, error) from error


def _prepared(output: Path, cache: Path) -> Tree:
    output.parent.mkdir(parents=True, exist_ok=True)
    cache.mkdir(parents=True, exist_ok=True)
    near = os.stat(cache).st_dev == os.stat(output.parent).st_dev
    spare = cache / "spare" if near else output.parent / f".{output.name}.spare"
    tree = read(Tree(output, spare, cache / "tree", State()))
    tree = _settled(tree)
    tree = _with_foreign(tree)
    return tree if tree.state.status == "level" else _levelled(tree)


def begin(tree: Tree) -> Tree:
    """Note that the spare tree is about to change; call it before the first ``write``."""
    return noted(tree, replace(tree.state, status="dirty"))


def write(root: str, path: str, data: bytes, *, fresh: bool = False) -> None:
    """Write one file of the site into the tree ``root``; any process may do it.

    The file is made anew: the old one may be a hard link that the live tree shares. ``fresh`` says that it, and the
    folder of its own, are likely not there: to ask first would cost a system call.
    """
    name = f"{root}/{path}"
    _make_way(name, fresh=fresh)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(name, flags, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(name), exist_ok=True)
        descriptor = os.open(name, flags, 0o644)
    except FileExistsError:
        os.unlink(name)
        descriptor = os.open(name, flags, 0o644)
    try:
        _write_all(descriptor, data)
    finally:
        os.close(descriptor)


def _make_way(name: str, *, fresh: bool) -> None:
    """Do first what is likely wanted before a file is made: the folder of its own, or that the old one goes."""
    try:
        if not fresh:
            os.unlink(name)
        elif name.endswith("/index.html"):
            os.mkdir(name[: -len("/index.html")])
    except (FileExistsError, FileNotFoundError):  # who makes the file sees to that
        return


def _write_all(descriptor: int, data: bytes) -> None:
    done = os.write(descriptor, data)
    while done < len(data):
        done += os.write(descriptor, data[done:])


def publish(tree: Tree, files: dict[str, bytes], written: Iterable[str]) -> Tree:
    """Make the spare tree the live one. It then holds exactly ``files`` and what others put there.

    ``written`` are the paths that ``write`` made since ``begin``. Raises ``SiteError`` when the disk refuses;
    the last good site is then still live.
    """
    try:
        return _published(tree, files, set(written))
    except OSError as error:
        raise unwritable(tree.output, error) from error


def _published(tree: Tree, files: dict[str, bytes], written: set[str]) -> Tree:
    gone = tree.state.files.keys() - files.keys() - tree.state.foreign
    for path in sorted(gone):
        _remove(tree.spare, path)
    old, new, before = tree.state.live, os.stat(tree.spare).st_ino, tree.state.files
    named = _listed(tree, files)
    touched = _folders(written | gone)
    stamps = {new: _restamped(tree.spare, tree.state.stamps.get(new, {}), touched)}
    foreign = frozenset(tree.state.foreign - files.keys())
    tree = noted(tree, State("swap", old, new, files, foreign, tree.state.stamps, tree.state.number + 1))
    tree = _swapped(tree)
    if not old:
        return _levelled(tree)
    for path in sorted(gone):
        _remove(tree.spare, path)
    for path in sorted(written | named):
        _link(tree.output, tree.spare, path, fresh=path not in before)
    stamps[old] = _restamped(tree.spare, tree.state.stamps.get(old, {}), touched)
    return noted(tree, replace(tree.state, status="level", stamps=stamps))


def _listed(tree: Tree, files: Mapping[str, bytes]) -> set[str]:
    """Write the list of ``files`` unless it stands in the spare tree already; return its path if it was written."""
    if files.keys() == tree.state.files.keys() and (tree.spare / MANIFEST).is_file():
        return set()
    write(str(tree.spare), MANIFEST, "".join(f"{path}\n" for path in sorted(files)).encode())
    return {MANIFEST}


def taken(tree: Tree, files: Mapping[str, bytes]) -> list[str]:
    """Return those of ``files`` in whose place somebody else's file stands that says something else."""
    return sorted(
        path for path in tree.state.foreign & files.keys() if _digest(tree.output, path) not in {files[path], b""}
    )


def leave(tree: Tree) -> Tree:
    """Note that the build wrote nothing: both trees are as they were."""
    return noted(tree, replace(tree.state, status="level"))


def abandon(tree: Tree, written: Iterable[str]) -> Tree:
    """Undo the ``written`` pages of a build that will not be published."""
    for path in sorted(set(written)):
        if path in tree.state.files or path in tree.state.foreign:
            _link(tree.output, tree.spare, path)
        else:
            _remove(tree.spare, path)
    stamps = {**tree.state.stamps, tree.state.spare: _stamps(tree.spare, _folders(tree.state.files))}
    return noted(tree, replace(tree.state, status="level", stamps=stamps))


def unwritable(output: Path, error: OSError) -> SiteError:
    """Return the error for a person: the last good site stands."""
    what = error.strerror or str(error)
    where = error.filename or output
    hint = " free some space and build again" if error.errno == errno.ENOSPC else ""
    return SiteError(
        f"cannot write the site: {what}: {where}; the last good site stands in {output};{hint}".rstrip(";")
    )


def _settled(tree: Tree) -> Tree:
    """Return the tree with the note made true: a swap that was due is done, an unknown output is unknown."""
    state, live, spare = tree.state, _inode(tree.output), _inode(tree.spare)
    if state.status == "swap" and spare == state.spare:
        return _swapped(tree)
    if state.status == "swap" and live == state.spare:
        return noted(tree, replace(state, status="dirty", live=live, spare=0))
    if live and live == state.live:
        level = state.status == "level" and spare == state.spare
        return tree if level else noted(tree, replace(state, status="dirty", spare=0))
    if state.status == "level" and spare and spare == state.spare:
        # Someone removed or replaced the output; the spare still has all pages.
        return _swapped(noted(tree, replace(state, status="swap", live=live)))
    found = {path: _digest(tree.output, path) for path in listed(tree.output)}
    return replace(tree, state=State("dirty", live, files=found))


def listed(output: Path) -> list[str]:
    """Return the files that the last build noted in ``output`` (a resolved path) as its own, and that are there."""
    try:
        paths = (output / MANIFEST).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
    return [path for path in paths if path and _inside(output, path)]


def _inside(output: Path, path: str) -> bool:
    """Tell whether ``path`` leads to a file below the output, and through no link: the list may have been edited."""
    name = f"{output}/{path}"
    return os.path.isfile(name) and os.path.realpath(name) == name


def _digest(root: Path, path: str) -> bytes:
    """Return the digest of a file, or nothing where none can be read."""
    try:
        return pack.digest((root / path).read_bytes())
    except OSError:
        return b""


def _swapped(tree: Tree) -> Tree:
    """Exchange the trees and return the tree with the former live one as the spare, not yet level."""
    state = tree.state
    exchange(tree.spare, tree.output)
    return noted(tree, replace(state, status="dirty", live=state.spare, spare=_inode(tree.spare)))


def _levelled(tree: Tree) -> Tree:
    """Return the tree with a spare made anew, by links to every file of the live one."""
    for left in (tree.spare, aside(tree.spare)):
        if left.exists():
            shutil.rmtree(left)
    tree.spare.mkdir(parents=True)
    if not tree.output.exists():
        tree.output.mkdir()
    state = tree.state
    files = {path: digest for path, digest in state.files.items() if _linked(tree.output, tree.spare, path, fresh=True)}
    for path in sorted(state.foreign):
        _link(tree.output, tree.spare, path)
    _linked(tree.output, tree.spare, MANIFEST)
    live, spare = os.stat(tree.output).st_ino, os.stat(tree.spare).st_ino
    folders = _folders((*files, *state.foreign))
    stamps = {live: _stamps(tree.output, folders), spare: _stamps(tree.spare, folders)}
    return noted(tree, State("level", live, spare, files, state.foreign, stamps, state.number))


def _with_foreign(tree: Tree) -> Tree:
    """Return the tree with what others changed in the live folders since the last build."""
    state = tree.state
    if not state.live:
        return tree
    known = state.stamps.get(state.live, {})
    changed = [folder for folder in known or {"": 0} if _stamp(tree.output, folder) != known.get(folder)]
    if not changed:
        return tree
    folders = {*known, ""}
    found = {path for folder in changed for path in _strangers(tree.output, folder, state.files, folders)}
    kept = {path for path in state.foreign if os.path.lexists(tree.output / path)}
    foreign = frozenset(found | kept)
    if state.status == "level":
        for path in sorted(state.foreign - foreign):
            _remove(tree.spare, path)
        for path in sorted(foreign):
            _link(tree.output, tree.spare, path)
    stamps = {**state.stamps, state.live: _stamps(tree.output, _folders((*state.files, *foreign)))}
    return noted(tree, replace(state, foreign=foreign, stamps=stamps))


def _strangers(root: Path, folder: str, files: Mapping[str, bytes], folders: set[str]) -> Iterator[str]:
    """Yield the paths in ``folder`` that are none of ``files``; a folder in ``folders`` is not entered."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = folder + entry.name
        if not entry.is_dir(follow_symlinks=False):
            if path not in files and path != MANIFEST:
                yield path
        elif path + "/" not in folders:
            yield from _strangers(root, path + "/", files, folders)


def _link(source: Path, target: Path, path: str, *, fresh: bool = False) -> None:
    """Make ``path`` in ``target`` the same file as in ``source``, where file systems allow; else a copy.

    ``fresh`` is as for ``write``.
    """
    old, new = f"{source}/{path}", f"{target}/{path}"
    _make_way(new, fresh=fresh)
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        os.unlink(new)
        os.link(old, new, follow_symlinks=False)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(new), exist_ok=True)
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK}:
            raise
        os.makedirs(os.path.dirname(new), exist_ok=True)
        shutil.copy2(old, new, follow_symlinks=False)


def _linked(source: Path, target: Path, path: str, *, fresh: bool = False) -> bool:
    try:
        _link(source, target, path, fresh=fresh)
    except FileNotFoundError:
        return False
    return True


def _remove(root: Path, path: str) -> None:
    """Remove a file and the folders that it leaves empty."""
    (root / path).unlink(missing_ok=True)
    for folder in (root / path).parents:
        if folder == root:
            return
        try:
            folder.rmdir()
        except OSError:  # not empty, or gone
            return


def _folders(paths: Iterable[str]) -> set[str]:
    """Return the folders of ``paths`` and all above them, each with a trailing slash; the root is the empty string."""
    found = {""}
    for path in paths:
        folder = path[: path.rfind("/") + 1]
        while folder not in found:
            found.add(folder)
            folder = folder[: folder.rfind("/", 0, -1) + 1]
    return found


def _stamps(root: Path, folders: Iterable[str]) -> dict[str, int]:
    return {folder: _stamp(root, folder) for folder in sorted(folders)}


def _restamped(root: Path, stamps: Mapping[str, int], touched: Iterable[str]) -> dict[str, int]:
    """Return ``stamps`` with the ``touched`` folders looked at again, without those that are gone."""
    fresh = {**stamps, **_stamps(root, touched)}
    return {folder: stamp for folder, stamp in fresh.items() if stamp}


def _stamp(root: Path, folder: str) -> int:
    try:
        return os.stat(f"{root}/{folder}").st_mtime_ns
    except FileNotFoundError:
        return 0


def _inode(path: Path) -> int:
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return 0
