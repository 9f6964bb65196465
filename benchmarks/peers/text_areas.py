"""Two files in Textual's own text widget, side by side: what stock parts make of a long text."""

from __future__ import annotations

import sys
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static, TextArea


class TextAreas(App[None]):
    """Shows the files named; ``j`` goes a row down, the space bar a page."""

    CSS = """
    TextArea { width: 1fr; }
    #row { height: 1; }
    """

    def __init__(self, files: list[Path]) -> None:
        super().__init__()
        self.files = files
        self.rows_down = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            for file in self.files:
                yield TextArea(file.read_text(encoding="utf-8"), read_only=True)
        yield Static(id="row", markup=False)

    def on_key(self, event: events.Key) -> None:
        area = self.query(TextArea).first()
        if event.key == "j":
            self.rows_down += 1
            area.action_cursor_down()
        elif event.key == "space":
            area.action_cursor_page_down()
        self.query_one("#row", Static).update(f"row {self.rows_down}", layout=False)


if __name__ == "__main__":
    TextAreas([Path(name) for name in sys.argv[1:]]).run()
