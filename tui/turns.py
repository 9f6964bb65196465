"""Taking turns: long work in a thread that never keeps the screen from the interpreter."""

from __future__ import annotations

import time
from collections.abc import Callable

_TURN = 0.0005
_PAUSE = 0.0005
_ANSWERED = 0.02
"""Seconds after which what the reader did is on the screen, nearly always."""
_PAUSES = 0.5
_LONGEST = 0.1
"""Seconds after which work goes on for a turn, even where the reader never pauses."""


class Reader:
    """When the reader last did something, as pressing a key."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._acted = clock() - _ANSWERED

    def acts(self) -> None:
        """Says that the reader does something now. From any thread."""
        self._acted = self._clock()

    def waits(self) -> float:
        """For how many seconds more the screen has the answer to give; none or less: for none."""
        return self._acted + _ANSWERED - self._clock()

    def pauses(self) -> bool:
        """Whether nothing was done for a while: then the screen may change by itself."""
        return self._clock() - self._acted >= _PAUSES


READER = Reader()
"""Who sits at the terminal: the driver says what comes from there, and threads ask."""


class Turns:
    """For a thread that calls ``pass_on`` between steps of well below a millisecond.

    A thread that only computes gives the interpreter up after 5 ms, and may have it again before
    the thread that waits for it wakes up; one that sleeps for a moment does not. Answering one key
    takes the interpreter several times: all that while this thread sleeps.
    """

    def __init__(
        self,
        reader: Reader = READER,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        turn: float = _TURN,
    ) -> None:
        """``turn`` is for how many seconds it has the interpreter at once."""
        self._reader = reader
        self._clock = clock
        self._sleep = sleep
        self._turn = turn
        self._since = clock()

    def pass_on(self) -> None:
        """Lets others have the interpreter, if the reader waits or this thread has had it long."""
        began = self._clock()
        left = self._reader.waits()
        if left <= 0 and began - self._since < self._turn:
            return
        self._sleep(max(left, _PAUSE))
        while (left := self._reader.waits()) > 0 and self._clock() - began < _LONGEST:
            self._sleep(left)
        self._since = self._clock()
