"""The program at its terminal, as the walk drives it."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks import session
from benchmarks.pseudo_terminal import Emulator, Replies, start
from benchmarks.walk.stream import StreamCheck

SIDELIGHT = str(Path(sys.executable).parent / "sidelight")
AUTHOR = "walker"
_TRACEBACK = re.compile(rb"Traceback|Error: |Fatal Python error")
_BEFORE_A_HINT = 4000


class Reader:
    """One run of the program; what it does wrong is kept in ``problems``."""

    def __init__(
        self, arguments: Sequence[str], workspace: Path, home: Path, columns: int, rows: int
    ) -> None:
        self.size = columns, rows
        self.status: int | None = None
        self.output = bytearray()
        self._stream, self._replies = StreamCheck(), Replies()
        self._emulator = Emulator(columns, rows)
        self._process, self._terminal = start(
            [SIDELIGHT, *arguments, "--author", AUTHOR],
            columns=columns,
            rows=rows,
            cwd=workspace,
            env=surroundings(home),
        )

    def send(self, text: str) -> None:
        """Types ``text``, as fast as the program takes it; what it does not take is lost."""
        left = text.encode()
        while left and self.running:
            ready = select.select([self._terminal], [self._terminal], [], 5.0)
            if not any(ready):
                return
            if ready[0]:
                self._read()
            if ready[1]:
                with suppress(OSError):
                    left = left[os.write(self._terminal, left[:1024]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size."""
        self.size = columns, rows
        self._emulator.resize(columns, rows)
        with suppress(OSError):
            termios.tcsetwinsize(self._terminal, (rows, columns))

    def listen(self, limit: float, silence: float) -> int:
        """Takes in what comes until a silence, once there was anything; the number of bytes."""
        before, deadline = len(self.output), time.monotonic() + limit
        while self.running and (left := deadline - time.monotonic()) > 0:
            wait = min(left, silence) if len(self.output) > before else left
            if not select.select([self._terminal], [], [], wait)[0]:
                break
            self._read()
        return len(self.output) - before

    def _read(self) -> None:
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # how Linux tells that the program is gone
            data = b""
        if not data:
            self._ended(os.waitpid(self._process, 0)[1])
            return
        self.output += data
        self._stream.feed(data)
        self._emulator.feed(data)
        if reply := self._replies.to(data):
            with suppress(OSError):
                os.write(self._terminal, reply)

    @property
    def running(self) -> bool:
        """Whether the program has not ended. One that was stopped is woken up again."""
        if self.status is None:
            process, status = os.waitpid(self._process, os.WNOHANG | os.WUNTRACED)
            if process and os.WIFSTOPPED(status):
                os.kill(self._process, signal.SIGCONT)
            elif process:
                self._drain()
                self._ended(status)
        return self.status is None

    def _drain(self) -> None:
        """What a program said last."""
        with suppress(OSError):
            while select.select([self._terminal], [], [], 0)[0]:
                data = os.read(self._terminal, 65536)
                if not data:
                    return
                self.output += data
                self._stream.feed(data)
                self._emulator.feed(data)

    def _ended(self, status: int) -> None:
        self.status = os.waitstatus_to_exitcode(status)
        self._stream.end()

    def screen(self) -> list[str]:
        """The rows of the screen."""
        return self._emulator.lines()

    def problems(self) -> list[str]:
        """What was wrong since this was asked last: tracebacks, and what should not be sent."""
        found, self._stream.found = self._stream.found, []
        problems = [f"it sent {what}" for what in dict.fromkeys(found)]
        if b"Traceback" in self.output:
            at = self.output.index(b"Traceback")
            words = bytes(self.output[at : at + _BEFORE_A_HINT]).decode(errors="replace")
            problems.append("a traceback:\n" + re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", words))
        self.output.clear()
        return problems

    def dump(self) -> str:
        """Ends a program that does not answer, and gives where it stood."""
        self.output.clear()
        with suppress(OSError):
            os.kill(self._process, signal.SIGABRT)  # Python then tells where it was
        self.listen(5.0, silence=1.0)
        words = bytes(self.output).decode(errors="replace")
        self.kill()
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", words)

    def kill(self) -> None:
        """Ends the program without a warning."""
        if self.running:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            _, status = os.waitpid(self._process, 0)
            self._drain()
            self._ended(status)

    def close(self) -> None:
        """Kills what still runs and lets go of the terminal."""
        self.kill()
        os.close(self._terminal)


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a reader who has only this home folder."""
    return session.surroundings(home) | {"EDITOR": "true", "PYTHONFAULTHANDLER": "1"}
