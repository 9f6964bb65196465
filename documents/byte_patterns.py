"""What the first bytes of a file show without knowing any language."""

from __future__ import annotations

import codecs

_CONTROLS = bytes(set(range(32)) - set(b"\b\t\n\f\r\x1b") | {127})
_MOST_CONTROLS = 0.1
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")


def is_wide(head: bytes) -> bool:
    """Whether this is UTF-16 or UTF-32, where bytes mean little alone."""
    return head.startswith(_WIDE_MARKS) or wide_encoding(head) is not None


def is_utf_8(head: bytes) -> bool:
    """Whether this is UTF-8, as far as it goes: its last character may be cut off."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def is_noisy(head: bytes) -> bool:
    """Whether there are more control characters than any text in single bytes has.

    White space does not count, nor what steers terminals and overstrikes.
    """
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(head)


def wide_encoding(head: bytes) -> str | None:
    """The variant of UTF-16 or UTF-32 that ``head``, without a byte-order mark, is in, if any.

    Looks for the zero bytes that spaces, newlines and Latin letters have there. ``head`` must
    start where the text does; its last character may be cut off.
    """
    if b"\0" not in head or (is_utf_8(head) and not is_noisy(head)):
        return None  # in the latter somebody left a zero byte or two
    return next((codec for codec in _WIDE if _is_plausible(head, codec)), None)


def _is_plausible(head: bytes, codec: str) -> bool:
    try:
        text = codecs.getincrementaldecoder(codec)().decode(head)
    except UnicodeDecodeError:
        return False
    # Read in the wrong order of bytes, a space or a newline is a character nobody writes.
    unlikely = sum((not c.isprintable() and not c.isspace()) or c in "\u2000\u0a00" for c in text)
    return any(c.isascii() for c in text) and unlikely * 100 <= len(text)
