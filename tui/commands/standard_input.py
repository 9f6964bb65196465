"""Reading a text from standard input, which may be long, slow or endless."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from tui.output import Refused

LARGEST = 256 * 1024 * 1024
"""Bytes that are read at most: unlike a file, a pipe has to be held in memory whole."""

_PIECE = 1024 * 1024
_PATIENCE = 0.5
"""Seconds after which, and then as often as which, it is told how much was read."""
_BACK_AND_CLEAR = "\r\x1b[K"

Tell = Callable[[str], None]


def text_before_keys(encoding: str | None) -> str:
    """The text on standard input, which is then the terminal again. Raises Refused."""
    text = text_of_standard_input(encoding, "sidelight -")
    _take_keys_from_the_terminal()
    return text


def text_of_standard_input(encoding: str | None, command: str) -> str:
    """The text that is piped into ``command``. Raises Refused."""
    from documents.decoding import decode

    if sys.stdin is None or sys.stdin.isatty():
        raise Refused(f"there is nothing on standard input; pipe a text into: {command}")
    data = read_all(sys.stdin.fileno(), _tell)
    try:
        return decode(data, encoding).text
    except ValueError as error:
        raise Refused(f"standard input: {error}; name its encoding with --encoding NAME") from None


def read_all(descriptor: int, tell: Tell, *, largest: int = LARGEST) -> bytes:
    """All bytes that come until the end. Raises Refused where there are more than ``largest``.

    ``tell`` is called with how much was read, from time to time where that takes long, and with
    nothing when it ends, or is interrupted, after that.
    """
    pieces: list[bytes] = []
    size, told, due = 0, False, time.monotonic() + _PATIENCE
    try:
        while True:
            ready, _, _ = select.select([descriptor], [], [], max(0.0, due - time.monotonic()))
            if time.monotonic() >= due:
                told, due = True, time.monotonic() + _PATIENCE
                tell(f"reading standard input: {size / 1e6:.1f} MB so far (ctrl+c stops)")
            if not ready:
                continue
            piece = os.read(descriptor, _PIECE)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
            size += len(piece)
            if size > largest:
                limit = largest // (1024 * 1024)
                raise Refused(f"there is more than {limit} MB on standard input; save it to a file")
    finally:
        if told:
            tell("")


def _tell(words: str) -> None:
    """Shows one line that is written over by the next."""
    if sys.stderr is not None and sys.stderr.isatty():
        with suppress(OSError):
            sys.stderr.write(f"{_BACK_AND_CLEAR}{words}")
            sys.stderr.flush()


def _take_keys_from_the_terminal() -> None:
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise Refused("the reader needs a terminal to read keys from") from None
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
