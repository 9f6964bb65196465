"""Drives a real program at a pseudo-terminal and sees what a reader would see.

Every wait is a wait for output, with a deadline; nothing sleeps. A wait that fails shows the
screen as it stood.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from benchmarks.pseudo_terminal import Emulator, Replies, start

SIDELIGHT = str(Path(sys.executable).parent / "sidelight")
"""The command as it is installed beside the Python that runs the tests."""

DEADLINE = 30.0
"""Seconds that a wait may last: far above what is needed, for a machine under load."""

KEYS: Mapping[str, str] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "shift+tab": "\x1b[Z",
    "f1": "\x1bOP",
}
"""The keys that are not one character, as xterm sends them; ``ctrl+`` and a letter go too."""

Open = Callable[..., "Terminal"]
"""Starts ``sidelight`` with the arguments given, at a terminal of 120 by 40 unless told."""

Condition = str | Callable[[list[str]], bool]


class Terminal:
    """A program running at a terminal of ``columns`` by ``rows``, in ``cwd``.

    It gets an environment of its own: ``home`` is its home folder and holds all that it keeps for
    itself (the XDG folders), so that nothing of the machine's user is read or changed. ``env``
    adds to that. Use it as a context manager: what still runs at the end is killed.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        cwd: Path,
        home: Path,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.raw = bytearray()
        self._emulator = Emulator(columns, rows)
        self._replies = Replies()
        self._status: int | None = None
        self._open = True
        surroundings = environment(home) | dict(env or {})
        self.process, self._terminal = start(
            argv, columns=columns, rows=rows, cwd=cwd, env=surroundings
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._terminal)

    def send(self, keys: str) -> None:
        """Types ``keys``, character for character."""
        os.write(self._terminal, keys.encode())

    def press(self, *keys: str) -> None:
        """Presses keys by their names: ``press("ctrl+f", "j", "enter")``."""
        self.send("".join(_as_sent(key) for key in keys))

    def settings(self) -> list[object]:
        """The settings of the terminal: whether it echoes, and the like."""
        return termios.tcgetattr(self._terminal)

    def screen(self) -> list[str]:
        """The rows of the screen as they stand, without the blanks at their ends."""
        return self._emulator.lines()

    def write_over(self, text: str) -> None:
        """Shows what another program writes on the same terminal."""
        self._emulator.feed(text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size, of which the program is told."""
        self._emulator.resize(columns, rows)
        termios.tcsetwinsize(self._terminal, (rows, columns))

    def wait_for(self, expected: Condition, timeout: float = DEADLINE) -> list[str]:
        """Reads until ``expected`` is on the screen, or as a condition holds; the screen then.

        A condition is given the screen, and may look at anything else.
        Raises ``AssertionError``, with the screen, where that does not come about within
        ``timeout`` seconds or before the program ends.
        """
        deadline = time.monotonic() + timeout
        while not _holds(expected, self.screen()):
            if not self._open or time.monotonic() > deadline:
                reason = "was not seen in time" if self._open else "was not seen before the end"
                raise AssertionError(f"{expected!r} {reason}; the screen shows\n{self._shown()}")
            self._read(min(0.1, deadline - time.monotonic()))
        return self.screen()

    def exit_status(self, timeout: float = DEADLINE) -> int:
        """Waits for the program to end; its exit status, or minus the signal that ended it."""
        deadline = time.monotonic() + timeout
        while self._status is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"still running; the screen shows\n{self._shown()}")
            if not self._read(0.05):
                select.select([], [], [], 0.01)  # nothing to wait on once the terminal is closed
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                self._status = os.waitstatus_to_exitcode(status)
        while self._read(0):
            pass
        return self._status

    def kill(self) -> None:
        """Ends the program and its process group at once, as ``kill -9`` does."""
        if self._status is None:
            with suppress(ProcessLookupError):  # it may not lead its group yet
                os.killpg(self.process, signal.SIGKILL)
            os.kill(self.process, signal.SIGKILL)
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def _read(self, timeout: float) -> bool:
        """Takes in what comes within ``timeout`` seconds; whether there was anything."""
        if not self._open:
            return False
        readable, _, _ = select.select([self._terminal], [], [], max(timeout, 0))
        if not readable:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # how Linux tells that nobody holds the other side any more
            data = b""
        self._open = bool(data)
        self.raw += data
        self._emulator.feed(data)
        if reply := self._replies.to(data):
            os.write(self._terminal, reply)
        return self._open

    def _shown(self) -> str:
        return "\n".join(f"│{line}" for line in self.screen()).rstrip("│\n")


def environment(home: Path) -> dict[str, str]:
    """The surroundings of somebody whose home folder is ``home``, at a modern terminal."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "USER": "reader",
        "LOGNAME": "reader",
    }


def _as_sent(key: str) -> str:
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return chr(ord(key[-1].upper()) & 0x1F)
    return KEYS.get(key, key)


def _holds(expected: Condition, screen: list[str]) -> bool:
    if isinstance(expected, str):
        return any(expected in line for line in screen)
    return expected(screen)
