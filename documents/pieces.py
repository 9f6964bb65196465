"""Large files are decoded piece by piece, so that a program that shows one never stands still.

Decoding 100 MB in one call holds Python's interpreter lock for a tenth of a second and more. What
is decoded here is the same, in steps of a millisecond, and nothing is held twice in memory.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from documents.decoding import HEAD, Decoded, likely_codec

PIECE = 64 * 1024
"""Bytes that are decoded at a time: so few that the C library mostly uses the same room again."""

_STEADY = ("utf-8", "utf-16", "utf-32", "cp", "iso8859", "koi8", "latin", "ascii", "mac")
"""Beginnings of the codecs' names that decode pieces exactly as they decode the whole."""


class Beginning(NamedTuple):
    """The first part of a text, the codec that decoded it, and the bytes that were read for it."""

    text: str
    encoding: str
    size: int


def decode_stream(stream: BinaryIO, encoding: str | None = None) -> Decoded | None:
    """The text in ``stream``, as ``documents.decoding.decode`` has it.

    None where that takes a look at the whole: the bytes are not in the likeliest encoding, or it
    is one that cannot be decoded in pieces. Raises UndecodableBytes for an unknown ``encoding``.
    """
    head = _read(stream, HEAD)
    codec = likely_codec(head, encoding)
    if not codec.startswith(_STEADY):
        return None
    decoder = codecs.getincrementaldecoder(codec)()
    text = ""
    try:
        for piece in _pieces(stream, head):
            text += decoder.decode(piece)  # CPython lengthens it in place: no other name has it
        text += decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return Decoded(text, codec)


def decode_beginning(
    stream: BinaryIO, encoding: str | None = None, *, least: int
) -> Beginning | None:
    """At least the first ``least`` code points of the text in ``stream``; None as above."""
    head = _read(stream, HEAD)
    codec = likely_codec(head, encoding)
    if not codec.startswith(_STEADY):
        return None
    decoder = codecs.getincrementaldecoder(codec)()
    text, size = "", 0
    try:
        for piece in _pieces(stream, head):
            text += decoder.decode(piece)
            size += len(piece)
            if len(text) >= least:
                break
        else:
            text += decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return Beginning(text, codec, size)


def _pieces(stream: BinaryIO, head: bytes) -> Iterator[bytes]:
    piece = head
    while piece:
        yield piece
        piece = stream.read(PIECE) or b""


def _read(stream: BinaryIO, count: int) -> bytes:
    """So many bytes of a file, fewer only at its end."""
    data = b""
    while len(data) < count and (more := stream.read(count - len(data))):
        data += more
    return data
