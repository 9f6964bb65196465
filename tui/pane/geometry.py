"""How a pane's columns are shared out between text and margins."""

from __future__ import annotations

from typing import NamedTuple

MOST_PANES = 4
"""Panes side by side at most."""

MEASURE = 72
"""Columns of text at most: longer lines lose the eye on its way back."""

_GUTTER = 2
_LETTERS = 4
_NOTES = 18
_NOTES_MOST = 30


class Geometry(NamedTuple):
    """The columns of one pane, from its left edge: separator, gutter, text, margin."""

    width: int
    separator: int
    text_x: int
    text_width: int
    margin_x: int
    margin_width: int

    @property
    def gutter_x(self) -> int:
        """The column of the bar beside the current sentence."""
        return self.text_x - _GUTTER

    @property
    def has_notes(self) -> bool:
        """Whether the margin has room for notes beside their line."""
        return self.margin_width >= _NOTES

    @classmethod
    def of(cls, width: int, *, separator: bool) -> Geometry:
        """The columns of a pane ``width`` columns wide."""
        left = int(separator)
        room = max(1, width - left - _GUTTER - _LETTERS)
        text_width = min(MEASURE, room)
        spare = room - text_width
        notes = min(_NOTES_MOST, _LETTERS + spare)
        margin = notes if notes >= _NOTES else _LETTERS
        # What is left over goes to both sides, a little more to the left of a notes column.
        indent = (room + _LETTERS - text_width - margin) // 2
        text_x = left + _GUTTER + indent
        return cls(width, left, text_x, text_width, text_x + text_width, margin)
