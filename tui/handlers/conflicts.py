"""Choosing between two edits of one annotation that were made at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


@handles("conflicts.open")
async def open_conflicts(reading: ReadingScreen, command: Command) -> None:
    """Lists what was edited twice at once, from the first one on."""
    from tui.panels.conflict_walk import ConflictWalk
    from tui.panels.walk import open_walk

    await open_walk(reading, ConflictWalk(reading))


@handles("conflicts.choose")
def choose(reading: ReadingScreen, command: Command) -> None:
    """Lets what was chosen stand, and goes on to the next question."""
    from annotations.conflicts import settled
    from annotations.model import Change
    from tui.conflict_words import offers
    from tui.panels.conflict_walk import ConflictWalk

    panel = reading.panel
    question = panel.selected() if isinstance(panel, ConflictWalk) else None
    if question is None:
        reading.say("Nothing is to be decided here", "warning")
        return
    placed, conflict = question
    found = list(offers(placed.annotation, conflict))
    keys = reading.keys.keymap.keys("conflicts.choose")
    number = keys.index(command.argument) if command.argument in keys else len(found)
    if number >= len(found):
        reading.say(f"There are {len(found)} to choose from here", "warning")
        return
    document = reading.session.documents.at(placed.document, reach=placed.end or 0)
    if not document.complete:
        reading.say("The text is still being read; try again in a moment", "warning")
        return
    after = settled(placed.annotation, conflict, found[number].choice)
    reading.editing.edit("choose", document, Change(placed.annotation, after))
    _say_chosen(reading, found[number].words)


def _say_chosen(reading: ReadingScreen, words: str) -> None:
    left = reading.session.undecided()
    rest = f"{left} left" if left else "nothing is left to decide"
    undo = visible(reading.keys.named("undo") or "undo")
    short = " ".join(words.split())
    shown = f"{short[:30]}…" if len(short) > 30 else short
    reading.say(f"“{visible(shown)}” stands; {rest}; {undo} takes it back", "success")
