"""A text of any length as windows on it, so that it can be looked through a little at a time.

Whatever begins in a window is found there as it would be found in the whole text: enough of what
stands before and after goes with it. Only a line longer than that is cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from documents.newlines import NEWLINES

SIZE = 32_768
"""Code points of a window without its surroundings, looked through in a fraction of a millisecond
by most regular expressions."""
_BEFORE, _AFTER = 512, 4096


class Window(NamedTuple):
    """A stretch of a text with what surrounds it; every line ends in a line feed.

    What begins in ``[start, end)`` of ``text`` belongs to this window. ``base`` is the offset of
    ``text`` in the whole.
    """

    text: str
    start: int
    end: int
    base: int


def windows(text: str) -> Iterator[Window]:
    """The windows on a text, from its beginning on; one at least."""
    for first in range(0, max(1, len(text)), SIZE):
        base, stop = max(0, first - _BEFORE), min(first + SIZE, len(text))
        shown = _with_line_feeds(text[base : stop + _AFTER])
        yield Window(shown, first - base, stop - base, base)


def _with_line_feeds(text: str) -> str:
    """``text`` with a line feed at the end of every line, and every character in its place."""
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    for newline in NEWLINES:
        if newline != "\n" and newline in text:
            text = text.replace(newline, "\n")
    return text
