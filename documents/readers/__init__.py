"""What turns a file's bytes into a text: one module for each way, imported when a file needs it.

To add a format, write ``documents/readers/<name>.py`` with a function ``read`` like the one in
``Reader``, name the module in ``_MODULES``, and let ``documents.kinds`` give files that format.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, Protocol, cast


class Reading(NamedTuple):
    """What a reader made of a file: the text, the codec that decoded it, and a version.

    ``version`` says what extracted the text, where another version might extract another text; it
    is empty where the file is the text.
    """

    text: str
    encoding: str
    version: str = ""


class Reader(Protocol):
    """A module that reads a format."""

    def read(self, data: bytes, encoding: str | None) -> Reading:
        """The text of a file that holds ``data``; ``encoding`` is the one asked for, if any.

        Raises ValueError, in words for the reader, where ``data`` cannot be read so.
        """


_DECODES = "documents.readers.plain"
_MODULES = {
    "plain": _DECODES,
    "markdown": _DECODES,
    "code": _DECODES,
}


def is_decoded(format_name: str) -> bool:
    """Whether a file of that format is the text: decoded, and nothing else done to it."""
    return _MODULES[format_name] == _DECODES


def reader_for(format_name: str) -> Reader:
    """The reader of the format; imports it and what it needs."""
    return cast(Reader, import_module(_MODULES[format_name]))
