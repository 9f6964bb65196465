"""When a searching thread gets ready for the next query: while none is asked, or just before."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

Prepare = Callable[[Callable[[], None]], bool]
"""Gets ready, with a step to call, and says whether there may soon be more to get ready for."""

_LEAST = 0.04
"""Seconds of getting ready from one query to the next, where they follow so fast on each other that
there is less time between. A query that is overtaken was for nothing; this never is."""
_EVERY = 0.5
"""Seconds after which there may be more to do, while an index is being made."""


class _Enough(Exception):
    """The query that waits is to be answered now."""


class GettingReady:
    """Has something prepared in short steps; ``step`` may raise what ends it for now."""

    def __init__(
        self,
        prepare: Prepare,
        step: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._prepare = prepare
        self._step = step
        self._clock = clock
        self._behind = False
        self._spent = 0.0

    def idle(self) -> float | None:
        """Gets ready; the seconds after which to do so again, None: after a query."""
        return _EVERY if self._get_ready(self._step) else None

    def before_query(self) -> None:
        """Gets ready a little if that could not be ended before, nor be done for long enough."""
        until = self._clock() + _LEAST - self._spent
        if self._behind and self._spent < _LEAST:

            def step() -> None:
                self._step()
                if self._clock() >= until:
                    raise _Enough

            with suppress(_Enough):
                self._get_ready(step)
        self._spent = 0.0

    def _get_ready(self, step: Callable[[], None]) -> bool:
        began, self._behind = self._clock(), True
        try:
            more = self._prepare(step)
            self._behind = False
        finally:
            self._spent += self._clock() - began
        return more
