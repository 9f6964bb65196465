"""Opening the panel that compares the authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles

if TYPE_CHECKING:
    from tui.keys import Command
    from tui.reading.screen import ReadingScreen


@handles("agreement")
async def agreement(reading: ReadingScreen, command: Command) -> None:
    """Shows how far the authors agree, and lists where they differ."""
    from tui.panels.agreement import AgreementPanel

    panel = AgreementPanel(reading)
    await reading.open_panel(panel, "right")
    panel.annotations_changed(reading)
    panel.list.focus()


@handles("agreement.other")
def other(reading: ReadingScreen, command: Command) -> None:
    """Goes from the places to the figures, or from these to all places."""
    from tui.panels.agreement import AgreementPanel

    panel = reading.panel
    if isinstance(panel, AgreementPanel) and panel.figures.display:
        panel.other()
    else:
        reading.say("There are no figures yet", "warning")
