"""Finding in the document on the screen, and searching all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.actions import action
from tui.find import LONGEST, Find
from tui.handlers.registry import handles
from tui.keys import Command
from tui.pane.pane import Pane
from tui.pane.view import View
from tui.query_find import QueryFind
from tui.reading.finding import Arrived
from tui.reading.question import Question
from tui.visible import visible

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen


@handles("find.forward", "find.backward")
async def find(reading: ReadingScreen, command: Command) -> None:
    """Asks for words and goes to them while they are typed; escape goes back."""
    if reading.pane.view is None:
        return
    backward = command.action.id == "find.backward"
    seeking = _Seeking(reading, reading.pane, reading.pane.view, backward)
    await reading.dialogs.ask(
        Question(
            "?" if backward else "/",
            seeking.submit,
            on_change=seeking.preview,
            on_cancel=seeking.cancel,
            earlier=reading.finding.history,
        )
    )


class _Seeking:
    """A find while its words are typed: where it began, and what came of it."""

    def __init__(self, reading: ReadingScreen, pane: Pane, view: View, backward: bool) -> None:
        self._reading, self._pane, self._view = reading, pane, view
        self._place = reading.place
        self._backward = backward
        self._origin = view.cursor.start if view.cursor else 0
        self._before = view.cursor, view.top, view.rows, view.selection
        self._find, self._match = reading.finding.find, pane.match
        self._submitted = False

    def preview(self, words: str) -> None:
        """Marks the words, and goes to the nearest match, or back where there is none."""
        finding = self._reading.finding
        self._reading.bars.forget()  # what was said of the empty line
        found = Find(words, self._backward) or None
        if found != finding.find or finding.find is self._find:
            self._back()
            finding.mark(found)
            if found:
                finding.go(self._origin, self._arrived, backward=self._backward)
        self._reading.dialogs.show_aside(finding.count())
        self._reading.refresh_status()

    def submit(self, words: str) -> None:
        """Stays at the match; without words, looks for those of the last time."""
        finding = self._reading.finding
        words = words if words.strip() else (finding.history or [""])[-1]
        self._submitted = True
        if not words:
            self.cancel()
            return
        finding.remember(Find(words, self._backward))
        if self._place is not None:
            self._reading.jumps.leave(self._place)
            self._reading.desk.quote(self._place)
        self.preview(words)  # the last letters may not have been heard yet
        if finding.searching:
            self._reading.say("Searching the text…")
        else:
            self._tell(self._pane.match)

    def cancel(self) -> None:
        """Puts everything back as it was."""
        self._reading.finding.mark(self._find)
        self._back()
        if self._match is not None:
            self._reading.finding.mark(self._find, self._match)
        self._reading.refresh_status()

    def _arrived(self, span: Span | None, wrapped: bool) -> None:
        if self._submitted:
            self._reading.bars.forget()  # that it was being searched
            self._tell(span)

    def _tell(self, span: Span | None) -> None:
        if span is None:
            _not_found(self._reading)
        elif (span.start < self._origin) != self._backward:
            self._reading.say("Round the end of the text")

    def _back(self) -> None:
        """Back to where the reader was, to the row."""
        cursor, top, rows, selection = self._before

        def restore(view: View) -> None:
            if view is not self._view:  # the document was read again meanwhile
                view.go(self._origin)
                return
            view.cursor, view.selection = cursor, selection
            view.top = top if view.rows is rows else view.rows.at(top).start

        self._pane.perform(restore)


@handles("find.next", "find.previous")
async def again(reading: ReadingScreen, command: Command) -> None:
    """To the next match, or the one before; around the end of the text if need be.

    Of the words looked for last, though their marks were put away, or it was the last time the
    program ran. Where nothing was looked for yet, it asks for words: what is typed next is meant
    for that. In a list of hits it is those that are walked through.
    """
    pane, finding = reading.pane, reading.finding
    view, ahead = pane.view, command.action.id == "find.next"
    if view is None or view.cursor is None or _goes_through_list(reading, command):
        return
    if finding.find is None:
        finding.resume()
    if finding.find is None:
        await reading.run(Command(action("find.forward" if ahead else "find.backward")))
        reading.say("Nothing was looked for yet: type the words to find")
        return
    if isinstance(finding.find, QueryFind) and reading.searches.walking.on:
        reading.searches.walking.go(command.times if ahead else -command.times)
        return
    backward = finding.find.backward == ahead
    reading.leave_place()
    start = view.cursor.start
    if pane.match is not None:
        start = pane.match.start if backward else pane.match.start + 1
    finding.go(start, _telling(reading), backward=backward, times=command.times)
    if finding.searching:
        reading.say("Searching the text…")


def _goes_through_list(reading: ReadingScreen, command: Command) -> bool:
    """Goes from hit to hit of the list that the keys go to, if it lists hits."""
    from tui.panels.list_panel import ListPanel

    listed, ahead = reading.focused, command.action.id == "find.next"
    steps = command.times if ahead else -command.times
    return isinstance(listed, ListPanel) and listed.walk_hits(steps)


def _telling(reading: ReadingScreen) -> Arrived:
    def arrived(span: Span | None, wrapped: bool) -> None:
        if span is None:
            _not_found(reading)
        elif wrapped:
            reading.say("Round the end of the text")
        else:
            reading.bars.forget()

    return arrived


def _not_found(reading: ReadingScreen) -> None:
    find = reading.finding.find
    words = visible(find.words) if find else ""
    reading.say(f"“{words}” is not in this document", "warning")


@handles("find.selected")
def find_selected(reading: ReadingScreen, command: Command) -> None:
    """Looks for the selected words, and goes to where they stand next."""
    view = reading.pane.view
    if view is None or view.selection is None:
        reading.say(f"Nothing is selected: {_key(reading, 'select.start')} selects word by word")
        return
    span = view.selection.span
    words = " ".join(view.document.text[span.start : min(span.end, span.start + LONGEST)].split())
    reading.leave_place()
    reading.finding.remember(Find(words))
    reading.finding.mark(Find(words), span)
    reading.finding.go(span.start + 1, _telling(reading), backward=False, times=command.times)


def _key(reading: ReadingScreen, action: str) -> str:
    return visible(reading.keys.named(action)) or "the palette"


@handles("search.open")
async def search(reading: ReadingScreen, command: Command) -> None:
    """Opens the search over all documents and notes."""
    from tui.panels.search import SearchPanel

    await reading.open_panel(SearchPanel(reading))
