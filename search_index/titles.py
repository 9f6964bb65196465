"""The title of a text: the first line that says anything, without a heading's marks."""

from __future__ import annotations

import re

from documents.spans import Span

_LONGEST = 200  # code points
_LINE = re.compile(r"[^\w\n\r]*([^\n\r]*)")
_LAST_SPACE = re.compile(r"\s(?=\S*\Z)")


def title_span(text: str) -> Span:
    """Where the title of ``text`` stands; an empty span where it has none.

    Of a paragraph that begins the text, all in one line, it is the beginning.
    """
    for found in _LINE.finditer(text, 0, 4 * _LONGEST):
        start, end = found.span(1)
        if start < end:
            return Span(start, _ended(text, start, end))
    return Span(0, 0)


def _ended(text: str, start: int, end: int) -> int:
    if end - start <= _LONGEST:
        return end
    space = _LAST_SPACE.search(text, start, start + _LONGEST)
    return space.start() if space else start  # no word is cut in two
