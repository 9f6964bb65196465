"""The panes side by side: going to one, opening, closing and moving them, and their widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.pane.geometry import MOST_PANES

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

_COLUMNS = 4
"""Columns by which a pane becomes wider or narrower at a time."""
_ALONE = "There is one pane only"


@handles("pane.next", "pane.previous", "pane.left", "pane.right")
def other_pane(reading: ReadingScreen, command: Command) -> None:
    """To another pane: around with tab, to a side with the arrows."""
    arrangement, count = reading.row.arrangement, len(reading.panes)
    by = 1 if command.action.id in ("pane.next", "pane.right") else -1
    wanted = arrangement.active + by
    if command.action.id in ("pane.next", "pane.previous"):
        wanted %= count
    if count == 1:
        reading.say(_ALONE)
    elif 0 <= wanted < count:
        reading.activate(reading.panes[wanted])
    else:
        reading.say(f"There is no pane to the {'right' if by > 0 else 'left'} of this one")


@handles("pane.go")
def go_to_pane(reading: ReadingScreen, command: Command) -> None:
    """To the pane of a number, from the left: that of the key among its keys, or typed before it.

    A key that is none of its own (it was chosen by name) is the number itself.
    """
    keys, argument = reading.keys.keymap.keys("pane.go"), command.argument
    number = keys.index(argument) + 1 if argument in keys else 0
    number = command.count or number or int(argument if argument.isdecimal() else 0)
    if 1 <= number <= len(reading.panes):
        reading.activate(reading.panes[number - 1])
    else:
        reading.say(_ALONE if len(reading.panes) == 1 else _how_many(reading))


def _how_many(reading: ReadingScreen) -> str:
    return f"There are {len(reading.panes)} panes: 1 to {len(reading.panes)}, from the left"


@handles("pane.split")
def split(reading: ReadingScreen, command: Command) -> None:
    """Opens a pane with the same document, at the same place."""
    _done(reading, reading.row.split(), f"There are {MOST_PANES} panes at most")


@handles("pane.close")
def close(reading: ReadingScreen, command: Command) -> None:
    """Closes this pane."""
    _done(reading, reading.row.close(), _ALONE)


@handles("pane.only")
def only(reading: ReadingScreen, command: Command) -> None:
    """Closes all other panes."""
    _done(reading, reading.row.close_others(), _ALONE)


@handles("pane.move-left", "pane.move-right")
def move(reading: ReadingScreen, command: Command) -> None:
    """Puts this pane further to a side."""
    right = command.action.id == "pane.move-right"
    moved = reading.row.move(command.times if right else -command.times)
    side = "right" if right else "left"
    _done(reading, moved, f"This is the {side}most pane" if len(reading.panes) > 1 else _ALONE)


@handles("pane.wider", "pane.narrower")
def resize(reading: ReadingScreen, command: Command) -> None:
    """Makes this pane wider or narrower by some columns."""
    wider = command.action.id == "pane.wider"
    by = command.times * _COLUMNS
    resized = reading.row.widen(by if wider else -by)
    alone = len(reading.row.in_sight) == 1
    others = "No other pane can be narrower" if wider else "This pane can be no narrower"
    if alone:
        others = "No other pane is in sight beside this one" if len(reading.panes) > 1 else _ALONE
    _done(reading, resized, others)


@handles("pane.equal")
def equalise(reading: ReadingScreen, command: Command) -> None:
    """Makes all panes equally wide."""
    alone = len(reading.panes) == 1
    _done(reading, reading.row.equalise(), _ALONE if alone else "The panes are equally wide")


def _done(reading: ReadingScreen, changed: bool, otherwise: str) -> None:
    """Shows what has become of the panes, or says why nothing has."""
    if changed:
        reading.activate(reading.pane)
    else:
        reading.say(otherwise)
