"""The list of all annotations: opening it, narrowing it, and what becomes of one in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.marking import set_note
from tui.handlers.meant import not_yours
from tui.handlers.registry import handles
from tui.keys import Command
from tui.reading.drafts import subject_of

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from tui.panels.annotations import AnnotationList
    from tui.reading.screen import ReadingScreen


@handles("annotations.open")
async def open_list(reading: ReadingScreen, command: Command) -> None:
    """Lists all annotations."""
    from tui.panels.annotations import AnnotationsPanel

    panel = AnnotationsPanel(reading)
    await reading.open_panel(panel, "right")
    panel.annotations_changed(reading)
    panel.list.focus()


def the_list(reading: ReadingScreen) -> AnnotationList | None:
    """The list, where it has the keys."""
    from tui.panels.annotations import AnnotationList

    return reading.focused if isinstance(reading.focused, AnnotationList) else None


def selected(reading: ReadingScreen) -> PlacedAnnotation | None:
    """The reader's annotation that is selected; says why where it is none."""
    panel = the_list(reading)
    one = panel.selected() if panel is not None else None
    if one is None:
        reading.say("No annotation is selected")
    elif not reading.session.own(one):
        reading.say(not_yours(reading, one), "warning")
    else:
        return one
    return None


@handles("annotations.filter")
def ask_filter(reading: ReadingScreen, command: Command) -> None:
    """Puts the keys into the line that says what is wanted."""
    from tui.panels.annotations import AnnotationsPanel

    if isinstance(reading.panel, AnnotationsPanel):
        reading.panel.line.focus()


@handles("annotations.order")
def change_order(reading: ReadingScreen, command: Command) -> None:
    """Puts them in another order."""
    from annotations.narrowing import ORDERS

    if (panel := the_list(reading)) is not None:
        panel.order = ORDERS[(ORDERS.index(panel.order) + 1) % len(ORDERS)]
        panel.rearrange()


@handles("annotations.note")
async def edit_note(reading: ReadingScreen, command: Command) -> None:
    """Writes the note of the selected one."""
    from documents.spans import Span

    one = selected(reading)
    if one is None:
        return
    document, span = reading.session.documents.at(one.document), Span(one.start or 0, one.end or 0)

    def put(words: str) -> None:
        set_note(reading, document, span, one.annotation, words)

    await reading.dialogs.edit_note(one.annotation.note, put, subject_of(one))


@handles("annotations.export-shown")
async def export_shown(reading: ReadingScreen, command: Command) -> None:
    """Writes those shown to a file; other authors' too."""
    from tui.handlers.program import ask_export

    panel = the_list(reading)
    if panel is None or not panel.shown:
        reading.say("None is shown", "warning")
        return
    await ask_export(reading, list(panel.shown))
