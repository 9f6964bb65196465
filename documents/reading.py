"""A file becomes a document."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path

from documents.decoding import HEAD
from documents.document import Document
from documents.errors import CannotOpen
from documents.kinds import (
    BINARY,
    PLAIN,
    Format,
    Unopenable,
    refused_by_bytes,
    type_by_bytes,
    type_by_name,
)
from documents.opening import LARGEST_FILE, opened, stamp_of
from documents.pieces import Beginning, decode_beginning, decode_stream
from documents.readers import is_decoded, reader_for

LARGE = 4 * 1024**2
"""Bytes from which the beginning of a file may be had before the rest."""

_IN_PIECES = 512 * 1024
"""Bytes from which a file is decoded in pieces: its bytes and its text are not held both."""

BEGINNING = 256 * 1024
"""Code points that a beginning has at least: dozens of pages."""

_OTHER_ENCODING = "save it as UTF-8, or name its encoding with --encoding NAME"


def read_document(file: Path, path: str, *, encoding: str | None = None) -> Document:
    """Reads ``file`` as the document that goes by ``path``.

    ``encoding`` replaces what the file's bytes suggest. Raises CannotOpen where the file is
    missing, special, too large, not a text, or not decodable.
    """

    def whole(stream: FileIO) -> Beginning | None:
        decoded = decode_stream(stream, encoding)
        return decoded and Beginning(*decoded, LARGEST_FILE)  # all, whatever it grew by

    part = _read_large(file, path, encoding, whole, _IN_PIECES)
    return part or _read_at_once(file, path, encoding)


def begin_document(
    file: Path, path: str, *, encoding: str | None = None, reach: int = 0
) -> Document:
    """As ``read_document``, but of a large file the beginning alone, and at once.

    It goes beyond the code point at ``reach``, and well beyond where that is near its end. What is
    wrong with the rest will be known when the whole is read.
    """

    def beginning(stream: FileIO) -> Beginning | None:
        return decode_beginning(stream, encoding, least=reach + BEGINNING)

    part = _read_large(file, path, encoding, beginning, LARGE)
    return part or read_document(file, path, encoding=encoding)


def _read_large(
    file: Path,
    path: str,
    encoding: str | None,
    decode: Callable[[FileIO], Beginning | None],
    least: int,
) -> Document | None:
    """What ``decode`` makes of a file of ``least`` bytes or more; else, or of nothing, None."""
    try:
        with opened(file) as stream:
            stamp = stamp_of(os.fstat(stream.fileno()))
            if stamp[0] < least:
                return None
            format_ = format_of(file, stream.read(HEAD) or b"", forced=encoding is not None)
            stream.seek(0)
            part = decode(stream) if is_decoded(format_.reader) else None
    except ValueError as error:
        raise CannotOpen(file, str(error), _OTHER_ENCODING) from None
    if part is None:
        return None
    share = min(1.0, part.size / stamp[0])
    return Document(
        path,
        part.text,
        kind=format_.kind,
        reader=format_.reader,
        encoding=part.encoding,
        share=share,
        stamp=stamp,
    )


def _read_at_once(file: Path, path: str, encoding: str | None) -> Document:
    with opened(file) as stream:
        stamp = stamp_of(os.fstat(stream.fileno()))
        data = stream.read() or b""
    format_ = format_of(file, data[:HEAD], forced=encoding is not None)
    try:
        reading = reader_for(format_.reader).read(data, encoding)
    except ValueError as error:
        raise CannotOpen(file, str(error), _OTHER_ENCODING) from None
    reader = f"{format_.reader}/{reading.version}" if reading.version else format_.reader
    return Document(
        path,
        reading.text,
        kind=format_.kind,
        reader=reader,
        encoding=reading.encoding,
        stamp=stamp,
    )


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
