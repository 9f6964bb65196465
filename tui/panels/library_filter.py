"""The library with a line over it, in which some letters of a name narrow the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tui.widgets.type_line import TypeLine

if TYPE_CHECKING:
    from tui.panels.library import LibraryPanel
    from tui.reading.screen import ReadingScreen

_MOVES = {"down": 1, "up": -1}


class FilteredLibrary(Vertical):
    """The list, and the line, which is there once it was asked for."""

    typing = "names"

    def __init__(self, library: LibraryPanel) -> None:
        super().__init__()
        self.styles.width = self.styles.height = "1fr"
        self.list = library
        self.line = TypeLine("", "Some letters of a name", enter=self._enter, escape=self._show_all)
        self.line.display = False

    def compose(self) -> ComposeResult:
        """The line over the list."""
        yield self.line
        yield self.list

    def focus(self, scroll_visible: bool = True) -> FilteredLibrary:
        """Puts the keys into the list."""
        self.list.focus(scroll_visible)
        return self

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Counts the marks as they now are."""
        self.list.annotations_changed(reading)

    def ask(self) -> None:
        """Puts the keys into the line."""
        self.line.display = True
        self.line.focus()

    def _enter(self) -> None:
        self.list.narrow(self.line.value)  # the change may not have been heard yet
        self.list.choose()

    def _show_all(self) -> None:
        self.line.value = ""
        self.line.display = False
        self.list.narrow("")
        self.list.focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.list.narrow(event.value)

    def on_key(self, event: events.Key) -> None:
        """From the line the arrows choose at once, and tab leads into the list."""
        if not self.line.has_focus or event.key not in (*_MOVES, "tab"):
            return
        event.stop()
        event.prevent_default()
        if event.key == "tab":
            self.list.focus()
        else:
            self.list.move(_MOVES[event.key])
            self.line.chooses_in = self.list
