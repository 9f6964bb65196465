"""Cutting a stretch of text into rows of a width."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from documents.lazy_regex import lazy_regex
from tui.layout.breaks import (
    GOOD,
    HANGS_ON,
    INSIDE,
    POOR,
    SPACES,
    Addresses,
    has_address,
    may_cut,
    may_end,
    may_part_spaceless,
    may_part_wide,
)
from tui.layout.clusters import TAB_WIDTH, clusters_of
from tui.layout.disputed import is_disputed, most_columns
from tui.visible import begins_with_mark, visible

# Code points that take one column each and combine with nothing: such text is wrapped by one
# regular expression. Everything else goes grapheme by grapheme.
_PLAIN_RANGES = (
    r"\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea"
    r"\u0621-\u063a\u0641-\u064a\u0660-\u066f\u0671-\u06d3\u1e00-\u1fff"
    r"\u2010-\u2027\u202f-\u205e\u2070-\u20bf\u2100-\u218f\u2190-\u2193\u2500-\u25fc"
)
_two_characters = lazy_regex("\r\n").finditer
_not_plain = lazy_regex(rf"[^{_PLAIN_RANGES}\n]").search

_MOST_IN_COLUMN = 8
"""Code points for each column of a row at most, lest marks without end make a row without end."""


class Row(NamedTuple):
    """The stretch ``[start, end)`` of the text on one row, without the space after it.

    It is shown ``indent`` columns further to the right than it would be.
    """

    start: int
    end: int
    indent: int = 0


def is_plain(text: str) -> bool:
    """Whether every code point takes exactly one column (a newline standing for a space)."""
    return (text.isascii() and "\t" not in text and text.isprintable()) or _not_plain(text) is None


def columns_of(text: str) -> int:
    """The columns that shown text takes, as ``cell_len`` has it.

    That keeps the last 4096 texts it was given, for every row that was painted: a megabyte.
    """
    return len(text) if is_plain(text) else cell_len(text)


@lru_cache(maxsize=32)
def _row_pattern(width: int) -> re.Pattern[str]:
    """What fits into a row: up to a good place to end, or a poor one, else as much as it takes."""
    fits = rf"(?s:.{{1,{width}}})"
    mostly = rf"(?s:.{{{_least_cut(width)},{width}}})"
    anywhere = rf"{mostly}(?<!\s)(?![{HANGS_ON}\s])"
    return re.compile(f"{fits}{GOOD}|{fits}{POOR}|{mostly}{INSIDE}|{anywhere}|{fits}")


def _least_cut(width: int) -> int:
    """How far a row must be filled before a word longer than a row is cut at a sign in it."""
    return width // 2 + 1


def wrap(text: str, start: int, end: int, width: int, hang: int = 0) -> Iterator[Row]:
    """The rows of ``text[start:end]``, a stretch that flows: newlines in it stand for spaces.

    All but the first are indented by ``hang`` columns, and so much narrower.
    Every code point but the white space around the breaks lies in exactly one row. A grapheme
    cluster is never cut, and a word only where it is longer than a row; an address of the web
    may go on in the next row.
    """
    rows = _wrap(text, start, end, width)
    if not hang:
        yield from rows
        return
    yield next(rows)
    second = next(rows, None)
    if second is not None:
        for row in _wrap(text, second.start, end, width - hang):
            yield Row(row.start, row.end, hang)


def _wrap(text: str, start: int, end: int, width: int) -> Iterator[Row]:
    stretch = text[start:end]
    if len(stretch) <= width and is_plain(stretch):
        yield Row(start, end)
    elif is_plain(stretch):
        yield from _wrap_plain(stretch, start, width)
    elif "\r\n" in stretch and is_plain(joined := stretch.replace("\r\n", "\n")):
        # A line end of two characters is one space: what is wrapped has one character for it.
        second = [found.start() - n for n, found in enumerate(_two_characters(stretch))]
        for row in _wrap_plain(joined, 0, width):
            first, end = (place + bisect_left(second, place) for place in row[:2])
            yield Row(start + first, start + end)
    else:
        yield from _Clusters(stretch, width).rows(start)


def _wrap_plain(stretch: str, base: int, width: int) -> Iterator[Row]:
    match_row, spaces = _row_pattern(width).match, SPACES
    addresses = Addresses(stretch, width) if has_address(stretch) else None
    position, length = 0, len(stretch)
    while length - position > width:
        stop = addresses.cut(position, position + width) if addresses else None
        if stop is None:
            found = match_row(stretch, position)
            stop = found.end() if found else length
        last = stop
        while last > position and stretch[last - 1] in spaces:
            last -= 1
        yield Row(base + position, base + last)
        position = stop
        while position < length and stretch[position] in spaces:
            position += 1
    if position < length:
        yield Row(base + position, base + length)


class _Clusters:
    """A stretch that is wrapped cluster by cluster, as it takes more than a column for each.

    Where terminals give different widths a row holds what fits by the largest of them, so that
    none has its rows run over.
    """

    def __init__(self, stretch: str, width: int) -> None:
        self._stretch = stretch
        self._width = width
        self._most = _MOST_IN_COLUMN * width
        self._shown = visible(stretch)  # what is measured is what will be seen
        self._clusters = clusters_of(self._shown)
        self._cells = self._columns()
        # White space with a mark on it is to be seen, and no place to break a row.
        self._blank = [
            end - start == 1 and stretch[start] in SPACES for start, end, _ in self._clusters
        ]
        self._addresses = Addresses(stretch, width) if has_address(stretch) else None

    def _columns(self) -> list[int]:
        """The columns of each cluster, in whatever terminal."""
        shown, clusters = self._shown, self._clusters
        if not is_disputed(shown):
            return [cells for _, _, cells in clusters]
        return [most_columns(shown[start:end], cells) for start, end, cells in clusters]

    def rows(self, base: int) -> Iterator[Row]:
        """The rows of the stretch, which begins at ``base`` in its text."""
        blank, total = self._blank, len(self._clusters)
        # Indentation stays with the first word, though it be cut.
        first, least = 0, next((number for number in range(total) if not blank[number]), total)
        while first < total:
            over = self._overflow(first)
            stop = over if over == total else self._end(first, max(first, least), over)
            yield self._row(first, stop, base)
            first = stop
            while stop < total and first < total and blank[first]:
                first += 1

    def _overflow(self, first: int) -> int:
        """The first cluster for which a row from ``first`` has no room; white space always has."""
        column, begins = 0, self._clusters[first][0]
        for index in range(first, len(self._clusters)):
            start, cells = self._clusters[index][0], self._cells[index]
            if self._stretch[start] in "\t\r":
                cells = _cells_of_space(self._stretch, start, column)
            if index == first and begins_with_mark(self._shown[start]):
                cells += 1  # for the base it is given
            is_full = column + cells > self._width or start - begins > self._most
            if is_full and not self._blank[index] and index > first:
                return index
            column += cells
        return len(self._clusters)

    def _end(self, first: int, least: int, over: int) -> int:
        """The cluster before which the row from ``first`` ends; there is no room for ``over``."""
        if self._addresses is not None:
            limit = self._clusters[over][0]
            cut = self._addresses.cut(self._clusters[first][0], limit)
            place = over if cut is None else bisect_left(self._clusters, cut, key=itemgetter(0))
            if cut is not None and self._clusters[place][0] == cut:
                return place
        poor = cut_at = 0
        for index in range(over, least, -1):
            if self._ends_well(index):
                return index
            if not poor and self._blank[index - 1]:
                poor = index
            if not cut_at and may_cut(self._stretch, self._clusters[index][0]):
                cut_at = index
        return poor or (
            cut_at if cut_at - first > self._width // 2 else self._cut(first, least, over)
        )

    def _cut(self, first: int, least: int, over: int) -> int:
        """Where a word is cut that has no place for it: not before what closes it."""
        for index in range(over, max(least, first + self._width // 2), -1):
            if self._stretch[self._clusters[index][0]] not in HANGS_ON:
                return index
        return over

    def _ends_well(self, index: int) -> bool:
        """Whether a row ends well before the cluster."""
        clusters, stretch = self._clusters, self._stretch
        (first, stop, left_cells), (second, _, right_cells) = clusters[index - 1], clusters[index]
        if self._blank[index - 1]:
            while index > 1 and self._blank[index - 2]:
                index -= 1
            return may_end(stretch, clusters[index - 1][0])
        if _is_wide(stretch[first], left_cells) or _is_wide(stretch[second], right_cells):
            return may_part_wide(stretch[first], stretch[second])
        if may_part_spaceless(stretch[first], stretch[stop - 1], stretch[second]):
            return True
        return may_end(stretch, second) and not self._blank[index]

    def _row(self, first: int, stop: int, base: int) -> Row:
        while stop > first and self._blank[stop - 1]:
            stop -= 1
        start = self._clusters[first][0]
        end = self._clusters[stop - 1][1] if stop > first else start
        return Row(base + start, base + end)


def _is_wide(first: str, cells: int) -> bool:
    """Whether a cluster is one wide character, and not a conjunct of narrow letters."""
    return cells == 2 and (not first.isalpha() or get_character_cell_size(first) == 2)


def _cells_of_space(stretch: str, start: int, column: int) -> int:
    """The columns of a tab that begins at ``column``; a line end of two characters is one space."""
    if stretch[start] == "\t":
        return TAB_WIDTH - column % TAB_WIDTH
    return 0 if stretch.startswith("\n", start + 1) else 1
