"""The outline: the headings of a document, to go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from documents.headings import Heading
from tui.actions import Context
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece


class OutlinePanel(ListPanel):
    """Lists the headings, indented by level, with the one the reader is under selected."""

    context: Context = "outline"

    def __init__(
        self,
        painter: Painter,
        name: str,
        headings: Sequence[Heading],
        offset: int,
        go: Callable[[int], None],
    ) -> None:
        super().__init__(painter)
        self._go = go
        self.document_name = name
        self.headings = headings
        above = [n for n, heading in enumerate(headings) if heading.start <= offset]
        self.index = above[-1] if above else 0
        self._base = min((heading.level for heading in headings), default=1)

    def count(self) -> int:
        """How many headings there are."""
        return len(self.headings)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """Whose outline this is."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        return [("Outline  ", strong), (visible(self.document_name), style)], []

    def open(self) -> None:
        """Goes to the heading."""
        self._go(self.headings[self.index].start)

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A heading's title."""
        heading = self.headings[index]
        indent = "  " * min(heading.level - self._base, 6)
        return [[(indent + visible(heading.title), self.painter.panel())]]

    def empty(self) -> str:
        """What the panel says of a text without headings."""
        return "This document has no headings. Escape closes the outline."
