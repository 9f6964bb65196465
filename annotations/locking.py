"""One writer at a time in a workspace, across processes and threads.

The lock is on a file that is never renamed: one on the data file itself would be swapped away by
the rename that saves it.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

_NOT_SUPPORTED = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
_PAUSE = 0.005  # seconds


class LockHeld(Exception):
    """Another program did not give the lock up in time."""


@contextlib.contextmanager
def locked(file: Path, patience: float) -> Iterator[tuple[int, bool]]:
    """Holds the lock on ``file``, which is made if it is missing, while the body runs.

    Gives the open file's descriptor, and whether locks work there: some network file systems have
    none. Raises LockHeld when ``patience`` seconds were not enough, and OSError.
    """
    deadline = time.monotonic() + patience
    while True:
        descriptor = _open(file)
        try:
            works = _wait(descriptor, deadline)
            if _is_still(file, descriptor):
                yield descriptor, works
                return
        finally:
            os.close(descriptor)  # this gives the lock up


def _open(file: Path) -> int:
    """Opens the file to write, or, where it is another user's, to read: that is enough to lock."""
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except PermissionError:
        return os.open(file, os.O_RDONLY | os.O_NOFOLLOW)


def _wait(descriptor: int, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise LockHeld from None
            time.sleep(_PAUSE)
        except OSError as error:
            if error.errno in _NOT_SUPPORTED:
                return False
            raise
        else:
            return True


def _is_still(file: Path, descriptor: int) -> bool:
    """Whether nobody, such as a version control system, has put another file in its place."""
    try:
        return os.path.samestat(file.stat(follow_symlinks=False), os.fstat(descriptor))
    except FileNotFoundError:
        return False
