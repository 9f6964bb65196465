"""The authors of a workspace, whose marks are shown or hidden like layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece

if TYPE_CHECKING:
    from tui.company import Company
    from tui.reading.screen import ReadingScreen


class AuthorsPanel(ListPanel):
    """Lists who has marked something: the sign in the margin, the name, how many, shown or not.

    ``toggle`` is asked to show the selected author's marks, or to hide them.
    """

    def __init__(self, reading: ReadingScreen, toggle: Callable[[str], None]) -> None:
        super().__init__(reading.painter)
        self._company: Company = reading.session.company
        self._toggle = toggle
        self.authors = self._company.layers()
        self.index = min(1, len(self.authors) - 1)

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows the authors there are now."""
        selected = self.authors[self.index].author
        self.authors = self._company.layers()
        names = [layer.author for layer in self.authors]
        self.update(index=names.index(selected) if selected in names else 0)

    def count(self) -> int:
        """How many authors there are, the reader among them."""
        return len(self.authors)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How many there are, and how many are hidden."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        hidden = sum(not layer.shown for layer in self.authors)
        others = len(self.authors) - 1
        words = f"you and {others} more" if others else "you alone"
        return [
            ("Authors  ", strong),
            (f"{words}{f' · {hidden} hidden' if hidden else ''}", style),
        ], []

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """An author: a box that is ticked where the marks are shown, the bar and the sign."""
        layer = self.authors[index]
        painter = self.painter
        plain, muted = painter.panel(), painter.panel(muted=True)
        own = layer.author == self._company.author
        bar = "▎ " if own else f"╎{visible(layer.sign)}"
        marks = "mark" if layer.marks == 1 else "marks"
        return [
            [
                ("[x] " if layer.shown else "[ ] ", painter.panel(accent=layer.shown)),
                (f"{bar}  ", painter.panel(accent=True)),
                (visible(layer.author), plain if layer.shown else muted),
                (f"  {layer.marks} {marks}{' · yours, always shown' if own else ''}", muted),
            ]
        ]

    def enter_does(self) -> str:
        """Enter hides the author's marks, or shows them; the reader's own are always shown."""
        layer = self.authors[self.index]
        if layer.author == self._company.author:
            return ""
        return "hide" if layer.shown else "show"

    def open(self) -> None:
        """Shows the author's marks, or hides them."""
        self._toggle(self.authors[self.index].author)
