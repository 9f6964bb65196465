"""Keys on their way to the reading screen."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.actions import Context


class TakesKeys:
    """A widget whose keys are commands: ``context`` says which keymap they are looked up in."""

    context: Context = "reading"


class Typed(Message, bubble=True):
    """A key typed into a pane or a panel, which leave to the screen what it does.

    ``key`` is the character, or the name of a key without one. The event is kept: where the keys
    have been given to a line to type into by the time this is heard, it goes there.
    """

    def __init__(self, event: events.Key) -> None:
        super().__init__()
        self.event = event

    @property
    def key(self) -> str:
        """The key as the keymap names it."""
        event = self.event
        if event.is_printable and event.character is not None and event.character != " ":
            return event.character
        return event.key

    @classmethod
    def take(cls, event: events.Key) -> Typed:
        """Makes one of a key event, which ends there."""
        event.stop()
        event.prevent_default()
        return cls(event)
