"""The program itself: help, palette, theme, export, quitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.errors import printable
from tui.handlers.registry import handles
from tui.keys import Command

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


@handles("help")
async def show_help(reading: ReadingScreen, command: Command) -> None:
    """Shows every key."""
    from tui.reading.help import HelpScreen

    reading.app.push_screen(HelpScreen(reading.painter, reading.keys.keymap))


@handles("palette")
def palette(reading: ReadingScreen, command: Command) -> None:
    """Lists all commands by name."""
    reading.app.action_command_palette()


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
