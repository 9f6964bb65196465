"""Places the panes on the screen, with the columns that their arrangement gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget


class SideBySide(Layout):
    """Places widgets from left to right; those not named are not shown.

    The widths are asked for when the room is known, a panel at a side already left out, so that a
    resize lays everything out once.
    """

    name = "side by side"

    def __init__(self, widths: Callable[[int], Iterable[tuple[Widget, int]]]) -> None:
        """``widths`` gives the widgets that are shown in a number of columns, and how many each."""
        self._widths = widths

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Where the widgets stand in ``size``."""
        placements: list[WidgetPlacement] = []
        x = 0
        for widget, columns in self._widths(size.width):
            if widget in children:
                region = Region(x, 0, columns, size.height)
                placements.append(WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, widget))
            x += columns
        return placements
