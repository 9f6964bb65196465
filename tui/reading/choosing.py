"""Choosing with the arrows among what the tray shows, while a command waits for its key."""

from __future__ import annotations

from collections.abc import Sequence

from tui.widgets.pieces import Piece, measured

_STEPS = {"right": 1, "down": 1, "left": -1, "up": -1}


class Choice:
    """Which one of some is chosen; the first to begin with."""

    def __init__(self) -> None:
        self.index = 0

    def clear(self) -> None:
        """Begins anew."""
        self.index = 0

    def moves(self, key: str, count: int) -> bool:
        """Whether ``key`` is an arrow; goes on by it among ``count``, round the end."""
        if key not in _STEPS or not count:
            return False
        self.index = (self.index + _STEPS[key]) % count
        return True


def in_sight(entries: Sequence[Sequence[Piece]], chosen: int, width: int) -> list[Piece]:
    """The entries in one row, without the first ones where the chosen one would not fit."""
    first = 0
    while first < chosen and sum(map(measured, entries[first : chosen + 1])) > width:
        first += 1
    return [piece for entry in entries[first:] for piece in entry]
