"""The least that a Textual program can be: a page of text and one row below it.

``j`` changes the row, the space bar repaints the whole page. What these cost is what any program
made with Textual has to pay.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

PAGES = ("lorem ipsum dolor sit amet ", "at vero eos et accusam justo ")


class EmptyApp(App[None]):
    """Counts the keys that it was sent; ``q`` quits."""

    CSS = """
    #page { height: 1fr; }
    #row { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def __init__(self) -> None:
        super().__init__()
        self.rows_changed = 0
        self.pages_painted = 0

    def compose(self) -> ComposeResult:
        yield Static(id="page", markup=False)
        yield Static(id="row", markup=False)

    def on_mount(self) -> None:
        self.call_after_refresh(self.paint)

    def on_key(self, event: events.Key) -> None:
        if event.key == "j":
            self.rows_changed += 1
            self.change_row()
        elif event.key == "space":
            self.pages_painted += 1
            self.paint()

    def paint(self) -> None:
        """Fills the page with one of two texts, so that every cell changes."""
        words = PAGES[self.pages_painted % len(PAGES)]
        cells = self.size.width * self.size.height
        self.query_one("#page", Static).update((words * (cells // len(words) + 1))[:cells])
        self.change_row()

    def change_row(self) -> None:
        """Says in the last row what has been asked for."""
        self.query_one("#row", Static).update(
            f"row {self.rows_changed} page {self.pages_painted}", layout=False
        )


if __name__ == "__main__":
    EmptyApp().run()
