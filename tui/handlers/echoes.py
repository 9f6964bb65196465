"""Opening the echoes of a sentence, and linking it with one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles

if TYPE_CHECKING:
    from tui.keys import Command
    from tui.panels.echoes_panel import EchoesPanel
    from tui.reading.screen import ReadingScreen

_QUOTED = 40


@handles("echoes.open")
async def echoes(reading: ReadingScreen, command: Command) -> None:
    """Lists what all other documents tell of the same thing as the current sentence.

    Who comes from a list that is about the sentence, or shows it, goes back into that list; in it
    the key asks for the echoes of the selected one.
    """
    from tui.panels.echoes_panel import EchoesPanel

    panel = reading.panel
    if isinstance(panel, EchoesPanel):
        if reading.focused is panel and not panel.count():
            _say_none(reading, panel, command)
            return
        if reading.focused is panel:
            panel.go_to_echo()
        elif panel.is_about(reading.pane):
            panel.come_back()
            return
    await _ask(reading)


async def _ask(reading: ReadingScreen) -> None:
    from search_index.echoes.model import Asked
    from tui.panels.echoes_panel import EchoesPanel

    view = reading.pane.view
    if view is None or view.cursor is None:
        reading.say("There is no sentence here")
        return
    document = view.document
    panel = EchoesPanel(reading, Asked(document.text, view.cursor, document.path, document.kind))
    await reading.open_panel(panel, "bottom")
    panel.focus()
    panel.ask()
    if view.selection is not None:
        reading.say("It is the whole sentence that is looked for, not what is selected in it")


@handles("echoes.other")
def other_place(reading: ReadingScreen, command: Command) -> None:
    """Shows the next document in which the selected echo stands word for word."""
    panel = echoes_here(reading, command)
    if panel is None:
        return
    echo = panel.selected_echo()
    if panel.next_place():
        panel.selected_changed()
    elif echo is not None and echo.copy:
        reading.say("Word for word it stands in this one other document only")
    else:
        reading.say("What stands here stands in no other document word for word")


def echoes_here(reading: ReadingScreen, command: Command) -> EchoesPanel | None:
    """The list that a command is for, where there is an echo in it; says why there is none."""
    from tui.panels.echoes_panel import EchoesPanel

    panel = reading.panel if isinstance(reading.panel, EchoesPanel) else None
    if panel is not None and panel.count():
        return panel
    _say_none(reading, panel, command)
    return None


def _say_none(reading: ReadingScreen, panel: EchoesPanel | None, command: Command) -> None:
    if panel is not None and panel.answer is None:
        panel.refuse(command)
    else:
        reading.say("No echo is listed here", "warning")
