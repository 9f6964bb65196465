"""Files of the index that are believed only if they are our own and whole.

Whoosh unpickles what it reads, so that whoever can write its index can run any code. An index is
opened only if its folder and files belong to the user, nobody else may write to them, none is a
link, and their checksums are those that were written down.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import Any, NamedTuple

from documents.hashing import blake2b

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_PIECE = 256 * 1024


class NotOurs(Exception):
    """A file or folder of the index that is missing, damaged, or somebody else's."""


class FileState(NamedTuple):
    """What changes when a file is written to or replaced."""

    size: int
    modified: int
    changed: int
    inode: int


def check_folder(folder: Path) -> None:
    """Raises NotOurs unless ``folder`` is a folder of ours that nobody else may write to."""
    if not stat.S_ISDIR(_own_status(folder).st_mode):
        raise NotOurs(folder)


def file_state(file: Path) -> FileState:
    """The state of a file; raises NotOurs unless it is ours and nobody else may write to it."""
    status = _own_status(file)
    if not stat.S_ISREG(status.st_mode):
        raise NotOurs(file)
    return _state(status)


def is_unchanged(file: str, state: FileState) -> bool:
    """Whether a file, given by its path, is in this state still: who may write to it is part of it.

    Quicker than ``file_state``: each answer asks it of each file of the index.
    """
    try:
        now = os.lstat(file)
    except OSError:
        return False
    return state == _state(now)


def _state(status: os.stat_result) -> FileState:
    return FileState(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def checksum(file: Path) -> str:
    """The checksum of a file's bytes; raises NotOurs where it cannot be read."""
    try:
        with file.open("rb") as stream:
            digest = blake2b()
            while piece := stream.read(_PIECE):
                digest.update(piece)
            return digest.hexdigest()
    except OSError:
        raise NotOurs(file) from None


def write_sealed(file: Path, content: object) -> str:
    """Writes ``content`` as JSON under its checksum, at once or not at all; gives the checksum.

    Raises OSError.
    """
    import json

    body = json.dumps(content, separators=(",", ":")).encode("ascii")
    seal = _seal(body)
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        temporary.touch(mode=0o600)
        temporary.write_bytes(seal.encode("ascii") + b"\n" + body)
        temporary.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return seal


def read_sealed(file: Path, seal: str | None = None) -> Any:
    """What ``write_sealed`` wrote; raises NotOurs.

    With ``seal`` it must be that very content.
    """
    import json

    file_state(file)
    try:
        written, _, body = file.read_bytes().partition(b"\n")
        if written.decode("ascii") != _seal(body) or seal not in (None, _seal(body)):
            raise NotOurs(file)
        return json.loads(body)
    except (OSError, ValueError, RecursionError):
        raise NotOurs(file) from None


def _seal(body: bytes) -> str:
    digest = blake2b()
    digest.update(body)
    return digest.hexdigest()


def _own_status(path: Path) -> os.stat_result:
    try:
        status = path.lstat()
    except OSError:
        raise NotOurs(path) from None
    if stat.S_ISLNK(status.st_mode) or status.st_mode & _OTHERS_MAY_WRITE:
        raise NotOurs(path)
    if status.st_uid != os.geteuid():
        raise NotOurs(path)
    return status
