"""A line that asks for something to be typed."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from tui.reading.question import Question
from tui.visible import visible
from tui.widgets.type_line import TypeLine

_SIGNS = 4
"""Columns beside the question and beside what is said to the answer."""
_TYPED = 8
"""Columns that are left to the answer at least."""


class Prompt(Vertical):
    """Asks one question, in the place of the status line; what is to be known stands above it."""

    DEFAULT_CSS = """
    Prompt { height: auto; background: $panel; }
    Prompt Horizontal { height: 1; }
    Prompt #answers { width: 1fr; height: auto; text-style: none; color: $foreground; }
    Prompt Label { width: auto; padding: 0 1; text-style: bold; color: $accent; }
    Prompt .aside { text-style: none; color: $foreground; }
    Prompt #above { width: 1fr; height: auto; display: none; }
    Prompt Input, Prompt Input:focus { padding: 0; }
    """

    def __init__(self, question: Question, close: Callable[[], None]) -> None:
        super().__init__()
        self._question = question
        self._close = close
        self._ended = False
        self._line = TypeLine(
            question.initial,
            question.hint,
            enter=self._enter,
            escape=self.cancel,
            select_on_focus=bool(question.initial),
        )
        self._aside = Label("", markup=False, classes="aside")
        self._above = Label("", markup=False, classes="aside", id="above")
        self._back = 0  # earlier answers gone back

    def compose(self) -> ComposeResult:
        """What each answer does, the question and the line for the answer."""
        if self._question.answers:
            answers = "\n".join(map(visible, self._question.answers.split("\n")))
            yield Label(answers, id="answers", markup=False)
        yield self._above
        with Horizontal():
            yield Label(visible(self._question.words), markup=False)
            yield self._line
            yield self._aside

    def focus(self, scroll_visible: bool = True) -> Prompt:
        """Puts the keys into the line."""
        self._line.focus(scroll_visible)
        return self

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._question.on_change is not None and not self._ended:
            self._question.on_change(event.value)

    def show_aside(self, words: str) -> None:
        """Says something at the right of the line; above it where there is no room for all."""
        words = visible(words)
        beside = _SIGNS + cell_len(self._question.words) + max(_TYPED, len(self._line.value) + 1)
        fits = beside + cell_len(words) <= self.size.width
        self._aside.update(words if fits else "")
        self._above.update("" if fits else words)
        self._above.display = not fits

    def on_key(self, event: events.Key) -> None:
        """The arrows bring earlier answers back."""
        steps = {"up": 1, "down": -1}
        if event.key in steps and self._question.earlier:
            event.stop()
            event.prevent_default()
            self._recall(self._back + steps[event.key])

    def _recall(self, back: int) -> None:
        earlier = self._question.earlier
        self._back = max(0, min(back, len(earlier)))
        self._line.value = earlier[-self._back] if self._back else ""
        self._line.cursor_position = len(self._line.value)

    def _enter(self) -> None:
        if not self._ended:
            answer = self._line.value
            self._end()
            self._question.submit(answer)

    def cancel(self) -> None:
        """Takes the question back."""
        self._end()
        if self._question.on_cancel is not None:
            self._question.on_cancel()

    def _end(self) -> None:
        self._ended = True
        self._close()
