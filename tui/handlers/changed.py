"""Settling the marks whose text has changed, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Change, PlacedAnnotation
from documents.document import Document
from documents.spans import Span
from tui.handlers.registry import handles
from tui.keys import Command
from tui.older_texts import counted_in, with_its_text
from tui.visible import visible

if TYPE_CHECKING:
    from tui.panels.changed_walk import ChangedWalk
    from tui.reading.screen import ReadingScreen


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

    found = _own(reading)
    if found is None:
        return
    placed, document = found
    if placed.start is None:
        key = visible(reading.keys.named("changed.move") or "the palette")
        reading.say(f"It has no place in the text to be kept at; {key} moves it to one", "warning")
        return
    change = kept(placed, document, counted_in(reading.session, placed))
    reading.editing.edit("keep as it reads now", document, change)
    _say_settled(reading, "Kept as it reads now")


@handles("changed.move")
def move(reading: ReadingScreen, command: Command) -> None:
    """Moves the annotation to what is selected; without a selection the text gets the keys."""
    found = _own(reading)
    if found is None:
        return
    placed, document = found
    view = reading.pane.view
    if view is not None and view.selection is not None and _in_sight(reading, placed):
        _move(reading, placed, document, view.selection.span)
        return
    if not _in_sight(reading, placed) and not reading.show(reading.pane, placed.document):
        return
    reading.activate(reading.pane)
    select, there = (
        visible(reading.keys.named(one) or "the palette")
        for one in ("select.start", "changed.here")
    )
    words = f"Go to its sentence, or select words with {select}; {there} puts the mark there"
    reading.say(words)


@handles("changed.here")
def move_here(reading: ReadingScreen, command: Command) -> None:
    """Moves the annotation that is selected in the panel to the words selected, or the sentence."""
    from tui.panels.changed_walk import ChangedWalk

    panel = reading.panel
    if not isinstance(panel, ChangedWalk) or panel.selected() is None:
        key = visible(reading.keys.named("changed.open") or "the palette")
        reading.say(f"Choose the mark to be moved first: {key} lists those that wait", "warning")
        return
    found = _own(reading)
    view = reading.pane.view
    span = view.focus_span() if view else None
    if found is None:
        return
    placed, document = found
    if not _in_sight(reading, placed):
        reading.say(f"The mark belongs to {visible(placed.document)}: select there", "warning")
    elif span is None:
        reading.say("Nothing to move it to: the document has no sentence", "warning")
    else:
        _move(reading, placed, document, span)
        panel.focus()


def _move(reading: ReadingScreen, placed: PlacedAnnotation, document: Document, span: Span) -> None:
    from annotations.reseating import moved

    change = moved(placed, document, span, counted_in(reading.session, placed))
    view = reading.pane.view
    if view is not None:
        view.selection = None
    reading.editing.edit("move the mark", document, change)
    _say_settled(reading, "Moved")


@handles("changed.leave")
def leave(reading: ReadingScreen, command: Command) -> None:
    """Leaves the annotation as it is, to be decided on later."""
    panel = _panel(reading)
    if panel is not None and panel.selected() is not None:
        panel.leave()
        undo = visible(reading.keys.named("undo") or "undo")
        reading.say(f"Left for later: it waits here, and is counted below. {undo} takes it back")


def take_leave_back(reading: ReadingScreen) -> bool:
    """Takes it back that a mark was left for later, if that was done last; whether it was."""
    panel = _panel(reading)
    if panel is None or not panel.take_leave_back():
        return False
    reading.say("Not left for later: it is to be looked at again")
    return True


@handles("changed.delete")
def delete(reading: ReadingScreen, command: Command) -> None:
    """Deletes the annotation, where the key was pressed a second time."""
    if command.argument not in reading.keys.keymap.keys("changed.delete"):
        reading.say("Not deleted")
        return
    found = _own(reading)
    if found is None:
        return
    placed, document = found
    before = with_its_text(reading.session, placed)
    reading.editing.edit("delete", document, Change(before, None))
    _say_settled(reading, "Deleted")


def _panel(reading: ReadingScreen) -> ChangedWalk | None:
    from tui.panels.changed_walk import ChangedWalk

    return reading.panel if isinstance(reading.panel, ChangedWalk) else None


def _in_sight(reading: ReadingScreen, placed: PlacedAnnotation) -> bool:
    """Whether the active pane shows the document of an annotation."""
    document = reading.pane.document
    return document is not None and document.path == placed.document


def _own(reading: ReadingScreen) -> tuple[PlacedAnnotation, Document] | None:
    """The annotation selected in the panel and its text, if it can be settled; says why not."""
    panel = _panel(reading)
    placed = panel.selected() if panel else None
    if placed is None:
        reading.say("No mark waits here", "warning")
        return None
    if not reading.session.own(placed):
        who = visible(placed.author)
        reading.say(f"This mark is {who}’s: it can be looked at, and {who} settles it", "warning")
        return None
    document = reading.session.documents.at(placed.document, reach=placed.end or 0)
    if not document.complete or document.digest != placed.text:
        reading.say("The text is being read anew; try again in a moment", "warning")
        return None
    return (placed, document) if reading.editing.allowed(document) else None


def _say_settled(reading: ReadingScreen, done: str) -> None:
    left = reading.session.waiting()
    undo = visible(reading.keys.named("undo") or "undo")
    more = f"{left} more to look at" if left else "none is left to look at"
    reading.say(f"{done}; {more}. {undo} takes it back")
