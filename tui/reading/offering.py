"""What the tray offers while a command waits: some things, each with the key that takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.keys import Command
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


class Option(NamedTuple):
    """One thing to take: the key, the words for it, and what it is."""

    key: str
    words: str
    value: object


class Offer(NamedTuple):
    """Things to take one of, and what stands over them in a row of its own, if anything does."""

    options: Sequence[Option]
    above: str = ""


def numbered(values: Sequence[tuple[str, object]]) -> list[Option]:
    """Options with the numbers from 1 for their keys, of words and values."""
    return [Option(str(n), words, value) for n, (words, value) in enumerate(values, start=1)]


def offer(reading: ReadingScreen, command: Command, offered: Offer) -> None:
    """Shows what there is, and waits for a key: the command comes again with it, for ``taken``."""
    reading.keys.wait_for(Command(command.action, command.count))
    reading.bars.choice.clear()
    reading.bars.offered = offered


def taken(reading: ReadingScreen, command: Command) -> object | None:
    """What the key takes of what was offered; None where an arrow moved on, or nothing has it.

    Enter takes the one that the arrows have come to. Keys of other scripts count as those they
    stand on.
    """
    offered, key = reading.bars.offered, command.argument
    if offered is None:
        return None
    options = offered.options
    if reading.bars.choice.moves(key, len(options)):
        reading.keys.wait_for(Command(command.action, command.count))
        return None
    if key == "enter":
        return options[reading.bars.choice.index].value
    latin = reading.keys.latin(key)
    for place, option in enumerate(options, start=1):
        if key in (option.key, str(place)) or (latin and latin == option.key):
            return option.value
    words = "  ".join(f"{option.key} {option.words}" for option in options)
    reading.say(f"{visible(key)} is none of these: {visible(words)}", "warning")
    return None
