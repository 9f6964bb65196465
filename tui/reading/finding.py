"""What is being looked for on the screen: marked in every pane, counted, and gone to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from documents.document import Document
from documents.spans import Span
from tui.numbers import grouped
from tui.reading.positions import FINDS_KEPT
from tui.visible import visible

if TYPE_CHECKING:
    from tui.find import Find
    from tui.pane.pane import Pane
    from tui.reading.overview import Sought
    from tui.reading.screen import ReadingScreen
    from tui.survey import Survey
    from tui.surveying import Surveyor

_WORDS_SHOWN = 24

Arrived = Callable[[Span | None, bool], None]
"""Hears the match that was gone to, if there is any, and whether the way led round the end."""


class Goal(NamedTuple):
    """A match to go to: so many on from an offset, in a pane that shows a document.

    ``cursor`` is where the reader was when it was set: who has gone on since stays there.
    """

    pane: Pane
    document: Document
    cursor: Span | None
    offset: int
    backward: bool
    times: int
    arrived: Arrived


class Finding:
    """The words looked for. All panes mark them; counting and going is of the active one.

    What is not known at once is looked for in a thread, and gone to when it is found, unless the
    reader has gone elsewhere by then.
    """

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._surveys: dict[Document, Survey] = {}
        self._goal: Goal | None = None
        self.find: Find | None = None
        self.history = reading.desk.positions.finds
        self._last: Find | None = None
        self._left: tuple[Document | None, Span | None] = None, None

    def close(self) -> None:
        """Ends the thread that counts."""
        if "_surveyor" in self.__dict__:
            self._surveyor.close()

    def mark(self, find: Find | None, match: Span | None = None) -> None:
        """Marks other words, and in the active pane a match of them as the one gone to."""
        self._goal = None
        if find is None:
            self._left = self._reading.pane.document, self._reading.pane.match
        if find != self.find:
            self.find = find
            self._surveys.clear()
            self._surveyor.stop()
        for pane in self._reading.panes:
            self.mark_in(pane, match if pane is self._reading.pane else None)

    def mark_in(self, pane: Pane, match: Span | None = None) -> None:
        """Marks the words in a pane."""
        if (pane.find, pane.match) != (self.find, match):
            pane.set_find(self.find, match)

    def go(self, offset: int, arrived: Arrived, *, backward: bool, times: int = 1) -> None:
        """Goes to a match on the way from ``offset`` in the active pane, as soon as it is known.

        ``offset`` is where a match may begin on the way on, and before which it begins on the way
        back. ``arrived`` is called in the screen's thread, perhaps before this returns.
        """
        pane, view = self._reading.pane, self._reading.pane.view
        if self.find is None or view is None:
            return
        self._seek(Goal(pane, view.document, view.cursor, offset, backward, times, arrived))

    def text_completed(self, document: Document) -> None:
        """Looks on in the whole of a text of which only the beginning was there."""
        goal = self._goal
        if goal is not None and goal.document.path == document.path:
            self._seek(goal._replace(document=document))

    def _seek(self, goal: Goal) -> None:
        survey = self._survey(goal.document)
        if not survey.complete:
            self._surveyor.begin(survey, goal.offset, backward=goal.backward)
        self._goal = goal
        self._pursue()

    @property
    def searching(self) -> bool:
        """Whether a match is still being looked for."""
        return self._goal is not None

    def resume(self) -> None:
        """Marks again what was looked for last, in this run of the program or an earlier one.

        A reader who is still in the sentence of the match they went to is at it again.
        """
        from tui.find import Find

        last = self._last or (Find(self.history[-1]) if self.history else None)
        if last is None:
            return
        (document, match), view = self._left, self._reading.pane.view
        cursor = view.cursor if view is not None and view.document is document else None
        if match is not None and (cursor is None or not cursor.overlaps(*match)):
            match = None
        self.mark(last, match)

    def remember(self, find: Find) -> None:
        """Keeps words for the next time, as the last ones looked for."""
        self._last, words = find, find.words
        if words in self.history:
            self.history.remove(words)
        self.history.append(words)
        del self.history[:-FINDS_KEPT]

    def carry(self, find: Find, match: Span | None) -> None:
        """Marks the hits of a query, and looks for them again the next time in this run."""
        self._last = find
        self.mark(find, match)

    # What is said of it

    def count(self) -> str:
        """Which match this is, of how many, as far as is known: ``3 of 18``, ``18+``."""
        pane = self._reading.pane
        if self.find is None or pane.document is None:
            return ""
        survey = self._survey(pane.document)
        if not survey.complete and not self._surveyor.is_at(survey):
            self._surveyor.begin(survey, pane.in_sight[0], backward=self.find.backward)
        everything = survey.complete and pane.document.complete
        total = grouped(survey.found) + ("" if everything else "+")
        if not survey.found:
            return "none" if everything else "…"
        number = survey.number_of(pane.match) if pane.match is not None else None
        if number is not None:
            return f"{grouped(number)} of {total}"
        return f"{total} match{'' if total == '1' else 'es'}"

    def sought(self) -> Sought | None:
        """The words, the count and where the matches are, for the status line.

        Not while another query is asked in the search: its hits are told there.
        """
        document, place = self._reading.pane.document, self._reading.place
        if not self.find or document is None or place is None:
            return None
        if self._reading.searches.asks_other_than(self.find.words):
            return None
        from tui.reading.overview import Sought

        words = visible(" ".join(self.find.words.split()))
        if len(words) > _WORDS_SHOWN:
            words = words[: _WORDS_SHOWN - 1].rstrip() + "…"
        sign = "?" if self.find.backward else "/"
        words = f"{sign}{words}{sign} {self.count()}"
        survey = self._survey(document)
        return Sought(words, survey.spread, survey.part_of(place.offset))

    # The survey of the text

    @cached_property
    def _surveyor(self) -> Surveyor:
        """What counts. Not needed before the first paint."""
        from tui.surveying import Surveyor

        return Surveyor(self._counted, self._not_counted)

    def _survey(self, document: Document) -> Survey:
        """The survey of a document, made where there is none."""
        survey = self._surveys.get(document)
        if survey is None:
            from tui.survey import Survey

            assert self.find is not None
            shown = {pane.document for pane in self._reading.panes}
            self._surveys = {one: was for one, was in self._surveys.items() if one in shown}
            survey = self._surveys[document] = Survey(self.find, document.text)
        return survey

    def _counted(self, survey: Survey) -> None:
        """Hears in another thread that more is known."""
        with suppress(RuntimeError):  # the loop is closed
            self._reading.app.call_later(self._heard, survey)

    def _not_counted(self, error: Exception) -> None:
        """Hears in another thread that counting failed."""
        problem = f"the matches could not be counted: {error or type(error).__name__}"
        with suppress(RuntimeError):  # the loop is closed
            self._reading.app.call_later(self._reading.say, visible(problem), "error")

    def _heard(self, survey: Survey) -> None:
        if survey in self._surveys.values():
            self._pursue()
            self._reading.dialogs.show_aside(self.count())
            self._reading.refresh_status()

    def _pursue(self) -> None:
        """Goes to the goal, where the way to it is known."""
        from tui.survey import NotCounted

        goal = self._goal
        if goal is None:
            return
        view = goal.pane.view
        if view is None or (view.document, view.cursor) != (goal.document, goal.cursor):
            self._goal = None
            return
        try:
            span, wrapped = _reached(self._surveys[goal.document], goal)
        except NotCounted:
            return
        if (span is None or wrapped) and not goal.document.complete:
            return  # what was looked for may stand in the rest of the text
        self._goal = None
        if span is not None:
            goal.pane.perform(lambda view: view.go(span.start))
            self.mark_in(goal.pane, span)
        goal.arrived(span, wrapped)


def _reached(survey: Survey, goal: Goal) -> tuple[Span | None, bool]:
    """The match that a goal is, and whether the way there leads round the end, where it stops."""
    span, offset = None, goal.offset
    for _ in range(goal.times):
        span = survey.back(offset) if goal.backward else survey.onward(offset)
        if span is None:
            return None, False
        if (span.start < offset) != goal.backward:
            return span, True
        offset = span.start if goal.backward else span.start + 1
    return span, False
