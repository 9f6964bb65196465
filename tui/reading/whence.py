"""Where the reader was in each pane, to be put back there by what only showed them something."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.jumps import Place
from tui.reading.pane_row import shows

if TYPE_CHECKING:
    from tui.pane.pane import Pane
    from tui.pane.view import View
    from tui.reading.screen import ReadingScreen


class Was(NamedTuple):
    """A pane as it was: its document, and the offsets of the cursor and of the top."""

    path: str
    cursor: int
    top: int

    @property
    def place(self) -> Place:
        """Where the cursor was."""
        return Place(self.path, self.cursor)


class Whence:
    """The places in all panes, and the pane that was active.

    Of a pane that a panel has borrowed it is the place that the pane is given back with.
    """

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._active = reading.pane
        self._was: dict[Pane, Was] = {}
        for pane in reading.panes:
            held = reading.dock.held(pane) or _now(pane)
            if held is not None:
                self._was[pane] = held

    def of(self, pane: Pane) -> Was | None:
        """How a pane was; None where it was not there, or empty."""
        return self._was.get(pane)

    def note(self, pane: Pane) -> None:
        """Takes it that a pane is to be put back where it is now, if the reader moved in it."""
        was, now = self._was.get(pane), _now(pane)
        if now is not None and (was is None or was.place != now.place):
            self._was[pane] = now

    def go_back(self) -> None:
        """Puts every pane back, to the row, and makes the one active that was."""
        reading = self._reading
        self.put_back(reading.panes)
        if self._active in reading.panes:
            reading.activate(self._active)

    def put_back(self, panes: Collection[Pane]) -> None:
        """Puts these panes back; the others to the row, where the reader did not go on in them."""
        for pane in panes:
            if (was := self._was.get(pane)) is not None:
                self._put_back(pane, was)
        # The panes may be wider in a moment, without what was open beside them.
        self._reading.call_after_refresh(self._to_the_row)

    def _put_back(self, pane: Pane, was: Was) -> None:
        if not shows(pane, was.path):
            self._reading.row.show(pane, was.path, was.cursor, was.top)
            return

        def back(view: View) -> None:
            view.go(was.cursor)
            view.top = view.rows.at(was.top).start

        if pane.position != (was.cursor, was.top):
            pane.perform(back)

    def _to_the_row(self) -> None:
        for pane in self._reading.panes:
            was, view = self._was.get(pane), pane.view
            if was is None or view is None or not shows(pane, was.path):
                continue
            stays = view.cursor is not None and view.cursor.start == was.cursor
            if stays and view.top != was.top and view.rows.at(was.top).start == was.top:
                pane.perform(partial(_scroll, top=was.top))


def _now(pane: Pane) -> Was | None:
    if pane.document is None or pane.position is None:
        return None
    return Was(pane.document.path, *pane.position)


def _scroll(view: View, top: int) -> None:
    view.top = top
