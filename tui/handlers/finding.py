"""Finding in the document on the screen, and searching all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.finding import Find
from tui.handlers.registry import handles
from tui.keys import Command
from tui.pane.pane import Pane
from tui.reading.question import Question
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


@handles("find.forward", "find.backward")
async def find(reading: ReadingScreen, command: Command) -> None:
    """Asks for words and goes to them while they are typed; escape goes back."""
    pane, here = reading.pane, reading.place
    view = pane.view
    if view is None or here is None:
        return
    backward = command.action.id == "find.backward"
    before, top = pane.find, view.top
    origin = view.cursor.start if view.cursor else 0

    def preview(words: str) -> None:
        found = Find(words, backward)
        pane.set_find(found or None)
        if found and (span := _next(pane, found, origin, backward, inclusive=True)):
            _go(pane, span)

    def submit(words: str) -> None:
        if not words.strip():
            back()
            return
        preview(words)  # the last letters may not have been heard yet
        reading.jumps.leave(here)
        if pane.match is None:
            reading.say(f"“{visible(words)}” is not in this document", "warning")

    def back() -> None:
        pane.set_find(before)

        def restore(view: object) -> None:
            assert pane.view is not None
            pane.view.go(origin)
            pane.view.top = top

        pane.perform(restore)

    await reading.dialogs.ask(
        Question("?" if backward else "/", submit, on_change=preview, on_cancel=back)
    )


@handles("find.next", "find.previous")
def again(reading: ReadingScreen, command: Command) -> None:
    """To the next match, or the one before; around the end of the text if need be."""
    pane = reading.pane
    view = pane.view
    if view is None or view.cursor is None:
        return
    if not pane.find:
        reading.say("Nothing to find yet: / asks for words")
        return
    backward = pane.find.backward != (command.action.id == "find.previous")
    reading.leave_place()
    for _ in range(command.times):
        start = pane.match.start if pane.match else view.cursor.start
        span = _next(pane, pane.find, start, backward, inclusive=False)
        if span is None:
            reading.say(f"“{visible(pane.find.words)}” is not in this document", "warning")
            return
        _go(pane, span)
        if (span.start <= start) != backward:
            reading.say("Round the end of the text")
            return


def _next(pane: Pane, find: Find, start: int, backward: bool, *, inclusive: bool) -> Span | None:
    """The next match in a direction, beginning again at the other end of the text."""
    assert pane.document is not None
    text = pane.document.text
    if backward:
        return find.back(text, start) or find.back(text, len(text))
    first = start if inclusive else start + 1
    return find.onward(text, first) or find.onward(text, 0, first + len(find.words))


def _go(pane: Pane, span: Span) -> None:
    pane.perform(lambda view: view.go(span.start))
    pane.set_find(pane.find, span)


@handles("search.open")
async def search(reading: ReadingScreen, command: Command) -> None:
    """Opens the search over all documents and notes."""
    from tui.panels.search import SearchPanel

    await reading.open_panel(SearchPanel(reading))


@handles("results.query")
def change_query(reading: ReadingScreen, command: Command) -> None:
    """Back to typing the query."""
    from tui.panels.search import SearchPanel

    if isinstance(reading.panel, SearchPanel):
        reading.panel.ask()
