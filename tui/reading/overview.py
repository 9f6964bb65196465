"""Where in a text the words stand that are looked for, in one row: a small bar for each part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.pane.painter import Painter
    from tui.widgets.pieces import Piece

_HEIGHTS = "▁▂▃▄▅▆▇█"
_NONE = "·"
_WIDE, _NARROW = 100, 72
"""Columns of the screen from which there is a bar for each part, and for each two."""


class Sought(NamedTuple):
    """The words with their count; the matches in each part of the text; the reader's part."""

    words: str
    spread: Sequence[int]
    here: int


def bars(spread: Sequence[int]) -> str:
    """A sign for each part of the text: the higher, the more matches stand there."""
    most = max(spread, default=0)
    return "".join(
        _HEIGHTS[(count * len(_HEIGHTS) - 1) // most] if count else _NONE for count in spread
    )


def overview(painter: Painter, sought: Sought, columns: int) -> list[Piece]:
    """The words, and where they stand as far as there is room; the reader's part is in brackets.

    The bars stand in the place of those that say how far one has come, and say that too.
    """
    plain = painter.chrome(active=False)
    pieces: list[Piece] = [(f" {sought.words} ", painter.chrome(active=True))]
    if columns < _NARROW or not any(sought.spread):
        return pieces
    spread, here = sought.spread, sought.here
    if columns < _WIDE:
        spread = [sum(spread[at : at + 2]) for at in range(0, len(spread), 2)]
        here //= 2
    shown = bars(spread)
    before, at, after = shown[:here], f"[{shown[here]}]", shown[here + 1 :]
    return [
        *pieces,
        (f" {before}", plain),
        (at, painter.chrome(active=True, bar=True)),
        (f"{after} ", plain),
    ]
