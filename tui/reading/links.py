"""Panes that are linked: while the reader moves in one, the others show what belongs to it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from tui.linking import Answer, LinkThread, Question
from tui.pane.view import View
from tui.reading.following import go_to_share, reveal, share

if TYPE_CHECKING:
    from documents.document import Document
    from search_index.alignment.matching import Match
    from tui.pane.pane import Pane
    from tui.reading.screen import ReadingScreen

Mode = Literal["off", "content", "proportion"]
MODES: tuple[Mode, ...] = ("off", "content", "proportion")


class Links:
    """How the panes are linked, and what the last question came to.

    What tells the same as a sentence is found in a thread. Only the answer to the newest question
    is shown, and a pane without a match stays where it is.
    """

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._thread = LinkThread(self._answered)
        self.mode: Mode = "off"
        self._question: Question | None = None
        self._answer: Answer | None = None
        self._bringing = False

    def close(self) -> None:
        """Ends the thread."""
        self._thread.close()

    # What there is to link

    def others(self) -> list[Pane]:
        """The panes that show another document than the active one."""
        reading = self._reading
        here = reading.pane.document
        return [
            pane
            for pane in reading.panes
            if pane.document is not None and here is not None and pane.document.path != here.path
        ]

    def matches(self) -> dict[Document, Match | None]:
        """What tells the same as the current sentence, in each other document; empty before it is
        known.
        """
        answer = self._answer
        return _by_document(answer) if answer and answer.question == self._question else {}

    @property
    def words(self) -> str:
        """How things stand, for the status line; until there is an answer, how they stood."""
        if self.mode == "off" or not self.others():
            return ""
        if self.mode == "proportion":
            return "⇄ proportion"
        answer = self._answer
        if answer is None or not self._is_of_these(answer):
            return "⇄ content"
        if answer.problem:
            return "⇄ cannot link"
        if answer.ready < 1:
            return f"⇄ preparing {answer.ready:.0%}"
        best = best_of(_by_document(answer))
        return f"⇄ content {best.percent}" if best is not None else "⇄ no match"

    def _is_of_these(self, answer: Answer) -> bool:
        """Whether an answer is of the documents that the other panes show now."""
        shown = {pane.document.path for pane in self.others() if pane.document is not None}
        return shown == {target.path for target in answer.question.targets}

    # What the reader does

    def set_mode(self, mode: Mode) -> None:
        """Links the panes in another way, or not at all."""
        self.mode = mode
        self._reading.desk.positions.linking = mode
        self._question = self._answer = None
        if mode != "content":
            self._thread.forget()
        self._unmark()
        self.moved(self._reading.pane)

    def resume(self, mode: str) -> None:
        """Links the panes as they were left; they stand at the places where they were left too."""
        if mode == "proportion":
            self.mode = "proportion"
        elif mode == "content":
            self.set_mode("content")

    def bring(self) -> None:
        """Brings the other panes to what tells the same as the current sentence."""
        self._bringing = True
        self._ask()

    def moved(self, pane: Pane) -> None:
        """Hears that the reader has moved, or that another pane is active now."""
        if pane is not self._reading.pane:
            self._asked_anew(pane)
            return
        if pane.view is None:
            return
        if self.mode == "proportion":
            self._to_same_share(pane.view)
        if self.mode == "content" or self._comparing:
            self._ask()
        elif self.mode == "off" and not self._bringing:
            self._unmark()

    def _asked_anew(self, pane: Pane) -> None:
        """Asks again where another pane shows a text that has changed, or was not whole."""
        question = self._question
        if question is None or pane.document is None:
            return
        if any(
            target.path == pane.document.path and target is not pane.document
            for target in question.targets
        ):
            self._ask()

    def _to_same_share(self, view: View) -> None:
        wanted = share(view)
        for pane in self.others():
            pane.perform(lambda view: go_to_share(view, wanted))

    @property
    def _comparing(self) -> bool:
        return getattr(self._reading.panel, "compares", False)

    # Asking and hearing

    def _ask(self) -> None:
        view = self._reading.pane.view
        if view is None or view.cursor is None:
            return
        documents = dict.fromkeys(pane.view.document for pane in self.others() if pane.view)
        question = Question(view.document, view.cursor.start, tuple(documents))
        answer = self._answer
        if answer is not None and answer.question == question and answer.ready >= 1:
            self._show()
        elif question != self._question:
            self._question = question
            self._thread.ask(question)

    def _answered(self, answer: Answer) -> None:
        """Hears in the other thread."""
        with suppress(RuntimeError):  # the loop is closed
            self._reading.app.call_later(self._heard, answer)

    def _heard(self, answer: Answer) -> None:
        if answer.question != self._question:
            return
        self._answer = answer
        if answer.problem:
            self._reading.say(answer.problem, "warning")
        if answer.ready >= 1:
            self._show()
        self._reading.refresh_status()

    def _show(self) -> None:
        found = self.matches()
        bringing, self._bringing = self._bringing, False
        for pane in self.others():
            match = found.get(pane.document) if pane.document is not None else None
            following = self.mode == "content" or self._comparing
            pane.set_linked(match.passage if match is not None else None, follows=following)
            if match is not None and (following or bringing):
                _bring(pane, match, go=bringing)
        self._reading.pane.set_linked(None)
        if bringing and best_of(found) is None and found:
            self._reading.say(self.nothing())
        if self._comparing:
            from tui.handlers.linking import show_comparison

            show_comparison(self._reading)

    def _unmark(self) -> None:
        for pane in self._reading.panes:
            pane.set_linked(None)

    def nothing(self) -> str:
        """What to say where no match was found."""
        paths = dict.fromkeys(pane.document.path for pane in self.others() if pane.document)
        return f"Found nothing in {' or '.join(paths)} that tells the same"


def _bring(pane: Pane, match: Match, *, go: bool) -> None:
    """Brings a match into sight, and with ``go`` the cursor to it."""
    if go:
        pane.perform(lambda view: view.go(match.sentence.start))
    if pane.view is not None and not pane.view.in_sight(match.passage):
        pane.perform(lambda view: reveal(view, match.passage))


def _by_document(answer: Answer) -> dict[Document, Match | None]:
    targets = answer.question.targets
    return dict(zip(targets, answer.matches, strict=True)) if answer.matches else {}


def best_of(matches: dict[Document, Match | None]) -> Match | None:
    """The surest of some matches, if there is any."""
    found = [match for match in matches.values() if match is not None]
    return max(found, key=lambda match: match.confidence, default=None)
