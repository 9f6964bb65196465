"""Putting pieces of styled text together into a row of an exact width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

Piece = tuple[str, Style]
"""Text that is safe to show, and how it looks."""


def measured(pieces: Iterable[Piece]) -> int:
    """The columns that the pieces take."""
    return sum(cell_len(text) for text, _ in pieces)


def cut(pieces: Sequence[Piece], width: int) -> list[Segment]:
    """The pieces in at most ``width`` columns; an ellipsis stands for what was left out."""
    if measured(pieces) <= width:
        return [Segment(text, style) for text, style in pieces if text]
    segments: list[Segment] = []
    room = width - 1
    for text, style in pieces:
        if cell_len(text) > room:
            if room >= 0:
                segments.append(Segment(set_cell_size(text, room).rstrip() + "…", style))
            return segments
        segments.append(Segment(text, style))
        room -= cell_len(text)
    return segments


def fitted(
    start: Sequence[Piece],
    middle: Sequence[Piece],
    end: Sequence[Piece],
    width: int,
    blank: Style,
) -> list[Segment]:
    """A row of ``width`` columns; where room is short the middle gives way, then the end."""
    tail = list(end)
    while tail and measured(start) + measured(tail) + min(12, measured(middle)) > width:
        tail.pop(0)
    room = max(0, width - measured(start) - measured(tail))
    segments = [*cut(start, width), *cut(middle, room)]
    used = sum(segment.cell_length for segment in segments)
    gap = width - used - measured(tail)
    if gap > 0:
        segments.append(Segment(" " * gap, blank))
    segments += [Segment(text, style) for text, style in tail]
    return segments
