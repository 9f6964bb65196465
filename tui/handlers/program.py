"""The program itself: help, palette, theme, export, quitting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from documents.errors import printable
from tui.actions import ACTIONS
from tui.handlers.registry import handles
from tui.keys import Command
from tui.numbers import counted
from tui.reading.confirming import confirm, is_yes
from tui.reading.question import Question
from tui.themes import THEMES
from tui.visible import visible

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from tui.panels.commands import Entry
    from tui.reading.screen import ReadingScreen

_AT_ONCE = 0.5
"""Seconds that saving may take without a word when somebody leaves."""
_ALSO = {"quit": "wq wqa qa exit"}
"""What somebody who knows other programs may type for a command."""


@handles("help", "concordance.help", "echoes.help")
async def show_help(reading: ReadingScreen, command: Command) -> None:
    """Shows every key, those of the panel that has the keys first."""
    from tui.reading.help import HelpScreen

    if reading.app.screen is reading:  # a key pressed too often opens it once
        reading.app.push_screen(HelpScreen(reading.painter, reading.keys, reading.context))


@handles("palette")
async def palette(reading: ReadingScreen, command: Command) -> None:
    """Lists all commands by name."""
    from tui.panels.commands import CommandPanel

    entries = palette_entries(reading)
    await reading.open_panel(CommandPanel(reading.painter, entries, reading.leave_panel))


def palette_entries(reading: ReadingScreen) -> list[Entry]:
    """Every action that makes sense from here, and the themes."""
    from tui.panels.commands import Entry

    selecting = reading.pane.view is not None and reading.pane.view.selection is not None
    contexts = ("reading", "selecting") if selecting else ("reading",)

    def run(command: Command) -> Callable[[], None]:
        def begin() -> None:
            reading.call_next(_run_chosen, reading, command)

        return begin

    def use(name: str) -> Callable[[], None]:
        return lambda: use_theme(reading, name)

    keymap = reading.keys.keymap
    entries = [
        Entry(
            one.title,
            one.id,
            "  ".join(keymap.keys(one.id)),
            run(Command(one)),
            _ALSO.get(one.id, ""),
        )
        for one in ACTIONS
        if one.context in contexts and one.id not in ("palette", "escape")
    ]
    themes = [Entry(f"Theme: {name}", "theme", "", use(name)) for name in THEMES]
    usual = Entry("Theme: as in config.toml", "theme", "", lambda: forget_theme(reading))
    return [*entries, *themes, usual]


async def _run_chosen(reading: ReadingScreen, command: Command) -> None:
    """Carries out what was chosen by name; what waits for a key does so in the status line."""
    if command.action.takes == "itself":  # which of its keys it would have been
        action = command.action._replace(takes="a number, as its keys have it")
        reading.keys.wait_for(Command(action, command.count))
    elif command.action.takes:
        reading.keys.wait_for(command)
    else:
        await reading.run(command)
    reading.refresh_status()


@handles("theme.toggle")
def toggle_theme(reading: ReadingScreen, command: Command) -> None:
    """From dark to light, and back."""
    name = reading.painter.theme.name
    pairs = {"dark": "light", "light": "dark", "dark-contrast": "light-contrast"}
    use_theme(reading, pairs.get(name, "dark-contrast" if name == "light-contrast" else "dark"))


def use_theme(reading: ReadingScreen, name: str) -> None:
    """Changes the colours."""
    from tui.themes.for_textual import textual_theme

    reading.painter.use(THEMES[name])
    reading.desk.positions.theme = name
    reading.app.register_theme(textual_theme(THEMES[name]))
    reading.app.theme = name
    _repaint(reading)


def forget_theme(reading: ReadingScreen) -> None:
    """Goes back to the theme of ``config.toml``, and keeps none for this workspace."""
    from tui.app import SidelightApp

    if isinstance(reading.app, SidelightApp):
        use_theme(reading, reading.app.usual_theme)
        reading.desk.positions.theme = ""


@handles("display.boxes")
def toggle_boxes(reading: ReadingScreen, command: Command) -> None:
    """From signs in Unicode to signs in ASCII, and back."""
    ascii_only = not reading.painter.ascii_only
    reading.painter.ascii_only = ascii_only
    reading.desk.positions.boxes = "ascii" if ascii_only else "unicode"
    _repaint(reading)
    reading.say("Signs in ASCII" if ascii_only else "Signs in Unicode")


def _repaint(reading: ReadingScreen) -> None:
    """Paints everything anew: what it looks like is another."""
    for widget in reading.query("*"):
        widget.refresh()
    for pane in reading.panes:
        pane.repaint()
    reading.refresh_status()


@handles("export")
async def export(reading: ReadingScreen, command: Command) -> None:
    """Writes all annotations to a file; its ending says in which format."""
    await ask_export(reading)


async def ask_export(
    reading: ReadingScreen, chosen: Sequence[PlacedAnnotation] | None = None
) -> None:
    """Asks for a file, and writes annotations to it: those ``chosen``, or all of them."""

    def write(name: str) -> None:
        if name.strip():
            reading.call_next(_replace_or_not, reading, name.strip(), chosen)
        else:
            reading.say("Nothing exported: no file was named")

    await reading.dialogs.ask(
        Question(
            "Export to",
            write,
            initial=f"{reading.session.workspace.root.name or 'sidelight'}-annotations.md",
            hint="a file: .md, .csv, .jsonl or .html",
        )
    )


async def _replace_or_not(
    reading: ReadingScreen, name: str, chosen: Sequence[PlacedAnnotation] | None
) -> None:
    """Exports; first asks where a file would be lost."""
    from tui.exporting import would_replace

    file = await asyncio.to_thread(would_replace, name)

    def write() -> None:
        reading.run_worker(_export(reading, name, chosen), group="export")

    if file is None:
        write()
        return

    kept = f"Nothing exported: {visible(file.name)} is as it was"
    await confirm(reading, f"{file.name} exists: replace it?", write, kept)


async def _export(
    reading: ReadingScreen, name: str, chosen: Sequence[PlacedAnnotation] | None
) -> None:
    await asyncio.to_thread(reading.desk.flush)
    words, kind = await asyncio.to_thread(_load_and_export, reading, name, chosen)
    reading.say(words, kind)


def _load_and_export(
    reading: ReadingScreen, name: str, chosen: Sequence[PlacedAnnotation] | None
) -> tuple[str, str]:
    from tui.exporting import export_to

    placed = chosen if chosen is not None else reading.session.load().annotations
    return export_to(name, placed, reading.session.workspace)


@handles("quit")
async def leave(reading: ReadingScreen, command: Command) -> None:
    """Quits when everything is on disk; asks where something is not. An open note is kept.

    A list that stays open beside the text is closed first, as the same key does in the list.
    """
    from tui.panels.list_panel import ListPanel

    panel = reading.panel
    if reading.focused is None and isinstance(getattr(panel, "list", panel), ListPanel):
        await reading.close_panel()
        key = visible(reading.keys.named("quit"))
        reading.say(f"The list is closed; {key} again quits" if key else "The list is closed")
        return
    await _leave(reading)


async def _leave(reading: ReadingScreen) -> None:
    """Leaves at once, or else when all is saved: it is told meanwhile how far that is."""
    reading.dialogs.finish()
    reading.keep_places()
    await asyncio.to_thread(reading.desk.flush, _AT_ONCE)
    if await asyncio.to_thread(reading.desk.wait, 0):
        await _leave_now(reading)
        return
    from tui.reading.leaving import Leaving

    Leaving(reading, partial(_leave_now, reading)).begin()


async def _leave_now(reading: ReadingScreen) -> None:
    """Leaves when all is saved that can be."""
    from tui.reading.elsewhere import on_leaving
    from tui.reading.leaving import lose

    state = reading.desk.save_state
    if not state.unsaved:
        reading.app.exit(0)
        return

    def answer(word: str) -> None:
        said = word.strip()
        if is_yes(said):
            lose(reading)
        elif said.lower() not in ("", "n", "no"):
            reading.run_worker(_save_elsewhere(reading, said), group="save elsewhere")

    reading.say(printable(state.failure), "error")
    files = reading.desk.saved_elsewhere()
    await reading.dialogs.ask(on_leaving(state.unsaved, files, answer))


async def _save_elsewhere(reading: ReadingScreen, name: str) -> None:
    """Saves what cannot be saved here in the folder ``name``, and asks once more about leaving."""
    words, kind = await asyncio.to_thread(_saved_in, reading, name)
    if kind != "error":
        await _leave(reading)
    reading.say(words, kind)


def _saved_in(reading: ReadingScreen, name: str) -> tuple[str, str]:
    from annotations.errors import SaveFailed, UnreadableAnnotations
    from documents.errors import CannotOpen

    folder = Path(name)
    try:
        folder = folder.expanduser()
        files = reading.desk.save_elsewhere(folder)
    except (SaveFailed, UnreadableAnnotations, CannotOpen) as error:
        return printable(str(error)), "error"
    except (OSError, ValueError, RuntimeError) as error:  # the last for a home that is not known
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return printable(f"{folder}: nothing could be saved there: {reason}"), "error"
    where = visible(str(folder / "annotations"))
    number = counted(len(files), "file")
    return f"Saved in {where} ({number}); here it is tried again", "information"


@handles("screen.redraw")
def redraw(reading: ReadingScreen, command: Command) -> None:
    """Paints over what another program has written on the terminal."""
    from tui.app import SidelightApp

    if isinstance(reading.app, SidelightApp):
        reading.app.paint_anew()


@handles("suspend")
async def suspend(reading: ReadingScreen, command: Command) -> None:
    """Stops the program until the shell lets it go on.

    All is saved before: a lock that a stopped program held would keep others waiting.
    """
    await reading.save_all()
    reading.app.action_suspend_process()
