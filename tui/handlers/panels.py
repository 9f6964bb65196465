"""Opening panels, and what keys do in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.handlers.deciding import decide
from tui.handlers.marking import set_note
from tui.handlers.meant import not_yours
from tui.handlers.registry import handles
from tui.keys import Command
from tui.reading.drafts import subject_of

if TYPE_CHECKING:
    from tui.panels.library import LibraryPanel
    from tui.panels.list_panel import ListPanel
    from tui.reading.screen import ReadingScreen


def _list(reading: ReadingScreen) -> ListPanel | None:
    from tui.panels.list_panel import ListPanel

    return reading.focused if isinstance(reading.focused, ListPanel) else None


def _entries(reading: ReadingScreen, command: Command) -> ListPanel | None:
    """The list that a command is for; None too where it is kept until there are entries."""
    panel = _list(reading)
    return None if panel is None or panel.keeps(command) else panel


@handles("list.next", "list.previous")
def move(reading: ReadingScreen, command: Command) -> None:
    """To another entry; says so where there is none further on."""
    if (panel := _entries(reading, command)) is None:
        return
    before, on = panel.index, command.action.id == "list.next"
    panel.move(command.times if on else -command.times)
    if panel.index == before and panel.count():
        only = panel.count() == 1
        reading.say(f"This is the {'only' if only else 'last' if on else 'first'} one")


@handles("list.page-next", "list.page-previous")
def page(reading: ReadingScreen, command: Command) -> None:
    """A page of entries on or back."""
    if (panel := _entries(reading, command)) is not None:
        panel.page(command.times if command.action.id == "list.page-next" else -command.times)


@handles("list.start", "list.end")
def to_end(reading: ReadingScreen, command: Command) -> None:
    """To the first entry, or the last."""
    if (panel := _entries(reading, command)) is not None:
        panel.select(0 if command.action.id == "list.start" else panel.count())


@handles("list.open")
def choose(reading: ReadingScreen, command: Command) -> None:
    """Opens the entry."""
    if (panel := _entries(reading, command)) is None:
        return
    if panel.count():
        panel.choose()
    else:
        reading.say("Nothing is listed here to open")


@handles("list.leave")
def leave(reading: ReadingScreen, command: Command) -> None:
    """Back to the text; the panel stays."""
    panel = _list(reading)
    reading.activate(reading.pane)
    if panel is not None and (words := panel.left()):
        reading.say(words)


@handles("list.close")
async def close(reading: ReadingScreen, command: Command) -> None:
    """Ends a selection in the panel, or else closes it; the one it came from is back then.

    One that has shown places leaves the reader where they were.
    """
    if (panel := _list(reading)) is not None:
        if panel.end_selection():
            return
        panel.go_back()
        if (behind := panel.behind()) is not None:
            await reading.open_panel(behind)
            return
    await reading.close_panel()


@handles("escape")
async def escape(reading: ReadingScreen, command: Command) -> None:
    """Leaves what is open: a link begun, then the marks of a search in the text, then the panel."""
    if reading.editing.linking.end():
        reading.say("No link made")
    elif reading.finding.find:
        reading.finding.mark(None)
    elif reading.panel is not None:
        await reading.close_panel()


# Library and outline


@handles("library.open")
async def library(reading: ReadingScreen, command: Command) -> None:
    """Lists the documents of the workspace."""
    from tui.panels.library import LibraryPanel, Shelf
    from tui.panels.library_filter import FilteredLibrary

    workspace, session = reading.session.workspace, reading.session
    found, sources = workspace.contents(), workspace.settings.sources
    shelf = Shelf(found.documents, sources, session.annotated(), found.unopenable)
    current = reading.pane.document

    def show(panel: LibraryPanel) -> None:
        path = _document(reading, panel)
        if path is None:
            return
        reading.leave_place()
        if reading.show(reading.pane, path):
            panel.current = path
            reading.activate(reading.pane)

    listed = LibraryPanel(reading.painter, shelf, current.path if current else "", show)
    panel = FilteredLibrary(listed)
    await reading.open_panel(panel, "left")
    panel.focus()


@handles("library.filter")
def narrow_library(reading: ReadingScreen, command: Command) -> None:
    """Puts the keys into the line that narrows the list by names."""
    from tui.panels.library_filter import FilteredLibrary

    if isinstance(reading.panel, FilteredLibrary):
        reading.panel.ask()


def _document(reading: ReadingScreen, panel: LibraryPanel) -> str | None:
    """The selected document; says why there is none where it cannot be opened."""
    if refusal := panel.refusal():
        reading.say(f"Cannot open {refusal}", "warning")
    return panel.path(panel.index)


@handles("library.beside")
def open_beside(reading: ReadingScreen, command: Command) -> None:
    """Opens the document beside the text: in a further pane if there is room, else in the next."""
    from tui.panels.library import LibraryPanel

    panel = _list(reading)
    if isinstance(panel, LibraryPanel) and (path := _document(reading, panel)):
        reading.session.documents.at(path)  # lest a pane be opened for what cannot be
        pane = reading.row.beside()
        if reading.show(pane, path):
            reading.activate(pane)


@handles("outline.open")
async def outline(reading: ReadingScreen, command: Command) -> None:
    """Lists the headings of the document."""
    from tui.panels.outline import OutlinePanel

    if reading.pane.document is not None:
        panel = OutlinePanel(reading)
        await reading.open_panel(panel, "left")
        panel.focus()


# Review


@handles("review.open")
async def review(reading: ReadingScreen, command: Command) -> None:
    """Lists the open claims of all documents."""
    from tui.handlers.changed import panel_of
    from tui.panels.claims import ClaimsPanel
    from tui.panels.walk import open_walk

    settling = panel_of(reading)
    first = settling.to_decide if settling is not None else ""
    await open_walk(reading, ClaimsPanel(reading, first), "right")


@handles("review.decide")
def review_decide(reading: ReadingScreen, command: Command) -> None:
    """Decides on the selected claim."""
    from tui.panels.review import ReviewPanel

    panel = _list(reading)
    if isinstance(panel, ReviewPanel) and (claim := panel.selected()) is not None:
        keys, key = reading.keys.keymap.keys("review.decide"), command.argument
        decide(reading, claim, str((keys.index(key) + 1) % 10) if key in keys else key)
    else:
        reading.say("No claim is listed here", "warning")


@handles("review.note")
async def review_note(reading: ReadingScreen, command: Command) -> None:
    """Writes a note on the selected claim."""
    from tui.panels.review import ReviewPanel

    panel = _list(reading)
    if not isinstance(panel, ReviewPanel) or (claim := panel.selected()) is None:
        reading.say("No claim is listed here", "warning")
        return
    if not reading.session.own(claim):
        reading.say(not_yours(reading, claim), "warning")
        return
    document, annotation = reading.session.documents.at(claim.document), claim.annotation

    def put(words: str) -> None:
        from documents.spans import Span

        set_note(reading, document, Span(claim.start or 0, claim.end or 0), annotation, words)

    await reading.dialogs.edit_note(annotation.note, put, subject_of(claim))
