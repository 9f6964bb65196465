"""What a panel shows beside the sentence that the reader is at, in panes that are given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reading.whence import Was, Whence

if TYPE_CHECKING:
    from documents.spans import Span
    from tui.pane.pane import Pane
    from tui.reading.screen import ReadingScreen


class Beside:
    """Shows passages of other documents in the pane beside the one that is active now.

    A pane is borrowed for that. The dock has it given back whatever closes the panel; who went on
    reading in it keeps what it shows, and a jump back brings what it held.
    """

    def __init__(self, reading: ReadingScreen) -> None:
        """Is made before the panel takes its room from the text."""
        self._reading = reading
        self._pane = reading.pane
        self._whence = Whence(reading)
        self._borrowed: dict[Pane, tuple[int, int] | None] = {}  # and where each was put
        self._shown: Pane | None = None
        self._marked: Span | None = None

    @property
    def pane(self) -> Pane | None:
        """The pane with the sentence; None once it is closed."""
        return self._pane if self._pane in self._reading.panes else None

    def show(self, path: str, passage: Span) -> bool:
        """Shows a passage in the other pane; whether there is one."""
        pane = self._other(path)
        if pane is None:
            return False
        if pane not in self._borrowed or self._is_read(pane):
            self._whence.note(pane)
        self._show_in(pane, path, passage)
        self._borrowed[pane] = pane.position
        self._reading.dock.loan = self
        return True

    def stay(self, path: str, passage: Span) -> None:
        """Goes to a passage, beside the sentence, to stay there; opens a pane where there is none.

        Going back from there leads to what that pane held, and then to the sentence.
        """
        reading = self._reading
        if self.pane is not None:
            reading.activate(self.pane, focus=False)
        reading.leave_place()
        pane = self._other(path) or reading.row.beside()
        self._keep(pane)
        self._show_in(pane, path, passage)
        self.go_back()  # what was borrowed besides
        self._mark(pane, passage)
        self._whence = Whence(reading)
        reading.activate(pane)

    def held(self, pane: Pane) -> Was | None:
        """What a borrowed pane is given back with."""
        return self._whence.of(pane) if pane in self._borrowed else None

    def go_back(self) -> None:
        """Gives all panes back but those that the reader went on in; marks nothing any more."""
        self.unmark()
        panes = self._reading.panes
        for pane in [one for one in self._borrowed if one in panes and self._is_read(one)]:
            self._keep(pane)
        back, self._borrowed = [one for one in self._borrowed if one in panes], {}
        self._whence.put_back(back)

    def unmark(self) -> None:
        """Marks nothing any more; what is linked by other means stays marked."""
        pane = self._shown
        if pane in self._reading.panes and pane.picture.linked == self._marked:
            pane.set_linked(None)

    def _is_read(self, pane: Pane) -> bool:
        """Whether the reader went into a pane, or moved in it.

        Who closed the pane with the sentence did not go into the one that is left.
        """
        went_there = self.pane is not None and pane is self._reading.pane
        return went_there or pane.position != self._borrowed[pane]

    def _keep(self, pane: Pane) -> None:
        """Leaves a pane to the reader as it is; back leads to what it held, in that pane."""
        self._borrowed.pop(pane, None)
        if (was := self._whence.of(pane)) is not None:
            self._reading.jumps.leave(was.place)
            self._reading.row.left_in[was.place] = pane

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
            self._mark(pane, passage)
        self._shown = pane

    def _mark(self, pane: Pane, passage: Span) -> None:
        pane.set_linked(passage, follows=True)
        self._shown, self._marked = pane, passage
