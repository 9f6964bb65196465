"""Which panes stand side by side, how wide each is, and which one is active: pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

from tui.pane.geometry import MOST_PANES

LEAST_WIDTH = 36
"""Columns that a pane has at least, where it is not alone."""

ALONE_BELOW = 80
"""Columns from which panes stand side by side; with fewer the active one is alone."""

T = TypeVar("T")


class Arrangement(Generic[T]):
    """One to four panes (whatever ``T`` stands for one), from left to right. Never changed.

    What changes nothing gives the arrangement itself.

    ``shares`` says how the width is shared out, as parts of one; ``active`` is the number of the
    pane that keys go to, from 0. Widths are in columns; the first column of each pane but the
    leftmost is the line that separates it from its neighbour.
    """

    __slots__ = ("active", "panes", "shares")

    def __init__(self, panes: Sequence[T], shares: Sequence[float] = (), active: int = 0) -> None:
        """Shares that are not one for each pane, or not all above zero, are equal ones.

        Raises ValueError for no pane, and for more than there may be.
        """
        if not 1 <= len(panes) <= MOST_PANES:
            raise ValueError("one to four panes")
        self.panes = tuple(panes)
        if len(shares) != len(panes) or not all(0 < share < float("inf") for share in shares):
            shares = [1.0] * len(panes)
        whole = sum(shares)
        self.shares = tuple(share / whole for share in shares)
        self.active = min(max(0, active), len(panes) - 1)

    @property
    def is_full(self) -> bool:
        """Whether there can be no further pane."""
        return len(self.panes) == MOST_PANES

    @property
    def _is_even(self) -> bool:
        """Whether all are equally wide, but for rounding."""
        return max(self.shares) - min(self.shares) < 0.001

    # Which panes there are

    def split(self, new: T) -> Arrangement[T]:
        """With ``new`` to the right of the active pane, in half of its width, and active.

        Panes of equal widths stay equal.
        """
        at, shares = self.active, list(self.shares)
        half = shares[at] / 2
        shares[at : at + 1] = [half, half]
        panes = (*self.panes[: at + 1], new, *self.panes[at + 1 :])
        return Arrangement(panes, () if self._is_even else shares, at + 1)

    def closed(self) -> Arrangement[T]:
        """Without the active pane; the one to its left (or else right) has its width, and is it.

        Panes of equal widths stay equal, and the last pane stays.
        """
        if len(self.panes) == 1:
            return self
        at = self.active
        heir = at - 1 if at else 1
        shares = list(self.shares)
        shares[heir] += shares[at]
        del shares[at]
        panes = (*self.panes[:at], *self.panes[at + 1 :])
        return Arrangement(panes, () if self._is_even else shares, max(0, at - 1))

    def only(self) -> Arrangement[T]:
        """The active pane alone."""
        if len(self.panes) == 1:
            return self
        return Arrangement((self.panes[self.active],))

    def moved(self, by: int) -> Arrangement[T]:
        """With the active pane ``by`` places to the right, or to the left if negative."""
        panes, shares = list(self.panes), list(self.shares)
        place = min(max(0, self.active + by), len(panes) - 1)
        if place == self.active:
            return self
        panes.insert(place, panes.pop(self.active))
        shares.insert(place, shares.pop(self.active))
        return Arrangement(panes, shares, place)

    def activated(self, number: int) -> Arrangement[T]:
        """With another pane active, counted from 0."""
        return Arrangement(self.panes, self.shares, number)

    # How wide they are

    def in_sight(self, width: int) -> range:
        """The panes that are shown in ``width`` columns: the active one and its neighbours."""
        total = len(self.panes)
        room = width // LEAST_WIDTH if width >= ALONE_BELOW else 1
        count = max(1, min(total, room))
        first = min(max(0, self.active - 1), total - count) if count > 1 else self.active
        return range(first, first + count)

    def widths(self, width: int) -> list[int]:
        """The columns of each pane in sight, which add up to ``width``."""
        shown = self.in_sight(width)
        return _shared_out(width, [self.shares[number] for number in shown])

    def equal(self) -> Arrangement[T]:
        """With all panes equally wide."""
        if self._is_even:
            return self
        return Arrangement(self.panes, (), self.active)

    def widened(self, by: int, width: int) -> Arrangement[T]:
        """With the active pane ``by`` columns wider, or narrower if negative, within ``width``.

        What it gets is taken from its neighbours, first those to the right; what it gives goes to
        the nearest one. No pane becomes narrower than it may be.
        """
        shown, widths = self.in_sight(width), self.widths(width)
        here = self.active - shown.start
        others = [*range(here + 1, len(shown)), *range(here - 1, -1, -1)]
        if by < 0 and others:
            _give(widths, here, others[0], -by)
        for other in others:
            by -= _give(widths, other, here, by)
        return self._with_widths(shown, widths, width)

    def edge_moved(self, number: int, by: int, width: int) -> Arrangement[T]:
        """With the line at the left of pane ``number`` moved ``by`` columns to the right."""
        shown, widths = self.in_sight(width), self.widths(width)
        right = number - shown.start
        if not 0 < right < len(shown):
            return self
        if by > 0:
            _give(widths, right, right - 1, by)
        else:
            _give(widths, right - 1, right, -by)
        return self._with_widths(shown, widths, width)

    def _with_widths(self, shown: range, widths: Sequence[int], width: int) -> Arrangement[T]:
        """With these columns for the panes in sight; the others keep their shares."""
        if widths == self.widths(width):
            return self
        shares = list(self.shares)
        whole = sum(shares[number] for number in shown)
        for number, columns in zip(shown, widths, strict=True):
            shares[number] = whole * columns / width
        return Arrangement(self.panes, shares, self.active)


def _give(widths: list[int], giver: int, taker: int, columns: int) -> int:
    """Moves columns from one pane to another, as many as it can spare; says how many."""
    given = max(0, min(columns, widths[giver] - LEAST_WIDTH))
    widths[giver] -= given
    widths[taker] += given
    return given


def _shared_out(width: int, shares: Sequence[float]) -> list[int]:
    """``width`` columns by shares, but to each pane the least there is; there must be room."""
    if len(shares) == 1:
        return [width]
    columns, room, whole = [0.0] * len(shares), float(width), sum(shares)
    for number in sorted(range(len(shares)), key=shares.__getitem__):  # who may have to get more
        columns[number] = max(LEAST_WIDTH, room * shares[number] / whole)
        room -= columns[number]
        whole -= shares[number]
    edges = [round(reached) for reached in accumulate(columns, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]
