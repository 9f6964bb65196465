"""What a program wrote to its terminal, looked through for what should never get there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from benchmarks.pseudo_terminal import Tokens

_COMMAND_STRING = re.compile(rb"\x1b[\]PX^_]")
_POINTER_SHAPE = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""The one command string that Textual sends of its own accord: the shape of the mouse pointer."""

_HARMLESS = "\r\n\b\t\u200c\u200d"
"""Line ends, backspace, tab; and the joiners, which words and emoji of some scripts need."""


def smuggled(raw: bytes) -> list[str]:
    """What has no business in a program's output, outside the sequences that paint a screen.

    That is every control character but line ends, backspace and tab, every bidirectional or
    invisible format character, and every command string (a title, the
    clipboard, a link) but the mouse pointer's shape.
    """
    return [piece for token in Tokens().feed(raw) for piece in _suspicious(token)]


def _suspicious(token: bytes) -> Iterator[str]:
    if _COMMAND_STRING.match(token) and not _POINTER_SHAPE.fullmatch(token):
        yield token.decode(errors="replace")
    elif not token.startswith(b"\x1b") or len(token) == 1:
        for character in token.decode(errors="replace"):
            if unicodedata.category(character) in ("Cc", "Cf") and character not in _HARMLESS:
                yield character
