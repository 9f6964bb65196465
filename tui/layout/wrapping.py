"""Cutting a stretch of text into rows of a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from tui.visible import begins_with_mark, visible

TAB_WIDTH = 4
"""Columns between tab stops."""

# White space at which a line may be broken: all but the no-break spaces.
_SPACES = frozenset(
    " \t\n\r\x0b\x0c\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a"
    "\u205f\u3000\u2028\u2029"
)
_SPACE = f"[{''.join(sorted(_SPACES))}]"

# Code points that take one column each and combine with nothing: such text is wrapped by one
# regular expression. Everything else goes grapheme by grapheme.
_PLAIN_RANGES = (
    r"\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u05ea"
    r"\u0621-\u063a\u0641-\u064a\u0660-\u066f\u0671-\u06d3\u1e00-\u1fff"
    r"\u2010-\u2027\u202f-\u205e\u2070-\u20bf\u2100-\u218f\u2190-\u2193\u2500-\u25fc"
)
_not_plain = re.compile(rf"[^{_PLAIN_RANGES}\n]").search

# Where a row may end although no space follows: after a hyphen, a dash or a slash inside a word.
_BREAK_AFTER = r"(?<=[^\W\d][-–—/])(?=[^\W\d])"
_is_letter = re.compile(r"[^\W\d]").match

# JIS X 4051: what may not begin a row, and what may not end one.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】〙〗〟’”»…‥,.:;?!)]}％%"
)
_NOT_LAST = frozenset("（［｛〔〈《「『【〘〖〝‘“«([{￥＄$£")


class Row(NamedTuple):
    """The stretch ``[start, end)`` of the text on one row, without the space after it."""

    start: int
    end: int


def is_plain(text: str) -> bool:
    """Whether every code point takes exactly one column (a newline standing for a space)."""
    return (text.isascii() and "\t" not in text and text.isprintable()) or _not_plain(text) is None


@lru_cache(maxsize=32)
def _row_pattern(width: int) -> re.Pattern[str]:
    """What fits into a row: up to white space or inside a compound, else as much as it takes."""
    fits = rf"(?s:.{{1,{width}}})"
    return re.compile(rf"{fits}(?<!{_SPACE})(?:(?={_SPACE})|\Z|{_BREAK_AFTER})|{fits}")


def wrap(text: str, start: int, end: int, width: int) -> Iterator[Row]:
    """The rows of ``text[start:end]``, a stretch that flows: newlines in it stand for spaces.

    Every code point but the white space around the breaks lies in exactly one row. A grapheme
    cluster is never cut, and a word only where it is longer than a row.
    """
    stretch = text[start:end]
    if len(stretch) <= width and is_plain(stretch):
        yield Row(start, end)
    elif is_plain(stretch):
        yield from _wrap_plain(stretch, start, width)
    else:
        yield from _wrap_graphemes(stretch, start, width)


def _wrap_plain(stretch: str, base: int, width: int) -> Iterator[Row]:
    match_row = _row_pattern(width).match
    position, length = 0, len(stretch)
    while position < length:
        if length - position <= width:
            yield Row(base + position, base + length)
            return
        found = match_row(stretch, position)
        stop = last = found.end() if found else length
        while last > position and stretch[last - 1] in _SPACES:
            last -= 1
        yield Row(base + position, base + last)
        position = stop
        while position < length and stretch[position] in _SPACES:
            position += 1


_Cluster = tuple[int, int, int]
"""A grapheme cluster: where it starts and ends in its stretch, and the columns it takes."""


def _wrap_graphemes(stretch: str, base: int, width: int) -> Iterator[Row]:
    shown = visible(stretch)  # what is measured is what will be seen
    clusters, _ = split_graphemes(shown)
    # White space with a mark on it is to be seen, and no place to break a row.
    blank = [end - start == 1 and stretch[start] in _SPACES for start, end, _ in clusters]
    total = len(clusters)
    indent = next((number for number in range(total) if not blank[number]), total)
    row_first = 0  # the cluster the row begins with
    column = 0
    break_at = 0  # the cluster the next row would begin with, were the row ended now
    index = 0
    while index < total:
        start, _end, cells = clusters[index]
        if stretch[start] in "\t\r":
            cells = _cells_of_space(stretch, start, column)
        if index == row_first and begins_with_mark(shown[start]):
            cells += 1  # for the base it is given
        if column + cells > width and not blank[index] and index > row_first:
            cut = break_at if break_at > row_first else index
            yield _row(clusters, blank, row_first, cut, base)
            row_first = cut
            while row_first < index and blank[row_first]:
                row_first += 1
            index = break_at = row_first
            column = 0
            continue
        column += cells
        if index >= indent and (blank[index] or _may_break(stretch, clusters, index + 1)):
            break_at = index + 1
        index += 1
    if row_first < total:
        yield _row(clusters, blank, row_first, total, base)


def _cells_of_space(stretch: str, start: int, column: int) -> int:
    """The columns of a tab that begins at ``column``; a line end of two characters is one space."""
    if stretch[start] == "\t":
        return TAB_WIDTH - column % TAB_WIDTH
    return 0 if stretch.startswith("\n", start + 1) else 1


def _row(
    clusters: Sequence[_Cluster], blank: Sequence[bool], first: int, stop: int, base: int
) -> Row:
    while stop > first and blank[stop - 1]:
        stop -= 1
    start = clusters[first][0]
    return Row(base + start, base + (clusters[stop - 1][1] if stop > first else start))


def _may_break(stretch: str, clusters: Sequence[_Cluster], index: int) -> bool:
    """Whether a row may end before the cluster ``index`` although no space stands there."""
    if index >= len(clusters):
        return False
    (first, _, left_cells), (second, _, right_cells) = clusters[index - 1], clusters[index]
    if left_cells == 2 or right_cells == 2:
        return stretch[second] not in _NOT_FIRST and stretch[first] not in _NOT_LAST
    if stretch[first] not in "-–—/" or index < 2:
        return False
    return bool(_is_letter(stretch, clusters[index - 2][0]) and _is_letter(stretch, second))
