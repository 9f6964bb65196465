"""What is said to the reader where one row is too short for it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.layout.wrapping import wrap
from tui.visible import visible

_SHARE = 3
"""The part of the screen, one in so many, that such words may take."""
_HANG = "   "


def notice_rows(lines: Sequence[str], width: int, height: int) -> list[str]:
    """The rows of the tray that lines take on a screen of that size, in columns and rows.

    Of what has no room the last row says so: the lines of a list are counted.
    """
    most = max(1, height // _SHARE)
    rows: list[str] = []
    for number, line in enumerate(lines):
        words = visible(line)
        wrapped = wrap(words, 0, len(words), max(10, width - len(_HANG) - 1))
        taken = [words[row.start : row.end].strip() for row in wrapped]
        first, *others = taken or [""]
        rows += [f" {first}", *(f"{_HANG}{other}" for other in others)]
        left = len(lines) - number - 1
        if len(rows) > most or (left and len(rows) == most):
            return [*rows[: most - 1], _cut(rows, most, left)]
    return rows


def _cut(rows: Sequence[str], most: int, left: int) -> str:
    """The last row where there is no room for all."""
    return f" … and {left + 1} more" if left else f"{rows[most - 1]}…"
