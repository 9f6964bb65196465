"""Work for idle moments, in short steps, so that no key waits for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from time import perf_counter


class Chores:
    """Iterators that are run a little at a time, the first one added first."""

    def __init__(self) -> None:
        self._waiting: deque[Iterator[None]] = deque()

    def add(self, chore: Iterator[None]) -> None:
        """Puts a chore at the end of the queue."""
        self._waiting.append(chore)

    def clear(self) -> None:
        """Forgets all chores."""
        self._waiting.clear()

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def work(self, seconds: float) -> None:
        """Works for about that long: a step is never interrupted."""
        end = perf_counter() + seconds
        while self._waiting and perf_counter() < end:
            try:
                next(self._waiting[0])
            except StopIteration:
                self._waiting.popleft()
