"""Rows of text on the lines of a screen: how far they are apart.

``pitch`` is the lines from one row of text to the next: 1, or 2 in double spacing. A row without
text takes one line whatever the pitch, as the space between two paragraphs need not be doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.layout.rows import Rows
from tui.layout.wrapping import Row


def lines_of(row: Row, pitch: int) -> int:
    """The lines that the row takes, with the space below it."""
    return pitch if row.start < row.end else 1


def length(rows: Iterable[Row], pitch: int) -> int:
    """The lines that the rows take, with the space below the last one."""
    return sum(lines_of(row, pitch) for row in rows)


def places(rows: Sequence[Row], pitch: int) -> list[tuple[int, int]]:
    """For each line the number of its row, and how far below that row's text it is."""
    if pitch == 1:
        return [(number, 0) for number in range(len(rows))]
    return [
        (number, below) for number, row in enumerate(rows) for below in range(lines_of(row, pitch))
    ]


def window(rows: Rows, offset: int, height: int, pitch: int) -> list[Row]:
    """The rows on ``height`` lines, beginning with the one at ``offset``."""
    if pitch == 1:
        return rows.window(offset, height)
    shown: list[Row] = []
    line = 0
    for row in rows.after(offset):
        shown.append(row)
        line += lines_of(row, pitch)
        if line >= height:
            break
    return shown


def moved(rows: Rows, offset: int, lines: int, pitch: int) -> int:
    """The start of the row that is ``lines`` lines below the one at ``offset``, or nearly so.

    Above, where negative. Of two rows it is the nearer one.
    """
    if pitch == 1:
        return rows.moved(offset, lines)
    way = rows.after(offset) if lines >= 0 else rows.before(offset)
    count = _fitting(way, abs(lines), pitch)
    return rows.moved(offset, count if lines >= 0 else -count)


def last_top(rows: Rows, height: int, pitch: int) -> int:
    """The top row's start when the text's last row stands at the bottom of ``height`` lines."""
    end = len(rows.document.text)
    last = rows.at(end)
    above = height + pitch - 1 - lines_of(last, pitch)  # space below the last one may be cut off
    return moved(rows, end, -max(0, above), pitch)


def _fitting(rows: Iterable[Row], room: int, pitch: int) -> int:
    """How many of the rows ``room`` lines are enough for."""
    count = 0
    for row in rows:
        room -= lines_of(row, pitch)
        if room < 0:
            break
        count += 1
    return count
