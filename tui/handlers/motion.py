"""Moving through a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.pane.view import View

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

_FORWARD = {"sentence.next", "paragraph.next", "page.next", "page.half-next", "line.next"}


@handles("sentence.next", "sentence.previous")
def step(reading: ReadingScreen, command: Command) -> None:
    """To another sentence."""
    reading.pane.perform(lambda view: view.step(_signed(command)))


@handles("paragraph.next", "paragraph.previous")
def paragraph(reading: ReadingScreen, command: Command) -> None:
    """To another paragraph."""
    reading.pane.perform(lambda view: view.paragraph(_signed(command)))


@handles("page.next", "page.previous")
def page(reading: ReadingScreen, command: Command) -> None:
    """To another page."""
    reading.pane.perform(lambda view: view.page(_signed(command)))


@handles("page.half-next", "page.half-previous")
def half_page(reading: ReadingScreen, command: Command) -> None:
    """Half a page on or back."""
    reading.pane.perform(lambda view: view.page(_signed(command) / 2))


@handles("line.next", "line.previous")
def line(reading: ReadingScreen, command: Command) -> None:
    """Scrolls, and leaves the cursor where it can be."""
    reading.pane.perform(lambda view: view.scroll(_signed(command)))


@handles("text.start")
def to_start(reading: ReadingScreen, command: Command) -> None:
    """To the first sentence."""
    reading.leave_place()
    reading.pane.perform(View.to_start)


@handles("text.end")
def to_end(reading: ReadingScreen, command: Command) -> None:
    """To the last sentence, or to the one of that number."""
    reading.leave_place()
    if command.count is None:
        reading.pane.perform(View.to_end)
        if reading.pane.document is not None and not reading.pane.document.complete:
            reading.say("The rest is still being read; this goes on to the end when it is there")
        return
    cut = reading.pane.document.segmentation if reading.pane.document else None
    sentence = cut.numbered(command.count) if cut else None
    if sentence is not None:
        start = sentence.start
        reading.pane.perform(lambda view: view.go(start))
    elif cut is not None and cut.total is None:
        reading.say("The sentences are still being counted; try again in a moment")
    else:
        reading.pane.perform(View.to_end)


@handles("annotation.next", "annotation.previous")
def annotation(reading: ReadingScreen, command: Command) -> None:
    """To the next annotation of this document, or the one before."""
    pane = reading.pane
    view = pane.view
    if view is None or view.cursor is None:
        return
    forward = command.action.id == "annotation.next"
    found = (
        pane.marks.after(view.cursor.end - 1) if forward else pane.marks.before(view.cursor.start)
    )
    if found is None or found.start is None:
        where = "after" if forward else "before"
        reading.say(f"No annotation {where} this sentence")
        return
    reading.leave_place()
    start = found.start
    pane.perform(lambda view: view.go(start))


def _signed(command: Command) -> int:
    return command.times if command.action.id in _FORWARD else -command.times
