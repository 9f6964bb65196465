"""A line of a concordance in a row of the screen: the keyword in the middle, aligned in all rows.

Columns are the terminal's: wide characters take two, marks none, and no cluster is ever cut.
Where a row holds text that is read from the right, each part is kept from reordering the others
(see ``tui.layout.direction``), so that left stays left and the keyword in its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from documents.spans import Span
from tui.layout.clusters import clusters_of
from tui.layout.direction import ISOLATOR, has_right_to_left
from tui.layout.wrapping import columns_of
from tui.visible import begins_with_mark, visible

_BASE_FOR_MARK = "\u25cc"
_LEAST_BESIDE = 4


class Columns(NamedTuple):
    """The columns of the parts of a row, and of the blanks that keep them apart, if any."""

    left: int
    keyword: int
    right: int

    @property
    def width(self) -> int:
        """The columns of a whole row."""
        return self.left + self.keyword + self.right


class Part(NamedTuple):
    """Text that is safe to show, ``columns`` wide, and where its words that stand out are in it."""

    text: str
    marks: tuple[Span, ...] = ()


class Kwic(NamedTuple):
    """The parts of a row: as wide as their columns, but for the keyword with what follows it.

    That and ``right`` together take the columns of both.
    """

    left: Part
    keyword: Part
    right: Part

    @property
    def text(self) -> str:
        """The row."""
        return self.left.text + self.keyword.text + self.right.text


def columns_for(width: int, keyword: int) -> Columns:
    """How to share ``width`` columns where the widest keyword takes ``keyword``.

    It gets a third at most; the rest is for both sides alike.
    """
    middle = max(1, min(keyword, width // 3, width - 2 * _LEAST_BESIDE))
    left = max(0, (width - middle) // 2)
    return Columns(left, middle, max(0, width - left - middle))


def kwic(
    left: str,
    keyword: str,
    right: str,
    columns: Columns,
    sorted_by: Sequence[Span] = (),
    *,
    of_left: bool = False,
) -> Kwic:
    """The row of a line: the words ``sorted_by`` are those of its left side, or of its right."""
    on_left, on_right = (sorted_by, ()) if of_left else ((), sorted_by)
    before = _end_of(_Shown(left), columns.left, on_left)
    middle = _start_of(_Shown(keyword), columns.keyword, ())
    rest = columns.keyword + columns.right - columns_of(middle.text)
    after = _start_of(_Shown(right), rest, on_right)
    filled = " " * (rest - columns_of(after.text))
    return _isolated(Kwic(before, middle, Part(after.text + filled, after.marks)))


def ending(text: str, room: int) -> str:
    """The end of a text that is safe to show, at the right of ``room`` columns."""
    return _end_of(_Shown(text), room, ()).text


def _isolated(row: Kwic) -> Kwic:
    """The row with blanks that a terminal does not reorder across, where that may happen.

    They stand in the place of the spaces beside the keyword and at the ends, so nothing moves.
    """
    if not has_right_to_left(row.text):
        return row
    left, keyword, right = row
    isolated = (Part(_blank(part.text, 0, -1), part.marks) for part in (left, right))
    return Kwic(next(isolated), keyword, next(isolated))


def _blank(text: str, *places: int) -> str:
    letters = list(text)
    for place in places:
        if letters and letters[place] == " ":
            letters[place] = ISOLATOR
    return "".join(letters)


class _Shown:
    """Text as it is shown; ``at`` says where its code points are then."""

    def __init__(self, text: str) -> None:
        shown = visible(text)
        self._moved = begins_with_mark(shown)
        self.text = _BASE_FOR_MARK + shown if self._moved else shown

    def at(self, span: Span) -> Span:
        """Where a stretch of the text is shown."""
        return Span(span.start + self._moved, span.end + self._moved)


def _start_of(shown: _Shown, room: int, marks: Sequence[Span]) -> Part:
    """As much of the beginning as ``room`` columns take; an ellipsis for the rest."""
    text = shown.text
    if columns_of(text) <= room:
        return Part(text, _within(shown, marks, 0, len(text), 0))
    end, taken = 0, 1
    for _, stop, cells in clusters_of(text):
        if taken + cells > room:
            break
        end, taken = stop, taken + cells
    return Part(text[:end] + "…"[:room], _within(shown, marks, 0, end, 0))


def _end_of(shown: _Shown, room: int, marks: Sequence[Span]) -> Part:
    """As much of the end as ``room`` columns take, at their right; an ellipsis for the rest."""
    text = shown.text
    begin, taken, sign = 0, columns_of(text), ""
    if taken > room:
        begin, taken, sign = len(text), min(1, room), "…"[:room]
        for start, _, cells in reversed(clusters_of(text)):
            if taken + cells > room:
                break
            begin, taken = start, taken + cells
    before = " " * (room - taken) + sign
    return Part(before + text[begin:], _within(shown, marks, begin, len(text), len(before)))


def _within(
    shown: _Shown, marks: Sequence[Span], start: int, end: int, shift: int
) -> tuple[Span, ...]:
    """The marks that lie in a stretch of what is shown, which then begins at ``shift``."""
    places = sorted(map(shown.at, marks))
    return tuple(
        Span(max(place.start, start) - start + shift, min(place.end, end) - start + shift)
        for place in places
        if place.start < end and place.end > start
    )
