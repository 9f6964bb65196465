"""Moving a mark whose text has changed to where its reader says that it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.model import Change, PlacedAnnotation
from documents.document import Document
from documents.spans import Span
from tui.handlers.changed import own, panel_of, say_settled, to_be_decided_anew
from tui.handlers.registry import handles
from tui.keys import Command
from tui.older_texts import counted_in
from tui.visible import visible

if TYPE_CHECKING:
    from tui.pane.view import View
    from tui.reading.screen import ReadingScreen


@handles("changed.move")
def move(reading: ReadingScreen, command: Command) -> None:
    """Moves the annotation to what is selected; without a selection the text gets the keys."""
    panel, found = panel_of(reading), own(reading)
    if panel is None or found is None:
        return
    placed, document = found
    view = reading.pane.view
    here = reading.pane.document
    in_sight = here is not None and here.path == placed.document
    is_gone = _is_gone(reading, placed)
    if view is not None and view.selection is not None and in_sight:
        _move(reading, placed, document, view.selection.span)
        return
    there = panel.place_elsewhere(placed)
    if there is not None:
        reading.go(there)
        _select(reading, Span(there.offset, there.offset + len(placed.annotation.exact)))
    elif not (in_sight or is_gone or reading.show(reading.pane, placed.document)):
        return
    panel.moving = True
    reading.activate(reading.pane)
    select, take, back = (
        visible(reading.keys.named(one) or "the palette")
        for one in ("select.start", "changed.take", "changed.stay")
    )
    which = "in another document" if is_gone else "here or in another document"
    where = f"Go to its sentence, {which}, or select words with {select}"
    reading.say(f"{where}: {take} puts the mark there, {back} leaves it")


@handles("changed.here", "changed.take")
def move_here(reading: ReadingScreen, command: Command) -> None:
    """Moves the annotation that is selected in the panel to the words selected, or the sentence."""
    panel = panel_of(reading)
    if panel is None or panel.selected() is None:
        key = visible(reading.keys.named("changed.open") or "the palette")
        reading.say(f"Choose the mark to be moved first: {key} lists those that wait", "warning")
        return
    found = own(reading)
    view, here = reading.pane.view, reading.pane.document
    span = view.focus_span() if view else None
    if found is None or here is None:
        return
    placed, document = found
    if panel.moving:
        panel.taken_here()
    if span is None:
        reading.say("Nothing to move it to: the document has no sentence", "warning")
        return
    if here.path == placed.document:
        _move(reading, placed, document, span)
    elif not _carry(reading, placed, document, span):
        return
    panel.focus()


@handles("changed.stay")
def stay(reading: ReadingScreen, command: Command) -> None:
    """Leaves the annotation where it was, and goes back to the list."""
    panel = panel_of(reading)
    if panel is not None:
        panel.focus()
        reading.say("Not moved")


def _move(reading: ReadingScreen, placed: PlacedAnnotation, document: Document, span: Span) -> None:
    from annotations.reseating import moved

    if _is_gone(reading, placed):
        words = "is gone from the disk: its marks can only go to another document"
        reading.say(f"{visible(placed.document)} {words}", "warning")
        return
    change = moved(placed, document, span, counted_in(reading.session, placed))
    _unselect(reading)
    reading.editing.edit("move the mark", document, change)
    say_settled(reading, f"Moved{to_be_decided_anew(reading, change)}")


def _is_gone(reading: ReadingScreen, placed: PlacedAnnotation) -> bool:
    """Whether there is no text any more that the annotation could be shown in."""
    return placed.document in reading.session.absent.lost


def _carry(reading: ReadingScreen, placed: PlacedAnnotation, old: Document, span: Span) -> bool:
    """Moves an annotation into the document of the active pane; whether that could be done."""
    from annotations.reseating import carried

    new = reading.pane.document
    if new is None or not reading.editing.allowed(new):
        return False
    if not new.complete:
        reading.say("The text is still being read; try again in a moment", "warning")
        return False
    gone, come = carried(placed, new, span, counted_in(reading.session, placed))
    _unselect(reading)
    reading.editing.edit_in("move the mark", [(new, come), (old, gone)])
    anew = to_be_decided_anew(reading, Change(gone.before, come.after))
    say_settled(reading, f"Moved to {visible(new.path)}{anew}")
    return True


def _select(reading: ReadingScreen, span: Span) -> None:
    from tui.pane.selection import covering

    def select(view: View) -> None:
        view.selection = covering(view.document.text, span)

    reading.pane.perform(select)


def _unselect(reading: ReadingScreen) -> None:
    if reading.pane.view is not None:
        reading.pane.view.selection = None
