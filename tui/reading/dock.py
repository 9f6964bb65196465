"""Where the one open panel stands: at a side or below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.containers import Vertical
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

_SIDE_FROM = {"left": 100, "right": 160}
"""Columns of the screen from which a panel has room at that side."""


@runtime_checkable
class FollowsAnnotations(Protocol):
    """A panel that shows annotations, and wants to hear when they change."""

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows them as they now are."""


class Side(Vertical):
    """A place for a panel, closed while it is empty."""

    DEFAULT_CSS = """
    Side { display: none; }
    Side.-open { display: block; }
    Side#left { width: 32; height: 1fr; }
    Side#right { width: 30%; min-width: 48; height: 1fr; }
    Side#bottom { width: 1fr; height: 42%; min-height: 7; }
    """


class Dock:
    """The sides of the reading screen; at most one of them is open."""

    def __init__(self) -> None:
        self.left = Side(id="left")
        self.right = Side(id="right")
        self.bottom = Side(id="bottom")
        self.panel: Widget | None = None

    async def open(self, panel: Widget, side: str, width: int) -> None:
        """Puts a panel at a side if the screen is ``width`` enough for it, or else below."""
        await self.close()
        place = self.bottom
        if width >= _SIDE_FROM.get(side, width + 1):
            place = self.left if side == "left" else self.right
        place.add_class("-open")
        self.panel = panel
        await place.mount(panel)

    async def close(self) -> None:
        """Closes the open panel, if there is one."""
        panel, self.panel = self.panel, None
        if panel is not None:
            for side in (self.left, self.right, self.bottom):
                side.remove_class("-open")
            await panel.remove()

    def refresh_panel(self, reading: ReadingScreen) -> None:
        """Tells the open panel that annotations changed."""
        if isinstance(self.panel, FollowsAnnotations):
            self.panel.annotations_changed(reading)
