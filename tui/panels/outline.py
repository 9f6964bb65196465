"""The outline: the headings of the document being read, to go to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from contextlib import suppress
from operator import attrgetter
from typing import TYPE_CHECKING

from tui.actions import Context
from tui.jumps import Place
from tui.outlines import Outline, Outlines
from tui.panels.list_panel import ListPanel
from tui.quoting import Passage
from tui.visible import visible
from tui.widgets.pieces import Piece, fitted

if TYPE_CHECKING:
    from documents.document import Document
    from documents.headings import Heading
    from tui.reading.screen import ReadingScreen

_DEEPEST = 6
"""Levels that are indented; what is deeper stands under these."""


class OutlinePanel(ListPanel):
    """Lists the headings, indented by level. It marks the one the reader is under.

    It follows the reader through the text and into another pane's; who has selected another
    heading here keeps it until they leave the panel.
    """

    context: Context = "outline"

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(reading.painter)
        self._reading = reading
        self._outlines = Outlines(self._grown)
        self._outline = Outline()
        self._document: Document | None = None
        self._shown: tuple[int, bool] = (0, False)
        self.here: int | None = None
        self.follow()

    @property
    def headings(self) -> list[Heading]:
        """The headings found so far."""
        return self._outline.headings

    def follow(self) -> None:
        """Shows the outline of the document that is read, and where in it the reader is."""
        view, place = self._reading.pane.view, self._reading.place
        if view is None or place is None:
            return
        another = view.document is not self._document
        if another:
            self._document, self._outline = view.document, self._outlines.of(view.document)
        shown = len(self.headings), self._outline.complete
        under = bisect_right(self.headings, place.offset, key=attrgetter("start")) - 1
        here = under if under >= 0 else None
        if not another and shown == self._shown and here == self.here:
            return
        stays = not another and self.has_focus and self.index != (self.here or 0)
        self.here, self._shown = here, shown
        self.update(index=self.index if stays else here or 0)

    def _grown(self) -> None:
        with suppress(RuntimeError):  # the loop is closed
            self._reading.app.call_later(self.follow)

    def count(self) -> int:
        """How many headings there are."""
        return len(self.headings)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """Whose outline this is."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        name = visible(self._document.path) if self._document else ""
        more = [] if self._outline.complete else [("… ", style)]
        return [("Outline  ", strong), (name, style)], more

    def passage(self) -> Passage | None:
        """The selected heading, to be copied."""
        if self._document is None or not self.headings:
            return None
        heading = self.headings[self.index]
        return Passage(self._document.path, heading.title, heading.start, heading.end)

    def open(self) -> None:
        """Goes to the heading."""
        if self._document is not None:
            self._reading.leave_place()
            self._reading.go(Place(self._document.path, self.headings[self.index].start))

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A heading's title, with a sign at the one the reader is under."""
        heading = self.headings[index]
        indent = "  " * min(heading.level - self._outline.highest, _DEEPEST)
        style = self.painter.panel(accent=index == self.here)
        title, sign = [(indent + visible(heading.title), style)], [(" ◂", style)]
        if index != self.here:
            return [title]
        row = fitted((), title, sign, width, self.painter.panel())
        return [[(part.text, part.style or style) for part in row]]

    def empty(self) -> str:
        """What the panel says of a text without headings."""
        if not self._outline.complete:
            return "Looking for headings…"
        return "This document has no headings. Escape closes the outline."
