"""Where the one open panel stands: at a side or below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.widget import Widget

if TYPE_CHECKING:
    from tui.pane.pane import Pane
    from tui.reading.beside import Beside
    from tui.reading.screen import ReadingScreen
    from tui.reading.side import Side
    from tui.reading.whence import Was

_SIDE_FROM = {"left": 100, "right": 160}
"""Columns of the screen from which a panel has room at that side."""


@runtime_checkable
class FollowsAnnotations(Protocol):
    """A panel that shows annotations, and wants to hear when they change."""

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows them as they now are."""


@runtime_checkable
class FollowsReading(Protocol):
    """A panel that shows where the reader is, and wants to hear when that may have changed."""

    def follow(self) -> None:
        """Shows where the reader is now."""


class Dock:
    """The one panel beside the panes or below them."""

    def __init__(self) -> None:
        self.panel: Widget | None = None
        self.loan: Beside | None = None
        """Who has borrowed panes from the reader, to show something in them."""
        self._side: Side | None = None
        self._wanted = ""

    async def open(self, panel: Widget, side: str, reading: ReadingScreen) -> None:
        """Puts a panel at a side where the screen is wide enough for it, or else below.

        One that compares what the panes show leaves them as they are until it is closed.
        """
        from tui.reading.side import Side

        if not getattr(panel, "compares", False):
            self.give_back()
        await self._remove()
        self.panel, self._wanted = panel, side
        self._side = Side(panel)
        self.fit(reading.size.width)
        await reading.row.mount(self._side)

    def fit(self, width: int) -> None:
        """Moves the open panel to its side, or below, as there is room in ``width`` columns."""
        if self._side is not None:
            has_room = width >= _SIDE_FROM.get(self._wanted, width + 1)
            self._side.set_classes(f"-{self._wanted}" if has_room else "-below")

    async def close(self) -> None:
        """Closes the open panel, if there is one, and gives back what was borrowed for it."""
        self.give_back()
        await self._remove()

    def give_back(self) -> None:
        """Has every pane show again what it held, unless the reader went on in it."""
        loan, self.loan = self.loan, None
        if loan is not None:
            loan.go_back()

    def held(self, pane: Pane) -> Was | None:
        """What a pane that is borrowed is given back with; None of one that is not."""
        return self.loan.held(pane) if self.loan is not None else None

    async def _remove(self) -> None:
        side, self._side, self.panel = self._side, None, None
        if side is not None:
            await side.remove()

    def refresh_panel(self, reading: ReadingScreen) -> None:
        """Tells the open panel that annotations changed."""
        if isinstance(self.panel, FollowsAnnotations):
            self.panel.annotations_changed(reading)

    def follow(self) -> None:
        """Tells the open panel that the reader may be elsewhere."""
        if isinstance(self.panel, FollowsReading):
            self.panel.follow()
