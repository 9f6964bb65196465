"""Going back to where one was, and to places that were given a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.visible import visible

if TYPE_CHECKING:
    from tui.jumps import Place
    from tui.keys import Command
    from tui.reading.screen import ReadingScreen

_LIST = "?"
"""Where a mark's letter is waited for: lists them."""


@handles("jump.back", "jump.forward")
def jump(reading: ReadingScreen, command: Command) -> None:
    """Back to where a jump began, or forward again."""
    here = reading.place
    if here is None:
        return
    forward = command.action.id == "jump.forward"
    reading.desk.quote(here)
    reading.row.left_in[here] = reading.pane
    place = reading.jumps.forward(here) if forward else reading.jumps.back(here)
    if place is None:
        reading.say("Nowhere to go forward to" if forward else "Nowhere to go back to")
        return
    if (pane := reading.row.pane_of(place)) is not None:
        reading.activate(pane)
    reading.go(reading.desk.settled(place))


@handles("mark.set")
def set_mark(reading: ReadingScreen, command: Command) -> None:
    """Gives this place a letter."""
    place, letter = reading.place, command.argument
    if place is None:
        return
    if len(letter) != 1:
        reading.say(f"{visible(letter)} is no letter for a mark", "warning")
        return
    keys = reading.keys.keymap.keys("mark.go")
    if letter == _LIST or letter in keys:
        does = "lists the marks" if letter == _LIST else "goes back"
        after = visible(keys[0] + letter) if keys else visible(letter)
        reading.say(f"{visible(letter)} cannot be a mark: {after} {does}", "warning")
        return
    reading.bookmarks[letter] = place
    reading.desk.quote(place)
    back = f"; {visible(keys[0] + letter)} comes back here" if keys else ""
    reading.say(f"Mark {visible(letter)} set{back}")


@handles("mark.go")
async def go_to_mark(reading: ReadingScreen, command: Command) -> None:
    """Goes to a marked place; with the key itself to where the last jump began."""
    letter, here = command.argument, reading.place
    if letter not in reading.bookmarks:
        letter = reading.keys.latin(letter) or letter
    if letter == _LIST and letter not in reading.bookmarks:
        await _open_list(reading)
        return
    place = reading.bookmarks.get(letter)
    if letter in reading.keys.keymap.keys("mark.go") and here is not None:
        reading.desk.quote(here)
        place = reading.jumps.back(here)
    if place is None:
        reading.say(f"There is no mark {visible(command.argument)}", "warning")
        return
    go_back_to(reading, place)


def go_back_to(reading: ReadingScreen, place: Place, *, focus: bool = True) -> None:
    """Goes to a remembered place, wherever its words are now."""
    reading.leave_place()
    reading.go(reading.desk.settled(place), focus=focus)


@handles("mark.list")
async def list_places(reading: ReadingScreen, command: Command) -> None:
    """Lists the marks, and the places that jumps began at."""
    await _open_list(reading)


async def _open_list(reading: ReadingScreen) -> None:
    from tui.panels.places import PlacesPanel

    panel = PlacesPanel(reading)
    await reading.open_panel(panel, "right")
    panel.focus()
