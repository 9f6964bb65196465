"""The program's signs in ASCII, as the last step of painting every widget."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.signs import ASCII


class AsciiSigns(LineFilter):
    """Spells the signs of a row in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The row with its signs spelt, column for column."""
        return [
            segment if segment.text.isascii() else segment._replace(text=_spelt(segment.text))
            for segment in segments
        ]


def _spelt(text: str) -> str:
    return text.translate(ASCII)


def as_written(filters: Sequence[LineFilter]) -> Sequence[LineFilter]:
    """Those filters that leave signs alone, for a widget whose signs are those of a text."""
    return [one for one in filters if not isinstance(one, AsciiSigns)]
