"""A widget of one row, or a few, shown as it is told."""

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
    """One row of the screen: pieces on the left, pieces on the right, and room between them.

    It grows where there are more rows to be shown.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.styles.width, self.styles.height = "1fr", 1
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()
        self._more: tuple[tuple[Piece, ...], ...] = ()
        self._blank = Style.null()

    def show(
        self,
        left: Sequence[Piece],
        right: Sequence[Piece],
        blank: Style,
        more: Sequence[Sequence[Piece]] = (),
    ) -> None:
        """Shows other pieces, and rows below them; nothing is repainted that is as before."""
        fresh = (tuple(left), tuple(right), blank)
        below = tuple(map(tuple, more))
        if below != self._more:
            if len(below) != len(self._more):
                self.styles.height = 1 + len(below)
            self._more = below
            self.refresh()
        if fresh != (self._left, self._right, self._blank):
            self._left, self._right, self._blank = fresh
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows."""
        strips = [self._strip(self._left, self._right)]
        strips += [self._strip(row, ()) for row in self._more]
        return filled(self, strips, crop, self._blank)

    def _strip(self, left: Sequence[Piece], right: Sequence[Piece]) -> Strip:
        strip = Strip(fitted((), left, right, self.size.width, self._blank))
        return strip.adjust_cell_length(self.size.width, self._blank)
