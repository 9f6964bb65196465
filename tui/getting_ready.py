"""When a searching thread gets ready for the next query: while none is asked, or just before."""

from __future__ import annotations

import time
from collections.abc import Callable

from tui.newest_first import Overtaken

Prepare = Callable[[Callable[[], None]], bool]
"""Gets ready, with a step to call, and says whether there may soon be more to get ready for."""

_LONG = 0.03
"""Seconds that a query may take. Where one took longer, as much goes into getting ready before the
next, even if queries leave no time between: one that is overtaken was for nothing, this never is.
"""
_MOST, _SHARE = 0.05, 1 / 4
"""Seconds for which a query waits because of that, and of the time that the one before took."""
_FIRST_REST, _LONGEST_REST, _LONGER = 0.1, 2.0, 1.5
"""Seconds after which there may be more to do, while an index is being made; the longer nothing is
asked, the less often that is looked at."""


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
        self._rest = _FIRST_REST
        self._spent = 0.0  # seconds, since the last query
        self._took = 0.0  # seconds, the last query

    def idle(self) -> float | None:
        """Gets ready; the seconds after which to do so again, None: after a query."""
        if not self._get_ready(self._step):
            return None
        self._rest = min(_LONGEST_REST, _LONGER * self._rest)
        return self._rest

    def query(self, answer: Callable[[], None]) -> None:
        """Answers a query, before which it gets ready a little if that was not done for long."""
        allowed = min(_MOST, max(_LONG, _SHARE * self._took), self._took - _LONG)
        until = self._clock() + allowed - self._spent

        def step() -> None:
            self._step()
            if self._clock() >= until:
                raise _Enough

        if self._behind and self._clock() < until:
            self._get_ready_before(step)
        began, self._spent, self._rest = self._clock(), 0.0, _FIRST_REST
        try:
            answer()
        finally:
            self._took = self._clock() - began

    def _get_ready_before(self, step: Callable[[], None]) -> None:
        try:
            self._get_ready(step)
        except Overtaken:
            raise
        except Exception:  # _Enough, or what no query must be lost for: it tells what it meets
            return

    def _get_ready(self, step: Callable[[], None]) -> bool:
        began, self._behind = self._clock(), True
        try:
            more = self._prepare(step)
            self._behind = False
        finally:
            self._spent += self._clock() - began
        return more
