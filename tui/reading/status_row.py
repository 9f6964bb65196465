"""What gives way on the status line where the keys would have no room. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.pieces import measured

if TYPE_CHECKING:
    from tui.widgets.pieces import Piece

_MISSED_LEAST = ("gauge", "search", "saved", "waiting", "position")


def give_way(parts: dict[str, list[Piece]], room: int, *, failed: bool) -> None:
    """Empties parts that can be missed, one after the other, until all fits in the columns.

    The mode, what is walked through and what is begun stay; the keys are shortened then instead.
    ``failed`` keeps what is said of saving: that something is not saved must always be seen.
    """
    for name in _MISSED_LEAST:
        if sum(map(measured, parts.values())) <= room:
            return
        if not (failed and name == "saved"):
            parts[name] = []
