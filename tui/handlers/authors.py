"""Other authors' marks as layers: shown, hidden, one by one or all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.keys import Command
    from tui.reading.screen import ReadingScreen


@handles("authors.open")
async def authors(reading: ReadingScreen, command: Command) -> None:
    """Lists everybody who has marked something, to show or hide their marks."""
    from tui.panels.authors import AuthorsPanel

    def toggle(author: str) -> None:
        company = reading.session.company
        if author == company.author:
            reading.say("Your own marks are always shown", "warning")
        else:
            _show(reading, [author], shown=author in company.hidden)

    panel = AuthorsPanel(reading, toggle)
    await reading.open_panel(panel, "right")
    panel.focus()


@handles("authors.toggle")
def toggle_all(reading: ReadingScreen, command: Command) -> None:
    """Hides all other authors' marks, or shows them where any are hidden."""
    company = reading.session.company
    if not company.others:
        reading.say("Nobody else has marked anything here", "warning")
    else:
        _show(reading, company.others, shown=bool(company.left_out))


def _show(reading: ReadingScreen, names: Iterable[str], *, shown: bool) -> None:
    names = list(names)
    for author in names:
        reading.session.show_layer(author, shown=shown)
    reading.desk.positions.hidden = sorted(reading.session.company.hidden)
    reading.show_marks()
    whose = visible(", ".join(names))
    reading.say(f"The marks of {whose} are {'shown' if shown else 'hidden'}")
