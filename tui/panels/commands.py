"""The command palette: every action by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tui.actions import Context
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece, fitted
from tui.widgets.type_line import TypeLine


class Entry(NamedTuple):
    """One command: what it does, its id, its keys, and what carries it out."""

    title: str
    id: str
    keys: str
    run: Callable[[], None]
    also: str = ""
    """Other words by which it is found."""


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """The commands that hold all the words typed, those that begin with them first."""
    words = typed.lower().split()
    found = [one for one in entries if all(word in _names(one) for word in words)]
    if words:
        found.sort(key=lambda one: not one.title.lower().startswith(words[0]))
    return found


def _names(entry: Entry) -> str:
    return f"{entry.title} {entry.id} {entry.also}".lower()


class CommandList(ListPanel):
    """The commands that match what was typed."""

    context: Context = "list"

    def __init__(
        self, painter: Painter, entries: Sequence[Entry], leave: Callable[[], None]
    ) -> None:
        super().__init__(painter)
        self.entries = list(entries)
        self._all = entries
        self._leave = leave

    def narrow(self, typed: str) -> None:
        """Shows the commands that match."""
        self.entries = matching(self._all, typed)
        self.update(index=0)

    def count(self) -> int:
        """How many commands match."""
        return len(self.entries)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """What this is."""
        strong, style = self.painter.chrome(active=True), self.painter.chrome(active=False)
        return [("Commands  ", strong), ("the name in the middle is for config.toml", style)], []

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """A command's title, its id for the configuration, its keys."""
        one = self.entries[index]
        plain, muted = self.painter.panel(), self.painter.panel(muted=True)
        title = f"{one.title:<44}" if width > 74 else one.title
        middle = [(title, plain), (f"  {one.id}" if width > 74 else "", muted)]
        keys = [(f"  {visible(one.keys)} ", self.painter.panel(accent=True))]
        return [
            [(part.text, part.style or plain) for part in fitted((), middle, keys, width, plain)]
        ]

    def open(self) -> None:
        """Carries out the command."""
        run = self.entries[self.index].run
        self._leave()
        run()

    def empty(self) -> str:
        """What to say where nothing matches."""
        return "No command has that name."


class CommandPanel(Vertical):
    """A line to type into over the commands that match."""

    typing = "commands"

    DEFAULT_CSS = "CommandPanel { width: 1fr; height: 1fr; }"

    def __init__(
        self, painter: Painter, entries: Sequence[Entry], leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self.list = CommandList(painter, entries, leave)
        self.line = TypeLine("", "Type the name of a command", enter=self._enter, escape=leave)

    def compose(self) -> ComposeResult:
        """The line over the list."""
        yield self.line
        yield self.list

    def on_mount(self) -> None:
        """Takes the keys."""
        self.line.focus()

    def _enter(self) -> None:
        self.list.narrow(self.line.value)  # the change may not have been heard yet
        self.list.choose()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.list.narrow(event.value)

    def on_key(self, event: events.Key) -> None:
        """The arrows choose while the line has the keys."""
        moves = {"down": 1, "up": -1, "tab": 1, "shift+tab": -1}
        if event.key in moves and self.line.has_focus:
            self.list.move(moves[event.key])
            self.line.chooses_in = self.list
            event.stop()
            event.prevent_default()
