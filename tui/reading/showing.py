"""A panel shows places in the text, and puts the reader back where they were when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.jumps import Place
from tui.reading.whence import Whence

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


class Showing:
    """Shows one place after the other, while the keys stay with the panel."""

    def __init__(self, reading: ReadingScreen) -> None:
        """Is made before the panel takes its room from the text."""
        self._reading = reading
        self._whence = Whence(reading)
        self._shown: Place | None = None

    def show(self, place: Place) -> None:
        """Shows a place; if the reader has gone elsewhere since the last, that is theirs now."""
        reading = self._reading
        if self._shown is not None and reading.place != self._shown:
            self._whence, self._shown = Whence(reading), None
        if self._shown is None:
            reading.leave_place()
        reading.go(place, focus=False)
        self._shown = reading.place

    def follow(self) -> None:
        """Takes the place where the reader is now for one that was shown: they are put back."""
        self._shown = self._reading.place

    def stay(self) -> None:
        """Leaves the reader at the place shown."""
        self._whence, self._shown = Whence(self._reading), None

    def go_back(self) -> None:
        """Puts the reader back, unless they went on to another place since."""
        if self._shown is not None and self._reading.place == self._shown:
            self._whence.go_back()
