"""Reads thousands of small text files in a row.

What is told here is what ``read_document`` would tell of the same file; where more than a glance
would be needed for that, nothing is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from stat import S_ISREG

from documents.decoding import HEAD, MARK_BYTES
from documents.document import Document
from documents.kinds import MAGIC_BYTES, Format, type_by_name
from documents.opening import stamp_of
from documents.readers import is_decoded

_UNUSUAL = (*MARK_BYTES, *MAGIC_BYTES)
_LARGEST = 1024 * 1024  # bytes
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def glance(root: str, path: str) -> Document | None:
    """The document ``path`` in the folder ``root``, which was listed there just now.

    None where it takes ``read_document`` to read it, or to say why it cannot be read.
    """
    found = type_by_name(path)
    if not isinstance(found, Format) or not is_decoded(found.reader):
        return None
    seen = _seen(f"{root}/{path}")
    if seen is None:
        return None
    data, status = seen
    try:
        text = data.decode("utf-8")
    except ValueError:
        return None
    return Document(path, text, kind=found.kind, reader=found.reader, stamp=stamp_of(status))


def glances(root: str, sizes: Iterable[tuple[str, int]]) -> Iterator[tuple[str, bytes]]:
    """Those documents that ``glance`` would read, and what is in them.

    With the path of each comes the size in bytes that its file had just now. What is in them is
    UTF-8; what turns out not to be is none of them.
    """
    for path, size in sizes:
        found = type_by_name(path)
        if size > _LARGEST or not isinstance(found, Format) or not is_decoded(found.reader):
            continue
        try:
            handle = os.open(f"{root}/{path}", _FLAGS)
            try:
                data = os.read(handle, size + 1)
            finally:
                os.close(handle)
        except (OSError, ValueError):
            continue
        if len(data) == size and _is_usual(data):
            yield path, data


def _seen(file: str) -> tuple[bytes, os.stat_result] | None:
    """What is in a file, and the state it had; None where a glance does not tell."""
    try:
        handle = os.open(file, _FLAGS)
        try:
            status = os.fstat(handle)
            if not S_ISREG(status.st_mode) or status.st_size > _LARGEST:
                return None
            data = os.read(handle, status.st_size + 1)  # a larger buffer takes longer than the file
        finally:
            os.close(handle)
    except (OSError, ValueError):
        return None
    if len(data) > status.st_size or not _is_usual(data):  # or somebody is writing to it
        return None
    return data, status


def _is_usual(data: bytes) -> bool:
    """Whether nothing speaks against its being UTF-8, without a mark that says so."""
    head = data[:HEAD]
    return b"\0" not in head and not head.startswith(_UNUSUAL)
