"""Surveying a text in a thread, in pieces so short that the screen never waits for one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from tui.newest_first import NewestFirst
from tui.survey import Survey
from tui.turns import Turns

_AT_ONCE = 0.0015
"""Seconds that the screen's own thread looks: enough for a text of some hundred thousand letters,
so that there most answers are there at once."""
_REPORT_EVERY = 0.1


class Surveyor:
    """Counts the matches of the newest survey; the one before is left as it is.

    ``report`` is called in the thread when the first match was found, then from time to time, and
    when all was counted. Where the text is short enough all is done before ``begin`` returns, and
    nothing is reported. ``failed`` is called in the thread where counting ends with an error.
    """

    def __init__(
        self,
        report: Callable[[Survey], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._report = report
        self._newest: Survey | None = None
        self._work = NewestFirst("find", self._count, failed)

    def begin(self, survey: Survey, offset: int, *, backward: bool) -> None:
        """Counts what comes first on the way from ``offset``, and begins to count the rest."""
        self.stop()
        self._newest = survey
        pieces = survey.order(offset, backward=backward)
        end = time.perf_counter() + _AT_ONCE
        for piece in pieces:
            survey.count(piece)
            if time.perf_counter() > end:
                break
        if not survey.complete:
            self._work.ask((survey, pieces))

    def is_at(self, survey: Survey) -> bool:
        """Whether this survey is the one being counted, or counted last."""
        return self._newest is survey

    def stop(self) -> None:
        """Leaves what is being counted."""
        self._newest = None
        self._work.drop()

    def close(self) -> None:
        """Ends the thread, soon."""
        self._work.close()

    def _count(self, request: tuple[Survey, Iterator[int]]) -> None:
        survey, pieces = request
        turns = Turns()
        told = time.perf_counter()
        known = survey.found
        for piece in pieces:
            self._work.go_on()
            survey.count(piece)
            now = time.perf_counter()
            if now - told > _REPORT_EVERY or (survey.found and not known):
                known, told = survey.found, now
                self._report(survey)
            turns.pass_on()
        self._report(survey)
