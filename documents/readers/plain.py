"""Plain text, Markdown and source code: the file is the text."""

from __future__ import annotations

from documents.decoding import decode
from documents.readers import Reading


def read(data: bytes, encoding: str | None) -> Reading:
    """The decoded text, every code point and newline as the file has it."""
    return Reading(*decode(data, encoding))
