"""Opening files that a reader named: regular ones, of a size that can be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from documents.document import Stamp
from documents.errors import CannotOpen, cannot_open

LARGEST_FILE = 1024**3
"""In bytes; reading a larger one would take more memory than a reader's machine has to spare."""

_TYPES = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)


@contextmanager
def opened(file: Path) -> Iterator[FileIO]:
    """A regular file, open to be read; never waits for a pipe or device.

    Raises CannotOpen, also where reading fails inside.
    """
    if "\0" in str(file):
        raise CannotOpen(file, "no file can have this name")
    try:
        _check(file, file.stat())  # before opening, since opening a device may act on it
        with open(file, "rb", buffering=0, opener=_without_waiting) as stream:
            _check(file, os.fstat(stream.fileno()))
            yield stream
    except OSError as error:
        raise cannot_open(file, error) from None


def read_bytes(file: Path, count: int = -1) -> bytes:
    """The first ``count`` bytes of a regular file, or all of it. Raises CannotOpen."""
    with opened(file) as stream:
        return stream.read(count) or b""


def stamp_of(status: os.stat_result) -> Stamp:
    """What tells a file from what it was or will be."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _check(file: Path, status: os.stat_result) -> None:
    """Raises CannotOpen unless ``status`` is that of a regular file of a readable size."""
    for is_type, reason in _TYPES:
        if is_type(status.st_mode):
            raise CannotOpen(file, reason, "name a text file")
    if status.st_size > LARGEST_FILE:
        raise CannotOpen(file, "it is larger than 1 GB", "split it into smaller files")
