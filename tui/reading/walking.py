"""Walking from hit to hit of a query through all documents, as they are now.

The hits are those of the answer one of them was opened in. Where files change since, they are found
again: at once where the reader walks through them, and before a step at the latest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.errors import CannotOpen
from tui.hit_walk import HitWalk
from tui.jumps import Place
from tui.numbers import grouped
from tui.query_find import QueryFind
from tui.visible import visible

if TYPE_CHECKING:
    from search_index.hits import Results
    from tui.hit_walk import Stop
    from tui.reading.screen import ReadingScreen
    from tui.searching import Question


class Walking:
    """The way through the hits of one query, and what it takes to keep it true."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._way = HitWalk(())
        self._question: Question | None = None
        self._outdated = False
        self._waiting = False  # for the hits to be found again, to go on then
        self._steps = 0  # to take then; back where negative
        self._start: Place | None = None  # where from, if not from where the reader is

    def begin(self, question: Question, way: HitWalk) -> None:
        """Walks on from a hit of this answer."""
        self._question, self._way = question, way
        self._outdated = self._waiting = False
        self._start = None

    @property
    def on(self) -> bool:
        """Whether what is looked for in the text is a query, whose hits lie in many documents."""
        find, question = self._reading.finding.find, self._question
        return isinstance(find, QueryFind) and question is not None and question.query == find.asked

    @property
    def waits(self) -> bool:
        """Whether it goes on once the hits are found again."""
        return self._waiting

    def is_of(self, question: Question) -> bool:
        """Whether it is the hits of this query that are walked through."""
        return question == self._question

    def outdate(self, *, fresh: bool = False) -> None:
        """Hears that files have changed; ``fresh`` where only somebody who looks again sees it."""
        self._outdated = True
        if self.on and not self._reading.searches.lists_hits:
            self._ask(fresh=fresh)

    def hear(self, query: str, results: Results | None) -> None:
        """Takes the answer to the query, whoever has asked; goes on where that waited for it."""
        if self._question is None or query != self._question.query:
            return
        waited, self._waiting = self._waiting, False
        steps, self._steps = self._steps, 0
        if results is not None and not results.refused:
            hidden = self._reading.session.company.hidden
            hits = [hit for hit in results.hits if hit.author not in hidden]
            self._way = HitWalk(hits, complete=results.total == len(results.hits))
            self._outdated = False
        if waited:
            self._reading.bars.forget()
            self._reading.searches.wait_on()
            self._go(steps, sure=True)

    def go(self, steps: int, start: Place | None = None) -> None:
        """Goes so many hits on, or back where negative, in whichever document that is.

        ``start`` is where from, if not from the hit that the reader is at: a hit that begins there
        is one on the way on.
        """
        self._start = start or self._start
        if self._waiting or self._outdated:
            self._find_again(steps)
        else:
            self._go(steps)

    def _go(self, steps: int, *, sure: bool = False) -> None:
        """As ``go``; where ``sure``, the hits were found just now."""
        if not self._way:
            self._reading.say("No hit is left: the files have changed", "warning")
            return
        before, (start, self._start) = self._reading.place, (self._start, None)
        stop = self._stop(steps, start)
        if stop is None or before is None:
            return
        if not (sure or self._stands(stop)):
            self._start = start
            self._find_again(steps)
            return
        reading = self._reading
        reading.leave_place()
        reading.go(Place(stop.document, stop.span.start), focus=False)
        reading.finding.mark(reading.finding.find, stop.span)
        reading.searches.show_hit(stop.document, stop.span)
        self._say_where(stop, other=stop.document != before.path)
        reading.background.glance()

    def _stop(self, steps: int, start: Place | None) -> Stop | None:
        place, match, ahead = start or self._reading.place, self._reading.pane.match, steps > 0
        if place is None or not steps:
            return None
        document, offset, end, wrapped = place.path, place.offset, 0, False
        if match is not None and start is None:
            offset, end = match.start, match.end + ahead
        go_on = self._way.onward if ahead else self._way.back
        for _ in range(abs(steps)):
            stop = go_on(document, offset, end)
            document, (offset, end) = stop.document, stop.span
            end += ahead
            wrapped = wrapped or stop.wrapped
        return stop._replace(wrapped=wrapped)

    def _stands(self, stop: Stop) -> bool:
        """Whether the hit is where it was found: its file may have changed, or be gone."""
        from annotations.relocation import is_missing

        session, path = self._reading.session, stop.document
        if session.documents.saveable(path) and is_missing(session.workspace, path):
            return False
        try:
            text = session.documents.at(path, reach=stop.span.end).text
        except CannotOpen:
            return False
        return text[slice(*stop.span)] == self._way.words(path, stop.span)

    def _find_again(self, steps: int) -> None:
        self._waiting = True
        self._steps += steps
        self._reading.say("The files have changed: searching again…")
        self._ask(fresh=True)

    def _ask(self, *, fresh: bool) -> None:
        if self._question is not None:
            query, forms, _ = self._question
            self._reading.background.search(query, forms=forms, fresh=fresh)

    def _say_where(self, stop: Stop, *, other: bool) -> None:
        reading, way = self._reading, self._way
        if stop.wrapped:
            which = "all hits" if way.complete else f"the first {grouped(way.hits)} hits"
            reading.say(f"Round the end of {which}")
        elif other:
            number = way.number(stop.document, stop.span)
            reading.say(f"{visible(stop.document)}: document {number} of {way.documents}")
        else:
            reading.bars.forget()
