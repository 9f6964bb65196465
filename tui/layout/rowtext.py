"""What a row shows, and which of its columns each code point takes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from documents.document import Kind
from documents.lazy_regex import lazy_regex
from documents.newlines import NEWLINES
from tui.layout.clusters import TAB_WIDTH, clusters_of
from tui.layout.wrapping import Row, columns_of
from tui.visible import begins_with_mark, visible

# A newline inside a row joins two lines of a paragraph: with the white space around it, it is
# shown as one space. In Markdown the marks of a block quote on the next line go with it.
_JOINT = rf"\t|[ \t]*(?:\r\n|[{NEWLINES}])[ \t]*"
_joint = lazy_regex(_JOINT)
_joint_in_quote = lazy_regex(rf"{_JOINT}(?:>[ \t]?)*")
_has_joint = lazy_regex(rf"[\t{NEWLINES}]").search
_BASE_FOR_MARK = "\u25cc"


class RowText(NamedTuple):
    """The characters a row shows.

    ``places[i]`` is the place in ``display`` where the row's code point ``i`` is shown, with one
    entry more for the row's end; None where the two are the same throughout. What is shown before
    the first place is space that the row is moved by.
    """

    display: str
    places: Sequence[int] | None

    def place(self, offset: int) -> int:
        """Where in ``display`` the row's code point ``offset`` (from the row's start) begins."""
        if self.places is None:
            return min(max(offset, 0), len(self.display))
        return self.places[min(max(offset, 0), len(self.places) - 1)]

    def column(self, offset: int) -> int:
        """The column at which the row's code point ``offset`` (from the row's start) begins."""
        return columns_of(self.display[: self.place(offset)])

    def offset_at(self, column: int) -> int:
        """The row's code point shown at ``column``; past the end, the row's end."""
        reached = 0
        for first, _stop, cells in clusters_of(self.display):
            reached += cells
            if reached > column:
                return (
                    first if self.places is None else max(0, bisect_right(self.places, first) - 1)
                )
        return len(self.display) if self.places is None else len(self.places) - 1


def row_text(text: str, row: Row, kind: Kind = "prose") -> RowText:
    """What the row shows of the text: every character visible, newlines and tabs as space."""
    raw = text[row.start : row.end]
    if not _has_joint(raw):
        display = visible(raw)
        if not begins_with_mark(display):
            return RowText(display, None)
        return RowText(_BASE_FOR_MARK + display, [0, *range(2, len(raw) + 2)])
    return _with_joints(raw, _joint_in_quote if kind == "markdown" else _joint)


def _with_joints(raw: str, joint: re.Pattern[str]) -> RowText:
    pieces: list[str] = []
    index: list[int] = []
    shown = columns = position = 0

    def add(piece: str) -> None:
        nonlocal shown, columns
        pieces.append(piece)
        shown += len(piece)
        columns += columns_of(piece)

    if begins_with_mark(visible(raw[0])):
        add(_BASE_FOR_MARK)
    for found in joint.finditer(raw):
        index.extend(range(shown, shown + found.start() - position))
        add(visible(raw[position : found.start()]))
        index.append(shown)
        add(" " * (TAB_WIDTH - columns % TAB_WIDTH) if found.group() == "\t" else " ")
        index.extend([shown] * (found.end() - found.start() - 1))
        position = found.end()
    index.extend(range(shown, shown + len(raw) - position + 1))
    add(visible(raw[position:]))
    index[0] = 0  # where a mark has a base, the base is part of it
    return RowText("".join(pieces), index)
