"""Where the reader has been: a way back and forth, as in a browser."""

from __future__ import annotations

from typing import NamedTuple

MOST = 200
"""Places remembered on the way back, and on the way forward."""


class Place(NamedTuple):
    """A place in a document, as an offset in its text."""

    path: str
    offset: int


class Jumps:
    """The places left by a jump, and those come back from."""

    def __init__(self, behind: list[Place] | None = None, ahead: list[Place] | None = None) -> None:
        """The lists given, the place left last at their ends, are kept up to date."""
        self._behind = [] if behind is None else behind
        self._ahead = [] if ahead is None else ahead

    def recent(self) -> list[Place]:
        """The places on the way back, the nearest first, each once."""
        return list(dict.fromkeys(reversed(self._behind)))

    def leave(self, place: Place) -> None:
        """Remembers ``place``, which is about to be left; the way forward ends here."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[:-MOST]
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, with ``here`` put on the way forward."""
        return self._turn(here, self._behind, self._ahead)

    def forward(self, here: Place) -> Place | None:
        """The place that was last come back from."""
        return self._turn(here, self._ahead, self._behind)

    @staticmethod
    def _turn(here: Place, source: list[Place], other: list[Place]) -> Place | None:
        while source:
            place = source.pop()
            if place != here:
                other.append(here)
                return place
        return None
