"""Settling the marks whose text has changed, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Change, PlacedAnnotation
from documents.document import Document
from tui.handlers.registry import handles
from tui.keys import Command
from tui.older_texts import counted_in, with_its_text
from tui.quoting import from_where_they_part, in_quotation_marks
from tui.relation_words import shortened
from tui.visible import visible

if TYPE_CHECKING:
    from tui.panels.changed_walk import ChangedWalk
    from tui.reading.screen import ReadingScreen

_QUOTED = 40
"""Code points of the words that a claim is told by, once the list has gone on to another."""


@handles("changed.open")
async def open_changed(reading: ReadingScreen, command: Command) -> None:
    """Lists the marks whose text has changed, from the first one on."""
    from tui.panels.changed_walk import ChangedWalk
    from tui.panels.walk import open_walk

    reading.bars.heard()
    await open_walk(reading, ChangedWalk(reading))


@handles("changed.keep")
def keep(reading: ReadingScreen, command: Command) -> None:
    """Keeps the annotation at the place found for it, on the words that stand there now."""
    from annotations.reseating import kept

    found = own(reading)
    if found is None:
        return
    placed, document = found
    if placed.start is None:
        key = visible(reading.keys.named("changed.move") or "the palette")
        reading.say(f"It has no place in the text to be kept at; {key} moves it to one", "warning")
        return
    change = kept(placed, document, counted_in(reading.session, placed))
    reading.editing.edit("keep as it reads now", document, change)
    say_settled(reading, f"Kept as it reads now{to_be_decided_anew(reading, change)}")


@handles("changed.leave")
def leave(reading: ReadingScreen, command: Command) -> None:
    """Leaves the annotation as it is, to be decided on later."""
    panel = panel_of(reading)
    if panel is not None and panel.selected() is not None:
        panel.leave()
        undo = visible(reading.keys.named("undo") or "undo")
        reading.say(f"Left for later: it waits here, and is counted below. {undo} takes it back")


def take_leave_back(reading: ReadingScreen) -> bool:
    """Takes it back that a mark was left for later, if that was done last; whether it was."""
    panel = panel_of(reading)
    if panel is None or not panel.take_leave_back():
        return False
    reading.say("Not left for later: it is to be looked at again")
    return True


@handles("changed.delete")
def delete(reading: ReadingScreen, command: Command) -> None:
    """Deletes the annotation, where the key was pressed a second time."""
    found = own(reading)
    if found is None:
        return
    if not command.argument:
        action = command.action._replace(takes="the same key again; any other one leaves it")
        reading.keys.wait_for(Command(action))
        return
    if command.argument not in reading.keys.keymap.keys("changed.delete"):
        reading.say("Not deleted")
        return
    placed, document = found
    before = with_its_text(reading.session, placed)
    reading.editing.edit("delete", document, Change(before, None))
    say_settled(reading, "Deleted")


def panel_of(reading: ReadingScreen) -> ChangedWalk | None:
    from tui.panels.changed_walk import ChangedWalk

    return reading.panel if isinstance(reading.panel, ChangedWalk) else None


def own(reading: ReadingScreen) -> tuple[PlacedAnnotation, Document] | None:
    """The annotation selected in the panel and its text, if it can be settled; says why not."""
    panel = panel_of(reading)
    placed = panel.selected() if panel else None
    if placed is None:
        reading.say("No mark waits here", "warning")
        return None
    if not reading.session.own(placed):
        who = visible(placed.author)
        reading.say(f"This mark is {who}’s: it can be looked at, and {who} settles it", "warning")
        return None
    lost = placed.document in reading.session.absent.lost
    document = (text_read_last if lost else placed_on)(reading, placed)
    return (placed, document) if document is not None else None


def text_read_last(reading: ReadingScreen, placed: PlacedAnnotation) -> Document | None:
    """The text that was read last of a document that is gone, here or before; says if none was."""
    from documents.errors import CannotOpen
    from tui.reading.many_changes import text_for

    try:
        document = text_for(reading.session, placed.document)
    except CannotOpen:
        words = "is gone from the disk, and its text was not kept: bring it back first"
        reading.say(f"{visible(placed.document)} {words}", "warning")
        return None
    return document if reading.editing.allowed(document) else None


def placed_on(reading: ReadingScreen, placed: PlacedAnnotation) -> Document | None:
    """The text that an annotation was placed on, if marks on it can be kept; says why not."""
    document = reading.session.documents.at(placed.document, reach=placed.end or 0)
    if not document.complete or document.digest != placed.text:
        reading.say("The text is being read anew; try again in a moment", "warning")
        return None
    return document if reading.editing.allowed(document) else None


def to_be_decided_anew(reading: ReadingScreen, change: Change) -> str:
    """That a decision was made on other words than are marked now, and what lists it for another.

    From the panel the review begins at it: the panel has gone on to another mark by then.
    """
    one = change.after
    if one is None or change.before is None or not one.decided_on:
        return ""
    if (panel := panel_of(reading)) is not None:
        panel.to_decide = one.id
    key = visible(reading.keys.named("review.open") or "the palette")
    words = now_reading(change.before.exact, one.exact)
    return f", {visible(one.status)} on the words before: {key} decides anew on {words}"


def now_reading(before: str, now: str) -> str:
    """The words as they read now, in quotation marks, from where they part from those before."""
    return visible(in_quotation_marks(shortened(from_where_they_part(now, before), _QUOTED)))


def say_settled(reading: ReadingScreen, done: str) -> None:
    """Says what was done with a mark, and how many wait."""
    left = reading.session.waiting()
    undo = visible(reading.keys.named("undo") or "undo")
    more = f"{left} more to look at" if left else "none is left to look at"
    reading.say(f"{done}; {more}. {undo} takes it back")
