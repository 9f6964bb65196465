"""From bytes to a text that any tool decodes alike.

For a file decoded here, ``open(file, encoding=decoded.encoding, newline="").read()`` is the text,
exactly: newlines stay as they are, nothing is normalised, a byte-order mark is not part of it.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from documents.byte_patterns import wide_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MARK_BYTES = tuple(mark for mark, _ in _MARKS)
"""The byte-order marks that tell an encoding."""

HEAD = 8192
"""How many of a file's first bytes tell what it is."""

_AROUND = 32 * 1024
_LENIENT = ("utf-7", "unicode-escape", "raw-unicode-escape")


class Decoded(NamedTuple):
    """A text and the name of the Python codec that it was decoded with."""

    text: str
    encoding: str


class UndecodableBytes(ValueError):
    """Bytes that are no text in the encoding asked for, or in any that was tried."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text in ``data``: by its byte-order mark, else as UTF-8, else by its looks.

    ``encoding``, if given, is used instead. Raises UndecodableBytes where the bytes are no text,
    or ``encoding`` is unknown; the message says what was wrong, for a reader's eyes.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for codec in _told_by_first_bytes(data):
        if decoded := _attempt(data, codec):
            return decoded
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf_8(data, error.start)
        return _detect(data, error.start)


def likely_codec(head: bytes, encoding: str | None = None) -> str:
    """The codec to try first for a text that starts with ``head``, its first HEAD bytes.

    Raises UndecodableBytes where ``encoding``, if given, is unknown.
    """
    if encoding is not None:
        return _marked_codec(head, _codec_name(encoding))
    return next(_told_by_first_bytes(head), "utf-8")


def _told_by_first_bytes(data: bytes) -> Iterator[str]:
    yield from (codec for mark, codec in _MARKS if data.startswith(mark))
    if codec := wide_encoding(data[:HEAD]):
        yield codec


def _attempt(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        return None


def _refuse_damaged_utf_8(data: bytes, start: int) -> None:
    """Raises UndecodableBytes for UTF-8 with a few broken bytes.

    Any 8-bit encoding would take it, and every accented letter in it would be read as two wrong
    ones. In a text that is not in UTF-8, sequences that would fit it hardly ever occur.
    """
    around = data[max(0, start - _AROUND) : start + _AROUND]
    text = around.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    fitting = sum(not character.isascii() for character in text) - broken
    if fitting > 20 * broken:
        line = data.count(b"\n", 0, start) + 1
        raise UndecodableBytes(f"its UTF-8 is damaged at byte {start}, line {line}")


def _detect(data: bytes, start: int) -> Decoded:
    from documents.detection import likely_encodings

    for codec in likely_encodings(data, start):
        if decoded := _attempt(data, codec):
            return decoded
    raise UndecodableBytes("it is not a text in any encoding known here")


def _decode_as(data: bytes, encoding: str) -> Decoded:
    codec = _marked_codec(data, _codec_name(encoding))
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise UndecodableBytes(f"it is not in {codec}: byte {error.start} does not fit") from None
    if codec in _LENIENT and any("\ud800" <= character <= "\udfff" for character in text):
        raise UndecodableBytes(f"read as {codec}, it holds half of a surrogate pair")
    return Decoded(text, codec)


def _codec_name(encoding: str) -> str:
    """Python's own name of a text encoding, for any of its aliases."""
    try:
        "".encode(encoding)  # refuses codecs that are not about text, such as "hex"
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UndecodableBytes(f"there is no encoding named {encoding}") from None


def _marked_codec(data: bytes, codec: str) -> str:
    """The member of ``codec``'s family that fits whether ``data`` has a byte-order mark."""
    for mark, marked in _MARKS:
        if data.startswith(mark) and _family(marked) == _family(codec):
            return marked
    if codec in ("utf-16", "utf-32"):
        return f"{codec}-le"  # without a mark Python's choice would depend on the machine
    return "utf-8" if codec == "utf-8-sig" else codec


def _family(codec: str) -> str:
    return codec.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
