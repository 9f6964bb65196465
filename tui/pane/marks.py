"""The annotations of one document, found by where they sit."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from annotations.steps import Step, at_once

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation


_Entry = tuple[int, int, str, int, "PlacedAnnotation"]
"""Where it starts, its end (negative: of two that start together the longer one is first), its
id, a number no other one has (so that no two entries are equal), and the annotation itself."""

_Gone = tuple[int, int, "PlacedAnnotation"]
"""Where the passage of one that is lost would stand, its number, and the annotation itself."""


class Beside(Protocol):
    """What is known of an annotation besides what stands in it; ``author`` is who reads."""

    author: str

    def sign_of(self, placed: PlacedAnnotation) -> str:
        """The character that tells another author's; empty for the reader's own."""

    def told(self, placed: PlacedAnnotation) -> list[str]:
        """What it answers and is linked to, a line each."""

    def is_tied(self, placed: PlacedAnnotation) -> bool:
        """Whether there is any such line."""


class _Nothing:
    author = ""

    def sign_of(self, placed: PlacedAnnotation) -> str:
        return ""

    def told(self, placed: PlacedAnnotation) -> list[str]:
        return []

    def is_tied(self, placed: PlacedAnnotation) -> bool:
        return False


class Marks:
    """Placed annotations in text order, with those at a place found without looking at the rest.

    However they nest and overlap, what overlaps a stretch is found in time that grows with what
    is found and the logarithm of all: an interval tree, kept as the sorted starts and, over them,
    the furthest end in each pair, pair of pairs and so on (Cormen et al., Introduction to
    Algorithms, "Interval trees", laid out flat).
    """

    def __init__(
        self,
        placed: Iterable[PlacedAnnotation] = (),
        beside: Beside | None = None,
        step: Step = at_once,
    ) -> None:
        """``step`` is called between short steps."""
        self.beside: Beside = beside or _Nothing()
        everything = list(placed)
        entries: list[_Entry] = []
        for number, one in enumerate(everything):
            step()
            if one.start is not None and one.end is not None:
                entries.append((one.start, -one.end, one.annotation.id, number, one))
        entries.sort()
        self._take(entries, len(everything))
        self._gone = sorted(
            (one.stood, number, one)
            for number, one in enumerate(everything)
            if one.stood is not None and one.anchor == "orphan"
        )
        self.lost = sum(map(_is_lost, everything))
        """How many more there are that have lost their place."""
        self.whole = [one for one in everything if _is_on_document(one)]
        """The notes on the document as a whole."""

    def _take(self, entries: list[_Entry], numbered: int) -> None:
        self._entries = entries
        self._numbered = numbered
        self._starts = [entry[0] for entry in entries]
        self._placed = [entry[4] for entry in entries]
        self._furthest = _furthest_ends([-entry[1] for entry in entries])

    def replaced(self, old: PlacedAnnotation | None, new: PlacedAnnotation | None) -> Marks:
        """These with ``new`` in the place of ``old``: None adds one, or leaves one out.

        Sorts nothing anew. ``old`` must be one of these, unless it has no place.
        """
        entries = self._entries.copy()
        if old is not None and old.start is not None and old.end is not None:
            place = bisect_left(entries, (old.start, -old.end, old.annotation.id))
            while entries[place][4] is not old:
                place += 1
            del entries[place]
        if new is not None and new.start is not None and new.end is not None:
            insort(entries, (new.start, -new.end, new.annotation.id, self._numbered, new))
        marks = Marks(beside=self.beside)
        marks._take(entries, self._numbered + 1)
        if self._gone or (new is not None and new.stood is not None):
            marks._gone = self._gone_with(old, new)
        marks.lost = self.lost + _is_lost(new) - _is_lost(old)
        marks.whole = [one for one in self.whole if one is not old]
        if new is not None and _is_on_document(new):
            marks.whole.append(new)
        return marks

    def _gone_with(self, old: PlacedAnnotation | None, new: PlacedAnnotation | None) -> list[_Gone]:
        gone = [entry for entry in self._gone if entry[2] is not old]
        if new is not None and new.stood is not None and new.anchor == "orphan":
            insort(gone, (new.stood, self._numbered, new))
        return gone

    def __len__(self) -> int:
        return len(self._placed)

    def __iter__(self) -> Iterator[PlacedAnnotation]:
        return iter(self._placed)

    def overlapping(self, start: int, end: int) -> list[PlacedAnnotation]:
        """The annotations with a code point in ``[start, end)``, in text order."""
        return [self._placed[place] for place in self._reaching(start, end)]

    def along(self, stretches: Iterable[tuple[int, int]]) -> Iterator[list[PlacedAnnotation]]:
        """Those that overlap each of some stretches, in text order.

        Neither the starts nor the ends of the stretches go back: what overlaps one is found from
        what overlaps the one before.
        """
        ends = self._furthest[0]
        there: list[int] = []
        known: int | None = None  # up to where starts have been looked at
        for start, end in stretches:
            stop = bisect_left(self._starts, end)
            if known is None:
                there = list(self._reaching(start, end))
            else:
                there = [place for place in (*there, *range(known, stop)) if ends[place] > start]
            known = stop
            yield [self._placed[place] for place in there]

    def beginning(self, start: int, end: int) -> Sequence[PlacedAnnotation]:
        """The annotations that start in ``[start, end)``, in text order."""
        return self._placed[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def on(self, start: int, end: int) -> list[PlacedAnnotation]:
        """The annotations of exactly ``[start, end)``."""
        return [one for one in self.beginning(start, start + 1) if one.end == end]

    def gone(self, start: int, end: int) -> list[PlacedAnnotation]:
        """Those that have lost their place, and would stand in ``[start, end)``."""
        if not self._gone:
            return []
        first, stop = bisect_left(self._gone, (start,)), bisect_left(self._gone, (end,))
        return [one for _, _, one in self._gone[first:stop]]

    def after(self, offset: int) -> PlacedAnnotation | None:
        """The first annotation that starts behind ``offset``."""
        place = bisect_left(self._starts, offset + 1)
        return self._placed[place] if place < len(self._placed) else None

    def before(self, offset: int) -> PlacedAnnotation | None:
        """The last annotation that starts before ``offset``."""
        place = bisect_left(self._starts, offset)
        return self._placed[place - 1] if place else None

    def _reaching(self, start: int, end: int) -> Iterator[int]:
        """The places of those that start before ``end`` and end behind ``start``, in order."""
        stop = bisect_left(self._starts, end)
        pending = [(len(self._furthest) - 1, 0)]
        while pending:
            level, number = pending.pop()
            if number << level >= stop or self._furthest[level][number] <= start:
                continue  # all in this branch start too late, or end too early
            if level == 0:
                yield number
            else:
                pending += ((level - 1, 2 * number + 1), (level - 1, 2 * number))


def _is_lost(placed: PlacedAnnotation | None) -> bool:
    return placed is not None and placed.anchor == "orphan"


def _is_on_document(placed: PlacedAnnotation) -> bool:
    return placed.start is None and placed.annotation.start is None and placed.anchor != "orphan"


def _furthest_ends(ends: list[int]) -> list[list[int]]:
    """``ends``, then the furthest of each two, of each four, and so on up to one for all."""
    levels = [ends]
    while len(levels[-1]) > 1:
        below = levels[-1]
        if len(below) % 2:
            below.append(-1)  # ends before anything
        levels.append(list(map(max, below[::2], below[1::2])))
    return levels
