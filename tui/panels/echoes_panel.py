"""The panel of echoes at work: it asks the search's thread, and the other pane follows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget

from documents.spans import Span
from tui.echo_ties import ties
from tui.echoing import Answer, answer_with
from tui.panels.echoes import EchoList
from tui.reading.beside import Beside
from tui.reading.pane_row import shows
from tui.visible import visible

if TYPE_CHECKING:
    from search_index.echoes.model import Asked
    from tui.keys import Command
    from tui.pane.pane import Pane
    from tui.reading.screen import ReadingScreen


_LEAST = 7
"""Rows that are taken where they are needed, however low the screen."""


class EchoesPanel(EchoList):
    """The echoes of a sentence on a reading screen."""

    def __init__(self, reading: ReadingScreen, asked: Asked) -> None:
        key = visible(reading.keys.named("echoes.open"))
        super().__init__(reading.painter, asked, key)
        self._reading = reading
        self._beside = Beside(reading)
        self._waits = False  # whether something was typed before there was a list
        self._kept: list[Command] = []  # and is to be done then
        self._refused: dict[str, None] = {}  # the keys of what is not done unseen

    def ask(self) -> None:
        """Asks for them."""
        work = partial(answer_with, self._answered, self.asked)
        self._reading.background.lend_search(work)

    def _answered(self, answer: Answer) -> None:
        """Hears of an answer in the search's thread."""
        self._reading.background.on_screen(self._hear, answer)

    def _hear(self, answer: Answer) -> None:
        if not self.is_attached or answer.asked is not self.asked:
            return
        before = self.selected_at()
        self.show(answer)
        self._take_room()
        self.annotations_changed(self._reading)
        if self.selected_at() != before:
            self.selected_changed()
        if self._waits:
            self._waits = False
            self._reading.bars.forget()
            self._reading.call_next(self._do_kept)
        self._reading.refresh_status()

    def keeps(self, command: Command) -> bool:
        """Whether a command has to wait until there is a list; it is carried out then."""
        if self.answer is not None:
            return False
        self._kept.append(command)
        self._wait("Still looking; what is typed is done when they are there")
        return True

    def refuse(self, command: Command) -> None:
        """Says that there is no list yet to do this in; it is said once more when there is one."""
        key = visible(self._reading.keys.named(command.action.id))
        self._refused[key or command.action.title] = None
        self._wait("Still looking through the other documents")

    def _wait(self, words: str) -> None:
        self._waits = True
        self._reading.say(words)

    async def _do_kept(self) -> None:
        kept, self._kept = self._kept, []
        for command in kept if self.count() else ():
            if self.has_focus:  # else the reader went elsewhere with one of them
                await self._reading.run(command)
        refused, self._refused = " ".join(self._refused), {}
        if refused and self.count():
            words = f"Typed before the echoes were there, and not done: {refused}"
            self._reading.say(words, "warning")
        self._reading.refresh_status()

    def on_mount(self) -> None:
        """Takes little room while there is no list."""
        self._take_room()

    def on_resize(self) -> None:
        """Needs other rows in another width."""
        self._take_room()
        super().on_resize()

    def _take_room(self) -> None:
        """Takes the rows that are needed, up to some two fifths of the screen."""
        side, (width, height) = self.parent, self.app.size
        if isinstance(side, Widget):
            side.styles.min_height = 0
            side.styles.height = min(self.rows_wanted(width), max(_LEAST, height * 42 // 100))

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows how the sentence is linked to its echoes now."""
        self.ties = ties(reading.session, self.asked, self.echoes)
        self.refresh()

    def words_at(self, document: str, span: Span, like: str) -> str:
        """The words that stand at a place now, if they are still like these."""
        from search_index.echoes.weighing import normal

        text = self._reading.session.documents.at(document, reach=span.end).text
        words = text[slice(*span)]
        return words if normal(words) == normal(like) else like

    # Beside the sentence

    def selected_changed(self) -> None:
        """Shows the selected echo in the other pane, if there is one."""
        if (passage := self.passage()) is not None:
            self._beside.show(passage.path, Span(passage.start or 0, passage.end or 0))

    def open(self) -> None:
        """Goes to the echo, in the pane beside the sentence, to stay there, and says how to come
        back.
        """
        self.go_to_echo()
        if self.count():
            self._reading.say(self.left())

    def go_to_echo(self) -> None:
        """Goes to the echo, in the pane beside the sentence, to stay there."""
        if (passage := self.passage()) is not None:
            self._beside.stay(passage.path, Span(passage.start or 0, passage.end or 0))

    def left(self) -> str:
        """How to come back, or what the key does instead where the reader is."""
        if not self._ask_key:
            return ""
        if self.is_about(self._reading.pane):
            return f"{self._ask_key} goes back into the list of echoes"
        return f"{self._ask_key} asks for the echoes of the sentence here"

    def is_about(self, pane: Pane) -> bool:
        """Whether a pane is at the sentence, or at the selected echo of it.

        Of a sentence whose pane is closed none is: there is nothing to come back to.
        """
        if self._beside.pane is None:
            return False
        passage = self.passage()
        return _is_at(pane, self.asked.path, self.asked.span) or (
            passage is not None
            and _is_at(pane, passage.path, Span(passage.start or 0, passage.end or 0))
        )

    def come_back(self) -> None:
        """Takes the keys again; the sentence is gone back to, since they are about it."""
        reading, pane, asked = self._reading, self._beside.pane, self.asked
        if pane is not None:
            reading.activate(pane, focus=False)
            if shows(pane, asked.path) and not _is_at(pane, asked.path, asked.span):
                pane.perform(lambda view: view.go(asked.span.start))
        self.focus()

    def follow(self) -> None:
        """Says so where the reader is at another sentence than the one it is about."""
        pane = self._beside.pane
        past = pane is None or not _is_at(pane, self.asked.path, self.asked.span)
        if past != self.past:
            self.past = past
            self.refresh()

    def on_unmount(self) -> None:
        """Leaves no passage marked, whatever has closed it."""
        self._beside.unmark()


def _is_at(pane: Pane, path: str, span: Span) -> bool:
    """Whether the cursor of a pane is in a passage of a document."""
    cursor = pane.view.cursor if pane.view is not None else None
    return shows(pane, path) and cursor is not None and span.overlaps(*cursor)
