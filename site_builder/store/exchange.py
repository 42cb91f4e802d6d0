"""Two folders trade places, in one step where the system can.

Input: two paths on one file system. Output: each folder under the other's name.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are relative to the working directory
_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h and RENAME_SWAP of macOS's sys/stdio.h
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(one: Path, other: Path) -> None:
    """Give each folder the other's name; where ``other`` is missing, ``one`` just takes its name.

    Linux and macOS do it in one step. Elsewhere it takes three renames: killed between them, ``other`` is
    missing for the moment and the next build puts it back.
    """
    if not other.exists():
        os.rename(one, other)
    elif not _at_once(os.fsencode(one), os.fsencode(other)):
        os.rename(other, aside(one))
        os.rename(one, other)
        os.rename(aside(one), one)


def aside(folder: Path) -> Path:
    """Return the name that a folder has for a moment, where the exchange takes three steps."""
    return folder.with_name(folder.name + ".aside")


def _at_once(one: bytes, other: bytes) -> bool:
    """Return False where the system or the file system has no exchange; raise ``OSError`` when it fails."""
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    name = "renamex_np" if sys.platform == "darwin" else "renameat2"
    call = getattr(library, name, None)
    if call is None:
        return False
    result = call(one, other, _EXCHANGE) if sys.platform == "darwin" else call(_HERE, one, _HERE, other, _EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), os.fsdecode(other))
