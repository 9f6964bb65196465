"""The program itself: help, palette, theme, export, quitting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from documents.errors import printable
from tui.actions import ACTIONS
from tui.handlers.registry import handles
from tui.keys import Command
from tui.themes import THEMES

if TYPE_CHECKING:
    from tui.panels.commands import Entry
    from tui.reading.screen import ReadingScreen


@handles("help")
async def show_help(reading: ReadingScreen, command: Command) -> None:
    """Shows every key."""
    from tui.reading.help import HelpScreen

    reading.app.push_screen(HelpScreen(reading.painter, reading.keys.keymap))


@handles("palette")
async def palette(reading: ReadingScreen, command: Command) -> None:
    """Lists all commands by name."""
    from tui.panels.commands import CommandPanel

    await reading.open_panel(CommandPanel(reading.painter, _entries(reading), reading.leave_panel))


def _entries(reading: ReadingScreen) -> list[Entry]:
    """Every action that makes sense from here, and the themes."""
    from tui.panels.commands import Entry

    selecting = reading.pane.view is not None and reading.pane.view.selection is not None
    contexts = ("reading", "selecting") if selecting else ("reading",)

    def run(command: Command) -> Callable[[], None]:
        def begin() -> None:
            reading.call_later(reading.run_chosen, command)

        return begin

    def use(name: str) -> Callable[[], None]:
        return lambda: reading.use_theme(name)

    keymap = reading.keys.keymap
    entries = [
        Entry(one.title, one.id, "  ".join(keymap.keys(one.id)), run(Command(one)))
        for one in ACTIONS
        if one.context in contexts and one.id not in ("palette", "escape")
    ]
    return [*entries, *(Entry(f"Theme: {name}", "theme", "", use(name)) for name in THEMES)]


@handles("theme.toggle")
def toggle_theme(reading: ReadingScreen, command: Command) -> None:
    """From dark to light, and back."""
    reading.toggle_theme()


@handles("export")
async def export(reading: ReadingScreen, command: Command) -> None:
    """Writes all annotations to a file; its ending says in which format."""

    def write(name: str) -> None:
        if name.strip():
            reading.run_worker(reading.export(name.strip()), group="export", exclusive=True)

    await reading.ask("Export to", write, hint="a file: .md, .csv, .jsonl or .html")


@handles("quit")
async def leave(reading: ReadingScreen, command: Command) -> None:
    """Quits when everything is on disk; asks where something is not."""
    state = await reading.save_all()
    if not state.unsaved:
        reading.app.exit(0)
        return

    def answer(word: str) -> None:
        if word.strip().lower() in ("y", "yes"):
            reading.app.exit(1)

    reading.say(printable(state.failure), "error")
    await reading.ask(
        f"{state.unsaved} unsaved! Quit and lose them? (yes/no)",
        answer,
        hint="no: keeps them here and tries again",
    )


@handles("suspend")
def suspend(reading: ReadingScreen, command: Command) -> None:
    """Stops the program until the shell lets it go on."""
    reading.app.action_suspend_process()
