"""Times terminal programs from outside, as the person at the keyboard has them.

* **First paint** lasts from the start of the process until a key that was typed at that moment is
  answered on the screen. A picture alone would not do: it can stand there long before the program
  listens.
* A key's **first byte** lasts from the key to the first output after it, and it has **settled**
  at the last output before a silence.
* **Memory** is that of the program with its child processes: resident, and what is theirs alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.session import Memory, Session, running

PAINT_LIMIT = 60.0
KEY_LIMIT = 5.0
_IDLE = 0.7
"""Seconds for what is left to do after the first paint, before keys are timed."""


@dataclass(frozen=True)
class Gesture:
    """A key that is pressed again and again, after the keys that make it ready."""

    key: str
    times: int
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A program, and what is asked of it.

    ``at_start`` is typed as soon as the process is there; ``answered`` is a regular expression
    for a row of the screen that tells that it was obeyed, and ``ready`` one for a row that has to
    be there before keys are timed; ``alone`` waits until its child processes have ended, too.
    ``limit`` is how many seconds all that may last. A ``peer`` that does not manage is no failure
    of ours.
    """

    name: str
    argv: Sequence[str]
    at_start: str
    answered: str
    gestures: Mapping[str, Gesture] = field(default_factory=dict)
    ready: str = ""
    alone: bool = False
    limit: float = PAINT_LIMIT
    peer: bool = False


_NO_MEMORY = Memory(0, 0)


class KeyTiming(NamedTuple):
    """One key's cost: seconds to its first byte, seconds until settled, bytes sent."""

    first: float
    settled: float
    size: int


@dataclass
class Timing:
    """What one run of a program cost.

    ``child`` holds, for each gesture, what share of a processor the program's child processes
    had meanwhile; 0 where none was still running at its end.
    """

    paint: float
    memory: Memory = _NO_MEMORY
    keys: dict[str, list[KeyTiming]] = field(default_factory=dict)
    child: dict[str, float] = field(default_factory=dict)


class NotAnsweredError(Exception):
    """A program did not do what it was measured for; ``str`` of it shows its screen.

    ``brief`` says it in a cell of a table.
    """

    def __init__(self, case: Case, session: Session, brief: str) -> None:
        screen = "\n".join(session.emulated().lines()).rstrip()
        super().__init__(f"{case.name}: {brief}; its screen shows\n{screen}")
        self.brief = brief


Outcome = Timing | NotAnsweredError


def time_case(case: Case) -> Timing:
    """Runs a program once, in an empty home folder, and times it.

    Raises ``NotAnsweredError`` where keys show no effect.
    """
    with running(case.argv) as session:
        timing = Timing(first_paint(case, session))
        for name, gesture in case.gestures.items():
            busy, began = session.children_seconds(), time.perf_counter()
            timing.keys[name] = list(_time_keys(case, session, gesture))
            busy = session.children_seconds() - busy
            timing.child[name] = max(0.0, busy) / (time.perf_counter() - began)
        timing.memory = session.memory()
    return timing


def time_interleaved(cases: Sequence[Case], rounds: int) -> Iterator[tuple[Case, Outcome]]:
    """Times every case in turn, round after round, so that a slow minute is shared by all.

    Every other round goes the other way, so that none always follows the same one. A first round,
    which is not told, fills the caches of the machine. A peer that does not manage there is told
    once and not tried again; for any other program ``NotAnsweredError`` is raised.
    """
    running_still = list(cases)
    for number in range(rounds + 1):
        for case in running_still[:: -1 if number % 2 else 1]:
            try:
                outcome: Outcome = time_case(case)
            except NotAnsweredError as failure:
                if not case.peer:
                    raise
                running_still.remove(case)
                outcome = failure
            if number or isinstance(outcome, NotAnsweredError):
                yield case, outcome


def time_starts(cases: Sequence[Case], starts: int) -> Iterator[tuple[Case, float]]:
    """Starts every case in turn, to and fro, and gives the seconds until its first paint.

    Nothing else is asked of them: a start that follows another one, not a minute of keys, is what
    two programs can be compared by. Raises ``NotAnsweredError``.
    """
    for number in range(starts):
        for case in cases[:: -1 if number % 2 else 1]:
            with running(case.argv) as session:
                session.type(case.at_start)
                moment = _await(case, session, case.answered)
                yield case, moment - session.started


def first_paint(case: Case, session: Session) -> float:
    """Types the first key and waits for its answer, and until the program is ready and idle.

    The seconds until the answer. Raises ``NotAnsweredError``.
    """
    session.type(case.at_start)
    moment = _await(case, session, case.answered)
    if case.ready:
        _await(case, session, case.ready)
    while case.alone and session.children():
        if time.perf_counter() > session.started + case.limit:
            raise NotAnsweredError(case, session, "its children do not end")
        session.listen(limit=0.2)
    session.listen(limit=_IDLE, silence=_IDLE)
    return moment - session.started


def _await(case: Case, session: Session, pattern: str) -> float:
    deadline = session.started + case.limit
    while (left := deadline - time.perf_counter()) > 0:
        heard = session.listen(left, silence=0.3)
        moment = session.moment_of(pattern)
        if moment is not None:
            return moment
        if not heard and deadline - time.perf_counter() > 0:
            raise NotAnsweredError(case, session, "ended")
    raise NotAnsweredError(case, session, f"> {case.limit:.0f} s")


def _time_keys(case: Case, session: Session, gesture: Gesture) -> Iterator[KeyTiming]:
    for key in gesture.before:
        session.type(key)
        session.listen(KEY_LIMIT, silence=0.2)
    for _ in range(gesture.times):
        typed = session.type(gesture.key)
        heard = session.listen(KEY_LIMIT)
        if not heard:
            raise NotAnsweredError(case, session, f"no answer to {gesture.key!r}")
        yield KeyTiming(
            heard[0].moment - typed,
            heard[-1].moment - typed,
            sum(len(piece.data) for piece in heard),
        )
