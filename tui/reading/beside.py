"""What a panel shows beside the sentence that the reader is at, who is put back when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reading.whence import Whence

if TYPE_CHECKING:
    from documents.spans import Span
    from tui.pane.pane import Pane
    from tui.reading.screen import ReadingScreen


class Beside:
    """Shows passages of other documents in the pane beside the one that is active now."""

    def __init__(self, reading: ReadingScreen) -> None:
        """Is made before the panel takes its room from the text."""
        self._reading = reading
        self._pane = reading.pane
        self._whence = Whence(reading)
        self._shown: Pane | None = None
        self._position: tuple[int, int] | None = None
        self._marked: Span | None = None

    def show(self, path: str, passage: Span) -> bool:
        """Shows a passage in the other pane; whether there is one."""
        pane = self._other(path)
        if pane is None:
            return False
        self._show_in(pane, path, passage)
        return True

    def stay(self, path: str, passage: Span) -> None:
        """Goes to a passage, beside the sentence, to stay there; opens a pane where there is none.

        Going back from there leads to the sentence.
        """
        reading = self._reading
        if self._pane in reading.panes:
            reading.activate(self._pane, focus=False)
        reading.leave_place()
        self._show_in(self._other(path) or reading.row.beside(), path, passage)
        self._whence = Whence(reading)
        if self._shown is not None:
            reading.activate(self._shown)

    def go_back(self) -> None:
        """Puts the reader back, unless they went on in the other pane; marks nothing any more."""
        self.unmark()
        if self._shown is not None and self._where() == self._position:
            self._whence.go_back()

    def _other(self, path: str) -> Pane | None:
        """The pane that shows a document, or else the next after the one with the sentence."""
        panes = self._reading.panes
        showing = self._reading.row.showing(path)
        if showing is not None and showing is not self._pane:
            return showing
        if len(panes) == 1 or self._pane not in panes:
            return None
        return panes[(panes.index(self._pane) + 1) % len(panes)]

    def _show_in(self, pane: Pane, path: str, passage: Span) -> None:
        self.unmark()
        if self._reading.show(pane, path, passage.start):
            pane.set_linked(passage, follows=True)
            self._marked = passage
        self._shown, self._position = pane, pane.position

    def unmark(self) -> None:
        """Marks nothing any more; what is linked by other means stays marked."""
        pane = self._shown
        if pane in self._reading.panes and pane.picture.linked == self._marked:
            pane.set_linked(None)

    def _where(self) -> tuple[int, int] | None:
        return self._shown.position if self._shown in self._reading.panes else None
