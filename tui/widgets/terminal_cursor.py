"""The terminal's own cursor, which braille displays, magnifiers and input methods follow."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.geometry import Offset
from textual.screen import Screen


@runtime_checkable
class PlacesCursor(Protocol):
    """A widget that says where the terminal's cursor belongs while the keys go to it."""

    def cursor_on_screen(self) -> Offset:
        """The column and the row on the screen, both from 0."""


def cursor_of(screen: Screen[object]) -> Offset | None:
    """Where the cursor belongs on a screen as it is laid out now.

    None where no widget has the focus, or it has no place yet: then the cursor stays.
    """
    focused = screen.focused
    if focused is None or not focused.region:
        return None
    if isinstance(focused, PlacesCursor):
        return focused.cursor_on_screen()
    # Of what Textual brings only an Input and a TextArea have one; to import them takes a megabyte.
    place: Offset | None = getattr(focused, "cursor_screen_offset", None)
    return place
