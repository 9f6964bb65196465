"""Times a terminal program from outside, as the person at the keyboard has it.

The program runs at a pseudo-terminal. Each piece of its output is stamped as it is read; the
screen is put together afterwards, so that the emulator's work is in none of the figures.

* **First paint** lasts from the start of the process until a key that was typed at that moment is
  answered on the screen. A picture alone would not do: it can stand there long before the program
  listens.
* A key's **first byte** lasts from the key to the first output after it, and it has **settled**
  at the last output before a silence.
* **Memory** is that of the program with its child processes: resident, and what is theirs alone.
"""

from __future__ import annotations

import os
import re
import select
import signal
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.pseudo_terminal import Emulator, Replies, start

COLUMNS, ROWS = 120, 40
SILENCE = 0.08
"""Seconds without output after which a key has settled."""

PAINT_LIMIT = 60.0
KEY_LIMIT = 2.0


@dataclass(frozen=True)
class Gesture:
    """A key that is pressed again and again, after the keys that make it ready."""

    key: str
    times: int = 40
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A program, and what is asked of it.

    ``at_start`` is typed as soon as the process is there; ``answered`` is a regular expression
    for a row of the screen that tells that it was obeyed.
    """

    name: str
    argv: Sequence[str]
    at_start: str
    answered: str
    gestures: Mapping[str, Gesture]


class KeyTiming(NamedTuple):
    """One key's cost: seconds to its first byte, seconds until settled, bytes sent."""

    first: float
    settled: float
    size: int


@dataclass
class Timing:
    """What one run of a program cost; memory in bytes."""

    paint: float
    resident: int = 0
    unique: int = 0
    keys: dict[str, list[KeyTiming]] = field(default_factory=dict)


class NotAnsweredError(Exception):
    """A program did not do what it was measured for; ``str`` of it shows its screen."""


class Piece(NamedTuple):
    """Output, and when it was read."""

    moment: float
    data: bytes


class _Session:
    """A running program, its output so far, and the clock."""

    def __init__(self, case: Case, folder: Path) -> None:
        self.case = case
        self.pieces: list[Piece] = []
        self._replies = Replies()
        self.started = time.perf_counter()
        self.process, self._terminal = start(
            case.argv, columns=COLUMNS, rows=ROWS, cwd=folder, env=_environment(folder)
        )

    def type(self, keys: str) -> float:
        """Types ``keys`` and tells when."""
        moment = time.perf_counter()
        os.write(self._terminal, keys.encode())
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

    def screen(self) -> list[str]:
        """The screen as all the output so far has made it."""
        emulator = Emulator(COLUMNS, ROWS)
        for piece in self.pieces:
            emulator.feed(piece.data)
        return emulator.lines()

    def moment_of(self, pattern: str) -> float | None:
        """When a row of the screen first answered to the regular expression ``pattern``."""
        emulator = Emulator(COLUMNS, ROWS)
        for piece in self.pieces:
            emulator.feed(piece.data)
            if any(re.search(pattern, line) for line in emulator.lines()):
                return piece.moment
        return None

    def memory(self) -> tuple[int, int]:
        """Resident and unique bytes of the program and its children."""
        resident = unique = 0
        program = psutil.Process(self.process)
        for process in (program, *program.children(recursive=True)):
            with suppress(psutil.Error):
                info = process.memory_full_info()
                resident, unique = resident + info.rss, unique + info.uss
        return resident, unique

    def end(self) -> None:
        """Kills the program and its children."""
        with suppress(psutil.Error):
            for child in psutil.Process(self.process).children(recursive=True):
                child.kill()
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._terminal)


def time_case(case: Case) -> Timing:
    """Runs a program once, in an empty home folder, and times it.

    Raises ``NotAnsweredError`` where the keys typed at the start show no effect.
    """
    with _session(case) as session:
        session.type(case.at_start)
        timing = Timing(_first_paint(session))
        session.listen(limit=0.7, silence=0.7)  # what is left to do when idle
        for name, gesture in case.gestures.items():
            timing.keys[name] = list(_time_keys(session, gesture))
        timing.resident, timing.unique = session.memory()
    return timing


def time_interleaved(cases: Sequence[Case], rounds: int) -> Iterator[tuple[Case, Timing]]:
    """Times every case in turn, round after round, so that a slow minute is shared by all.

    A first round, which is not told, fills the caches of the machine.
    """
    for number in range(rounds + 1):
        for case in cases:
            timing = time_case(case)
            if number:
                yield case, timing


@contextmanager
def _session(case: Case) -> Iterator[_Session]:
    with tempfile.TemporaryDirectory(prefix="sidelight-timing-") as folder:
        session = _Session(case, Path(folder))
        try:
            yield session
        finally:
            session.end()


def _first_paint(session: _Session) -> float:
    deadline = session.started + PAINT_LIMIT
    while (left := deadline - time.perf_counter()) > 0:
        heard = session.listen(left, silence=0.3)
        moment = session.moment_of(session.case.answered)
        if moment is not None:
            return moment - session.started
        if not heard:
            break
    screen = "\n".join(session.screen()).rstrip()
    raise NotAnsweredError(f"{session.case.name} did not answer; its screen shows\n{screen}")


def _time_keys(session: _Session, gesture: Gesture) -> Iterator[KeyTiming]:
    for key in gesture.before:
        session.type(key)
        session.listen(KEY_LIMIT, silence=0.2)
    for _ in range(gesture.times):
        typed = session.type(gesture.key)
        heard = session.listen(KEY_LIMIT)
        if not heard:
            raise NotAnsweredError(f"{session.case.name} did nothing for {gesture.key!r}")
        yield KeyTiming(
            heard[0].moment - typed,
            heard[-1].moment - typed,
            sum(len(piece.data) for piece in heard),
        )


def _environment(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
