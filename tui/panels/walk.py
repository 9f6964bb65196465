"""What a list's panel does to walk the text: the place of the selected entry is shown in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.jumps import Place
from tui.reading.showing import Showing

if TYPE_CHECKING:
    from tui.panels.list_panel import ListPanel as _ListPanel
    from tui.reading.screen import ReadingScreen
else:
    _ListPanel = object  # it stands before a panel among the bases of one, and is none itself


class Walk(_ListPanel):
    """Stands before a list's panel among the bases of one that shows places while it is open."""

    _reading: ReadingScreen
    _showing: Showing

    def begin_walk(self, reading: ReadingScreen) -> None:
        """To be called before the panel takes its room from the text."""
        self._reading = reading
        self._showing = Showing(reading)

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Lists the entries as they are now."""
        raise NotImplementedError

    def selected_key(self) -> Hashable:
        """What the selected entry is known by; None where there is none."""
        raise NotImplementedError

    def selected_place(self) -> Place | None:
        """Where the selected entry is, if it is anywhere."""
        raise NotImplementedError

    @contextmanager
    def relisting(self) -> Iterator[None]:
        """While the entries are listed anew: if another is selected then, its place is shown."""
        before = self.selected_key()
        yield
        after = self.selected_key()
        if after is not None and after != before:
            self.selected_changed()

    def selected_changed(self) -> None:
        """Shows the place of the selected entry in the text."""
        if (place := self.selected_place()) is not None:
            self._showing.show(place)

    def open(self) -> None:
        """Goes to the place of the selected entry, to stay there."""
        self.selected_changed()
        self._showing.stay()
        self._reading.activate(self._reading.pane)

    def taken_here(self) -> None:
        """Takes it that the reader is where they are for the panel's sake."""
        self._showing.follow()

    def go_back(self) -> None:
        """Puts the reader back where they were, unless they went on to another place since."""
        self._showing.go_back()


async def open_walk(reading: ReadingScreen, panel: Walk, side: str = "bottom") -> None:
    """Opens a panel that walks the text, at its first entry; it has the keys."""
    await reading.open_panel(panel, side)
    panel.focus()
    panel.annotations_changed(reading)
