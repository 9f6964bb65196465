"""A line that asks for something to be typed."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label

from tui.visible import visible

Hear = Callable[[str], None]


class Prompt(Horizontal):
    """Asks one question at a time, in the place of the status line."""

    DEFAULT_CSS = """
    Prompt { height: 1; display: none; }
    Prompt.-asking { display: block; }
    Prompt Label { width: auto; padding: 0 1; text-style: bold; }
    Prompt Input, Prompt Input:focus { border: none; height: 1; width: 1fr; padding: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", markup=False)
        self._line = Input(select_on_focus=False)
        self._submit: Hear | None = None
        self._change: Hear | None = None
        self._cancel: Callable[[], None] | None = None
        self._close: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """The question and the line for the answer."""
        yield self._label
        yield self._line

    def ask(
        self,
        question: str,
        submit: Hear,
        close: Callable[[], None],
        *,
        initial: str = "",
        hint: str = "",
        on_change: Hear | None = None,
        on_cancel: Callable[[], None] | None = None,
    ) -> None:
        """Asks; ``submit`` hears the answer, and ``close`` is called when it is over."""
        self._submit, self._change, self._cancel = submit, None, on_cancel
        self._close = close
        self._label.update(visible(question))
        self._line.value = visible(initial)
        self._line.placeholder = hint
        self._line.cursor_position = len(initial)
        self.add_class("-asking")
        self._line.focus()
        self._change = on_change

    @property
    def asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._close is not None

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        clean = visible(event.value)
        if clean != event.value:
            self._line.value = clean
        elif self._change is not None and self.asking:
            self._change(clean)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        submit = self._submit
        self._end()
        if submit is not None:
            submit(visible(event.value))

    def on_key(self, event: events.Key) -> None:
        """Escape takes the question back."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            cancel = self._cancel
            self._end()
            if cancel is not None:
                cancel()

    def _end(self) -> None:
        close, self._close = self._close, None
        self._submit = self._change = self._cancel = None
        self.remove_class("-asking")
        if close is not None:
            close()
