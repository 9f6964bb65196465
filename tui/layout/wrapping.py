"""Cutting a stretch of text into rows of a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

TAB_WIDTH = 4
"""Columns between tab stops."""

# White space at which a line may be broken: all but the no-break spaces.
_SPACE = r"[ \t\n\r\x0b\x0c\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000\u2028\u2029]"
_is_space = re.compile(_SPACE).match

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
    return re.compile(rf"{fits}(?:(?={_SPACE})|\Z|{_BREAK_AFTER})|{fits}")


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
        stop = found.end() if found else length
        visible = stop
        while visible > position and _is_space(stretch, visible - 1):
            visible -= 1
        yield Row(base + position, base + visible)
        position = stop
        while position < length and _is_space(stretch, position):
            position += 1


def _wrap_graphemes(stretch: str, base: int, width: int) -> Iterator[Row]:
    clusters, _ = split_graphemes(stretch)
    row_first = 0  # the cluster the row begins with
    column = 0
    break_at = 0  # the cluster the next row would begin with, were the row ended now
    index = 0
    total = len(clusters)
    while index < total:
        first, _last, cells = clusters[index]
        character = stretch[first]
        if character == "\t":
            cells = TAB_WIDTH - column % TAB_WIDTH
        elif character in "\n\r":
            cells = 1 if character == "\n" else 0
        elif cells == 0:
            cells = 0 if index > row_first and not _is_control(character) else 1
        space = _is_space(character) is not None
        if column + cells > width and not space and index > row_first:
            cut = break_at if break_at > row_first else index
            yield _row(stretch, clusters, row_first, cut, base)
            row_first = cut
            while row_first < index and _is_space(stretch, clusters[row_first][0]):
                row_first += 1
            index = row_first
            break_at = row_first
            column = 0
            continue
        column += cells
        index += 1
        if space or _may_break(stretch, clusters, index):
            break_at = index
    if row_first < total:
        yield _row(stretch, clusters, row_first, total, base)


def _is_control(character: str) -> bool:
    return character < " " or "\x7f" <= character < "\xa0"


def _row(
    stretch: str, clusters: list[tuple[int, int, int]], first: int, stop: int, base: int
) -> Row:
    start, end = clusters[first][0], clusters[stop - 1][1]
    last = end
    while last > start and _is_space(stretch, last - 1):
        last -= 1
    return Row(base + start, base + max(last, start))


def _may_break(stretch: str, clusters: list[tuple[int, int, int]], index: int) -> bool:
    """Whether a row may end before the cluster ``index`` although no space stands there."""
    if index >= len(clusters):
        return False
    before, after = clusters[index - 1], clusters[index]
    left, right = stretch[before[0]], stretch[after[0]]
    if right in _NOT_FIRST or left in _NOT_LAST:
        return False
    if before[2] == 2 or after[2] == 2:
        return True
    return left in "-–—/" and right.isalnum() and index > 1
