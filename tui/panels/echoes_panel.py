"""The panel of echoes at work: it asks the search's thread, and the other pane follows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from documents.spans import Span
from tui.echo_links import ties
from tui.echoing import Answer, answer_with
from tui.panels.echoes import EchoList
from tui.reading.beside import Beside
from tui.visible import visible

if TYPE_CHECKING:
    from search_index.echoes.model import Asked
    from tui.reading.screen import ReadingScreen


class EchoesPanel(EchoList):
    """The echoes of a sentence on a reading screen."""

    def __init__(self, reading: ReadingScreen, asked: Asked) -> None:
        key = visible(reading.keys.named("echoes.open"))
        super().__init__(reading.painter, asked, key)
        self._reading = reading
        self._beside = Beside(reading)

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
        self.annotations_changed(self._reading)
        if self.selected_at() != before:
            self.selected_changed()
        self._reading.refresh_status()

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Shows how the sentence is linked to its echoes now."""
        self.ties = ties(reading.session, self.asked, self.echoes)
        self.refresh()

    # Beside the sentence

    def selected_changed(self) -> None:
        """Shows the selected echo in the other pane, if there is one."""
        if (passage := self.passage_at()) is not None:
            self._beside.show(passage.path, Span(passage.start or 0, passage.end or 0))

    def open(self) -> None:
        """Goes to the echo, in the pane beside the sentence, to stay there."""
        if (passage := self.passage_at()) is not None:
            self._beside.stay(passage.path, Span(passage.start or 0, passage.end or 0))

    def on_unmount(self) -> None:
        """Leaves no passage marked, whatever has closed it."""
        self._beside.unmark()
