"""The annotations of one document, found by where they sit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter

from annotations.model import PlacedAnnotation

_Entry = tuple[int, int, PlacedAnnotation]


class Marks:
    """Placed annotations in text order, with those at a place found by bisection."""

    def __init__(self, placed: Iterable[PlacedAnnotation] = ()) -> None:
        entries: list[_Entry] = [
            (one.start, one.end, one)
            for one in placed
            if one.start is not None and one.end is not None
        ]
        entries.sort(key=lambda entry: (entry[0], -entry[1], entry[2].annotation.id))
        self._entries = entries
        self._starts = [entry[0] for entry in entries]
        # The furthest end up to each entry: before it, none that starts earlier can reach further.
        self._reach = list(accumulate((entry[1] for entry in entries), max))

    def __len__(self) -> int:
        return len(self._entries)

    def overlapping(self, start: int, end: int) -> list[PlacedAnnotation]:
        """The annotations with a code point in ``[start, end)``, in text order."""
        found: list[PlacedAnnotation] = []
        place = bisect_left(self._starts, end) - 1
        while place >= 0 and self._reach[place] > start:
            first, last, placed = self._entries[place]
            if first < end and last > start:
                found.append(placed)
            place -= 1
        found.reverse()
        return found

    def on(self, start: int, end: int) -> list[PlacedAnnotation]:
        """The annotations of exactly ``[start, end)``."""
        return [one for one in self.overlapping(start, end) if (one.start, one.end) == (start, end)]

    def after(self, offset: int) -> PlacedAnnotation | None:
        """The first annotation that starts behind ``offset``."""
        place = bisect_left(self._starts, offset + 1)
        return self._entries[place][2] if place < len(self._entries) else None

    def before(self, offset: int) -> PlacedAnnotation | None:
        """The last annotation that starts before ``offset``."""
        place = bisect_left(self._starts, offset)
        return self._entries[place - 1][2] if place else None

    def __iter__(self) -> Iterator[PlacedAnnotation]:
        return map(itemgetter(2), self._entries)
