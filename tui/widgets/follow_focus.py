"""Lines to type into that lose no key of a reader who types ahead."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from tui.visible import visible

_offered: events.Key | None = None


def passed_on(line: Widget, event: events.Key) -> bool:
    """Whether a key belongs to what takes the keys by now, and was handed on to it.

    A key waits in the queue of the widget that had the focus when it was typed; an earlier key
    may have moved the focus since.
    """
    global _offered
    _offered = event
    focused = line.screen.focused
    if focused is line:
        return False
    event.stop()
    event.prevent_default()
    (focused or line.screen).post_message(events.Key(event.key, event.character))
    return True


def was_offered(event: events.Key) -> bool:
    """Whether a line to type into had this key before, and did not want it."""
    return event is _offered


class TypeLine(Input):
    """An input line whose keys follow the focus.

    Enter and escape call what they are given at once, so that the key behind them finds the focus
    where they put it.
    """

    def __init__(
        self,
        value: str,
        placeholder: str,
        *,
        enter: Callable[[], None],
        escape: Callable[[], None] | None = None,
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(value, placeholder, select_on_focus=select_on_focus)
        self._at_once = {"enter": enter} | ({"escape": escape} if escape else {})

    def validate_value(self, value: str) -> str:
        """What is pasted may hold anything; what stands here is visible."""
        return visible(value)

    async def _on_key(self, event: events.Key) -> None:
        # What is not dealt with here, Textual hands to the handler of Input.
        if not passed_on(self, event) and (act := self._at_once.get(event.key)) is not None:
            event.stop()
            event.prevent_default()
            act()
