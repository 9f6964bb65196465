"""The panel of a concordance at work: it asks the search's thread, and the text follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.errors import CannotOpen
from documents.spans import Span
from search_index.concordances.concordance import IN_TEXT_ORDER, Order
from search_index.hits import Hit
from tui.concording import AT_ONCE, MOST_SORTED, Answer, Concording, Request, Shown
from tui.hit_walk import HitWalk
from tui.jumps import Place
from tui.panels.concordance import ConcordanceList
from tui.panels.walk import Walk
from tui.searching import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from search_index.concordances.concordance import Line
    from search_index.search import Searcher
    from tui.panels.search import SearchPanel
    from tui.query_find import QueryFind
    from tui.reading.screen import ReadingScreen

_AHEAD = 200
"""Lines before the end of those read at which more are asked for."""
_FIGURES = "Figures have no place of their own"


class ConcordancePanel(Walk, ConcordanceList):
    """The concordance of a query on a reading screen."""

    def __init__(
        self, reading: ReadingScreen, find: QueryFind, results: SearchPanel | None = None
    ) -> None:
        """``find`` is the query; ``results`` is the panel that this one is opened from."""
        super().__init__(reading.painter, find.asked, find.words)
        self.begin_walk(reading)
        self._find = find
        self._results = results
        self._before = reading.finding.find, reading.pane.document, reading.pane.match
        self._concording = Concording(self._answered)
        self._asked: Request | None = None
        self._walked: Answer | None = None  # whose hits are walked through

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Asks for the lines, once: they are no annotations."""
        if self._asked is None:
            self._ask(self.request)

    def sort(self, order: Order) -> None:
        """Shows the lines in another order."""
        most = AT_ONCE if order == IN_TEXT_ORDER else MOST_SORTED
        self._ask(self.request._replace(shown="lines", order=order, most=most))

    def look_at(self, shown: Shown) -> None:
        """Shows the lines, or the figures."""
        self._ask(self.request._replace(shown=shown))

    def _ask(self, request: Request) -> None:
        self.request = self._asked = request
        if not self._reading.searches.walks_later:  # else it is asked once that is done
            self.ask_again()
        self.refresh()

    @property
    def awaits(self) -> bool:
        """Whether an answer is yet to come."""
        asked = self._asked
        return asked is not None and (self.answer is None or self.answer.request != asked)

    def files_changed(self) -> None:
        """Reads the lines, or the figures, anew."""
        self._ask(self.request._replace(look=self.request.look + 1))

    def ask_again(self) -> None:
        """Asks for what is awaited."""
        request = self._asked
        if request is None:
            return

        def work(searcher: Searcher, overtaken: Callable[[], bool]) -> None:
            self._concording.serve(request, searcher, overtaken)

        self._reading.background.lend_search(work)

    def _answered(self, answer: Answer) -> None:
        """Hears of an answer in the search's thread."""
        self._reading.background.on_screen(self._hear, answer)

    def _hear(self, answer: Answer) -> None:
        if not self.is_attached or answer.request != self._asked:
            return
        before = self.answer
        if self.has_focus or before is None:
            with self.relisting():
                self.show(answer)
        else:  # who reads in the text is left there
            self.show(answer)
        if before is not None and before.request.look != answer.request.look:
            self._walk_on(before)
        self._reading.refresh_status()

    def _walk_on(self, before: Answer) -> None:
        """Has the keys that go from hit to hit of these lines do so in those that are there now."""
        searches = self._reading.searches
        if self._walked is before and not searches.walks_later and self.shown == "lines":
            self._walked = self.answer
            searches.walking.begin(Question(self._find.asked), self._way())

    # Walking

    def selected_key(self) -> tuple[str, int] | None:
        """The place of the selected line."""
        line = self.selected_line()
        return (line.document, line.start) if line else None

    def selected_place(self) -> Place | None:
        """Where the selected line is."""
        line = self.selected_line()
        return Place(line.document, line.start) if line else None

    def selected_changed(self) -> None:
        """Shows the place in the text, and has more lines read where they come to an end."""
        try:
            super().selected_changed()
        except CannotOpen as error:
            self._reading.say(str(error), "error")
        self._mark()
        self._read_on()

    def _read_on(self) -> None:
        answer = self.answer
        if (
            answer is not None
            and answer.request == self._asked
            and self.shown == "lines"
            and self.order == IN_TEXT_ORDER
            and not answer.complete
            and self.index >= len(answer.lines) - _AHEAD
        ):
            self._ask(self.request._replace(most=len(answer.lines) + AT_ONCE))

    def open(self) -> None:
        """Goes to the place, to stay there, all its words marked in the text."""
        line = self.selected_line()
        if line is None:
            self._reading.say(f"{_FIGURES} to open")
            return
        super().open()
        self._begin_way(Span(line.start, line.end))
        self._reading.refresh_status()

    def walk_hits(self, steps: int) -> bool:
        """Goes from hit to hit of the query, from that of the selected line."""
        line = self.selected_line()
        if line is None:
            self._reading.say(
                f"{_FIGURES} to go on from" if self.count() else "No line is listed to go on from"
            )
            return True
        there = self._is_at(line)
        if self._reading.finding.find != self._find or self._walked is not self.answer:
            self._begin_way(Span(line.start, line.end) if there else None)
        start = None if there else Place(line.document, line.start)
        self._reading.searches.walking.go(steps, start)
        return True

    def left(self) -> str:
        """Has the keys go on from here in the text."""
        line = self.selected_line()
        if line is not None and self._is_at(line):
            self._begin_way(Span(line.start, line.end))
        return super().left()

    def show_hit(self, document: str, span: Span) -> None:
        """Selects the line of a hit that was walked to; who did so from here is put back later."""
        lines = self.answer.lines if self.answer is not None else ()
        for index, line in enumerate(lines):
            if (line.document, line.start, line.end) == (document, *span):
                self.update(index=index)
                break
        if self.has_focus:
            self.taken_here()
        self._read_on()

    def _is_at(self, line: Line) -> bool:
        pane = self._reading.pane
        there = pane.document is not None and pane.document.path == line.document
        return there and pane.match == (line.start, line.end)

    def _begin_way(self, span: Span | None) -> None:
        """Has the keys for the next hit, and the one before, lead through these from this one."""
        self._walked = self.answer
        self._reading.searches.walking.begin(Question(self._find.asked), self._way())
        self._reading.finding.carry(self._find, span)

    def _way(self) -> HitWalk:
        assert self.answer is not None
        hits = (
            Hit("text", one.document, one.start, one.end, None, one.keyword, 0.0)
            for one in self.answer.lines
        )
        return HitWalk(hits, complete=self.answer.complete)

    def _mark(self) -> None:
        """Marks the hits of the query in the text, that of the selected line as the one gone to."""
        line, document = self.selected_line(), self._reading.pane.document
        there = line is not None and document is not None and document.path == line.document
        match = Span(line.start, line.end) if line is not None and there else None
        self._reading.finding.mark(self._find, match)

    def go_back(self) -> None:
        """Puts the reader back where they were, with what was marked there."""
        super().go_back()
        find, document, match = self._before
        there = self._reading.pane.document is document
        self._reading.finding.mark(find, match if there else None)

    def behind(self) -> SearchPanel | None:
        """The results, as they were when the lines were asked for."""
        if self._results is None:
            return None
        from tui.panels.search import SearchPanel

        return SearchPanel(self._reading, self._results)
