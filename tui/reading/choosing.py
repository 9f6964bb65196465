"""Choosing with the arrows among what the tray shows, while a command waits for its key."""

from __future__ import annotations

from collections.abc import Sequence

from tui.widgets.pieces import Piece, measured

_STEPS = {"right": 1, "down": 1, "left": -1, "up": -1}


class Choice:
    """Which one of some is chosen; to begin with the first, or the one that is so ``now``."""

    def __init__(self) -> None:
        self.index = 0
        self.now = -1

    def clear(self) -> None:
        """Begins anew."""
        self.index, self.now = 0, -1

    def begin(self, now: int) -> None:
        """Begins at the one that is so now; at the first where ``now`` is negative."""
        self.index, self.now = max(0, now), now

    def moves(self, key: str, count: int) -> bool:
        """Whether ``key`` is an arrow; goes on by it among ``count``, round the end."""
        if key not in _STEPS or not count:
            return False
        self.index = (self.index + _STEPS[key]) % count
        return True


def in_rows(entries: Sequence[Sequence[Piece]], width: int) -> list[list[Piece]]:
    """The entries one after another, in as many rows of ``width`` columns as they take."""
    rows: list[list[Piece]] = [[]]
    for entry in entries:
        if rows[-1] and measured(rows[-1]) + measured(entry) > width:
            rows.append([])
        rows[-1] += entry
    return rows


def scrolled(rows: Sequence[list[Piece]], at: int, most: int) -> list[list[Piece]]:
    """At most so many of the rows, with the one ``at`` a place among them."""
    first = max(0, min(at - most // 2, len(rows) - most))
    return list(rows[first : first + max(1, most)])


def in_sight(entries: Sequence[Sequence[Piece]], chosen: int, width: int) -> list[Piece]:
    """The entries in one row, without the first ones where the chosen one would not fit."""
    first = 0
    while first < chosen and sum(map(measured, entries[first : chosen + 1])) > width:
        first += 1
    return [piece for entry in entries[first:] for piece in entry]
