"""Keys that follow the focus, so that a reader who types ahead loses none."""

from __future__ import annotations

from textual import events
from textual.widget import Widget

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
