"""Fenced code in Markdown: whether a place lies inside it, found from the text near it.

See the CommonMark specification, "Fenced code blocks".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from documents.chunks import chunk_count, chunk_limit
from documents.lazy_regex import lazy_regex
from documents.newlines import NEWLINES

_CHUNKS_BACK = 32  # how far back fences are followed: a quarter of a million code points
_CHUNKS_AHEAD = 8
_SIGNS = lazy_regex(r"[`~]{3,}")
_INDENT = 80  # code points before a fence on its line: markers of quotes and lists
_FENCE_LINE = lazy_regex(
    r"(?:[ \t>]|(?:[-+*]|\d{1,9}[.)])[ \t]){0,80}(?P<signs>`{3,}|~{3,})(?P<info>.*)", re.DOTALL
)


class Fence(NamedTuple):
    """The line that opens fenced code, or closes it if it has no info string."""

    sign: str
    length: int
    info: str

    def closes(self, opening: Fence) -> bool:
        """Whether this line ends the code that ``opening`` began."""
        return not self.info and self.sign == opening.sign and self.length >= opening.length


def fence_line(text: str, start: int, end: int) -> Fence | None:
    """The fence that the line ``[start, end)`` is, if it is one."""
    match = _FENCE_LINE.match(text, start, end)
    if not match:
        return None
    signs, info = match["signs"], match["info"].strip()
    return None if signs[0] == "`" and "`" in info else Fence(signs[0], len(signs), info)


def after(opening: Fence | None, fence: Fence) -> Fence | None:
    """The fence that is open after ``fence`` where ``opening`` was before it."""
    if opening is None:
        return fence
    return None if fence.closes(opening) else opening


def fence_before(text: str, number: int) -> Fence | None:
    """The fence that is open where the chunk of this number begins."""
    base = number - number % _CHUNKS_BACK
    start = chunk_limit(text, base)
    opening = _guess(text, base, start) if base else None
    for fence in _fences(text, start, chunk_limit(text, number)):
        opening = after(opening, fence)
    return opening


def _guess(text: str, number: int, start: int) -> Fence | None:
    """The fence open at ``start``, judged by what follows: an info string always opens one."""
    end = chunk_limit(text, min(number + _CHUNKS_AHEAD, chunk_count(text)))
    for index, fence in enumerate(_fences(text, start, end)):
        if fence.info:
            return Fence(fence.sign, 3, "") if index % 2 else None
    return None


def _fences(text: str, start: int, end: int) -> Iterator[Fence]:
    if text.find("```", start, end) < 0 and text.find("~~~", start, end) < 0:
        return
    done = start
    for match in _SIGNS.finditer(text, start, end):
        if match.start() < done:
            continue
        first = _line_start(text, match.start(), start)
        done = _line_end(text, match.end(), end)
        fence = fence_line(text, first, done) if first >= 0 else None
        if fence:
            yield fence


def _line_start(text: str, offset: int, start: int) -> int:
    """Where the line begins, or -1 where that is too far away for a fence."""
    for place in range(offset, max(start, offset - _INDENT) - 1, -1):
        if place == start or text[place - 1] in NEWLINES:
            return place
    return -1


_NEWLINE = lazy_regex(f"[{NEWLINES}]")


def _line_end(text: str, offset: int, end: int) -> int:
    match = _NEWLINE.search(text, offset, end)
    return match.start() if match else end
