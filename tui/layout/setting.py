"""Setting a row in its column: justified to both sides, or at the right where it is read from."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise

from documents.document import Document
from documents.lazy_regex import lazy_regex
from tui.layout.direction import has_right_to_left, reads_from_right
from tui.layout.disputed import most_columns_of
from tui.layout.rowtext import RowText, row_text
from tui.layout.wrapping import Row
from tui.typography import Typography

_WIDEST_GAP = 3
"""Columns between two words at most; a row that would need more stays ragged."""

_NEAR = 40
"""Code points before a row that are looked at for a script that is read from the right."""

_HEADING_OR_TABLE = "#|"
"""What such a paragraph of Markdown begins with."""

_gap = lazy_regex(r"(?<=\S) (?=\S)").finditer


def set_row(document: Document, row: Row, width: int, typography: Typography) -> RowText:
    """What the row shows, as it stands in a column of ``width``."""
    shown = row_text(document.text, row, document.kind)
    if typography.justified and flows_on(document, row):
        shown = justified(shown, width - row.indent, from_left=row.start % 2 == 0)
    # A year or a name may have a row to itself; then what is read from the right stands before it.
    before = document.text[max(0, row.start - _NEAR) : row.start]
    may = has_right_to_left(shown.display) or has_right_to_left(before)
    if may and _reads_from_right(document, row):
        return moved_right(shown, width - most_columns_of(shown.display))
    return moved_right(shown, row.indent)


def _reads_from_right(document: Document, row: Row) -> bool:
    """Whether the row's paragraph does, whatever stands in the row itself: a year, a name."""
    if document.kind == "code" or row.start == row.end:
        return False
    paragraph = document.segmentation.paragraph_at(row.end - 1)
    if paragraph is None:
        return False
    # Where lines stand for themselves, each has a direction of its own.
    by_lines = document.segmentation.stands_by_lines(paragraph)
    return reads_from_right(document.text, *(row[:2] if by_lines else paragraph))


def moved_right(shown: RowText, columns: int) -> RowText:
    """The row with ``columns`` of space before it."""
    if columns <= 0:
        return shown
    places = range(len(shown.display) + 1) if shown.places is None else shown.places
    return RowText(" " * columns + shown.display, [place + columns for place in places])


def flows_on(document: Document, row: Row) -> bool:
    """Whether the row's paragraph flows, and goes on in the next row."""
    if (
        row.start == row.end
        or document.kind == "code"
        or "\t" in document.text[row.start : row.end]
    ):
        return False
    paragraph = document.segmentation.paragraph_at(row.end - 1)
    if paragraph is None or paragraph.end <= row.end:
        return False
    if document.kind == "markdown" and document.text[paragraph.start] in _HEADING_OR_TABLE:
        return False
    return not document.segmentation.stands_by_lines(paragraph)


def justified(shown: RowText, width: int, *, from_left: bool) -> RowText:
    """The row with its gaps widened until it is ``width`` columns wide.

    Wider gaps are spread evenly, beginning at one side or the other, so that in rows that begin
    at different sides they do not line up. Gaps that were no single space stay as they are.
    """
    display = shown.display
    ends = [found.end() for found in _gap(display)]
    missing = width - most_columns_of(display)
    if not 0 < missing <= len(ends) * (_WIDEST_GAP - 1):
        return shown
    shares = [upto * missing // len(ends) for upto in range(len(ends) + 1)]
    added = [after - before for before, after in pairwise(shares)]
    if from_left:
        added.reverse()
    pieces = [display[first:stop] for first, stop in pairwise([0, *ends, len(display)])]
    widened = "".join(piece + " " * more for piece, more in zip(pieces, [*added, 0], strict=True))
    shifts = [0, *accumulate(added)]
    places = range(len(display) + 1) if shown.places is None else shown.places
    return RowText(widened, [place + shifts[bisect_right(ends, place)] for place in places])
