"""The search on the screen: a line to type into, what can be asked, what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from tui.pane.painter import Painter
from tui.panels.facet_row import FacetRow
from tui.panels.list_panel import ListPanel
from tui.panels.results import ResultList
from tui.panels.search_start import StartList
from tui.widgets.type_line import TypeLine

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from search_index.hits import Results, SentenceHits

    Sentences = list[SentenceHits]


class ResultsPanel(Vertical):
    """The query line; below it what was found, or, before anything is asked, what can be."""

    typing = "search"

    DEFAULT_CSS = "ResultsPanel { width: 1fr; height: 1fr; }"

    class Asked(Message):
        """Another query stands in the line."""

        def __init__(self, panel: ResultsPanel, query: str) -> None:
            super().__init__()
            self.panel = panel
            self.query = query

    def __init__(
        self,
        painter: Painter,
        describe: Callable[[str, str | None], str],
        go: Callable[[], None],
        leave: Callable[[], None],
        query: str = "",
        annotations: Callable[[SentenceHits], list[PlacedAnnotation]] = lambda hit: [],
    ) -> None:
        """``annotations`` gives those of a hit, or else those that stand on its sentence."""
        super().__init__()
        self.found = ResultList(painter, describe, go, annotations)
        self.start = StartList(painter, self._ask_for, self._back)
        self.row = FacetRow(painter)
        self.line = TypeLine(
            query,
            "Search all documents and notes",
            enter=self._enter,
            escape=self._escape,
            select_on_focus=True,
        )
        self._leave = leave
        self._open_first = False
        self._offer(not query.strip())

    @property
    def list(self) -> ListPanel:
        """The list that is shown: what was found, or what can be asked."""
        return self.start if self.start.display else self.found

    @property
    def answered(self) -> bool:
        """Whether what is listed is the answer to the query that stands in the line."""
        return not self.found.awaited and self.found.query_text == self.line.value

    @property
    def awaits(self) -> bool:
        """Whether an answer is yet to come."""
        return self.found.awaited

    def compose(self) -> ComposeResult:
        """The line over the list, and the ways to narrow below it."""
        yield self.line
        yield self.start
        yield self.found
        yield self.row

    def ask(self) -> None:
        """Puts the keys into the query line."""
        self.line.focus()

    def take(self, query: str) -> None:
        """Asks a query as if it had been typed, its last word whole."""
        self._ask_for(f"{query.strip()} ")

    def _ask_for(self, query: str) -> None:
        """Puts a query into the line as if it had been typed so."""
        same = query == self.line.value
        self.line.value = query
        self.line.cursor_position = len(query)
        if same:
            self._offer(False)
        self.list.focus()

    def _offer(self, on: bool) -> None:
        """Shows what can be asked, or what was found; the keys go where they went."""
        had, changes = self.list.has_focus, self.start.display != on
        self.start.display, self.found.display = on, not on
        self.row.display = not on
        if had:
            self.list.focus()
        if (
            changes
            and self.is_attached
            and (refresh := getattr(self.screen, "refresh_status", None))
        ):
            self.call_later(refresh)  # it names the keys of what is listed

    def _escape(self) -> None:
        if not self._back():
            self._leave()

    def _back(self) -> bool:
        """Shows what was found again, in the place of how to ask; False where it is not so."""
        over = self.start.display and not self.start.suggests and bool(self.line.value.strip())
        if over:
            self._offer(False)
        return over

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        query = event.value
        if self.answered and self.found.results is not None:
            return  # a line says so of what it begins with too
        self.found.query_text = query
        self.found.doubts = ()
        self.found.awaited = bool(query.strip())
        self._open_first = False
        self._offer(not query.strip())
        self.post_message(self.Asked(self, query))

    def _enter(self) -> None:
        if self.start.display:
            self.start.choose()
        elif self.found.count() and not self.found.awaited:
            self.found.focus()
            self.found.choose()
        elif self.found.awaited:
            self._open_first = True  # enter was quicker than the answer

    def on_key(self, event: events.Key) -> None:
        """From the line, the arrows move through the list at once."""
        if not self.line.has_focus:
            return
        moves = {"down": 1, "up": -1}
        if event.key in moves:
            self.list.move(moves[event.key])
            self.line.chooses_in = self.list
        elif event.key in ("pagedown", "pageup"):
            self.list.page(1 if event.key == "pagedown" else -1)
            self.line.chooses_in = self.list
        elif event.key == "tab":
            self.list.focus()
        else:
            return
        event.stop()
        event.prevent_default()

    def answer(self, results: Results | None, sentences: Sentences, failure: str) -> None:
        """Shows the answer to the query that stands in the line."""
        self.found.results = results
        self.found.sentences = sentences
        self.found.failure = failure
        self.found.chosen = set()
        self.found.awaited = False
        self.found.update(index=0)
        if not sentences:
            self.row.show(())
        if self._open_first and self.found.count():
            self._open_first = False
            self._enter()
