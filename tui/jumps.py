"""Where the reader has been: a way back and forth, as in a browser."""

from __future__ import annotations

from contextlib import suppress
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
        """Remembers ``place``, which is about to be left, once; the way forward ends here."""
        _drop(self._behind, place)
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
        _drop(source, here)
        _drop(other, here)
        if not source:
            return None
        other.append(here)
        return source.pop()


def _drop(places: list[Place], place: Place) -> None:
    """Leaves a place out: it is to stand in a list once, as in vim's."""
    with suppress(ValueError):
        places.remove(place)
