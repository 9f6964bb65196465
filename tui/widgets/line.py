"""A widget of one row, shown as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.finishing import filled
from tui.widgets.pieces import Piece, fitted


class Line(Widget):
    """One row of the screen: pieces on the left, pieces on the right, and room between them."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.styles.width, self.styles.height = "1fr", 1
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()
        self._blank = Style.null()

    def show(self, left: Sequence[Piece], right: Sequence[Piece], blank: Style) -> None:
        """Shows other pieces; nothing is repainted where they are the same as before."""
        fresh = (tuple(left), tuple(right), blank)
        if fresh != (self._left, self._right, self._blank):
            self._left, self._right, self._blank = fresh
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The row."""
        strip = Strip(fitted((), self._left, self._right, self.size.width, self._blank))
        strip = strip.adjust_cell_length(self.size.width, self._blank)
        return filled(self, [strip], crop, self._blank)
