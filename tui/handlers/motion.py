"""Moving through a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.handlers.registry import handles
from tui.keys import Command
from tui.pane.view import View
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

_FORWARD = {"sentence.next", "paragraph.next", "page.next", "page.half-next", "line.next"}


@handles("sentence.next", "sentence.previous")
def step(reading: ReadingScreen, command: Command) -> None:
    """To another sentence."""
    _perform(reading, lambda view: view.step(_signed(command)))


@handles("paragraph.next", "paragraph.previous")
def paragraph(reading: ReadingScreen, command: Command) -> None:
    """To another paragraph."""
    by = _signed(command)
    if _selects(reading):
        from tui.pane.reaching import to_paragraph_edge

        reading.pane.perform(lambda view: to_paragraph_edge(view, by))
    else:
        reading.pane.perform(lambda view: view.paragraph(by))


@handles("page.next", "page.previous")
def page(reading: ReadingScreen, command: Command) -> None:
    """To another page."""
    _perform(reading, lambda view: view.page(_signed(command)))


@handles("page.half-next", "page.half-previous")
def half_page(reading: ReadingScreen, command: Command) -> None:
    """Half a page on or back."""
    _perform(reading, lambda view: view.page(_signed(command) / 2))


@handles("line.next", "line.previous")
def line(reading: ReadingScreen, command: Command) -> None:
    """Scrolls, and leaves the cursor where it can be."""
    by = _signed(command)

    def scroll(view: View) -> None:
        cursor, selection = view.cursor, view.selection
        view.scroll(by)
        if selection is not None:  # it is what is worked on, in sight or not
            view.cursor, view.selection = cursor, selection

    reading.pane.perform(scroll)


@handles("text.start")
def to_start(reading: ReadingScreen, command: Command) -> None:
    """To the first sentence."""
    reading.leave_place()
    _perform(reading, View.to_start)


@handles("text.end")
def to_end(reading: ReadingScreen, command: Command) -> None:
    """To the last sentence, or to the one of that number."""
    reading.leave_place()
    if command.count is None:
        _perform(reading, View.to_end)
        if reading.pane.document is not None and not reading.pane.document.complete:
            reading.say("The rest is still being read; this goes on to the end when it is there")
        return
    cut = reading.pane.document.segmentation if reading.pane.document else None
    sentence = cut.numbered(command.count) if cut else None
    if sentence is not None:
        start = sentence.start
        _perform(reading, lambda view: view.go(start))
    elif cut is not None and cut.total is None:
        reading.say("The sentences are still being counted; try again in a moment")
    else:
        _perform(reading, View.to_end)
        if cut is not None and cut.total:
            are = "is 1 sentence" if cut.total == 1 else f"are {cut.total} sentences"
            reading.say(f"There {are}: this is the last")


@handles("text.percent")
def to_part(reading: ReadingScreen, command: Command) -> None:
    """To the sentence so many hundredths of the text on."""
    document = reading.pane.document
    if document is None:
        return
    if command.count is None:
        reading.say("A number before % goes so far into the text: 50% to its middle")
        return
    if command.count > 100:
        reading.say("There is nothing behind 100% of a text")
        return
    reading.leave_place()
    offset = min(len(document.text) * command.count // 100, max(0, len(document.text) - 1))
    _perform(reading, lambda view: view.go(offset))


@handles("text.where")
def tell_where(reading: ReadingScreen, command: Command) -> None:
    """Says which document this is, and how far on the sentence stands in it."""
    view = reading.pane.view
    if view is None or view.cursor is None:
        reading.say("There is no sentence here")
        return
    document, at = view.document, view.cursor.start
    cut = document.segmentation
    number = cut.number_of(at)
    parts = [visible(document.path)]
    if number is not None:
        parts.append(f"sentence {number} of {cut.total}" if cut.total else f"sentence {number}")
    if document.complete:
        parts.append(f"{at * 100 // max(1, len(document.text))}%")
    from tui.editor import line_of

    parts.append(f"line {line_of(document.text, at)}")
    reading.say(" · ".join(parts))


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
    _perform(reading, lambda view: view.go(start))


def _selects(reading: ReadingScreen) -> bool:
    view = reading.pane.view
    return view is not None and view.selection is not None


def _perform(reading: ReadingScreen, motion: Callable[[View], object]) -> None:
    """Carries out a motion; the end of a selection goes along."""
    if _selects(reading):
        from tui.pane.reaching import reaching

        motion = reaching(motion)
    reading.pane.perform(motion)


def _signed(command: Command) -> int:
    return command.times if command.action.id in _FORWARD else -command.times
