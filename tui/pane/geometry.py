"""How a pane's columns are shared out between text and margins."""

from __future__ import annotations

from typing import NamedTuple

from tui.typography import DEFAULT, Typography

MOST_PANES = 4
"""Panes side by side at most."""

_GUTTER = 2
_LETTERS = 4
_AIRY = 48
"""Columns of a pane from which one stays blank behind the letters in its margin."""
_AIR = 4
"""Columns that stay blank, half of them on either side, before notes get more than they need."""
_NOTES = 18
_NOTES_MOST = 30


class Geometry(NamedTuple):
    """The columns of one pane, from its left edge: separator, gutter, text, margin.

    ``pitch`` is the rows of the screen from one row of text to the next.
    """

    width: int
    separator: int
    text_x: int
    text_width: int
    margin_x: int
    margin_width: int
    pitch: int = 1

    @property
    def gutter_x(self) -> int:
        """The column of the bar beside the current sentence."""
        return self.text_x - _GUTTER

    @property
    def has_notes(self) -> bool:
        """Whether the margin has room for notes beside their line."""
        return self.margin_width >= _NOTES

    @property
    def room(self) -> int:
        """The columns that text may take at most, whatever the measure."""
        return _room(self.width, self.separator)

    @classmethod
    def of(cls, width: int, *, separator: bool, typography: Typography = DEFAULT) -> Geometry:
        """The columns of a pane ``width`` columns wide."""
        left = int(separator)
        letters = _letters(width)
        room = _room(width, left)
        text_width = min(typography.measure, room)
        spare = letters + room - text_width
        notes = min(_NOTES_MOST, max(_NOTES, spare - _AIR)) if typography.margin_notes else 0
        margin = notes if letters < notes <= spare else letters
        # The text stands in the middle as far as notes, if there were any, would leave it there.
        middle = min((spare - _GUTTER) // 2, spare - margin - _AIR // 2)
        indent = max((spare - margin) // 2, middle)
        text_x = left + _GUTTER + indent
        margin_x = text_x + text_width
        return cls(width, left, text_x, text_width, margin_x, margin, typography.pitch)


def _room(width: int, separator: int) -> int:
    return max(1, width - separator - _GUTTER - _letters(width))


def _letters(width: int) -> int:
    return _LETTERS + (width >= _AIRY)
