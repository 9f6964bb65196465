"""Whether somebody is still writing a file: half of it must not be taken for the whole.

Sidelight itself puts whole files in place; editors and version control systems often write into
them. What was written a moment ago, and not put in place since, may be half a file.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

_REST = 0.2  # seconds without a write, after which a file counts as written to its end
_PAUSE = 0.02
_PATIENCE = 3.0


class StillWritten(Exception):
    """Another program did not stop writing the file in time."""


class FileState(NamedTuple):
    """What tells one state of a file from another."""

    inode: int
    size: int
    modified: int
    changed: int


def state_of(file: Path) -> FileState | None:
    """The state of ``file``; None where there is none. Raises OSError."""
    try:
        found = file.stat(follow_symlinks=False)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return FileState(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def at_rest(file: Path) -> FileState | None:
    """Waits until nobody writes ``file`` any more, and gives its state then.

    A file that was put in place has been changed (renamed) after it was written. Raises
    StillWritten, and OSError.
    """
    deadline = time.monotonic() + _PATIENCE
    state, since = state_of(file), time.monotonic()
    while state is not None and state.changed == state.modified:
        age = (time.time_ns() - state.modified) / 1e9
        if age > _REST or (age < 0 and time.monotonic() - since > _REST):  # another clock's time
            return state
        if time.monotonic() > deadline:
            raise StillWritten
        time.sleep(_PAUSE)
        if (now := state_of(file)) != state:
            state, since = now, time.monotonic()
    return state
