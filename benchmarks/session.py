"""A program at a pseudo-terminal, with every piece of its output stamped as it is read.

The screen is put together afterwards, so that the emulator's work is in none of the figures.
"""

from __future__ import annotations

import os
import re
import select
import signal
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.pseudo_terminal import Emulator, Replies, start

COLUMNS, ROWS = 120, 40
SILENCE = 0.08
"""Seconds without output after which a program has settled."""


class Piece(NamedTuple):
    """Output, and when it was read."""

    moment: float
    data: bytes


class Memory(NamedTuple):
    """Bytes of a program and its children: resident, and what is theirs alone."""

    resident: int
    unique: int


class Session:
    """A running program, its output so far, and the clock."""

    def __init__(
        self, argv: Sequence[str], home: Path, columns: int = COLUMNS, rows: int = ROWS
    ) -> None:
        self.pieces: list[Piece] = []
        self.size = columns, rows
        self._replies = Replies()
        self.started = time.perf_counter()
        self.process, self._terminal = start(
            argv, columns=columns, rows=rows, cwd=home, env=surroundings(home)
        )

    def type(self, keys: str) -> float:
        """Types ``keys`` and tells when."""
        moment = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return moment

    def resize(self, columns: int, rows: int) -> float:
        """Gives the terminal another size, of which the kernel tells the program; says when."""
        self.size = columns, rows
        moment = time.perf_counter()
        termios.tcsetwinsize(self._terminal, (rows, columns))
        return moment

    def listen(self, limit: float, silence: float = SILENCE) -> list[Piece]:
        """The output until it has been silent, once there was any; at most ``limit`` seconds."""
        heard: list[Piece] = []
        deadline = time.perf_counter() + limit
        while (left := deadline - time.perf_counter()) > 0:
            wait = min(left, silence) if heard else left
            if not select.select([self._terminal], [], [], wait)[0]:
                break
            piece = self._read()
            if not piece.data:
                break
            heard.append(piece)
        self.pieces += heard
        return heard

    def _read(self) -> Piece:
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # how Linux tells that the program is gone
            data = b""
        piece = Piece(time.perf_counter(), data)
        if reply := self._replies.to(data):
            os.write(self._terminal, reply)
        return piece

    def emulated(self, since: int = 0) -> Emulator:
        """A terminal that was sent the pieces from number ``since`` on."""
        emulator = Emulator(*self.size)
        for piece in self.pieces[since:]:
            emulator.feed(piece.data)
        return emulator

    def moment_of(self, pattern: str) -> float | None:
        """When a row of the screen first answered to a regular expression."""
        emulator = Emulator(*self.size)
        for piece in self.pieces:
            emulator.feed(piece.data)
            if any(re.search(pattern, line) for line in emulator.lines()):
                return piece.moment
        return None

    def children(self) -> list[psutil.Process]:
        """The processes that the program has started and that still run."""
        try:
            return psutil.Process(self.process).children(recursive=True)
        except psutil.Error:
            return []

    def memory(self) -> Memory:
        """What the program and its children hold."""
        resident = unique = 0
        for process in (psutil.Process(self.process), *self.children()):
            with suppress(psutil.Error):
                info = process.memory_full_info()
                resident, unique = resident + info.rss, unique + info.uss
        return Memory(resident, unique)

    def processor_seconds(self) -> float:
        """What the program itself has used of the processor."""
        times = psutil.Process(self.process).cpu_times()
        return times.user + times.system

    def children_seconds(self) -> float:
        """What its children that still run have used of the processor."""
        seconds = 0.0
        for child in self.children():
            with suppress(psutil.Error):
                times = child.cpu_times()
                seconds += times.user + times.system
        return seconds

    def end(self) -> None:
        """Kills the program and its children."""
        for child in self.children():
            with suppress(psutil.Error):
                child.kill()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)


@contextmanager
def running(argv: Sequence[str], columns: int = COLUMNS, rows: int = ROWS) -> Iterator[Session]:
    """A program that has just been started, in an empty home folder; ended afterwards."""
    with tempfile.TemporaryDirectory(
        prefix="sidelight-timing-", ignore_cleanup_errors=True
    ) as folder:
        session = Session(argv, Path(folder), columns, rows)
        try:
            yield session
        finally:
            session.end()


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a program whose user has only this home folder."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
