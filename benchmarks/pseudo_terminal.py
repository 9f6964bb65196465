"""The other side of a terminal program: a pseudo-terminal, its answers and its screen.

The end-to-end tests and the benchmarks drive the real program through these. Escape sequences
are told apart by the grammar of ECMA-48.
"""

from __future__ import annotations

import os
import pty
import re
import signal
import termios
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyte
from wcwidth import wcwidth

_SEQUENCE = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequence
    rb"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"  # command string (OSC, DCS, APC, …)
    rb"|\x1b[ -/]*[0-OQ-WYZ\\`-~]"  # any other escape sequence
)
_UNFINISHED = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)\Z"  # more of it is to come
)
_UNDERSTOOD = re.compile(rb"\x1b\[\??[0-9;]*[@-~]|\x1b[ -/]*[0-Z\\`-~]")
"""What pyte can take: it prints the rest of a private sequence, as kitty's, as text."""

ANSWERS: Mapping[bytes, bytes] = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronised output: known, off
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # resize reports: not known
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[0c": b"\x1b[?62;22c",
    b"\x1b]10;?\x07": b"\x1b]10;rgb:e6e6/e6e6/e6e6\x1b\\",
    b"\x1b]10;?\x1b\\": b"\x1b]10;rgb:e6e6/e6e6/e6e6\x1b\\",
    b"\x1b]11;?\x07": b"\x1b]11;rgb:1616/1818/1d1d\x1b\\",
    b"\x1b]11;?\x1b\\": b"\x1b]11;rgb:1616/1818/1d1d\x1b\\",
}
"""What a terminal with a dark background replies to the questions that a program may ask."""


def start(
    argv: Sequence[str], *, columns: int, rows: int, cwd: Path, env: Mapping[str, str]
) -> tuple[int, int]:
    """Starts a program at a new terminal of that size; its process id and the terminal's handle.

    The program leads a session and a process group of its own, and has ``env`` for its whole
    environment. It obeys the signals that its keys send, as in any terminal: what a shell starts
    behind its back is told to ignore them, and would hand that on.
    """
    process, terminal = pty.fork()
    if process == 0:
        try:
            for sent_by_key in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
                signal.signal(sent_by_key, signal.SIG_DFL)
            termios.tcsetwinsize(0, (rows, columns))
            os.chdir(cwd)
            os.execvpe(argv[0], list(argv), dict(env))
        except OSError as error:
            os.write(2, f"{argv[0]}: {error}\r\n".encode())
        finally:
            os._exit(127)
    return process, terminal


class Tokens:
    """Cuts a stream of output into escape sequences and the text between them.

    A sequence that is cut off at the end of one piece is kept until the next piece completes it.
    """

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The sequences and stretches of text that are complete with ``data``, in order."""
        data = self._held + data
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        data, self._held = data[:end], data[end:]
        place = 0
        for found in _SEQUENCE.finditer(data):
            if place < found.start():
                yield data[place : found.start()]
            yield found.group()
            place = found.end()
        if place < len(data):
            yield data[place:]


_OTHER_SCREEN = b"\x1b[?1049h"
"""Begins a blank screen, whatever stood on the one before."""


class Emulator:
    """The screen that a program's output makes."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._tokens = Tokens()

    def feed(self, data: bytes) -> None:
        """Shows what the next piece of output does to the screen."""
        for token in self._tokens.feed(data):
            if token == _OTHER_SCREEN:
                self._screen.erase_in_display(2)
            elif not token.startswith(b"\x1b") or _UNDERSTOOD.fullmatch(token):
                self._stream.feed(token)

    def resize(self, columns: int, rows: int) -> None:
        """Gives the screen another size."""
        self._screen.resize(rows, columns)

    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [self._line(row).rstrip() for row in range(self._screen.lines)]

    def _line(self, row: int) -> str:
        """A row's text. A wide character's other half may have been written over since."""
        cells, text, wide = self._screen.buffer[row], "", False
        for column in range(self._screen.columns):
            if not wide:
                text += cells[column].data or " "
            wide = not wide and wcwidth(text[-1]) == 2
        return text

    def cursor(self) -> tuple[int, int]:
        """The column and the row of the cursor, both from 0."""
        return self._screen.cursor.x, self._screen.cursor.y


class Replies:
    """What the terminal has to say to the questions in a program's output."""

    def __init__(self) -> None:
        self._tokens = Tokens()

    def to(self, data: bytes) -> bytes:
        """The replies to the questions that are complete with ``data``."""
        return b"".join(ANSWERS.get(token, b"") for token in self._tokens.feed(data))
