"""A file becomes a document."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from documents.decoding import HEAD
from documents.document import Document
from documents.errors import CannotOpen, cannot_open
from documents.kinds import (
    BINARY,
    PLAIN,
    Format,
    Unopenable,
    refused_by_bytes,
    type_by_bytes,
    type_by_name,
)
from documents.readers import reader_for

LARGEST_FILE = 1024**3
"""In bytes; reading a larger one would take more memory than a reader's machine has to spare."""

_OTHER_ENCODING = "save it as UTF-8, or name its encoding with --encoding NAME"
_TYPES = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)


def read_document(file: Path, path: str, *, encoding: str | None = None) -> Document:
    """Reads ``file`` as the document that goes by ``path``.

    ``encoding`` replaces what the file's bytes suggest. Raises CannotOpen where the file is
    missing, special, too large, not a text, or not decodable.
    """
    data = read_bytes(file)
    format_ = format_of(file, data[:HEAD], forced=encoding is not None)
    try:
        reading = reader_for(format_.reader).read(data, encoding)
    except ValueError as error:
        raise CannotOpen(file, str(error), _OTHER_ENCODING) from None
    reader = f"{format_.reader}/{reading.version}" if reading.version else format_.reader
    return Document(path, reading.text, kind=format_.kind, reader=reader, encoding=reading.encoding)


def format_of(file: Path, head: bytes, *, forced: bool = False) -> Format:
    """The format of the file that starts with ``head``; raises CannotOpen where it has none.

    ``forced`` says that the reader named an encoding, and so knows that it is a text.
    """
    found = type_by_name(file.name)
    if found in (None, BINARY):  # a name alone is no reason to turn down what was asked for
        found = PLAIN if forced else type_by_bytes(head)
    if isinstance(found, Format) and not forced:
        found = refused_by_bytes(head) or found
    if isinstance(found, Unopenable):
        raise CannotOpen(file, found.reason, found.mend)
    return found


def read_bytes(file: Path, count: int = -1) -> bytes:
    """The first ``count`` bytes of a regular file, or all of it.

    Never waits for a pipe or device. Raises CannotOpen.
    """
    try:
        _check(file, file.stat())  # before opening, since opening a device may act on it
        with open(file, "rb", buffering=0, opener=_without_waiting) as stream:
            _check(file, os.fstat(stream.fileno()))
            return stream.read(count) or b""
    except OSError as error:
        raise cannot_open(file, error) from None
    except ValueError:  # a NUL in the name
        raise CannotOpen(file, "no file can have this name") from None


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _check(file: Path, status: os.stat_result) -> None:
    """Raises CannotOpen unless ``status`` is that of a regular file of a readable size."""
    for is_type, reason in _TYPES:
        if is_type(status.st_mode):
            raise CannotOpen(file, reason, "name a text file")
    if status.st_size > LARGEST_FILE:
        raise CannotOpen(file, "it is larger than 1 GB", "split it into smaller files")
