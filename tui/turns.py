"""Taking turns: long work in a thread that never keeps the screen from the interpreter."""

from __future__ import annotations

import time

_TURN = 0.001
_PAUSE = 0.0002


class Turns:
    """For a thread whose every step takes about a millisecond, and that calls ``pass_on`` between.

    A thread that only computes gives the interpreter up after 5 ms, and may have it again before
    the thread that waits for it wakes up; one that sleeps for a moment does not.
    """

    def __init__(self) -> None:
        self._since = time.perf_counter()

    def pass_on(self) -> None:
        """Lets others have the interpreter, if this thread has had it for a while."""
        if time.perf_counter() - self._since > _TURN:
            time.sleep(_PAUSE)
            self._since = time.perf_counter()
