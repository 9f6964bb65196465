"""Where the reader was in each pane, to be put back there by what only showed them something."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.reading.pane_row import shows

if TYPE_CHECKING:
    from tui.pane.pane import Pane
    from tui.pane.view import View
    from tui.reading.screen import ReadingScreen


class _Was(NamedTuple):
    """A pane as it was: its document, and the offsets of the cursor and of the top."""

    path: str
    cursor: int
    top: int


class Whence:
    """The places in all panes, and the pane that was active."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._active = reading.pane
        self._was = {
            pane: _Was(pane.document.path, *pane.position)
            for pane in reading.panes
            if pane.document is not None and pane.position is not None
        }

    def go_back(self) -> None:
        """Puts every pane back, to the row, and makes the one active that was."""
        reading = self._reading
        for pane in reading.panes:
            if (was := self._was.get(pane)) is not None:
                self._put_back(pane, was)
        if self._active in reading.panes:
            reading.activate(self._active)
        # The panes may be wider in a moment, without what was open beside them.
        reading.call_after_refresh(self._to_the_row)

    def _put_back(self, pane: Pane, was: _Was) -> None:
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


def _scroll(view: View, top: int) -> None:
    view.top = top
