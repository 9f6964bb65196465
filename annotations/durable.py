"""Files replaced so that neither a crash nor a power cut leaves half of one, or loses one.

A temporary file beside the target is written, flushed to the disk and renamed over it; then the
folder is flushed, without which the rename itself can be lost. After a flush has failed, a second
one may report success for data that never reached the disk, so the first failure condemns the
temporary file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

_PREFIX = ".sidelight-"
_SUFFIX = ".tmp"
_AT_WORK = 3600.0  # seconds; writing takes some milliseconds
_NOT_SUPPORTED = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def write_durably(file: Path, data: bytes | bytearray, *, mode: int = 0o666) -> None:
    """Replaces ``file`` by ``data``; when this returns, it stands on the disk.

    An existing file keeps its mode, a new one gets ``mode`` less the umask. Missing folders are
    made. Raises OSError; then ``file`` is as it was, or, where only the last flush failed, as it
    should be.
    """
    make_folder(file.parent)
    temporary = file.with_name(temporary_name())
    try:
        descriptor = open_new(temporary, data, mode, file)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.rename(file)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    flush_folder(file.parent)


def open_new(temporary: Path, data: bytes | bytearray, mode: int, replaced: Path) -> int:
    """Writes ``data`` to a new file that is to take the place of ``replaced``; is not flushed yet.

    Gives its descriptor, which is to be flushed and closed. Raises OSError; then there may be a
    part of the file.
    """
    kept_mode = _mode_of(replaced)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    try:
        if kept_mode is not None:
            os.fchmod(descriptor, kept_mode)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _set_apart_from_renaming(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def replace_privately(file: Path, data: bytes) -> None:
    """Replaces ``file``, which nobody else is to read and which may be lost with the machine.

    Never leaves half of it; needs no lock. Raises OSError.
    """
    sweep(file.parent, unused_for=_AT_WORK)
    temporary = file.with_name(temporary_name())
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        temporary.replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def make_folder(folder: Path) -> None:
    """Makes ``folder`` and its missing parents, each of them on the disk. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    try:
        flush_folder(folder.parent)
    except OSError:
        with contextlib.suppress(OSError):
            folder.rmdir()  # found there the next time, it would count as flushed
        raise


def flush_folder(folder: Path) -> None:
    """Flushes a folder's entries to the disk, on file systems that can. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise
    finally:
        os.close(descriptor)


def temporary_name() -> str:
    """A name for a temporary file, by which ``sweep`` knows it."""
    return f"{_PREFIX}{os.getpid()}-{os.urandom(8).hex()}{_SUFFIX}"


def sweep(folder: Path, *, unused_for: float | None = None) -> None:
    """Removes what writers left in ``folder`` when they were killed.

    Only for a caller that holds the lock all writers hold: then none of them is at work. Another
    says how many seconds old a file is that nobody can still be writing.
    """
    oldest = None if unused_for is None else time.time() - unused_for
    with contextlib.suppress(OSError):
        for file in temporary_files(folder):
            with contextlib.suppress(OSError):
                if oldest is None or file.lstat().st_mtime < oldest:
                    file.unlink()


def temporary_files(folder: Path) -> list[Path]:
    """What writers, at work or killed, have in ``folder``. Raises OSError."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not entry.is_dir(follow_symlinks=False)]
    return [folder / each for each in names if each.startswith(_PREFIX) and each.endswith(_SUFFIX)]


def read_regular(file: Path, limit: int) -> bytes:
    """The bytes of ``file``, at most one more than ``limit``.

    Follows no link and never waits for a pipe. Raises OSError, also for what is not a file.
    """
    descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is not a file", str(file))
        pieces: list[bytes] = []
        left = limit + 1
        while left > 0 and (piece := stream.read(min(left, max(status.st_size, 4096) + 1))):
            pieces.append(piece)
            left -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _mode_of(file: Path) -> int | None:
    try:
        return stat.S_IMODE(file.stat(follow_symlinks=False).st_mode)
    except FileNotFoundError:
        return None


def _set_apart_from_renaming(descriptor: int) -> None:
    """Dates the writing a microsecond back, so that a coarse clock tells it from the renaming.

    By that, a file that was put in place is known from one that may still be written.
    """
    with contextlib.suppress(OSError):
        written = os.fstat(descriptor)
        os.utime(descriptor, ns=(written.st_atime_ns, written.st_mtime_ns - 1000))
